import type { OfficeLibrary } from './office-library';
import { sheetGone } from './excel-error';

/** A sheet named by an edit or a mark, as it stands now. */
export interface NamedSheet {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  /** False when protection forbids formats, conditional ones included. */
  readonly allowsFormats: boolean;
}

/** One round trip: the sheets of these names; rejects with `gone` at the first that is missing. */
export async function findSheets(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<Readonly<Record<string, NamedSheet>>> {
  const distinct = names.filter((name, place) => names.indexOf(name) === place);
  const sheets = distinct.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  for (const sheet of sheets) sheet.load('id,name,protection/protected,protection/options');
  await context.sync();
  const found: Record<string, NamedSheet> = {};
  sheets.forEach((sheet, place) => {
    if (sheet.isNullObject) throw sheetGone(distinct[place]);
    found[distinct[place]] = describeSheet(sheet);
  });
  return found;
}

/** What `findSheets` returns, for a sheet whose protection has been loaded. */
export function describeSheet(sheet: Excel.Worksheet): NamedSheet {
  const { protected: isProtected, options } = sheet.protection;
  return { name: sheet.name, sheet, isProtected, allowsFormats: !isProtected || options.allowFormatCells === true };
}

/** File name as the user knows it. Before ExcelApi 1.7 only the document's address tells. */
export function fileNameOf({ Office: office }: OfficeLibrary): string {
  const { url } = office.context.document;
  const last = (url || '').split(/[\\/]/).pop() || '';
  const name = last.split(/[?#]/)[0];
  if (name === '') return '当前工作簿';
  try {
    return decodeURIComponent(name);
  } catch {
    // A file name may hold a percent sign of its own.
    return name;
  }
}
