import type { SheetSnapshot } from '../../core/workbook/workbook-snapshot';
import { checksum } from '../checksum';

/** Characters of the print of one row. */
const WIDTH = 4;
const VALUES = 36 * 36 * 36 * 36;

/** Rows of the present sheet that are looked at beyond those that were printed: so far a row is found again. */
const REACH = 500;

/** What tells the rows of a sheet apart, row by row from the first: formulas and values, merged ones in each of their rows. */
export function printRows(sheet: SheetSnapshot, count: number): string {
  const texts: string[] = [];
  for (let row = 0; row < count; row += 1) texts.push('');
  const add = (row: number, column: number, text: string): void => {
    if (row < count) texts[row] += `${column}:${text}\n`;
  };
  for (const { row, column, formula, value } of sheet.cells) {
    if (row >= count) break;
    add(row, column, formula === null ? String(value) : `=${formula}`);
  }
  for (const { top, left, bottom } of sheet.mergedAreas) {
    const cell = bottom > top ? sheet.cellAt(top, left) : undefined;
    if (cell === undefined) continue;
    for (let row = top + 1; row <= Math.min(bottom, count - 1); row += 1) add(row, left, String(cell.value));
  }
  return texts.map((text) => (text === '' ? BLANK : printOf(text))).join('');
}

const BLANK = '0000';

function printOf(text: string): string {
  return `0000${(1 + (checksum(text) % (VALUES - 1))).toString(36)}`.slice(-WIDTH);
}

/**
 * Tells for each row of a sheet whether it still stands where it stood when the prints were taken: rows that were edited do, rows that others came or went
 * above of, or that were sorted, do not.
 */
export function standingRows(prints: string, sheet: SheetSnapshot): (row: number) => boolean {
  const printed = rowsOf(prints);
  const former = withoutBlankEnd(printed);
  const isCutOff = former.length === printed.length;
  const bottom = sheet.usedRange === null ? 0 : sheet.usedRange.bottom + 1;
  const found = withoutBlankEnd(rowsOf(printRows(sheet, isCutOff ? Math.min(bottom, printed.length + REACH) : bottom)));
  const places: (number | null)[] = former.map(() => null);
  match(former, found, { from: 0, to: former.length, foundFrom: 0, foundTo: found.length, isCutOff }, places);
  const filled = former.filter((print) => print !== BLANK).length;
  const known = former.filter((print, row) => print !== BLANK && places[row] !== null).length;
  // Where hardly a row is as it was, columns may have come or gone.
  const isRecognisable = known * 3 >= filled;
  const isEndSteady = !isCutOff && former.length === found.length;

  return (row) => {
    if (row >= former.length) return isSteadyAbove(former.length);
    if (places[row] !== null) return places[row] === row && (isRunWhole(row) || isSteadyBelow(endOfRun(former, row)));
    return isRecognisable && isSteadyAbove(row) && isSteadyBelow(row);
  };

  /** Of several rows that read the same, it cannot be told which one went. */
  function isRunWhole(row: number): boolean {
    for (let other = row; other < former.length && former[other] === former[row]; other += 1) {
      if (places[other] === null) return false;
    }
    for (let other = row; other >= 0 && former[other] === former[row]; other -= 1) {
      if (places[other] === null) return false;
    }
    return true;
  }

  function isSteadyAbove(row: number): boolean {
    let above = row - 1;
    while (above >= 0 && places[above] === null) above -= 1;
    return above < 0 || places[above] === above;
  }

  function isSteadyBelow(row: number): boolean {
    let below = row + 1;
    while (below < former.length && places[below] === null) below += 1;
    return below < former.length ? places[below] === below : isEndSteady;
  }
}

/** The last of the rows from this one on that read like it. */
function endOfRun(rows: readonly string[], row: number): number {
  let end = row;
  while (end + 1 < rows.length && rows[end + 1] === rows[row]) end += 1;
  return end;
}

function withoutBlankEnd(rows: readonly string[]): readonly string[] {
  let end = rows.length;
  while (end > 0 && rows[end - 1] === BLANK) end -= 1;
  return rows.slice(0, end);
}

function rowsOf(prints: string): readonly string[] {
  const rows: string[] = [];
  for (let place = 0; place + WIDTH <= prints.length; place += WIDTH) rows.push(prints.substr(place, WIDTH));
  return rows;
}

/** Rows of then and of now that lie between rows which are known to be the same. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly foundFrom: number;
  readonly foundTo: number;
  /** The rows of then go on behind it, unprinted. */
  readonly isCutOff: boolean;
}

/** Notes in `places` where each former row stands now: those alike at both ends, then those that are unique, then between these. */
function match(
  former: readonly string[],
  found: readonly string[],
  { from, to, foundFrom, foundTo, isCutOff }: Stretch,
  places: (number | null)[],
): void {
  let [first, firstFound, last, lastFound] = [from, foundFrom, to, foundTo];
  while (first < last && firstFound < lastFound && former[first] === found[firstFound]) {
    places[first] = firstFound;
    first += 1;
    firstFound += 1;
  }
  while (!isCutOff && first < last && firstFound < lastFound && former[last - 1] === found[lastFound - 1]) {
    last -= 1;
    lastFound -= 1;
    places[last] = lastFound;
  }
  const anchors = uniquePairs(former, found, first, last, firstFound, lastFound);
  if (anchors.length === 0) return;
  let [start, startFound] = [first, firstFound];
  for (const [row, foundRow] of anchors) {
    places[row] = foundRow;
    match(former, found, { from: start, to: row, foundFrom: startFound, foundTo: foundRow, isCutOff: false }, places);
    start = row + 1;
    startFound = foundRow + 1;
  }
  match(former, found, { from: start, to: last, foundFrom: startFound, foundTo: lastFound, isCutOff }, places);
}

/** Rows that are there once then and once now, as many as keep their order. */
function uniquePairs(
  former: readonly string[],
  found: readonly string[],
  from: number,
  to: number,
  foundFrom: number,
  foundTo: number,
): readonly (readonly [number, number])[] {
  const rowOf = onlyPlaces(former, from, to);
  const foundRowOf = onlyPlaces(found, foundFrom, foundTo);
  const pairs: (readonly [number, number])[] = [];
  rowOf.forEach((row, print) => {
    const foundRow = foundRowOf.get(print);
    if (row >= 0 && foundRow !== undefined && foundRow >= 0 && print !== BLANK) pairs.push([row, foundRow]);
  });
  pairs.sort(([a], [b]) => a - b);
  return longestRising(pairs);
}

/** Where each text stands; -1 for those that stand there twice. */
function onlyPlaces(rows: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let row = from; row < to; row += 1) places.set(rows[row], places.has(rows[row]) ? -1 : row);
  return places;
}

function longestRising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  /** Of the rising runs of each length, where the one with the lowest end ends. */
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, foundRow], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (pairs[ends[middle]][1] < foundRow) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : ends[low - 1]);
    ends[low] = index;
  });
  const run: (readonly [number, number])[] = [];
  for (let index = ends.length === 0 ? -1 : ends[ends.length - 1]; index >= 0; index = previous[index]) {
    run.unshift(pairs[index]);
  }
  return run;
}

/** What tells whether a sheet holds what it held: its cells and merged areas. */
export function printSheet(sheet: SheetSnapshot): string {
  const cells = sheet.cells.map(
    ({ row, column, formula, value, numberFormat }) =>
      `${row} ${column} ${numberFormat} ${formula === null ? `${typeof value} ${String(value)}` : `=${formula}`}`,
  );
  const areas = sheet.mergedAreas.map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`).sort();
  return `${cells.length}-${checksum(cells.join('\n'))}-${checksum(areas.join('\n'))}`;
}
