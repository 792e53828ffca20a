import type { RowChange } from '../../../../core/changes/row-change';
import { formulaAfterRow, rangeAfterRow } from '../../../../core/changes/shift-references';
import type { CellRange } from '../../../../core/workbook/cell-address';
import { shiftFormula } from '../../reading/formula-shift';
import type { XmlNode } from '../../xml/xml-tree';
import type { PartEdits } from '../part-edits';
import { readRanges, rewritten, type TextSlot } from './range-followers';
import { refuseRows, type RowFollower } from './row-follower';

/** Marks on findings are conditional formats whose formula has this text; a new row has no findings. */
const OWN_MARK = '"shenbao-mark"';

/**
 * A conditional format or a validation: ranges, and formulas as they read in the topmost of their cells. A new row has
 * what the row has that it is like.
 */
export class ConditionFollower implements RowFollower {
  private ranges: readonly CellRange[];
  private isLost = false;

  constructor(
    private readonly node: XmlNode,
    private readonly area: TextSlot,
    private readonly formulas: readonly TextSlot[],
    private readonly sheet: string,
  ) {
    this.ranges = readRanges(area.value, sheet);
    if (formulas.some(({ isTooLong }) => isTooLong)) refuseRows(sheet, '有过长的公式');
  }

  follow(change: RowChange): void {
    const before = this.ranges;
    if (change.sheet === this.sheet && before.length > 0) this.moveRanges(change);
    if (this.ranges.length === 0) return;
    const rebased = this.ranges === before ? 0 : formerRow(topOf(this.ranges), change) - topOf(before);
    for (const slot of this.formulas) {
      slot.value = formulaAfterRow(shiftFormula(slot.value, rebased, 0), this.sheet, change);
    }
  }

  write(edits: PartEdits): void {
    if (this.isLost) edits.remove(this.node);
    else [this.area, ...this.formulas].forEach((slot) => slot.write(edits));
  }

  private moveRanges(change: RowChange): void {
    const ranges: CellRange[] = [];
    for (const range of this.ranges) {
      const moved = rangeAfterRow(range, change);
      if (moved) ranges.push(change.kind === 'insert' ? this.grown(range, moved, change.row, change.like) : moved);
    }
    this.area.value = rewritten(this.area.value, this.ranges, ranges);
    this.isLost = ranges.length === 0;
    this.ranges = ranges;
  }

  private grown(before: CellRange, moved: CellRange, row: number, like: number): CellRange {
    if (this.formulas.some(({ value }) => value.includes(OWN_MARK))) return moved;
    if (like < row && before.bottom === like) return { ...moved, bottom: row };
    // Upwards only where no formula counts from the topmost cell.
    const isFixed = this.formulas.every(({ value }) => shiftFormula(value, 1, 0) === value);
    return like === row && before.top === row && isFixed ? { ...moved, top: row } : moved;
  }
}

function topOf(ranges: readonly CellRange[]): number {
  return Math.min(...ranges.map(({ top }) => top));
}

/** Where a row stood before the change. */
function formerRow(row: number, change: RowChange): number {
  if (change.kind === 'delete') return row >= change.row ? row + 1 : row;
  // A new topmost row takes over the formulas, which are fixed then.
  return row > change.row ? row - 1 : row;
}
