import { encodeBase64 } from '../../core/changes/base64';
import { BLANK_CONTENT, type Edit } from '../../core/changes/change-set';
import type { NewSheet } from '../../core/changes/operation';
import { describeTemplate } from '../../core/converting/describe-template';
import type { SheetPlan } from '../../core/converting/plan-conversion';
import type { DescribedTemplate } from '../../core/converting/template-description';
import { openXlsx, type XlsxWorkbook } from '../xlsx';
import { neededHeights } from './row-heights';
import { tidySheet } from './tidy-sheet';

/** A template that is read; `description` is null where the problems say what is wrong with it. */
export interface TemplateFile extends DescribedTemplate {
  readonly workbook: XlsxWorkbook;
}

/** Reads an .xlsx file as a template. Throws XlsxError for what is none. @param name Of the file. */
export function readTemplateFile(name: string, bytes: Uint8Array): TemplateFile {
  const workbook = openXlsx(bytes, { name });
  return { workbook, ...describeTemplate(workbook.snapshot, workbook.definedNames, name) };
}

/** Makes the sheets of a plan: each in a file of its own, to be added to a workbook. Throws XlsxError. */
export function fillTemplate(workbook: XlsxWorkbook, plans: readonly SheetPlan[]): readonly NewSheet[] {
  return plans.map((plan) => ({
    name: plan.sheet.name,
    file: encodeBase64(filled(workbook, plan)),
    source: plan.source,
  }));
}

function filled(template: XlsxWorkbook, { source, rows, cells, printArea }: SheetPlan): Uint8Array {
  const shaped = rows.length === 0 ? template : template.withRowChanges(rows);
  const sheet = shaped.snapshot.findSheet(source);
  const edits = cells.map(({ address, value }): Edit => {
    const cell = sheet && sheet.cellAt(address.row, address.column);
    const before = cell ? { value: cell.value, formula: cell.formula, numberFormat: cell.numberFormat } : BLANK_CONTENT;
    // Written as they are: no text becomes a formula.
    return { sheet: source, address, before, after: { ...before, value, formula: null } };
  });
  const written = shaped.withEdits(edits);
  const look = written.readAppearance();
  const appearance = look.sheets.find(({ name }) => name === source);
  const content = written.snapshot.findSheet(source);
  const rowHeights =
    appearance && content ? neededHeights(content, look.styles, appearance, printArea) : new Map<number, number>();
  return tidySheet(written.bytes, { sheet: source, printArea, rowHeights });
}
