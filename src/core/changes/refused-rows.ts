import type { CellRange } from '../workbook/cell-address';
import type { RowChange } from './row-change';

/**
 * Where the rows of a sheet stand when some changes of a list were refused: later changes of the list say where they would stand if all had been made.
 */
export class RefusedRows {
  /** Rows that should have come, ascending, as the list counts. */
  private missing: readonly number[] = [];
  /** Rows that should have gone, ascending: each stands before this row of the list's. */
  private surplus: readonly number[] = [];

  /** The change as the sheet stands; null where it is about a row that did not come. */
  place(change: RowChange): RowChange | null {
    if (this.missing.length === 0 && this.surplus.length === 0) return change;
    if (change.kind === 'delete')
      return this.isMissing(change.row) ? null : { ...change, row: this.placeOf(change.row) };
    const { row, like } = change;
    if (this.isMissing(like)) return null;
    const placedRow = like < row ? this.placeOf(like) + 1 : this.placeOf(like);
    // Rows of the list as they stand after the insertion.
    const placed = (line: number): number =>
      line === row ? placedRow : line < row ? this.placeOf(line) : this.placeOf(line - 1) + 1;
    const mergedAreas = change.mergedAreas.map((area): CellRange => ({
      ...area,
      top: placed(area.top),
      bottom: placed(this.lastPresent(area.bottom, row)),
    }));
    return { ...change, row: placedRow, like: this.placeOf(like), mergedAreas };
  }

  /** Where a row of the list stands; null for one that did not come. */
  rowOf(row: number): number | null {
    return this.isMissing(row) ? null : this.placeOf(row);
  }

  /** Notes that the change was made. */
  pass(change: RowChange): void {
    const { row } = change;
    if (change.kind === 'insert') {
      const isBelowLike = change.like < row;
      this.missing = this.missing.map((line) => (line >= row ? line + 1 : line));
      this.surplus = this.surplus.map((line) => (line > row || (line === row && isBelowLike) ? line + 1 : line));
    } else {
      this.missing = this.missing.filter((line) => line !== row).map((line) => (line > row ? line - 1 : line));
      this.surplus = this.surplus.map((line) => (line > row ? line - 1 : line));
    }
  }

  /** Notes that the change was refused. */
  refuse(change: RowChange): void {
    const wasMissing = this.isMissing(change.row);
    this.pass(change);
    const { row } = change;
    if (change.kind === 'insert') this.missing = this.missing.concat([row]);
    else if (!wasMissing) this.surplus = this.surplus.concat([row]);
  }

  private isMissing(line: number): boolean {
    return this.missing.indexOf(line) >= 0;
  }

  /** The last row of an area that has come, as the list stands after the insertion of this row. */
  private lastPresent(line: number, inserted: number): number {
    if (line <= inserted) return line;
    return this.isMissing(line - 1) ? this.lastPresent(line - 1, inserted) : line;
  }

  /** For a row that did not come: where it would stand. */
  private placeOf(line: number): number {
    const fewer = this.missing.filter((other) => other < line).length;
    const more = this.surplus.filter((other) => other <= line).length;
    return line - fewer + more;
  }
}
