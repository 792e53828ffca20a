import { HostError } from '../host/port/host-error';
import type { CatalogueReaders } from '../session';

/** Most users import nothing and search by Chinese words: each is loaded when it is first used. */
export const LAZY_READERS: CatalogueReaders = {
  readFile: async (name, bytes, options) => (await files()).readCatalogueFile(name, bytes, options),
  readWorkbook: async (snapshot, options) => (await tables()).readCatalogueTables(snapshot, snapshot.name, options),
  writeFile: async (catalogue, format) => (await files()).writeCatalogueFile(catalogue, format),
  loadReadings: async () => (await import('./pinyin-readings')).pinyinReadings,
};

const files = (): Promise<typeof import('../host/catalogue-files')> =>
  import('../host/catalogue-files').catch(refuseUnloaded);

const tables = (): Promise<typeof import('../core/catalogue/importing')> =>
  import('../core/catalogue/importing').catch(refuseUnloaded);

function refuseUnloaded(): never {
  throw new HostError('lost-connection', '读写指标库的程序没有载入。', '请检查与服务器的连接，然后重试。');
}
