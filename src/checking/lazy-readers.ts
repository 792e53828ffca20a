import { HostError } from '../host/port/host-error';
import type { CatalogueReaders } from '../session';

/** Most users import nothing and search by Chinese words: each is loaded when it is first used. */
export const LAZY_READERS: CatalogueReaders = {
  readFile: async (name, bytes, options) => (await loadFiles()).readCatalogueFile(name, bytes, options),
  writeFile: async (catalogue, format) => (await loadFiles()).writeCatalogueFile(catalogue, format),
  loadReadings: async () => (await import('./pinyin-readings')).pinyinReadings,
};

function loadFiles(): Promise<typeof import('../host/catalogue-files')> {
  return import('../host/catalogue-files').catch(() => {
    throw new HostError('lost-connection', '读写指标库文件的程序没有载入。', '请检查与服务器的连接，然后重试。');
  });
}
