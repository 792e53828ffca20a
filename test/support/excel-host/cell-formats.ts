import type { CellRange } from '../../../src/core/workbook/cell-address';
import { ApiError, invalidArgument } from './api-object';
import { cellAt, changeCell, type ModelSheet } from './workbook-model';

/** As pasted: number formats, looks, locks, merged areas, conditional formats. Heights stay. Areas that are cut by either range: refused. */
export function copyFormats(from: ModelSheet, source: CellRange, sheet: ModelSheet, target: CellRange): void {
  const down = target.top - source.top;
  const across = target.left - source.left;
  if (target.bottom - source.bottom !== down || target.right - source.right !== across) throw invalidArgument('size');
  const merged = areasWithin(from, source);
  unmergeWhole(sheet, target);
  for (let row = source.top; row <= source.bottom; row += 1) {
    for (let column = source.left; column <= source.right; column += 1) {
      const { numberFormat, isLocked, fill, look } = cellAt(from, row, column);
      changeCell(sheet, row + down, column + across, { numberFormat, isLocked, fill, look });
    }
  }
  const moved = ({ top, left, bottom, right }: CellRange): CellRange => ({
    top: top + down,
    left: left + across,
    bottom: bottom + down,
    right: right + across,
  });
  sheet.mergedAreas.push(...merged.map(moved));
  for (const format of sheet.conditionalFormats) {
    const kept = format.ranges.flatMap((range) => without(range, target));
    const copied = from === sheet ? format.ranges.flatMap((range) => common(range, source)).map(moved) : [];
    format.ranges = joined([...kept, ...copied]);
  }
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ ranges }) => ranges.length > 0);
}

/** The first cell keeps what it holds, the others lose theirs. An area that reaches out of the range is refused. */
export function mergeCells(sheet: ModelSheet, place: CellRange): void {
  if (place.top === place.bottom && place.left === place.right) return;
  unmergeWhole(sheet, place);
  for (let row = place.top; row <= place.bottom; row += 1) {
    for (let column = place.left; column <= place.right; column += 1) {
      const isFirst = row === place.top && column === place.left;
      if (!isFirst) changeCell(sheet, row, column, { value: '', formula: null, isError: false });
    }
  }
  sheet.mergedAreas.push({ ...place });
}

/** Areas that reach out of the range as well. */
export function unmergeCells(sheet: ModelSheet, place: CellRange): void {
  sheet.mergedAreas = sheet.mergedAreas.filter((area) => common(area, place).length === 0);
}

function unmergeWhole(sheet: ModelSheet, place: CellRange): void {
  areasWithin(sheet, place);
  unmergeCells(sheet, place);
}

function areasWithin(sheet: ModelSheet, place: CellRange): readonly CellRange[] {
  const touching = sheet.mergedAreas.filter((area) => common(area, place).length > 0);
  const isCut = ({ top, left, bottom, right }: CellRange): boolean =>
    top < place.top || left < place.left || bottom > place.bottom || right > place.right;
  if (touching.some(isCut)) throw new ApiError('MergedRangeConflict', 'a merged area is cut');
  return touching;
}

function common(a: CellRange, b: CellRange): readonly CellRange[] {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top > bottom || left > right ? [] : [{ top, left, bottom, right }];
}

function without(range: CellRange, hole: CellRange): readonly CellRange[] {
  const [cut] = common(range, hole);
  if (!cut) return [range];
  const { top, left, bottom, right } = range;
  return [
    { top, left, bottom: cut.top - 1, right },
    { top: cut.bottom + 1, left, bottom, right },
    { top: cut.top, left, bottom: cut.bottom, right: cut.left - 1 },
    { top: cut.top, left: cut.right + 1, bottom: cut.bottom, right },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}

/** Ranges of the same columns that touch each other become one, as Excel shows them. */
function joined(ranges: readonly CellRange[]): readonly CellRange[] {
  const whole: CellRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top)) {
    const last = whole[whole.length - 1];
    if (last && last.left === range.left && last.right === range.right && range.top <= last.bottom + 1) {
      whole[whole.length - 1] = { ...last, bottom: Math.max(last.bottom, range.bottom) };
    } else whole.push({ ...range });
  }
  return whole;
}
