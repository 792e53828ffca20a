import { parseRange } from '../../../../src/core/workbook/cell-address';
import {
  WorkbookSnapshot,
  type CellValue,
  type PlacedCell,
  type SheetContent,
} from '../../../../src/core/workbook/workbook-snapshot';

export type ListCell = CellValue | Partial<PlacedCell>;

export interface ListSheet {
  readonly name?: string;
  readonly rows: readonly (readonly ListCell[])[];
  readonly merges?: readonly string[];
  readonly visibility?: SheetContent['visibility'];
}

/** A workbook of lists: texts and numbers row by row; cells that a merged area covers are left out, as hosts leave them out. */
export function listWorkbook(...sheets: readonly ListSheet[]): WorkbookSnapshot {
  return new WorkbookSnapshot('指标库.xlsx', sheets.map(contentOf));
}

function contentOf({ name = 'Sheet1', rows, merges = [], visibility = 'visible' }: ListSheet): SheetContent {
  const mergedAreas = merges.map((text) => {
    const range = parseRange(text);
    if (range === undefined) throw new Error(`no range: ${text}`);
    return range;
  });
  const isCovered = (row: number, column: number): boolean =>
    mergedAreas.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
    );
  const cells: PlacedCell[] = [];
  rows.forEach((values, row) =>
    values.forEach((value, column) => {
      if (value === null || value === '' || isCovered(row, column)) return;
      cells.push(cellOf(row, column, value));
    }),
  );
  return { name, visibility, cells, mergedAreas, hiddenRows: [], hiddenColumns: [], isProtected: false };
}

function cellOf(row: number, column: number, content: ListCell): PlacedCell {
  const given: Partial<PlacedCell> = typeof content === 'object' && content !== null ? content : { value: content };
  const value = given.value === undefined ? null : given.value;
  return {
    row,
    column,
    value,
    text: value === null ? '' : String(value),
    formula: null,
    numberFormat: 'General',
    rawNumber: typeof value === 'number' ? String(value) : null,
    isError: false,
    ...given,
  };
}
