import { strToU8, zipSync } from 'fflate';
import { formatColumn } from '../../core/workbook/cell-address';
import { DEFAULT_LIMITS } from '../xlsx';
import { ZipArchive } from '../xlsx/zip/zip-archive';
import { writeArchive } from '../xlsx/zip/zip-writer';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET_PART = 'xl/worksheets/sheet1.xml';
/** So that writing twice gives the same bytes. */
const FIXED_TIME = new Date(2024, 0, 1);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** 0: as usual; 1: text, so that Excel takes nothing for a number or a formula; 2: the same, bold. */
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>` +
  '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** A workbook of one sheet with these texts; the first row is its head, which stays in sight. Every cell is text. */
export function xlsxOfRows(
  rows: readonly (readonly string[])[],
  sheetName: string,
  widths: readonly number[],
): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
    '_rels/.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${encode(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    [SHEET_PART]: '',
  };
  const files: Record<string, Uint8Array> = {};
  for (const name of Object.keys(parts)) files[name] = strToU8(parts[name]);
  const frame = new ZipArchive(zipSync(files, { mtime: FIXED_TIME }), DEFAULT_LIMITS);
  // Node packs by its own library, which is several times faster.
  return writeArchive(frame, new Map([[SHEET_PART, strToU8(sheetXml(rows, widths))]]));
}

function sheetXml(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const last = `${formatColumn(Math.max(0, widths.length - 1))}${rows.length}`;
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${rows.map(rowXml).join('')}</sheetData>` +
    `<autoFilter ref="A1:${last}"/></worksheet>`
  );
}

function rowXml(values: readonly string[], row: number): string {
  let xml = `<row r="${row + 1}">`;
  for (let column = 0; column < values.length; column += 1) {
    if (values[column] === '') continue;
    const style = row === 0 ? 2 : 1;
    const text = encode(values[column]);
    const space = /^\s|\s$|\s\s|\n/.test(text) ? ' xml:space="preserve"' : '';
    xml += `<c r="${formatColumn(column)}${row + 1}" s="${style}" t="inlineStr"><is><t${space}>${text}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** Text as an element of a cell can hold it: what XML has no place for is written as _xHHHH_. */
function encode(text: string): string {
  return text
    .replace(
      /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g,
      (sign) => (sign.length === 2 ? sign : `_x${`000${sign.charCodeAt(0).toString(16).toUpperCase()}`.slice(-4)}_`),
    )
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
}
