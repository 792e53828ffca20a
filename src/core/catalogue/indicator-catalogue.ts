import type { z } from 'zod';
import { catalogueFileSchema, type CatalogueEntry, type CatalogueFile, type CodeScheme } from './catalogue-file';
import { standardNameKeys, writtenNameKeys } from './name-keys';

export type { CatalogueEntry, CodeScheme, EntryKind } from './catalogue-file';

/** A list of standard indicators as the engine uses it. */
export interface IndicatorCatalogue {
  readonly id: string;
  /** Shown to the user. */
  readonly name: string;
  /** Where the entries come from. */
  readonly source: string;
  /** False for a list of observed entries: a code that is missing from it may well exist. */
  readonly isComplete: boolean;
  readonly codeScheme: CodeScheme | null;
  readonly entries: readonly CatalogueEntry[];
  findByCode(code: string): CatalogueEntry | undefined;
  /** Entries whose name or alias is this one after normalising (width, blanks, punctuation, remarks in brackets). */
  findByName(name: string): readonly CatalogueEntry[];
}

/**
 * Reads a catalogue file and indexes it by code and name.
 * @throws Error with a Chinese sentence naming the first thing that is wrong.
 */
export function parseCatalogue(data: unknown): IndicatorCatalogue {
  const result = catalogueFileSchema.safeParse(data);
  if (!result.success) throw new Error(explainIssue(result.error.issues[0]));
  const byCode = indexByCode(result.data);
  let byName: ReadonlyMap<string, readonly CatalogueEntry[]> | null = null;
  const { id, name, source, isComplete, codeScheme, entries } = result.data;
  return {
    id,
    name,
    source,
    isComplete,
    codeScheme,
    entries,
    findByCode: (code) => byCode.get(code.toLowerCase()),
    findByName(written) {
      byName = byName || indexByName(entries);
      for (const key of writtenNameKeys(written)) {
        const found = byName.get(key);
        if (found !== undefined) return found;
      }
      return [];
    },
  };
}

/** True when a written name is the entry's name or one of its aliases. */
export function isNamed(entry: CatalogueEntry, written: string): boolean {
  const keys = [entry.name, ...entry.aliases].reduce<readonly string[]>(
    (all, name) => all.concat(standardNameKeys(name)),
    [],
  );
  return writtenNameKeys(written).some((key) => keys.indexOf(key) >= 0);
}

function indexByCode({ entries }: CatalogueFile): ReadonlyMap<string, CatalogueEntry> {
  const byCode = new Map<string, CatalogueEntry>();
  for (const entry of entries) {
    const code = entry.code.toLowerCase();
    if (byCode.has(code)) throw new Error(`指标库不符合格式：编码“${entry.code}”出现了两次。`);
    byCode.set(code, entry);
  }
  return byCode;
}

function indexByName(entries: readonly CatalogueEntry[]): ReadonlyMap<string, readonly CatalogueEntry[]> {
  const byName = new Map<string, CatalogueEntry[]>();
  for (const entry of entries) {
    for (const name of [entry.name, ...entry.aliases]) {
      for (const key of standardNameKeys(name)) {
        const found = byName.get(key);
        if (found === undefined) byName.set(key, [entry]);
        else if (found[found.length - 1] !== entry) found.push(entry);
      }
    }
  }
  return byName;
}

function explainIssue({ path, message }: z.ZodIssue): string {
  const [list, index] = path;
  const place =
    list === 'entries' && typeof index === 'number'
      ? `第${index + 1}条的${path.slice(2).join('.') || '内容'}`
      : path.join('.');
  return `指标库不符合格式：${place || '整个文件'}（${message}）。`;
}
