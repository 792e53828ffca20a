import type { CatalogueFile, CodeScheme } from '../catalogue-file';
import type { CatalogueImport, ImportOptions } from './catalogue-import';
import type { ListedEntry } from './listed-entry';
import { settleEntries } from './settle-entries';

/** Makes a catalogue of the entries that a source lists. */
export function catalogueOfEntries(
  listed: readonly ListedEntry[],
  read: Pick<CatalogueImport, 'tables' | 'rejected'>,
  fileName: string,
  { name: wanted, isComplete = false }: ImportOptions,
  schemes: readonly CodeScheme[],
): CatalogueImport {
  const { entries, codeScheme, rejected: unsettled, duplicates, conflicts } = settleEntries(listed, schemes);
  const rejected = read.rejected.concat(unsettled);
  if (entries.length === 0) {
    const problem = '表中的指标都与编码规则矛盾，没有一条可以收入，原因见列表。请检查各列的内容是否认对。';
    return { tables: read.tables, file: null, problem, rejected, duplicates, conflicts };
  }
  const name = (wanted || '').trim() || titleOfFile(fileName);
  const file: CatalogueFile = {
    version: 1,
    id: idOfName(name),
    name,
    source: fileName.trim() === '' ? name : `导入自“${fileName.trim()}”`,
    isComplete,
    codeScheme: codeScheme as CatalogueFile['codeScheme'],
    entries: entries as CatalogueFile['entries'],
  };
  return { tables: read.tables, file, problem: null, rejected, duplicates, conflicts };
}

function titleOfFile(fileName: string): string {
  const bare = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z]{2,5}$/, '')
    .trim();
  return bare || '指标库';
}

/** The same for the same name, so that a newer list takes the place of the older one; never one of a built-in catalogue. */
function idOfName(name: string): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ (code + index), 0x85ebca6b);
  }
  const hex = (part: number): string => `0000000${(part >>> 0).toString(16)}`.slice(-8);
  return `own-${hex(first)}${hex(second)}`;
}
