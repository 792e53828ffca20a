/** A cell's place on its sheet. Row and column count from zero: `{ row: 8, column: 1 }` is B9. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; all four bounds count from zero and are inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The grid of Excel 2007 and later: 1 048 576 rows, 16 384 columns (A to XFD). */
export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

/** Letters of a zero-based column: 0 is "A", 16383 is "XFD". */
export function formatColumn(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 text of an address: `{ row: 8, column: 1 }` is "B9". */
export function formatAddress(address: CellAddress): string {
  return formatColumn(address.column) + String(address.row + 1);
}

/** A1 text of a range: "B9" for a single cell, otherwise "B9:E9". */
export function formatRange(range: CellRange): string {
  const start = formatAddress({ row: range.top, column: range.left });
  if (range.top === range.bottom && range.left === range.right) return start;
  return `${start}:${formatAddress({ row: range.bottom, column: range.right })}`;
}

/** Reads "B9" or "$B$9"; undefined when the text names no cell of the grid. */
export function parseAddress(text: string): CellAddress | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  if (column > MAX_COLUMNS || row > MAX_ROWS) return undefined;
  return { row: row - 1, column: column - 1 };
}

/** Reads "B9" or "B9:E12" in any corner order; undefined when the text names no range of the grid. */
export function parseRange(text: string): CellRange | undefined {
  const parts = text.split(':');
  if (parts.length > 2) return undefined;
  const first = parseAddress(parts[0]);
  const last = parseAddress(parts[parts.length - 1]);
  if (!first || !last) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

export function rangeOfCell(address: CellAddress): CellRange {
  return { top: address.row, left: address.column, bottom: address.row, right: address.column };
}

export function containsCell(range: CellRange, address: CellAddress): boolean {
  return (
    address.row >= range.top &&
    address.row <= range.bottom &&
    address.column >= range.left &&
    address.column <= range.right
  );
}

export function isSameAddress(a: CellAddress, b: CellAddress): boolean {
  return a.row === b.row && a.column === b.column;
}

/** The top-left cell of a range: where a merged area keeps its content. */
export function topLeft(range: CellRange): CellAddress {
  return { row: range.top, column: range.left };
}
