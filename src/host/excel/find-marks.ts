import { MARKER } from './cell-marks';
import { hasApi, type OfficeLibrary } from './office-library';

/** True when marks of ours are in the workbook. Three round trips at most; hidden sheets are looked at too. */
export async function hasMarks(context: Excel.RequestContext, library: OfficeLibrary): Promise<boolean> {
  if (!hasApi(library, 'conditionalFormats')) return false;
  const { worksheets } = context.workbook;
  worksheets.load('items/id');
  await context.sync();
  const collections = worksheets.items.map((sheet) => sheet.getRange().conditionalFormats);
  for (const formats of collections) formats.load('items/id,items/type');
  await context.sync();
  const rules = collections.reduce<Excel.ConditionalFormatRule[]>(
    (found, { items }) => found.concat(items.filter(({ type }) => type === 'Custom').map(({ custom }) => custom.rule)),
    [],
  );
  if (rules.length === 0) return false;
  for (const rule of rules) rule.load('formula');
  await context.sync();
  return rules.some(({ formula }) => formula.indexOf(MARKER) !== -1);
}
