import type { CellRange } from '../workbook/cell-address';
import type { CellContent } from './change-set';

/** What one cell of a row holds; cells without content, and those covered by a merged area, are left out. */
export interface RowCell {
  /** Zero-based. */
  readonly column: number;
  readonly content: CellContent;
}

/** A whole row that comes to a sheet: what stood at `row` moves down by one. */
export interface RowInsertion {
  readonly kind: 'insert';
  readonly sheet: string;
  /** Zero-based, 1 or more: where the new row will stand. */
  readonly row: number;
  /** `row - 1` or `row`, as counted before: height and formats are copied from that row. */
  readonly like: number;
  /** What the row `like` holds; the change is refused where it holds something else. */
  readonly beside: readonly RowCell[];
  /** What the new row holds. */
  readonly cells: readonly RowCell[];
  /**
   * All merged areas that touch the new row once it stands there, in addresses of then: those that reach over it, and those
   * within it. One that ends with the new row is a former area, or cell, that grows by it. Refused where the areas around are others.
   */
  readonly mergedAreas: readonly CellRange[];
}

/**
 * A whole row that goes: what stood below moves up by one. Merged areas that reach over it become lower by one row, an area of which one cell is
 * left vanishes. Refused where an area begins in this row and ends below, and where the row is hidden: neither could be taken back.
 */
export interface RowDeletion {
  readonly kind: 'delete';
  readonly sheet: string;
  /** Zero-based, 1 or more. */
  readonly row: number;
  /** What the row holds; the change is refused where it holds something else. */
  readonly cells: readonly RowCell[];
}

export type RowChange = RowInsertion | RowDeletion;

/** A row change that was refused because the sheet no longer is what it expects. */
export interface RowConflict {
  readonly change: RowChange;
  /** Chinese clause without a full stop: why. */
  readonly reason: string;
}
