import { strToU8, zipSync } from 'fflate';
import { parseAddress } from '../../src/core/workbook/cell-address';
import type { CellValue } from '../../src/core/workbook/workbook-snapshot';

export interface BuiltCell {
  readonly value: CellValue;
  /** Without its leading "="; `value` is then the stored result. */
  readonly formula?: string;
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly unlocked?: boolean;
}

export interface BuiltSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, CellValue | BuiltCell>>;
  readonly merges?: readonly string[];
  /** Zero-based. */
  readonly hiddenColumns?: readonly number[];
  /** Zero-based. */
  readonly hiddenRows?: readonly number[];
  readonly hidden?: boolean;
  readonly isProtected?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FIXED_TIME = new Date(2024, 0, 1);

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const encode = (text: string): string => text.replace(/[&<>"\r]/g, (character) => ESCAPES[character]);

class Styles {
  private readonly keys = ['General/false/false'];

  idOf(cell: BuiltCell): number {
    const key = `${cell.numberFormat ?? 'General'}/${cell.bold === true}/${cell.unlocked === true}`;
    if (!this.keys.includes(key)) this.keys.push(key);
    return this.keys.indexOf(key);
  }

  toXml(): string {
    const formats = this.keys.map((key) => {
      const [, code, bold, unlocked] = /^(.*)\/(true|false)\/(true|false)$/s.exec(key) as RegExpExecArray;
      return { code, font: bold === 'true' ? 1 : 0, unlocked: unlocked === 'true' };
    });
    const codes = [...new Set(formats.map(({ code }) => code).filter((code) => code !== 'General'))];
    const numFmts = codes.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${encode(code)}"/>`);
    const xfs = formats.map(({ code, font, unlocked }) => {
      const id = code === 'General' ? 0 : 164 + codes.indexOf(code);
      const start = `<xf numFmtId="${id}" fontId="${font}" fillId="0" borderId="0" xfId="0"`;
      const applied = `${id ? ' applyNumberFormat="1"' : ''}${font ? ' applyFont="1"' : ''}`;
      return unlocked ? `${start}${applied} applyProtection="1"><protection locked="0"/></xf>` : `${start}${applied}/>`;
    });
    return (
      `${HEAD}<styleSheet xmlns="${MAIN}">` +
      (codes.length > 0 ? `<numFmts count="${codes.length}">${numFmts.join('')}</numFmts>` : '') +
      '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}

function cellXml(address: string, cell: BuiltCell, style: number): string {
  const { value, formula } = cell;
  const start = `<c r="${address}"${style ? ` s="${style}"` : ''}`;
  const stored = formula === undefined ? '' : `<f>${encode(formula)}</f>`;
  if (value === null) return stored ? `${start}>${stored}</c>` : `${start}/>`;
  if (typeof value === 'number') return `${start}>${stored}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b">${stored}<v>${value ? 1 : 0}</v></c>`;
  if (stored) return `${start} t="str">${stored}<v>${encode(value)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${encode(value)}</t></is></c>`;
}

function sheetXml(sheet: BuiltSheet, styles: Styles): string {
  const rows = new Map<number, { column: number; xml: string }[]>();
  for (const [text, content] of Object.entries(sheet.cells)) {
    const address = parseAddress(text);
    if (!address) throw new Error(`no cell address: ${text}`);
    const cell: BuiltCell = typeof content === 'object' && content !== null ? content : { value: content };
    const row = rows.get(address.row) ?? [];
    rows.set(address.row, row);
    row.push({ column: address.column, xml: cellXml(text, cell, styles.idOf(cell)) });
  }
  for (const row of sheet.hiddenRows ?? []) if (!rows.has(row)) rows.set(row, []);
  const rowXml = [...rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => {
      const cells = (rows.get(row) ?? []).sort((a, b) => a.column - b.column).map(({ xml }) => xml);
      const hidden = sheet.hiddenRows?.includes(row) ? ' hidden="1"' : '';
      return `<row r="${row + 1}"${hidden}>${cells.join('')}</row>`;
    });
  const columns = [...(sheet.hiddenColumns ?? [])]
    .sort((a, b) => a - b)
    .map((column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`);
  const merges = (sheet.merges ?? []).map((area) => `<mergeCell ref="${area}"/>`);
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    `<sheetData>${rowXml.join('')}</sheetData>` +
    (sheet.isProtected ? '<sheetProtection sheet="1"/>' : '') +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    '</worksheet>'
  );
}

/** A valid .xlsx with these sheets; the same input gives the same bytes. */
export function buildXlsx({ sheets }: { readonly sheets: readonly BuiltSheet[] }): Uint8Array {
  const styles = new Styles();
  const sheetParts = sheets.map((sheet) => sheetXml(sheet, styles));
  const overrides = sheets.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  const entries = sheets.map(
    (sheet, index) =>
      `<sheet name="${encode(sheet.name)}" sheetId="${index + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}` +
      `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles.toXml(),
  };
  sheetParts.forEach((xml, index) => (parts[`xl/worksheets/sheet${index + 1}.xml`] = xml));
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files, { mtime: FIXED_TIME });
}
