import { z } from 'zod';
import { decodeBase64, encodeBase64 } from '../../core/changes/base64';
import type { LargeStorage } from '../../host/port/large-storage';
import { parseJson } from '../parse-json';
import type { TemplateSummary } from './conversion-desk';
import type { TemplateContent } from './conversion-works';

const KEY = 'template/';
/** Of what is kept by this version. */
const VERSION = 1;

const keptSchema = z.object({
  version: z.literal(VERSION),
  name: z.string(),
  description: z.string(),
  kind: z.enum(['form-per-project', 'table-of-projects']),
  file: z.string(),
});

/** The user's own templates, kept on this machine; panes of other workbooks keep theirs in the same place. */
export interface OwnTemplates {
  /** By name. What cannot be read, or was kept by a newer version, is left out. */
  list(): Promise<readonly TemplateSummary[]>;
  /** The file; undefined where none of this id is kept. */
  find(id: string): Promise<{ readonly summary: TemplateSummary; readonly bytes: Uint8Array } | undefined>;
  /** Keeps one in place of the former of its name. */
  keep(content: TemplateContent, bytes: Uint8Array): Promise<TemplateSummary>;
  remove(id: string): Promise<void>;
}

export function createOwnTemplates(storage: LargeStorage): OwnTemplates {
  const read = async (id: string): Promise<{ summary: TemplateSummary; file: string } | undefined> => {
    const text = await storage.get(id);
    const parsed = text === null ? null : keptSchema.safeParse(parseJson(text));
    if (parsed === null || !parsed.success) return undefined;
    const { name, description, kind, file } = parsed.data;
    return { summary: { id, name, description, kind, isOwn: true }, file };
  };

  return {
    async list() {
      const ids = (await storage.keys()).filter((key) => key.lastIndexOf(KEY, 0) === 0);
      const found = await Promise.all(ids.map(read));
      const templates: TemplateSummary[] = [];
      for (const one of found) if (one !== undefined) templates.push(one.summary);
      return templates.sort((a, b) => a.name.localeCompare(b.name, 'zh'));
    },

    async find(id) {
      const kept = await read(id);
      return kept && { summary: kept.summary, bytes: decodeBase64(kept.file) };
    },

    async keep(content, bytes) {
      const id = KEY + content.name;
      await storage.write({ [id]: JSON.stringify({ version: VERSION, ...content, file: encodeBase64(bytes) }) });
      return { id, ...content, isOwn: true };
    },

    remove: (id) => storage.write({ [id]: null }),
  };
}
