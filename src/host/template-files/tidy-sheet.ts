import { formatAddress, type CellRange } from '../../core/workbook/cell-address';
import { DEFAULT_LIMITS, XlsxError } from '../xlsx';
import { readWorkbook, type WorkbookRecord } from '../xlsx/reading/workbook-reader';
import { PackageWriter } from '../xlsx/writing/package-writer';
import { proveWritten } from '../xlsx/writing/proof';
import { mapSheet } from '../xlsx/writing/sheet-map';
import { applySplices, type Splice } from '../xlsx/writing/splice';
import { editTag } from '../xlsx/writing/tag-text';
import { scanText, withoutPrefix } from '../xlsx/xml/xml-scanner';
import { encodeXml } from '../xlsx/xml/xml-text';
import { ZipArchive } from '../xlsx/zip/zip-archive';
import { writeArchive } from '../xlsx/zip/zip-writer';

/** What a sheet filled from a template needs before it goes into another workbook. */
export interface SheetTidying {
  readonly sheet: string;
  readonly printArea: CellRange;
  /** Points by zero-based row; rows without an element stay as they are. */
  readonly rowHeights: ReadonlyMap<number, number>;
}

/**
 * A copy of the file in which one sheet has this print area and these heights. All names are taken out but what Excel itself keeps
 * under one: a workbook that the sheet goes to has names of its own.
 */
export function tidySheet(bytes: Uint8Array, { sheet, printArea, rowHeights }: SheetTidying): Uint8Array {
  const workbook = recordOf(bytes);
  const index = workbook.sheets.findIndex(({ content }) => content.name === sheet);
  const worksheet = index < 0 ? null : workbook.sheets[index].worksheet;
  if (worksheet === null) throw new XlsxError('no-sheet', { sheet });
  const { limits, workbookPart } = workbook;
  const writer = new PackageWriter(workbook.archive, limits);
  writer.write(workbookPart, withNames(writer.read(workbookPart), workbook, index, areaText(sheet, printArea)));
  const text = writer.read(worksheet.part);
  const { rows } = mapSheet(text, worksheet.part, new Set(rowHeights.keys()), limits);
  const splices: Splice[] = [];
  rows.forEach(({ row, start, openEnd }) => {
    const height = rowHeights.get(row);
    if (height === undefined) return;
    const tag = editTag(text.slice(start, openEnd), { ht: String(height), customHeight: '1' });
    splices.push({ start, end: openEnd, text: tag });
  });
  writer.write(worksheet.part, applySplices(text, splices));
  const tidied = writeArchive(workbook.archive, writer.changes);
  proveWritten(workbook, recordOf(tidied), []);
  return tidied;
}

function recordOf(bytes: Uint8Array): WorkbookRecord {
  return readWorkbook(new ZipArchive(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
}

function withNames(text: string, workbook: WorkbookRecord, sheetIndex: number, area: string): string {
  const splices: Splice[] = [];
  let start = -1;
  let openEnd = -1;
  let isOurs = false;
  let isArea = false;
  scanText(
    text,
    workbook.workbookPart,
    workbook.limits,
    withoutPrefix({
      open(name, tag, _isEmpty, from, to) {
        if (name !== 'definedName') return;
        start = from;
        openEnd = to;
        isOurs = (tag.attribute('name') ?? '').startsWith('_xlnm.');
        isArea =
          tag.attribute('name') === '_xlnm.Print_Area' && tag.rawAttribute('localSheetId') === String(sheetIndex);
      },
      close(name, from, end) {
        if (name !== 'definedName') return;
        if (!isOurs) splices.push({ start, end, text: '' });
        else if (isArea) splices.push({ start: openEnd, end: from, text: encodeXml(area) });
      },
    }),
  );
  return applySplices(text, splices);
}

function areaText(sheet: string, { top, left, bottom, right }: CellRange): string {
  const corner = (row: number, column: number): string => formatAddress({ row, column }).replace(/^([A-Z]+)/, '$$$1$$');
  return `'${sheet.replace(/'/g, "''")}'!${corner(top, left)}:${corner(bottom, right)}`;
}
