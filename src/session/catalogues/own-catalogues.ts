import { z } from 'zod';
import type { CatalogueFile } from '../../core/catalogue/catalogue-file';
import { HostError } from '../../host/port/host-error';
import type { LargeStorage } from '../../host/port/large-storage';
import { parseJson } from '../parse-json';
import type { CatalogueDescription, CatalogueName, CatalogueReference } from './catalogue-works';

/** A catalogue that the user keeps on this machine. */
export interface OwnCatalogue extends CatalogueDescription, CatalogueName {
  /** Chinese sentence: why it cannot be used; null when it can. */
  readonly problem: string | null;
}

/** The user's own catalogues. Nothing is remembered: panes of other workbooks keep theirs in the same place. */
export interface OwnCatalogues {
  /** By name. */
  list(): Promise<readonly OwnCatalogue[]>;
  /** Undefined where none of this id is kept. */
  find(id: string): Promise<OwnCatalogue | undefined>;
  /** Keeps one in place of the former of its id, as a whole or not at all. */
  keep(file: CatalogueFile): Promise<OwnCatalogue>;
  remove(id: string): Promise<void>;
  referenceTo(catalogue: OwnCatalogue): CatalogueReference;
}

const SUMMARY = 'catalogue-summary/';
const TEXT = 'catalogue-text/';

/** Of the files that this version reads. */
const FILE_VERSION = 1;
const NEWER = '这个指标库是用更新版本的申报表助手保存的，本版本不能使用。';
const UNREADABLE = '这个指标库的记录无法识别。';
const TEXT_MISSING = '这个指标库的内容已不在本机。';

const summarySchema = z.object({
  fileVersion: z.number(),
  revision: z.string(),
  name: z.string(),
  source: z.string(),
  entryCount: z.number(),
  isComplete: z.boolean(),
});

export function createOwnCatalogues(storage: LargeStorage): OwnCatalogues {
  const summaryKey = (id: string): string => SUMMARY + id;
  const textPrefix = (id: string): string => `${TEXT}${id}/`;
  const textKey = ({ id, revision }: CatalogueName): string => textPrefix(id) + revision;

  const understand = async (id: string, keys: readonly string[]): Promise<OwnCatalogue | undefined> => {
    const text = await storage.get(summaryKey(id));
    // Removed by another pane a moment ago.
    if (text === null) return undefined;
    const parsed = summarySchema.safeParse(parseJson(text));
    if (!parsed.success) {
      return { id, revision: '?', name: id, source: '', entryCount: 0, isComplete: false, problem: UNREADABLE };
    }
    const { fileVersion, ...summary } = parsed.data;
    const catalogue = { id, ...summary };
    const isThere = keys.indexOf(textKey(catalogue)) >= 0;
    const problem = fileVersion > FILE_VERSION ? NEWER : isThere ? null : `${TEXT_MISSING}请重新导入。`;
    return { ...catalogue, problem };
  };

  const formerTexts = async (id: string): Promise<Record<string, null>> => {
    const texts: Record<string, null> = {};
    for (const key of await storage.keys()) if (key.lastIndexOf(textPrefix(id), 0) === 0) texts[key] = null;
    return texts;
  };

  return {
    async list() {
      const keys = await storage.keys();
      const ids = keys.filter((key) => key.lastIndexOf(SUMMARY, 0) === 0).map((key) => key.slice(SUMMARY.length));
      const found = await Promise.all(ids.map((id) => understand(id, keys)));
      const listed = found.filter((one): one is OwnCatalogue => one !== undefined);
      return listed.sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1));
    },

    async find(id) {
      return understand(id, await storage.keys());
    },

    async keep(file) {
      const { id, name, source, isComplete } = file;
      const summary = { revision: newRevision(), name, source, entryCount: file.entries.length, isComplete };
      await storage.write({
        ...(await formerTexts(id)),
        [textKey({ id, revision: summary.revision })]: JSON.stringify(file),
        [summaryKey(id)]: JSON.stringify({ fileVersion: FILE_VERSION, ...summary }),
      });
      return { id, ...summary, problem: null };
    },

    async remove(id) {
      await storage.write({ ...(await formerTexts(id)), [summaryKey(id)]: null });
    },

    referenceTo: ({ id, revision }) => ({
      id,
      revision,
      async load() {
        const text = await storage.get(textKey({ id, revision }));
        if (text === null) throw new HostError('gone', TEXT_MISSING, '请重新导入这个指标库，或改用其他指标库。');
        return text;
      },
    }),
  };
}

/** Another one each time, on every machine that keeps the same catalogue. */
function newRevision(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}
