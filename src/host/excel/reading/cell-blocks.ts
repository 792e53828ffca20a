import type { CellRange } from '../../../core/workbook/cell-address';

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

/** Two groups out of one that proved too heavy; null when it is a single row. */
export function halveGroup(blocks: readonly CellBlock[]): readonly [CellBlock[], CellBlock[]] | null {
  if (blocks.length > 1) {
    const middle = blocks.length >> 1;
    return [blocks.slice(0, middle), blocks.slice(middle)];
  }
  const { sheet, range } = blocks[0];
  if (range.top === range.bottom) return null;
  const middle = (range.top + range.bottom) >> 1;
  return [[{ sheet, range: { ...range, bottom: middle } }], [{ sheet, range: { ...range, top: middle + 1 } }]];
}
