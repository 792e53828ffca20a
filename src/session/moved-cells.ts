import type { Edit } from '../core/changes/change-set';
import type { WorkbookChange } from '../host/port/workbook-host';

/** Which sheets had cells moved since when. Another cell stands at an address then, and may well hold the same: what was planned belongs elsewhere. */
export class MovedCells {
  private clock = 0;
  private allMoved = 0;
  private readonly movedAt = new Map<string, number>();

  /** The moment after all that was noted so far. */
  get now(): number {
    return this.clock;
  }

  note({ sheet, isMoved }: WorkbookChange): void {
    if (!isMoved) return;
    this.clock += 1;
    if (sheet === undefined) this.allMoved = this.clock;
    else this.movedAt.set(sheet, this.clock);
  }

  hasMovedSince({ sheet }: Pick<Edit, 'sheet'>, moment: number): boolean {
    return Math.max(this.allMoved, this.movedAt.get(sheet) || 0) > moment;
  }
}
