import type { RowInsertion } from '../../../core/changes/row-change';
import { rangeAfterRow } from '../../../core/changes/shift-references';
import type { CellRange } from '../../../core/workbook/cell-address';

/** What is to be done about merged areas once a row has come. */
export interface MergePlan {
  readonly unmerged: readonly CellRange[];
  readonly merged: readonly CellRange[];
}

/**
 * How merged areas become those that an insertion wants.
 * @param present Areas that are there when Excel has inserted the row; null where Excel does not tell: then all that are wanted are merged anew.
 */
export function planMerges({ row, mergedAreas }: RowInsertion, present: readonly CellRange[] | null): MergePlan {
  const wanted = mergedAreas.filter((area) => !isOneCell(area));
  if (present === null) return { unmerged: wanted, merged: wanted };
  const merged = wanted.filter((area) => !present.some((other) => isSameRange(other, area)));
  const unmerged = present.filter(
    (area) =>
      !wanted.some((other) => isSameRange(other, area)) &&
      ((area.top <= row && area.bottom >= row) || merged.some((other) => overlap(other, area))),
  );
  return { unmerged, merged };
}

/** Merged areas as Excel itself leaves them when a row comes. */
export function areasAfterInsertion(areas: readonly CellRange[], row: number): CellRange[] {
  return areas
    .map((area) => rangeAfterRow(area, { kind: 'insert', row }))
    .filter((area): area is CellRange => area !== null);
}

/**
 * Stretches of columns of a row in which no area reaches over several rows: formats of such areas cannot be copied for one row alone.
 * @param lastColumn Zero-based.
 */
export function columnRuns(areas: readonly CellRange[], rows: readonly number[], lastColumn: number): CellRange[] {
  const tall = areas.filter(({ top, bottom }) => top < bottom && rows.some((row) => top <= row && row <= bottom));
  const runs: CellRange[] = [];
  let left = 0;
  for (let column = 0; column <= lastColumn + 1; column += 1) {
    const isOpen = column <= lastColumn && !tall.some((area) => area.left <= column && column <= area.right);
    if (isOpen) continue;
    if (column > left) runs.push({ top: 0, bottom: 0, left, right: column - 1 });
    left = column + 1;
  }
  return runs;
}

export function isOneCell({ top, left, bottom, right }: CellRange): boolean {
  return top === bottom && left === right;
}

function isSameRange(a: CellRange, b: CellRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
