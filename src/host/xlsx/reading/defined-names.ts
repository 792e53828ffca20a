import { MAX_COLUMNS, MAX_ROWS, parseAddress, parseRange, type CellRange } from '../../../core/workbook/cell-address';

/** A name that stands for a range of cells. */
export interface DefinedName {
  readonly name: string;
  /** The sheet on which alone the name holds; null when it holds in the whole workbook. */
  readonly scope: string | null;
  /** Where the range is. Whole rows and columns reach to the edges of the grid. */
  readonly sheet: string;
  readonly range: CellRange;
}

/** A name as it stands in the workbook part. */
export interface NameEntry {
  readonly name: string;
  /** Index of the sheet on which alone it holds, as the file says; null for the whole workbook. */
  readonly localSheet: number | null;
  /** A formula. */
  readonly text: string;
}

const TARGET = /^=?(?:'((?:[^']|'')+)'|([^'!,\s()[\]]+))!([$A-Za-z0-9:]+)$/;

/** Reads "$B$9:E12", "B:C" or "3:4"; undefined when the text names no range of the grid. */
export function readArea(text: string): CellRange | undefined {
  const plain = text.replace(/\$/g, '');
  const rows = /^([1-9][0-9]{0,6}):([1-9][0-9]{0,6})$/.exec(plain);
  if (rows) {
    const [top, bottom] = [Number(rows[1]) - 1, Number(rows[2]) - 1].sort((a, b) => a - b);
    return bottom < MAX_ROWS ? { top, bottom, left: 0, right: MAX_COLUMNS - 1 } : undefined;
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (!columns) return parseRange(plain);
  const [first, second] = [parseAddress(`${columns[1]}1`), parseAddress(`${columns[2]}1`)];
  if (!first || !second) return undefined;
  const [left, right] = [first.column, second.column].sort((a, b) => a - b);
  return { top: 0, bottom: MAX_ROWS - 1, left, right };
}

/**
 * The names that stand for one range of a sheet of this workbook, in file order. Left out: constants, formulas, several ranges, broken
 * references, other workbooks.
 */
export function resolveNames(entries: readonly NameEntry[], sheets: readonly string[]): DefinedName[] {
  const names: DefinedName[] = [];
  for (const { name, localSheet, text } of entries) {
    const match = TARGET.exec(text.trim());
    const stated = match ? (match[1] ?? match[2]).replace(/''/g, "'").toLowerCase() : '';
    const sheet = sheets.find((candidate) => candidate.toLowerCase() === stated);
    const range = match ? readArea(match[3]) : undefined;
    const scope = localSheet === null ? null : sheets[localSheet];
    if (sheet !== undefined && range && scope !== undefined) names.push({ name, scope, sheet, range });
  }
  return names;
}
