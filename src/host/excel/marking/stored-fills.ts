import { rangeAfterRow, type RowShift } from '../../../core/changes/shift-references';
import { formatAddress, parseAddress, rangeOfCell, topLeft } from '../../../core/workbook/cell-address';
import type { MarkSheet } from './mark-sheet';

/** What a fill is before it was ours, by the address of the cell: "#RRGGBB". */
export type FillsByCell = Record<string, string>;

/** By the id of the sheet. */
export type FillsBySheet = Record<string, FillsByCell>;

const COLOR = /^#[0-9A-F]{6}$/;

/**
 * Former fills as they stand in the workbook: `[{"name":"表","id":"{…}","fills":{"B2":"#FFFFFF"}}]`. Sheets are found by
 * name, renamed ones by the id that Excel gave them; what belongs to no sheet, or is no fill, is left out.
 */
export function parseFills(text: unknown, sheets: readonly MarkSheet[]): FillsBySheet {
  const fills: FillsBySheet = {};
  for (const entry of entriesOf(text)) {
    if (typeof entry !== 'object' || entry === null) continue;
    const {
      name,
      id,
      fills: cells,
    } = entry as { readonly name?: unknown; readonly id?: unknown; readonly fills?: unknown };
    const sheet = sheets.filter((one) => one.name === name)[0] || sheets.filter((one) => one.id === id)[0];
    if (!sheet || typeof cells !== 'object' || cells === null) continue;
    for (const address of Object.keys(cells)) {
      const fill = (cells as Readonly<Record<string, unknown>>)[address];
      if (parseAddress(address) && typeof fill === 'string' && COLOR.test(fill))
        noteFill(fills, sheet.id, address, fill);
    }
  }
  return fills;
}

function entriesOf(text: unknown): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(String(text));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    // Not written by us.
    return [];
  }
}

/** Null when there are none. */
export function formatFills(fills: FillsBySheet, sheets: readonly MarkSheet[]): string | null {
  const entries = sheets
    .filter(({ id }) => fills[id] !== undefined)
    .map(({ id, name }) => ({ name, id, fills: fills[id] }));
  return entries.length === 0 ? null : JSON.stringify(entries);
}

export function noteFill(fills: FillsBySheet, sheetId: string, address: string, fill: string): void {
  fills[sheetId] = fills[sheetId] || {};
  fills[sheetId][address] = fill;
}

/** The fills of one sheet where they stand after a row came or went; those of a row that went are gone. */
export function fillsAfterRow(fills: FillsByCell, shift: RowShift): FillsByCell {
  const moved: FillsByCell = {};
  for (const address of Object.keys(fills)) {
    const cell = parseAddress(address);
    const range = cell ? rangeAfterRow(rangeOfCell(cell), shift) : null;
    if (range !== null) moved[formatAddress(topLeft(range))] = fills[address];
  }
  return moved;
}
