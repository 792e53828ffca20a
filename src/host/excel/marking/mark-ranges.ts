import { formatRange, parseRange, type CellRange } from '../../../core/workbook/cell-address';

/** `getRanges` refuses addresses of more than 8192 characters, the sheet's name before each area counted. */
const MAX_ADDRESS = 8000;

/** More cells are not compared one by one. */
const MANY_CELLS = 100000;

/** The same cells in fewer ranges, those below and beside each other put together; sorted. */
export function mergeRanges(ranges: readonly CellRange[]): CellRange[] {
  const columns = ranges.slice().sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top);
  const stacked = joinNeighbours(columns, (a, b) =>
    a.left === b.left && a.right === b.right && b.top <= a.bottom + 1
      ? { ...a, bottom: Math.max(a.bottom, b.bottom) }
      : null,
  );
  const rows = stacked.sort((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left);
  return joinNeighbours(rows, (a, b) =>
    a.top === b.top && a.bottom === b.bottom && b.left <= a.right + 1
      ? { ...a, right: Math.max(a.right, b.right) }
      : null,
  );
}

function joinNeighbours(
  ranges: readonly CellRange[],
  join: (a: CellRange, b: CellRange) => CellRange | null,
): CellRange[] {
  const joined: CellRange[] = [];
  for (const range of ranges) {
    const both = joined.length === 0 ? null : join(joined[joined.length - 1], range);
    if (both === null) joined.push(range);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

/** One address that `getRanges` takes for all ranges, "A1,B3:C4", or as few as its limit allows. */
export function addressRanges(ranges: readonly CellRange[], sheetName: string): readonly string[] {
  const addresses: string[] = [];
  let room = 0;
  for (const range of ranges) {
    const address = formatRange(range);
    const cost = address.length + sheetName.length + 4;
    if (cost > room) {
      addresses.push(address);
      room = MAX_ADDRESS;
    } else {
      addresses[addresses.length - 1] += `,${address}`;
    }
    room -= cost;
  }
  return addresses;
}

/** The ranges of an address as Excel tells it, "表!A1:B2, 表!C3"; null when it names anything else. */
export function parseRanges(address: string, sheetName: string): CellRange[] | null {
  const ranges: CellRange[] = [];
  const quoted = `'${sheetName.replace(/'/g, "''")}'!`;
  for (const area of address.split(quoted).join('').split(`${sheetName}!`).join('').split(',')) {
    const range = parseRange(area.trim());
    if (!range) return null;
    ranges.push(range);
  }
  return ranges;
}

/** True when both lists cover the same cells; false in doubt, with very many of them. */
export function coverSameCells(some: readonly CellRange[], others: readonly CellRange[]): boolean {
  const [a, b] = [mergeRanges(some), mergeRanges(others)];
  if (a.map(formatRange).join() === b.map(formatRange).join()) return true;
  const cells = cellsIn(a);
  const otherCells = cellsIn(b);
  if (cells === null || otherCells === null || cells.size !== otherCells.size) return false;
  let isSame = true;
  cells.forEach((cell) => (isSame = isSame && otherCells.has(cell)));
  return isSame;
}

function cellsIn(ranges: readonly CellRange[]): ReadonlySet<number> | null {
  const cells = new Set<number>();
  for (const { top, left, bottom, right } of ranges) {
    if ((bottom - top + 1) * (right - left + 1) > MANY_CELLS - cells.size) return null;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) cells.add(row * 16384 + column);
    }
  }
  return cells;
}
