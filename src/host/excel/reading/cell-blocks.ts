import { formatRange, type CellRange } from '../../../core/workbook/cell-address';
import { CONTENT_PROPERTIES, type RangeContent } from './cell-content';
import type { Question } from './question';

/** Some rows of a sheet, read in one request. `sheet` is its place in the workbook. */
export interface CellBlock {
  readonly sheet: number;
  readonly range: CellRange;
}

export function countCells({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

/**
 * Cuts the used ranges into blocks of whole rows and groups them: the blocks of one group are read in one round trip
 * and hold no more cells than the budget (a single row may). In the order of the sheets, each from top to bottom.
 */
export function groupBlocks(usedRanges: readonly (CellRange | null)[], budget: number): readonly CellBlock[][] {
  const groups: CellBlock[][] = [];
  let open: CellBlock[] = [];
  let room = budget;
  const close = (): void => {
    if (open.length > 0) groups.push(open);
    open = [];
    room = budget;
  };
  usedRanges.forEach((used, sheet) => {
    if (used === null) return;
    const width = used.right - used.left + 1;
    let top = used.top;
    while (top <= used.bottom) {
      if (width > room && open.length > 0) close();
      const rows = Math.max(1, Math.floor(room / width));
      const range = { ...used, top, bottom: Math.min(used.bottom, top + rows - 1) };
      open.push({ sheet, range });
      room -= countCells(range);
      top = range.bottom + 1;
    }
  });
  close();
  return groups;
}

/** What the cells of a range hold. A range whose texts are too long for one answer is read in halves, in order. */
export function askCells(
  sheet: Excel.Worksheet,
  range: CellRange,
  take: (content: RangeContent, range: CellRange) => void,
): Question {
  return {
    ask() {
      const asked = sheet.getRange(formatRange(range));
      asked.load(CONTENT_PROPERTIES);
      return () => take(asked, range);
    },
    divide: () => {
      const halves = halvesOf(range);
      return halves && halves.map((half) => askCells(sheet, half, take));
    },
  };
}

/** Left and right of a single row; null for a single cell. */
function halvesOf(range: CellRange): readonly [CellRange, CellRange] | null {
  if (range.top < range.bottom) {
    const middle = (range.top + range.bottom) >> 1;
    return [
      { ...range, bottom: middle },
      { ...range, top: middle + 1 },
    ];
  }
  if (range.left === range.right) return null;
  const middle = (range.left + range.right) >> 1;
  return [
    { ...range, right: middle },
    { ...range, left: middle + 1 },
  ];
}
