import type { RowCell, RowChange } from '../changes/row-change';
import type { CellRange } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { rowCells } from '../changes/apply-row-changes';

/** Rows that come to a template and go from it. Rows above a change stand where they stood: changes go on above it, or below what was added. */
export class SheetShape {
  readonly changes: RowChange[] = [];
  private areas: readonly CellRange[];

  constructor(private readonly sheet: SheetSnapshot) {
    this.areas = sheet.mergedAreas;
  }

  /** The merged area of a cell as it is now, or the cell itself. */
  areaAt(row: number, column: number): CellRange {
    const isInside = ({ top, left, bottom, right }: CellRange): boolean =>
      row >= top && row <= bottom && column >= left && column <= right;
    return this.areas.find(isInside) || { top: row, left: column, bottom: row, right: column };
  }

  /**
   * Adds a row below `row`, with its look.
   * @param joined Columns whose cell in the new row becomes one with that above it.
   * @param beside What `row` holds, where it is a row that was added.
   */
  insertBelow(
    row: number,
    joined: readonly number[],
    cells: readonly RowCell[],
    beside: readonly RowCell[] = rowCells(this.sheet, row),
  ): void {
    const at = row + 1;
    const kept: CellRange[] = [];
    const touching: CellRange[] = [];
    const growing = joined.map((column) => this.areaAt(row, column));
    for (const area of this.areas) {
      const { top, left, bottom, right } = area;
      if (top >= at) kept.push({ ...area, top: top + 1, bottom: bottom + 1 });
      else if (bottom >= at) touching.push({ ...area, bottom: bottom + 1 });
      else if (bottom < row || growing.every((one) => one.top !== top || one.left !== left)) {
        kept.push(area);
        if (bottom === row && left < right) touching.push({ top: at, left, bottom: at, right });
      }
    }
    for (const area of growing) if (area.bottom === row) touching.push({ ...area, bottom: at });
    this.areas = kept.concat(touching);
    this.changes.push({
      kind: 'insert',
      sheet: this.sheet.name,
      row: at,
      like: row,
      beside,
      cells,
      mergedAreas: touching,
    });
  }

  delete(row: number): void {
    this.areas = this.areas
      .filter((area) => !(area.top === row && area.bottom === row))
      .map((area) => ({
        ...area,
        top: area.top > row ? area.top - 1 : area.top,
        bottom: area.bottom >= row ? area.bottom - 1 : area.bottom,
      }))
      .filter(({ top, left, bottom, right }) => top < bottom || left < right);
    this.changes.push({ kind: 'delete', sheet: this.sheet.name, row, cells: rowCells(this.sheet, row) });
  }
}
