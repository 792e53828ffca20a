import { z } from 'zod';
import type { CatalogueFile } from '../../core/catalogue/catalogue-file';
import { LEVEL2_KINDS } from '../../core/forms/indicator-levels';
import { parseJson } from '../parse-json';

/**
 * Where functions in cells find the catalogue in use, because they reach no other store of ours. Nothing there, or "": the
 * catalogue that ships with the program.
 */
export const FUNCTION_CATALOGUE_KEY = 'shenbao.function-catalogue';

/** Which content stands there, as `id@revision`; written last. */
export const FUNCTION_CATALOGUE_REVISION_KEY = 'shenbao.function-catalogue-revision';

/** What functions in cells are to go by. Both null: the catalogue that ships with the program. */
export interface FunctionCatalogue {
  /** Code, name, second level and aliases only; all else is null. */
  readonly file: CatalogueFile | null;
  /** Chinese sentence: the catalogue in use cannot be used by functions; another one must not stand in for it. */
  readonly problem: string | null;
}

const VERSION = 1;
const UNREADABLE = '自定义函数没有读到所用的指标库，请在申报表助手的窗格（“编码”）中重新选择指标库。';

const storedSchema = z.object({
  version: z.literal(VERSION),
  id: z.string(),
  name: z.string(),
  source: z.string(),
  isComplete: z.boolean(),
  /** Second levels; entries name them by their place in this list, -1 for none. */
  levels: z.array(z.enum(LEVEL2_KINDS)),
  /** Code, name, level, then aliases. */
  entries: z.array(z.array(z.union([z.string(), z.number()])).min(3)),
});

const problemSchema = z.object({ version: z.literal(VERSION), problem: z.string().min(1) });

/** A catalogue in as few characters as functions in cells can do with. */
export function compactCatalogue({ id, name, source, isComplete, entries }: CatalogueFile): string {
  const stored: z.infer<typeof storedSchema> = {
    version: VERSION,
    id,
    name,
    source,
    isComplete,
    levels: [...LEVEL2_KINDS],
    entries: entries.map(({ code, name: title, level2, aliases }) => [
      code,
      title,
      level2 === null ? -1 : LEVEL2_KINDS.indexOf(level2),
      ...aliases,
    ]),
  };
  return JSON.stringify(stored);
}

/** In place of a catalogue that functions in cells cannot use. @param problem Chinese sentence. */
export function compactProblem(problem: string): string {
  return JSON.stringify({ version: VERSION, problem });
}

/** What stands under `FUNCTION_CATALOGUE_KEY`. */
export function readCompactCatalogue(text: string | null): FunctionCatalogue {
  if (text === null || text === '') return { file: null, problem: null };
  const json = parseJson(text);
  const refused = problemSchema.safeParse(json);
  if (refused.success) return { file: null, problem: refused.data.problem };
  const parsed = storedSchema.safeParse(json);
  if (!parsed.success) return { file: null, problem: UNREADABLE };
  const { id, name, source, isComplete, levels, entries } = parsed.data;
  const file: CatalogueFile = {
    version: 1,
    id,
    name,
    source,
    isComplete,
    codeScheme: null,
    entries: entries.map(([code, title, level, ...aliases]) => ({
      code: String(code),
      name: String(title),
      level1: null,
      level2: levels[Number(level)] || null,
      unit: null,
      kind: null,
      direction: null,
      explanation: null,
      aliases: aliases.map(String),
      year: null,
      source: null,
    })),
  };
  return { file, problem: null };
}
