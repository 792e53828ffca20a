import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { CellRange } from '../workbook/cell-address';
import { isBlank, type FormCell } from './form';

/** The cell a reader sees at an address: for a merged area its top-left content with the whole area as range. */
export function readCell(sheet: SheetSnapshot, row: number, column: number): FormCell {
  const range = sheet.areaAt(row, column);
  const cell = sheet.cellAt(range.top, range.left);
  return {
    sheet: sheet.name,
    address: { row: range.top, column: range.left },
    range,
    text: cell ? cell.text : '',
    value: cell ? cell.value : null,
    formula: cell ? cell.formula : null,
    numberFormat: cell ? cell.numberFormat : 'General',
    rawNumber: cell ? cell.rawNumber : null,
  };
}

/**
 * The cells of a row as a reader sees them, left to right within the given columns, blank ones included. A merged area
 * counts once, in each of its rows. Hidden columns are helper columns: what stands in them alone is left out.
 */
export function cellsOfRow(sheet: SheetSnapshot, row: number, left: number, right: number): FormCell[] {
  const cells: FormCell[] = [];
  for (let column = left; column <= right; column += 1) {
    const cell = readCell(sheet, row, column);
    if (!isHiddenThroughout(sheet, cell.range)) cells.push(cell);
    column = Math.max(column, cell.range.right);
  }
  return cells;
}

/**
 * The cells of a row that show something, hidden helper columns left out.
 * @param columns Columns in which cells with content begin on this row; the rest of the row is not walked over.
 */
export function shownCellsOfRow(sheet: SheetSnapshot, row: number, columns: readonly number[]): FormCell[] {
  const fromAbove = sheet.mergedAreasInto(row).map(({ left }) => left);
  return [...columns, ...fromAbove]
    .map((column) => readCell(sheet, row, column))
    .filter((cell) => !isBlank(cell) && !isHiddenThroughout(sheet, cell.range));
}

/** Rows of a sheet that hold content, each with the columns in which cells begin there. */
export type FilledRows = ReadonlyMap<number, readonly number[]>;

/** Rows of a sheet that hold content, ascending, each with its cells. */
export function filledRows(sheet: SheetSnapshot): FilledRows {
  const rows = new Map<number, number[]>();
  for (const cell of sheet.cells) {
    if (!/\S/.test(cell.text)) continue;
    const columns = rows.get(cell.row);
    if (columns) columns.push(cell.column);
    else rows.set(cell.row, [cell.column]);
  }
  return rows;
}

/** The smallest range that holds all the given ones; undefined for none. */
export function enclosingRange(ranges: readonly CellRange[]): CellRange | undefined {
  if (ranges.length === 0) return undefined;
  return ranges.reduce((all, range) => ({
    top: Math.min(all.top, range.top),
    left: Math.min(all.left, range.left),
    bottom: Math.max(all.bottom, range.bottom),
    right: Math.max(all.right, range.right),
  }));
}

function isHiddenThroughout(sheet: SheetSnapshot, range: CellRange): boolean {
  for (let column = range.left; column <= range.right; column += 1) if (!sheet.isColumnHidden(column)) return false;
  return true;
}
