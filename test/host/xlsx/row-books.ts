import type { RowDeletion, RowInsertion } from '../../../src/core/changes/row-change';
import { rowCells } from '../../../src/core/changes/apply-row-changes';
import { parseRange, type CellRange } from '../../../src/core/workbook/cell-address';
import { openXlsx, type XlsxWorkbook } from '../../../src/host/xlsx';
import { pack, worksheet, type PackageSource } from './package-parts';
import { readPart } from './workbook-edits';

/** A new row of a sheet, one-based as in Excel, like the row above unless said otherwise. */
export function insertion(
  workbook: XlsxWorkbook,
  sheet: string,
  row: number,
  values: Readonly<Record<number, string | number>> = {},
  { like = row - 1, merged = [] as string[] } = {},
): RowInsertion {
  const found = workbook.snapshot.findSheet(sheet);
  return {
    kind: 'insert',
    sheet,
    row: row - 1,
    like: like - 1,
    beside: found ? rowCells(found, like - 1) : [],
    cells: Object.entries(values).map(([column, value]) => ({
      column: Number(column),
      content: { value, formula: null, numberFormat: 'General' },
    })),
    mergedAreas: merged.map((text) => parseRange(text) as CellRange),
  };
}

export function deletion(workbook: XlsxWorkbook, sheet: string, row: number): RowDeletion {
  const found = workbook.snapshot.findSheet(sheet);
  return { kind: 'delete', sheet, row: row - 1, cells: found ? rowCells(found, row - 1) : [] };
}

export const text = (address: string, value: string, style = 0): string =>
  `<c r="${address}"${style ? ` s="${style}"` : ''} t="inlineStr"><is><t>${value}</t></is></c>`;
export const number = (address: string, value: number): string => `<c r="${address}"><v>${value}</v></c>`;

/** One sheet "表" with rows and what stands after them. */
export function book(rows: string, after = '', more: Partial<PackageSource> = {}): XlsxWorkbook {
  return openXlsx(pack({ sheets: [{ name: '表', xml: worksheet(rows, after) }], ...more }), { name: '样.xlsx' });
}

export const sheetText = (workbook: XlsxWorkbook): string => readPart(workbook.bytes, 'xl/worksheets/sheet1.xml');
