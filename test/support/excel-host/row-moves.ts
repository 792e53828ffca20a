import { formulaAfterRow, rangeAfterRow, type RowShift } from '../../../src/core/changes/shift-references';
import type { CellRange } from '../../../src/core/workbook/cell-address';
import { ApiError } from './api-object';
import { cellAt, changeCell, moveRows, placesOf, type ModelSheet, type ModelWorkbook } from './workbook-model';

/*
 * Known of Excel: references, merged areas, conditional formats, heights, hidden rows and tables follow; a new row has the formats and the
 * height of the row above, merged areas of that row alone are not repeated in it. Inferred: conditional formats that end in the row above
 * reach into the new row; the new row is shown; rows within a table are refused (Excel allows some of them).
 */

/** A whole row comes: what stood at `row` moves down. */
export function insertRow(workbook: ModelWorkbook, sheet: ModelSheet, row: number): void {
  refuseTables(sheet, row, 'insert');
  const above = row - 1;
  moveRows(sheet, (former) => (former >= row ? former + 1 : former));
  for (const { column } of placesOf(sheet).filter((place) => place.row === above)) {
    const { numberFormat, isLocked, fill, look } = cellAt(sheet, above, column);
    changeCell(sheet, row, column, { numberFormat, isLocked, fill, look });
  }
  moveLines(workbook, sheet, { kind: 'insert', sheet: sheet.name, row });
  if (above in sheet.rowHeights) sheet.rowHeights[row] = sheet.rowHeights[above];
}

/** A whole row goes: what stood below moves up. What a merged area held in it is gone. */
export function deleteRow(workbook: ModelWorkbook, sheet: ModelSheet, row: number): void {
  refuseTables(sheet, row, 'delete');
  moveRows(sheet, (former) => (former === row ? null : former > row ? former - 1 : former));
  moveLines(workbook, sheet, { kind: 'delete', sheet: sheet.name, row });
}

function refuseTables(sheet: ModelSheet, row: number, kind: RowShift['kind']): void {
  const isWithin = ({ top, bottom }: CellRange): boolean =>
    row <= bottom && (kind === 'insert' ? row > top : row >= top);
  if (sheet.tables.some(({ range }) => isWithin(range))) throw new ApiError('InvalidOperation', 'cells of a table');
}

function moveLines(workbook: ModelWorkbook, sheet: ModelSheet, shift: RowShift): void {
  const after = (range: CellRange): readonly CellRange[] => {
    const moved = rangeAfterRow(range, shift);
    return moved === null ? [] : [moved];
  };
  const formattedAfter = (range: CellRange): readonly CellRange[] =>
    shift.kind === 'insert' && range.bottom === shift.row - 1 ? [{ ...range, bottom: shift.row }] : after(range);
  const rowsAfter = (row: number): readonly number[] =>
    after({ top: row, bottom: row, left: 0, right: 0 }).map(({ top }) => top);

  sheet.mergedAreas = sheet.mergedAreas.flatMap(after).filter((area) => !isOneCell(area));
  for (const format of sheet.conditionalFormats) format.ranges = format.ranges.flatMap(formattedAfter);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ ranges }) => ranges.length > 0);
  for (const table of sheet.tables) [table.range] = after(table.range);
  const heights = Object.entries(sheet.rowHeights);
  sheet.rowHeights = Object.fromEntries(
    heights.flatMap(([row, height]) => rowsAfter(Number(row)).map((moved) => [moved, height])),
  );
  sheet.hiddenRows = new Set([...sheet.hiddenRows].flatMap(rowsAfter));
  moveReferences(workbook, shift);
}

function moveReferences({ sheets, names }: ModelWorkbook, shift: RowShift): void {
  const moved = (formula: string, ownSheet: string): string => `=${formulaAfterRow(formula.slice(1), ownSheet, shift)}`;
  for (const sheet of sheets) {
    for (const { row, column } of placesOf(sheet)) {
      const { formula } = cellAt(sheet, row, column);
      if (formula !== null) changeCell(sheet, row, column, { formula: moved(formula, sheet.name) });
    }
    for (const format of sheet.conditionalFormats) {
      if (format.formula !== '') format.formula = moved(format.formula, sheet.name);
    }
  }
  for (const name of Object.keys(names)) names[name] = moved(names[name], '');
}

function isOneCell({ top, left, bottom, right }: CellRange): boolean {
  return top === bottom && left === right;
}
