import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { openXlsx } from '../../../src/host/xlsx';
import { changeCell, type ModelWorkbook } from '../../support/excel-host/workbook-model';

const FOLDER = path.join(__dirname, '../../fixtures/filings');

/** File names of the real filings. */
export const FILINGS: readonly string[] = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

/** The sheets of a filing as the reader of files finds them. */
export function sheetsOfFiling(file: string): readonly SheetContent[] {
  const { snapshot } = openXlsx(new Uint8Array(readFileSync(path.join(FOLDER, file))), { name: file });
  return snapshot.sheets.map(({ content }) => plainSheet(content));
}

/** Without what the reader of files knows beyond a cell: how its text comes about. */
function plainSheet(sheet: SheetContent): SheetContent {
  const cells = sheet.cells.map(({ row, column, value, text, formula, numberFormat, rawNumber, isError }) => ({
    row,
    column,
    value,
    text,
    formula,
    numberFormat,
    rawNumber,
    isError,
  }));
  return { ...sheet, cells };
}

/** Lets a simulated Excel show every cell as the file does: it knows few number formats itself. */
export function showAsInFile(model: ModelWorkbook, sheets: readonly SheetContent[]): void {
  sheets.forEach(({ cells }, place) => {
    for (const { row, column, text } of cells) changeCell(model.sheets[place], row, column, { text });
  });
}
