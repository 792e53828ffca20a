import type { NewSheet } from '../../../../core/changes/operation';
import type { WorkbookRecord } from '../../reading/workbook-reader';
import { XlsxError } from '../../xlsx-error';
import { writeArchive } from '../../zip/zip-writer';
import { PackageWriter } from '../package-writer';
import { isStrict, relationshipType, writeWithStyles } from '../styles-part';
import { ColorImport } from './color-import';
import { retitleParts } from './part-titles';
import { SheetImport, type ImportedSheet } from './sheet-import';
import { StyleImport } from './style-import';
import { WorkbookPart, type AddedSheet } from './workbook-part';

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const MAX_NAME_LENGTH = 31;

/** A sheet to add, with the workbook that it comes from. */
export interface SheetSource {
  readonly sheet: NewSheet;
  readonly workbook: WorkbookRecord;
}

export interface SheetsAdded {
  readonly bytes: Uint8Array;
  /** Chinese sentences: what does not come along. */
  readonly warnings: readonly string[];
}

function checkNames(workbook: WorkbookRecord, sources: readonly SheetSource[]): void {
  const taken = new Set(workbook.sheets.map(({ content }) => content.name.toLowerCase()));
  for (const { sheet } of sources) {
    const { name } = sheet;
    if (name.trim() === '' || name.length > MAX_NAME_LENGTH || /[[\]:*?/\\\u0000-\u001f]|^'|'$/.test(name)) {
      throw new XlsxError('sheet-name', { sheet: name });
    }
    if (taken.has(name.toLowerCase())) throw new XlsxError('sheet-taken', { sheet: name });
    taken.add(name.toLowerCase());
  }
}

/** Path of a worksheet part that is free. */
function freePart({ archive, workbookPart }: WorkbookRecord, writer: PackageWriter): string {
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  let number = 1;
  const pathOf = (): string => `${folder}worksheets/sheet${number}.xml`;
  while (archive.has(pathOf()) || writer.changes.has(pathOf())) number += 1;
  return pathOf();
}

/** Puts sheets of other workbooks behind a sheet of this one. */
export function addSheets(workbook: WorkbookRecord, sources: readonly SheetSource[], after: string): SheetsAdded {
  const index = workbook.sheets.findIndex(({ content }) => content.name === after);
  if (index < 0) throw new XlsxError('no-sheet', { sheet: after });
  checkNames(workbook, sources);
  const writer = new PackageWriter(workbook.archive, workbook.limits);
  const strict = isStrict(writer, workbook);
  const imported: ImportedSheet[] = [];
  writeWithStyles(writer, workbook, (styles) => {
    const tools = new Map<WorkbookRecord, { styles: StyleImport; colors: ColorImport }>();
    for (const { sheet, workbook: source } of sources) {
      const record = source.sheets.find(({ content }) => content.name === sheet.source);
      if (!record || !record.worksheet) {
        throw new XlsxError('sheet-source', { sheet: sheet.name, obstacle: `模板文件中没有工作表“${sheet.source}”。` });
      }
      if (source.isDate1904 !== workbook.isDate1904) throw new XlsxError('sheet-dates', { sheet: sheet.source });
      let found = tools.get(source);
      if (!found) {
        const colors = new ColorImport(source, workbook);
        found = { colors, styles: new StyleImport(source, styles, colors) };
        tools.set(source, found);
      }
      const taken = new SheetImport(source, record, record.worksheet, sheet.name, found.styles, found.colors);
      imported.push(taken.build({ main: strict ? STRICT_MAIN : MAIN }));
    }
  });
  const added = imported.map(({ xml, names }, place): AddedSheet => {
    const part = freePart(workbook, writer);
    const type = relationshipType('worksheet', strict);
    const relationship = writer.addPart(workbook.workbookPart, type, part, WORKSHEET_TYPE, xml);
    return { name: sources[place].sheet.name, relationship, names };
  });
  const part = new WorkbookPart(workbook, writer);
  if (part.isStructureLocked) throw new XlsxError('structure-protected');
  part.addSheets(index, added);
  retitleParts(workbook, writer, { added: added.map(({ name }) => name), after });
  if (imported.some(({ hasFormulas }) => hasFormulas)) writer.requestCalculation(workbook.workbookPart);
  const warnings = imported.flatMap(({ left }, place) =>
    left.map((noun) => `${noun}没有带入工作表“${sources[place].sheet.name}”。`),
  );
  return { bytes: writeArchive(workbook.archive, writer.changes), warnings };
}
