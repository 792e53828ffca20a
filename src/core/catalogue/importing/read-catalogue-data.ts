import {
  catalogueHeadSchema,
  explainEntryIssue,
  readEntry,
  type CatalogueEntry,
  type CatalogueFile,
} from '../catalogue-file';
import { splitCode } from '../code-scheme';
import { LEVEL1_TITLES, LEVEL2_TITLES } from '../../forms/indicator-levels';
import { compactText } from '../../values/normalize-text';
import type { CatalogueImport, ImportOptions, RowRemark } from './catalogue-import';
import { contradiction } from './choose-scheme';
import { remark, type SourcePlace, type StatedLevel } from './listed-entry';

/** True for data that means to be a catalogue file, whether or not it follows the schema. */
export function isCatalogueData(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'entries' in data && 'version' in data;
}

/**
 * Takes over a catalogue file as it is. Entries that do not follow the schema or contradict its own code scheme are listed and
 * left out, as those of a table are; anything wrong with the file as a whole leaves nothing.
 */
export function readCatalogueData(data: unknown, options: ImportOptions = {}): CatalogueImport {
  const { entries, ...rest } = data as { readonly entries: unknown };
  const nothing = { tables: [], file: null, rejected: [], duplicates: [], conflicts: [] };
  const head = catalogueHeadSchema.safeParse(rest);
  if (!head.success) {
    const place = head.error.issues[0].path.join('.') || '整个文件';
    return { ...nothing, problem: `指标库文件不符合格式（${place}）。格式见随附的指标库说明；也可以导入表格。` };
  }
  if (!Array.isArray(entries)) return { ...nothing, problem: '指标库文件不符合格式：entries 应当是条目的列表。' };
  const { name, isComplete } = options;
  const file = {
    ...head.data,
    name: (name || '').trim() || head.data.name,
    isComplete: isComplete ?? head.data.isComplete,
  };
  return takeOver(file, entries);
}

function takeOver(file: Omit<CatalogueFile, 'entries'>, listed: readonly unknown[]): CatalogueImport {
  const entries: CatalogueEntry[] = [];
  const rejected: RowRemark[] = [];
  const duplicates: RowRemark[] = [];
  const conflicts: RowRemark[] = [];
  const known = new Map<string, { readonly entry: CatalogueEntry; readonly place: SourcePlace }>();
  listed.forEach((data, index) => {
    const place = { sheet: '条目', cell: `第${index + 1}条` };
    const read = readEntry(data);
    if (!read.success) {
      rejected.push(remark(place, JSON.stringify(data), explainEntryIssue(read.error.issues[0])));
      return;
    }
    const entry = read.data;
    const shown = `${entry.code} ${entry.name}`;
    const against = contradictionOf(entry, file);
    const former = known.get(entry.code.toLowerCase());
    if (against !== null) conflicts.push(remark(place, shown, `${against}，没有收入`));
    else if (former === undefined) {
      entries.push(entry);
      known.set(entry.code.toLowerCase(), { entry, place });
    } else if (compactText(former.entry.name) === compactText(entry.name)) {
      duplicates.push(remark(place, shown, `与${former.place.cell}重复，只收入一次`));
    } else {
      const reason = `编码“${entry.code}”在${former.place.cell}的名称是“${former.entry.name}”，这里是“${entry.name}”；这一条没有收入`;
      conflicts.push(remark(place, shown, reason));
    }
  });
  const summary = { tables: [], rejected, duplicates, conflicts };
  if (entries.length === 0) return { ...summary, file: null, problem: '指标库文件中没有一条可以收入的指标。' };
  return { ...summary, file: { ...file, entries: entries as CatalogueFile['entries'] }, problem: null };
}

function contradictionOf(entry: CatalogueEntry, { codeScheme }: Pick<CatalogueFile, 'codeScheme'>): string | null {
  const parts = codeScheme && splitCode(entry.code, codeScheme);
  if (parts === null) return null;
  const { code, level1, level2 } = entry;
  return contradiction({ code, level1: stated(level1, LEVEL1_TITLES), level2: stated(level2, LEVEL2_TITLES) }, parts);
}

function stated<Kind extends string>(
  kind: Kind | null,
  titles: Readonly<Record<Kind, string>>,
): StatedLevel<Kind> | null {
  return kind === null ? null : { kind, digits: null, label: titles[kind] };
}
