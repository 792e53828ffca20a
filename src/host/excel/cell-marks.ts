import { formatRange } from '../../core/workbook/cell-address';
import type { CellMark, MarkSeverity } from '../port/workbook-host';
import { sheetGone, sheetProtected } from './excel-error';
import { hasApi, type OfficeLibrary } from './office-library';
import { describeSheet, type NamedSheet } from './sheets';

/**
 * Marks are conditional formats of this formula, always true. The text in it tells them from the user's own: any later
 * opening, on any machine, finds and removes them. No function and no separator, so that no language of Excel rewrites it.
 */
export const MARKER = '"shenbao-mark"';

const FILLS: Readonly<Record<MarkSeverity, string>> = { error: '#FDE7E9', warning: '#FFF4CE', info: '#E8F1FB' };

/** Added last is shown first. */
const SEVERITIES: readonly MarkSeverity[] = ['info', 'warning', 'error'];

/** `getRanges` refuses addresses of more than 8192 characters, the sheet's name before each area counted. */
const MAX_ADDRESS = 8000;

interface SheetMarks extends NamedSheet {
  readonly own: readonly Excel.ConditionalFormat[];
  readonly marks: readonly CellMark[];
}

/**
 * Replaces all marks of ours in the workbook. Round trips: sheets, their conditional formats, the formulas of those
 * that have one, writing. Sheets whose protection forbids it are left alone; then, after all others are done, rejects
 * with `protected`. Below ExcelApi 1.6 there are no marks: only the sheets' names are checked.
 */
export async function replaceMarks(
  context: Excel.RequestContext,
  marks: readonly CellMark[],
  library: OfficeLibrary,
): Promise<void> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/id,items/name,items/protection/protected,items/protection/options');
  await context.sync();
  const named = sheets.items.map(describeSheet);
  for (const { sheet } of marks) if (!named.some(({ name }) => name === sheet)) throw sheetGone(sheet);
  if (!hasApi(library, 'conditionalFormats')) return;

  const own = await findOwnFormats(context, named);
  const planned = named
    .map((sheet, place): SheetMarks => ({
      ...sheet,
      own: own[place],
      marks: marks.filter((mark) => mark.sheet === sheet.name),
    }))
    .filter((sheet) => sheet.own.length > 0 || sheet.marks.length > 0);
  const writable = planned.filter(({ allowsFormats }) => allowsFormats);
  for (const sheet of writable) {
    for (const format of sheet.own) format.delete();
    for (const severity of SEVERITIES) addMarks(sheet, severity, hasApi(library, 'rangeAreas'));
  }
  if (writable.length > 0) await context.sync();
  const refused = planned.filter(({ allowsFormats }) => !allowsFormats)[0];
  if (refused) {
    throw sheetProtected(refused.name, refused.marks.length > 0 ? '无法标记问题单元格' : '无法清除先前的标记');
  }
}

/** Our conditional formats, sheet by sheet. */
async function findOwnFormats(
  context: Excel.RequestContext,
  sheets: readonly NamedSheet[],
): Promise<readonly Excel.ConditionalFormat[][]> {
  const collections = sheets.map(({ sheet }) => {
    const formats = sheet.getRange().conditionalFormats;
    formats.load('items/id,items/type');
    return formats;
  });
  await context.sync();
  const customs = collections.map(({ items }) => items.filter(({ type }) => type === 'Custom'));
  if (customs.every(({ length }) => length === 0)) return customs;
  const rules = customs.map((formats) =>
    formats.map(({ custom }) => {
      custom.rule.load('formula');
      return custom.rule;
    }),
  );
  await context.sync();
  return customs.map((formats, sheet) =>
    formats.filter((_, place) => rules[sheet][place].formula.indexOf(MARKER) !== -1),
  );
}

function addMarks({ name, sheet, marks }: SheetMarks, severity: MarkSeverity, hasRangeAreas: boolean): void {
  const addresses = marks.filter((mark) => mark.severity === severity).map(({ range }) => formatRange(range));
  const places: readonly (Excel.Range | Excel.RangeAreas)[] = hasRangeAreas
    ? joinAddresses(addresses, name).map((address) => sheet.getRanges(address))
    : addresses.map((address) => sheet.getRange(address));
  for (const place of places) {
    const { custom } = place.conditionalFormats.add('Custom');
    custom.rule.formula = `=${MARKER}<>"${severity}"`;
    custom.format.fill.color = FILLS[severity];
  }
}

/** "A1,B3:C4": one text for all cells, or as few as the limit allows. */
function joinAddresses(addresses: readonly string[], sheetName: string): readonly string[] {
  const joined: string[] = [];
  let room = 0;
  for (const address of addresses) {
    const cost = address.length + sheetName.length + 4;
    if (cost > room) {
      joined.push(address);
      room = MAX_ADDRESS;
    } else joined[joined.length - 1] += `,${address}`;
    room -= cost;
  }
  return joined;
}
