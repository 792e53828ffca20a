import type { SheetSnapshot } from '../../workbook/workbook-snapshot';
import { headingOf, headingOfPath, type Heading } from './headings';
import { areaOf, shownIn, textOf, type GridRow } from './sheet-grid';

/** The head of a table: one row or several. */
export interface TableHead {
  readonly top: number;
  readonly bottom: number;
  /** Places in the list of rows: the first of the head, and the first behind it. */
  readonly start: number;
  readonly end: number;
  readonly columns: readonly HeadColumn[];
}

export interface HeadColumn {
  readonly column: number;
  /** Texts of the head above this column, from top to bottom, each merged area once. */
  readonly path: readonly string[];
  readonly heading: Heading | null;
}

const MOST_HEAD_ROWS = 6;
const WIDEST_TABLE = 200;
const SHORT = 8;

/** Short texts come again in every row: types, units, directions. */
const remembered = new Map<string, boolean>();
const MOST_REMEMBERED = 2000;

function isHeading(text: string): boolean {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = headingOf(text) !== null;
  if (text.length <= SHORT) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, found);
  }
  return found;
}

/** Finds the rows that head a table of indicators, repeated ones too. */
export function findHeads(sheet: SheetSnapshot, rows: readonly GridRow[]): readonly TableHead[] {
  const heads: TableHead[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    if (!looksLikeHead(rows[index])) continue;
    const head = readHead(sheet, rows, index);
    if (head === null) continue;
    heads.push(head);
    index = head.end - 1;
  }
  return heads;
}

/** Two cells that are headings, and not outnumbered by those that are none. */
function looksLikeHead({ cells }: GridRow): boolean {
  let known = 0;
  let misses = 0;
  for (const cell of cells) {
    if (typeof cell.value === 'string' && isHeading(cell.value)) known += 1;
    else misses += 1;
    // Rows of data are told from heads by their first cells.
    if (misses > 3 && known === 0) return false;
  }
  return known >= 2 && known >= misses;
}

/** True for a row that only a head can be: the head of a page, where it is not read as one. */
export function isAllHeadings({ cells }: GridRow): boolean {
  return cells.every((cell) => typeof cell.value === 'string' && isHeading(cell.value));
}

/** 1 | 2 | 3 … or 栏次 | 甲 | 乙 below the headings. */
function isNumbering({ cells }: GridRow): boolean {
  if (cells.length < 3) return false;
  const texts = cells.map(textOf).filter((text) => text !== '栏次');
  return (
    texts.every((text, index) => text === String(index + 1)) || texts.every((text) => /^[甲乙丙丁A-Z]$/.test(text))
  );
}

function readHead(sheet: SheetSnapshot, rows: readonly GridRow[], index: number): TableHead | null {
  let start = index;
  // Groups of columns, one to a row: 三级指标 over 编码 and 名称.
  while (
    start > 0 &&
    index - start < 2 &&
    rows[start - 1].row === rows[start].row - 1 &&
    isGroupRow(sheet, rows[start - 1])
  ) {
    start -= 1;
  }
  let end = index + 1;
  let bottom = Math.max(rows[index].row, ...rows[index].cells.map((cell) => areaOf(sheet, cell).bottom));
  bottom = Math.min(bottom, rows[index].row + MOST_HEAD_ROWS);
  while (end < rows.length && end - start < MOST_HEAD_ROWS) {
    const isBelow = rows[end].row <= bottom;
    if (!isBelow && !looksLikeHead(rows[end]) && !isAllHeadings(rows[end])) break;
    bottom = Math.max(bottom, rows[end].row);
    end += 1;
  }
  const top = rows[start].row;
  const columns = readColumns(sheet, rows.slice(start, end), top, bottom);
  if (!columns.some(({ heading }) => heading !== null && heading.role !== 'other' && heading.role !== 'attribute'))
    return null;
  if (end < rows.length && isNumbering(rows[end])) {
    bottom = rows[end].row;
    end += 1;
  }
  return { top, bottom, start, end, columns };
}

function isGroupRow(sheet: SheetSnapshot, row: GridRow): boolean {
  return (
    isAllHeadings(row) &&
    row.cells.some((cell) => {
      const area = areaOf(sheet, cell);
      return area.right > area.left || row.cells.length > 1;
    })
  );
}

function readColumns(
  sheet: SheetSnapshot,
  rows: readonly GridRow[],
  top: number,
  bottom: number,
): readonly HeadColumn[] {
  let left = Infinity;
  let right = -1;
  for (const { cells } of rows) {
    for (const cell of cells) {
      left = Math.min(left, cell.column);
      right = Math.max(right, areaOf(sheet, cell).right);
    }
  }
  right = Math.min(right, left + WIDEST_TABLE);
  const rowAt = (row: number): GridRow => rows.find((known) => known.row === row) || { row, cells: [] };
  const columns: HeadColumn[] = [];
  for (let column = left; column <= right; column += 1) {
    const path: string[] = [];
    let former: unknown;
    for (let row = top; row <= bottom; row += 1) {
      const cell = shownIn(sheet, rowAt(row), column);
      if (cell === undefined || cell === former) continue;
      former = cell;
      const text = textOf(cell);
      if (text !== '') path.push(text);
    }
    if (path.length > 0) columns.push({ column, path, heading: headingOfPath(path) });
  }
  return columns;
}
