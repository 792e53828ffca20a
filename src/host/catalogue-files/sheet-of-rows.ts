import type { CellValue, PlacedCell, SheetContent } from '../../core/workbook/workbook-snapshot';

/** A sheet with these values from its first row and column on. */
export function sheetOfRows(name: string, rows: readonly (readonly CellValue[])[]): SheetContent {
  const cells: PlacedCell[] = [];
  rows.forEach((values, row) =>
    values.forEach((value, column) => {
      if (value !== null && value !== '') cells.push(cellOf(row, column, value));
    }),
  );
  return {
    name,
    visibility: 'visible',
    cells,
    mergedAreas: [],
    hiddenRows: [],
    hiddenColumns: [],
    isProtected: false,
  };
}

function cellOf(row: number, column: number, value: CellValue): PlacedCell {
  return {
    row,
    column,
    value,
    text: String(value),
    formula: null,
    numberFormat: 'General',
    rawNumber: null,
    isError: false,
  };
}
