import { MAX_COLUMNS, type CellAddress, type CellRange } from '../../../core/workbook/cell-address';

/**
 * The merged areas of a sheet from top to bottom, with the question which cells they cover. One sweep serves both: of
 * areas that do not overlap, the one seen last in a column reaches furthest down.
 */
export class MergedAreas {
  /** None overlapping another, sorted by row, then column. */
  readonly areas: readonly CellRange[];
  /** Areas left out because they overlap one above or before them. */
  readonly overlapping: readonly CellRange[];

  constructor(candidates: readonly CellRange[]) {
    const areas: CellRange[] = [];
    const overlapping: CellRange[] = [];
    const bottoms = new Int32Array(candidates.length > 0 ? MAX_COLUMNS : 0).fill(-1);
    for (const area of [...candidates].sort((a, b) => a.top - b.top || a.left - b.left)) {
      if (isFree(bottoms, area)) {
        bottoms.fill(area.bottom, area.left, area.right + 1);
        areas.push(area);
      } else overlapping.push(area);
    }
    this.areas = areas;
    this.overlapping = overlapping;
  }

  /** Splits cells, sorted by row, into those that show and those covered by a merged area. */
  partition<T extends CellAddress>(cells: readonly T[]): { shown: T[]; covered: T[] } {
    const shown: T[] = [];
    const covered: T[] = [];
    const last = new Array<CellRange | undefined>(this.areas.length > 0 ? MAX_COLUMNS : 0);
    let next = 0;
    for (const cell of cells) {
      for (; next < this.areas.length && this.areas[next].top <= cell.row; next += 1) {
        const area = this.areas[next];
        last.fill(area, area.left, area.right + 1);
      }
      const area = last[cell.column];
      const isInside = area !== undefined && area.bottom >= cell.row;
      const isTopLeft = isInside && area.top === cell.row && area.left === cell.column;
      (isInside && !isTopLeft ? covered : shown).push(cell);
    }
    return { shown, covered };
  }
}

function isFree(bottoms: Int32Array, area: CellRange): boolean {
  for (let column = area.left; column <= area.right; column += 1) if (bottoms[column] >= area.top) return false;
  return true;
}
