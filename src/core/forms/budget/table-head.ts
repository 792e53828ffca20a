import { compactText } from '../../values/normalize-text';
import type { SheetSnapshot } from '../../workbook/workbook-snapshot';
import { isBlank, type FormCell } from '../form';
import { readCell, shownCellsOfRow } from '../sheet-view';
import { isTableHead } from './column-roles';

/** The head of a budget table: its rows, and for each column the cells above it. */
export interface TableHead {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly { readonly index: number; readonly heads: readonly FormCell[] }[];
}

const HIGHEST_HEAD = 5;

/**
 * Reads the head of a table that begins on a row; undefined when the row is none: it needs two cells or more that name columns
 * of budget tables and no amounts.
 */
export function readTableHead(
  sheet: SheetSnapshot,
  filled: ReadonlyMap<number, readonly number[]>,
  top: number,
): TableHead | undefined {
  const columns = filled.get(top);
  if (!columns) return undefined;
  const first = shownCellsOfRow(sheet, top, columns).filter(({ address }) => address.row === top);
  if (first.filter(({ text }) => isTableHead(text)).length < 2 || first.some(holdsAmount)) return undefined;
  let bottom = Math.max(...first.map(({ range }) => range.bottom));
  while (bottom - top < HIGHEST_HEAD && isMoreHead(sheet, filled, bottom + 1)) {
    const below = shownCellsOfRow(sheet, bottom + 1, filled.get(bottom + 1) || []);
    bottom = Math.max(
      bottom + 1,
      ...below.filter(({ address }) => address.row > bottom).map(({ range }) => range.bottom),
    );
  }
  if (bottom - top >= HIGHEST_HEAD) return undefined;
  const left = Math.min(...first.map(({ range }) => range.left));
  const right = Math.max(...first.map(({ range }) => range.right));
  const found: { index: number; heads: FormCell[] }[] = [];
  for (let index = left; index <= right; index += 1) {
    const heads: FormCell[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const cell = readCell(sheet, row, index);
      const isKnown = heads.some(
        ({ address }) => address.row === cell.address.row && address.column === cell.address.column,
      );
      if (!isBlank(cell) && !isKnown && !isNumbering(cell.text)) heads.push(cell);
    }
    if (heads.length > 0 && !sheet.isColumnHidden(index)) found.push({ index, heads });
  }
  return { top, bottom, columns: found };
}

/** A row below the head's first that still belongs to it: more heads (小计, 类 款 项), or the numbers of the columns. */
function isMoreHead(sheet: SheetSnapshot, filled: ReadonlyMap<number, readonly number[]>, row: number): boolean {
  const columns = filled.get(row);
  if (!columns) return false;
  const cells = shownCellsOfRow(sheet, row, columns).filter(({ address }) => address.row === row);
  if (cells.length === 0) return false;
  if (cells.length >= 2 && cells.every(({ text }) => isNumbering(text))) return isCounted(cells);
  return (
    !cells.some(holdsAmount) &&
    cells.filter(({ text }) => isTableHead(text)).length * 2 >= cells.length &&
    !isTotalRow(cells)
  );
}

/** A row that begins with 合计 and goes on with blanks or amounts is the first row of the body. */
function isTotalRow(cells: readonly FormCell[]): boolean {
  return cells.length <= 2 && /^(?:合计|总计)$/.test(compactText(cells[0].text));
}

/** 1, 2, 3 or 栏次, ** under the heads. */
function isNumbering(text: string): boolean {
  return /^(?:栏次|序号|\*{1,2}|[0-9]{1,2}(?:=[0-9+\-]{1,30})?|[A-Z]|[①-⑳]|[一二三四五六七八九十甲乙丙丁戊])$/.test(
    compactText(text),
  );
}

function isCounted(cells: readonly FormCell[]): boolean {
  const numbers = cells.map(({ text }) => parseInt(compactText(text), 10)).filter((number) => !isNaN(number));
  return numbers.every((number, index) => index === 0 || number === numbers[index - 1] + 1 || number === 1);
}

function holdsAmount(cell: FormCell): boolean {
  return typeof cell.value === 'number' || /^-?[0-9][0-9,]*(?:\.[0-9]+)?$/.test(compactText(cell.text));
}
