import type { z } from 'zod';
import {
  catalogueHeadSchema,
  explainEntryIssue,
  readEntry,
  type CatalogueEntry,
  type CatalogueFile,
  type CodeScheme,
} from './catalogue-file';
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
  const { id, name, source, isComplete, codeScheme, entries } = readFile(data);
  const byCode = indexByCode(entries);
  let byName: ReadonlyMap<string, readonly CatalogueEntry[]> | null = null;
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

function readFile(data: unknown): Omit<CatalogueFile, 'entries'> & { readonly entries: readonly CatalogueEntry[] } {
  if (typeof data !== 'object' || data === null) throw new Error('指标库不符合格式：应当是一个 JSON 对象。');
  const { entries: listed, ...rest } = data as { readonly entries?: unknown };
  const head = catalogueHeadSchema.safeParse(rest);
  if (!head.success) throw new Error(explainIssue(head.error.issues[0]));
  if (!Array.isArray(listed)) throw new Error('指标库不符合格式：entries 应当是条目的列表。');
  const entries: CatalogueEntry[] = [];
  listed.forEach((item, index) => {
    const read = readEntry(item);
    if (!read.success)
      throw new Error(`指标库不符合格式：第${index + 1}条${explainEntryIssue(read.error.issues[0])}。`);
    entries.push(read.data);
  });
  return { ...head.data, entries };
}

/** A catalogue as its file. */
export function catalogueFileOf(catalogue: IndicatorCatalogue): CatalogueFile {
  const { id, name, source, isComplete, codeScheme, entries } = catalogue;
  return { version: 1, id, name, source, isComplete, codeScheme, entries: entries.slice() };
}

/** True when a written name is the entry's name or one of its aliases. */
export function isNamed(entry: CatalogueEntry, written: string): boolean {
  const keys = [entry.name, ...entry.aliases].reduce<readonly string[]>(
    (all, name) => all.concat(standardNameKeys(name)),
    [],
  );
  return writtenNameKeys(written).some((key) => keys.indexOf(key) >= 0);
}

function indexByCode(entries: readonly CatalogueEntry[]): ReadonlyMap<string, CatalogueEntry> {
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
  return `指标库不符合格式：${path.join('.') || '整个文件'}（${message}）。`;
}
