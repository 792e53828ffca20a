import { crc32, deflateRawSync } from 'node:zlib';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A zip entry; the optional fields let it lie. */
export interface RawEntry {
  readonly name: string;
  readonly plain?: Uint8Array | string;
  readonly packed?: Uint8Array;
  readonly plainSize?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
}

/** Writes a zip archive entry by entry, truthfully or not. */
export function packZip(entries: readonly RawEntry[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const plain = Buffer.from(entry.plain ?? '');
    const method = entry.method ?? (entry.packed ? 8 : 0);
    const packed = Buffer.from(entry.packed ?? plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(0x00210000, 6);
    fields.writeUInt32LE(entry.crc ?? crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.plainSize ?? plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, name);
    local.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

/** Deflated data that unpacks to so many megabytes of blanks, made without unpacking any of it. */
export function deflatedBlanks(megabytes: number): Uint8Array {
  // Without its last two bytes, a stream flushed in full may be followed by another.
  const block = deflateRawSync(Buffer.alloc(1 << 20, 32), { level: 9, finishFlush: 3 });
  const blocks: Buffer[] = Array.from({ length: megabytes }, () => block);
  return new Uint8Array(Buffer.concat([...blocks, Buffer.from([3, 0])]));
}

export const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>` +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

export interface PackageSource {
  readonly sheets: readonly { readonly name: string; readonly xml: string | Uint8Array; readonly state?: string }[];
  readonly strings?: string;
  readonly styles?: string | null;
  /** Inside `<workbook>`, before and after the sheets. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
  /** Extra relationships of the workbook. */
  readonly links?: string;
}

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Parts of a package by name, to be packed or tampered with. */
export function packageParts(source: PackageSource): Map<string, string | Uint8Array> {
  const { sheets, strings, styles = STYLES, beforeSheets = '', afterSheets = '', extra = {}, links = '' } = source;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relationships = (content: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  const parts = new Map<string, string | Uint8Array>([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        override('workbook.xml', 'sheet.main') +
        sheets.map((_, index) => override(`worksheets/sheet${index + 1}.xml`, 'worksheet')).join('') +
        (styles === null ? '' : override('styles.xml', 'styles')) +
        (strings === undefined ? '' : override('sharedStrings.xml', 'sharedStrings')) +
        '</Types>',
    ],
    ['_rels/.rels', relationships(link('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${beforeSheets}<sheets>` +
        sheets
          .map(({ name, state }, index) => {
            const visibility = state === undefined ? '' : ` state="${state}"`;
            return `<sheet name="${attribute(name)}" sheetId="${index + 1}"${visibility} r:id="rId${index + 1}"/>`;
          })
          .join('') +
        `</sheets>${afterSheets}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        sheets.map((_, index) => link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') +
          (styles === null ? '' : link('rId901', 'styles', 'styles.xml')) +
          (strings === undefined ? '' : link('rId902', 'sharedStrings', 'sharedStrings.xml')) +
          links,
      ),
    ],
  ]);
  if (styles !== null) parts.set('xl/styles.xml', styles);
  if (strings !== undefined) parts.set('xl/sharedStrings.xml', strings);
  sheets.forEach(({ xml }, index) => parts.set(`xl/worksheets/sheet${index + 1}.xml`, xml));
  for (const [name, content] of Object.entries(extra)) parts.set(name, content);
  return parts;
}

export function packParts(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  return packZip([...parts].map(([name, plain]) => ({ name, plain })));
}

export function pack(source: PackageSource): Uint8Array {
  return packParts(packageParts(source));
}

/** A worksheet part around these rows. */
export function worksheet(rows: string, after = '', before = ''): string {
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A package of one sheet "S" with these rows. */
export function packRows(rows: string, after = '', before = ''): Uint8Array {
  return pack({ sheets: [{ name: 'S', xml: worksheet(rows, after, before) }] });
}
