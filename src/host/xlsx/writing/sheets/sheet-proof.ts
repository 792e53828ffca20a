import type { WorkbookRecord } from '../../reading/workbook-reader';
import { XlsxError } from '../../xlsx-error';
import { proveMoved } from '../rows/row-proof';
import { proveStyles } from '../proof';
import type { SheetSource } from './add-sheets';

function fail(sheet: string, reason: string): never {
  throw new XlsxError('internal', { sheet, reason });
}

/** What came along of a sheet: all but its name and its formulas, which name other sheets. */
function shownOf(workbook: WorkbookRecord, name: string): string {
  const content = workbook.sheets.find((sheet) => sheet.content.name === name)?.content;
  const cells = content?.cells
    .filter(({ value }) => value !== null && value !== '')
    .map(({ row, column, value, numberFormat, isError }) => [row, column, value, numberFormat, isError]);
  return JSON.stringify([cells, content?.mergedAreas, content?.hiddenRows, content?.hiddenColumns]);
}

/** Throws unless these sheets, and no others, came behind `after` and hold what they hold at home, and all else is as it was. */
export function proveAdded(
  before: WorkbookRecord,
  after: WorkbookRecord,
  sources: readonly SheetSource[],
  neighbour: string,
): void {
  const names = before.sheets.map(({ content }) => content.name);
  names.splice(names.indexOf(neighbour) + 1, 0, ...sources.map(({ sheet }) => sheet.name));
  if (names.join('/') !== after.sheets.map(({ content }) => content.name).join('/')) fail(neighbour, 'order of sheets');
  for (const { sheet, workbook } of sources) {
    if (shownOf(workbook, sheet.source) !== shownOf(after, sheet.name)) fail(sheet.name, 'not as in its file');
  }
  proveKept(before, after);
}

/** Throws unless these sheets, and no others, went and all else is as it was. */
export function proveRemoved(before: WorkbookRecord, after: WorkbookRecord, names: readonly string[]): void {
  const left = before.sheets.map(({ content }) => content.name).filter((name) => !names.includes(name));
  const found = after.sheets.map(({ content }) => content.name);
  if (left.join('/') !== found.join('/')) fail(names[0], 'order of sheets');
  proveKept(before, after);
}

function proveKept(before: WorkbookRecord, after: WorkbookRecord): void {
  for (const sheet of before.sheets) {
    const same = after.sheets.find(({ content }) => content.name === sheet.content.name);
    if (same) proveMoved(sheet, same, []);
  }
  proveStyles(before, after);
}
