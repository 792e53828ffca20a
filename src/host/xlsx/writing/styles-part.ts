import type { WorkbookRecord } from '../reading/workbook-reader';
import type { PackageWriter } from './package-writer';
import { StyleWriter } from './style-writer';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml';
const STRICT_RELATIONSHIPS = `${STRICT}/officeDocument/relationships`;
const STRICT_MAIN = `${STRICT}/spreadsheetml/main`;

/** The least that a styles part must hold. */
function blankStyles(namespace: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">` +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
  );
}

/** Highest format that any cell refers to. */
export function highestStyle(workbook: WorkbookRecord): number {
  let highest = 0;
  for (const { worksheet } of workbook.sheets) {
    if (!worksheet) continue;
    for (const { style } of worksheet.cells) highest = Math.max(highest, style);
    for (const style of worksheet.rowStyles.values()) highest = Math.max(highest, style);
    for (const { style } of worksheet.columnStyles) highest = Math.max(highest, style);
  }
  return highest;
}

/** True when the package is written in Strict OOXML, whose namespaces are others. */
export function isStrict(writer: PackageWriter, workbook: WorkbookRecord): boolean {
  return writer.read(workbook.workbookPart).includes(STRICT_MAIN);
}

/** Address of a relationship's type: "worksheet", "styles". */
export function relationshipType(name: string, strict: boolean): string {
  return `${strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS}/${name}`;
}

/** The workbook's styles part as text; a blank one where there is none. */
export interface StylesPart {
  readonly part: string;
  readonly text: string;
  /** Puts the changed text in its place. */
  save(text: string): void;
}

export function openStylesPart(writer: PackageWriter, workbook: WorkbookRecord): StylesPart {
  const { relationships, archive, workbookPart } = workbook;
  const link = relationships.find(({ type, target }) => type === 'styles' && archive.has(target));
  const strict = isStrict(writer, workbook);
  const part = link ? link.target : 'xl/styles.xml';
  return {
    part,
    text: link ? writer.read(part) : blankStyles(strict ? STRICT_MAIN : MAIN),
    save(text) {
      if (link) writer.write(part, text);
      else writer.addPart(workbookPart, relationshipType('styles', strict), part, STYLES_TYPE, text);
    },
  };
}

/** Lets formats be added to a workbook while `work` writes its sheets. */
export function writeWithStyles(
  writer: PackageWriter,
  workbook: WorkbookRecord,
  work: (styles: StyleWriter) => void,
): void {
  const { part, text, save } = openStylesPart(writer, workbook);
  const styles = new StyleWriter(text, part, highestStyle(workbook), workbook.limits);
  work(styles);
  const changed = styles.build();
  if (changed !== null) save(changed);
}
