import { isSameContent } from '../../../core/changes/change-set';
import { formatAddress } from '../../../core/workbook/cell-address';
import type { StoredCell } from '../reading/stored-cell';
import type { SheetRecord, WorkbookRecord } from '../reading/workbook-reader';
import { XlsxError } from '../xlsx-error';
import type { PlannedCell, SheetPlan } from './edit-plan';

function fail(sheet: string, cell: string | undefined, reason: string): never {
  throw new XlsxError('internal', { sheet, cell, reason });
}

function isUnchanged(before: StoredCell, after: StoredCell): boolean {
  return (
    before.value === after.value &&
    before.formula === after.formula &&
    before.rawNumber === after.rawNumber &&
    before.isError === after.isError &&
    before.style === after.style &&
    before.numberFormat === after.numberFormat
  );
}

function isAsPlanned(planned: PlannedCell, before: StoredCell | undefined, after: StoredCell | undefined): boolean {
  const content = planned.content ?? before ?? { value: null, formula: null, numberFormat: '' };
  const found = after ?? { value: null, formula: null, numberFormat: '' };
  if (!isSameContent(content, found)) return false;
  if (after === undefined) return content.formula === null && planned.numberFormat === null;
  if (planned.numberFormat !== null) return after.numberFormat === planned.numberFormat;
  return planned.dropsQuotePrefix || after.style === planned.style;
}

/** What a sheet has beside its cells, in a form that compares. */
function frameOf({ content, worksheet }: SheetRecord): string {
  const { name, visibility, mergedAreas, hiddenRows, hiddenColumns, isProtected } = content;
  // An array formula of one cell may be overwritten.
  const arrays = worksheet?.arrayAreas.filter((area) => area.top !== area.bottom || area.left !== area.right);
  const areas = worksheet && [worksheet.mergeTexts, arrays, worksheet.columnStyles];
  const rowStyles = worksheet && [...worksheet.rowStyles];
  return JSON.stringify([name, visibility, mergedAreas, hiddenRows, hiddenColumns, isProtected, areas, rowStyles]);
}

function compareSheets(before: SheetRecord, after: SheetRecord, planned: readonly PlannedCell[]): void {
  const { name } = before.content;
  if (frameOf(before) !== frameOf(after)) fail(name, undefined, 'sheet changed');
  const rest = new Map(planned.map((cell) => [formatAddress(cell), cell]));
  const oldCells = before.worksheet ? before.worksheet.cells : [];
  const newCells = after.worksheet ? after.worksheet.cells : [];
  let next = 0;
  for (const cell of newCells) {
    const old = oldCells[next];
    const isOld = old !== undefined && old.row === cell.row && old.column === cell.column;
    const address = formatAddress(cell);
    const plan = rest.get(address);
    if (isOld) next += 1;
    if (plan) {
      rest.delete(address);
      if (!isAsPlanned(plan, isOld ? old : undefined, cell)) fail(name, address, 'not as planned');
    } else if (!isOld || !isUnchanged(old, cell)) fail(name, address, isOld ? 'changed' : 'added or moved');
  }
  if (next !== oldCells.length) fail(name, formatAddress(oldCells[next]), 'lost');
  for (const [address, plan] of rest) if (!isAsPlanned(plan, undefined, undefined)) fail(name, address, 'not written');
}

/** Compares the workbook before and after writing; throws unless exactly the planned cells differ, as planned. */
export function proveWritten(before: WorkbookRecord, after: WorkbookRecord, plans: readonly SheetPlan[]): void {
  if (before.sheets.length !== after.sheets.length) throw new XlsxError('internal', { reason: 'number of sheets' });
  before.sheets.forEach((sheet, index) => {
    const plan = plans.find((candidate) => candidate.record === sheet);
    compareSheets(sheet, after.sheets[index], plan ? plan.cells : []);
  });
  proveStyles(before, after);
}

/** Throws unless every format that was there is as it was. */
export function proveStyles(before: WorkbookRecord, after: WorkbookRecord): void {
  for (let style = 0; style < before.styles.count; style += 1) {
    const isSame =
      before.styles.numberFormatOf(style) === after.styles.numberFormatOf(style) &&
      before.styles.isLocked(style) === after.styles.isLocked(style) &&
      before.styles.hasQuotePrefix(style) === after.styles.hasQuotePrefix(style);
    if (!isSame) throw new XlsxError('internal', { reason: `style ${style}` });
  }
}
