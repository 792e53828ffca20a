import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing';
import { isCatalogueData, readCatalogueData, readCatalogueTables } from '../../core/catalogue/importing';
import { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { openXlsx, XlsxError } from '../xlsx';
import { refuseForeignFile } from '../xlsx/reading/file-kind';
import { catalogueFileError } from './catalogue-file-error';
import { readCsv } from './csv-rows';
import { readJsonRows } from './json-rows';
import { sheetOfRows } from './sheet-of-rows';
import { decodeText, encodingOf, type DecodeText } from './text-encoding';

const MEGABYTE = 1024 * 1024;

/** 100 000 indicators with everything that is known of them take 20 MB. */
export const MOST_MEGABYTES = 50;

/** Refuses a file by its size, before any of it is read. Throws a HostError. */
export function refuseLargeFile(fileName: string, byteLength: number): void {
  if (byteLength > MOST_MEGABYTES * MEGABYTE) {
    throw catalogueFileError('too-large', fileName, `${MOST_MEGABYTES} MB`);
  }
}

/**
 * Reads a list of indicators: .xlsx, text in columns (.csv, .txt), a catalogue file or other records as .json. What a file is
 * goes by its content. Rejects with a HostError for a file that is none of these; a readable file without indicators comes
 * back with a problem instead.
 */
export async function readCatalogueFile(
  fileName: string,
  bytes: Uint8Array,
  options: ImportOptions = {},
  decode: DecodeText = decodeText,
): Promise<CatalogueImport> {
  refuseLargeFile(fileName, bytes.length);
  const encoding = isText(bytes, fileName) ? encodingOf(bytes) : null;
  if (encoding === null) {
    if (!isZip(bytes)) throw catalogueFileError('other', fileName);
    return readCatalogueTables(openXlsx(bytes, { name: fileName }).snapshot, fileName, options);
  }
  const text = await decode(bytes, encoding);
  if (text.indexOf('\ufffd') >= 0) throw catalogueFileError('encoding', fileName);
  return /^\s*[[{]/.test(text) && !/^\s*\[[^[{"\]\s]/.test(text)
    ? readJson(text, fileName, options)
    : readTable('CSV', readCsv(text, fileName), fileName, options);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Throws an XlsxError for files of other programs: pages, old workbooks, encrypted ones. */
function isText(bytes: Uint8Array, fileName: string): boolean {
  try {
    refuseForeignFile(bytes, fileName);
    return false;
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error;
    if (error.detail === 'csv') return true;
    // Text in UTF-16 without a mark at its beginning is full of zeros.
    if (error.detail === 'not-zip' && (encodingOf(bytes) || '').lastIndexOf('utf-16', 0) === 0) return true;
    throw error.detail === 'not-zip' ? catalogueFileError('other', fileName) : error.inFile(fileName);
  }
}

function readJson(text: string, fileName: string, options: ImportOptions): CatalogueImport {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw catalogueFileError('json', fileName);
  }
  if (isCatalogueData(data)) return readCatalogueData(data, options);
  return readTable('JSON', readJsonRows(data) || [], fileName, options);
}

function readTable(
  sheetName: string,
  rows: Parameters<typeof sheetOfRows>[1],
  fileName: string,
  options: ImportOptions,
): CatalogueImport {
  return readCatalogueTables(new WorkbookSnapshot(fileName, [sheetOfRows(sheetName, rows)]), fileName, options);
}
