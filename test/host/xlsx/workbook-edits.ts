import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellContent, Edit } from '../../../src/core/changes/change-set';
import { formatAddress, formatRange, parseAddress } from '../../../src/core/workbook/cell-address';
import type { XlsxWorkbook } from '../../../src/host/xlsx';
import { DEFAULT_LIMITS } from '../../../src/host/xlsx/limits';
import { ZipArchive } from '../../../src/host/xlsx/zip/zip-archive';

/** What an edit would find in a cell. */
export function contentOf(workbook: XlsxWorkbook, sheet: string, text: string): CellContent {
  const address = parseAddress(text);
  const found = workbook.snapshot.findSheet(sheet);
  if (!address || !found) throw new Error(`${sheet}!${text}`);
  const cell = found.cellAt(address.row, address.column);
  return cell
    ? { value: cell.value, formula: cell.formula, numberFormat: cell.numberFormat }
    : { value: null, formula: null, numberFormat: 'General' };
}

/** An edit of what the cell holds now; the number format stays unless given. */
export function edit(workbook: XlsxWorkbook, sheet: string, text: string, after: Partial<CellContent>): Edit {
  const address = parseAddress(text);
  if (!address) throw new Error(text);
  const before = contentOf(workbook, sheet, text);
  return { sheet, address, before, after: { value: null, formula: null, numberFormat: before.numberFormat, ...after } };
}

/** Every cell as "B2 = value [formula] {format}", for comparison as a whole. */
export function listCells(workbook: XlsxWorkbook): string[] {
  return workbook.snapshot.sheets.flatMap((sheet) => [
    ...sheet.cells.map((cell) => {
      const formula = cell.formula === null ? '' : ` [=${cell.formula}]`;
      return `${sheet.name}!${formatAddress(cell)} = ${JSON.stringify(cell.value)}${formula} {${cell.numberFormat}}`;
    }),
    ...sheet.mergedAreas.map((area) => `${sheet.name} merges ${formatRange(area)}`),
  ]);
}

function partNames(bytes: Uint8Array): string[] {
  return new ZipArchive(bytes, DEFAULT_LIMITS).entries.map((entry) => entry.name);
}

/** Names of parts whose packed bytes differ or that are new; parts that are gone with a minus. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const old = new ZipArchive(before, DEFAULT_LIMITS);
  const current = new ZipArchive(after, DEFAULT_LIMITS);
  const gone = partNames(before).filter((name) => !current.has(name));
  const changed = current.entries.filter((entry) => {
    const former = old.find(entry.name);
    return !former || Buffer.compare(former.packed, entry.packed) !== 0;
  });
  return [...changed.map((entry) => entry.name), ...gone.map((name) => `-${name}`)];
}

/** Text of a part. */
export function readPart(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name]);
}

/** The file with parts exchanged. */
export function withParts(bytes: Uint8Array, parts: Record<string, string | ((old: string) => string)>): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, text] of Object.entries(parts)) {
    files[name] = strToU8(typeof text === 'string' ? text : text(strFromU8(files[name])));
  }
  return zipSync(files);
}

/** How an action refuses, or "no error". */
export function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    const { detail, code, message } = error as { detail: string; code: string; message: string };
    return `${detail}/${code}: ${message}`;
  }
  return 'no error';
}
