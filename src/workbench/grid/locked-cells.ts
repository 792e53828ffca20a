import type { CellRange } from '../../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { WorkbookAppearance } from '../../host/xlsx/appearance';

/** Which cells the file's sheet protection keeps from being changed. */
export class LockedCells {
  /** Protected sheets only, each with the addresses its author left open. */
  private readonly openCells = new Map<string, ReadonlySet<string>>();

  constructor(snapshot: WorkbookSnapshot, appearance: WorkbookAppearance) {
    snapshot.sheets.forEach((sheet, index) => {
      if (!sheet.isProtected) return;
      const open = new Set<string>();
      for (const cell of appearance.sheets[index].cells) {
        if (!appearance.styles[cell.style].isLocked) open.add(keyOf(cell.row, cell.column));
      }
      this.openCells.set(sheet.name, open);
    });
  }

  hasLockedCell(sheet: string, range: CellRange): boolean {
    const open = this.openCells.get(sheet);
    if (!open) return false;
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        if (!open.has(keyOf(row, column))) return true;
      }
    }
    return false;
  }
}

function keyOf(row: number, column: number): string {
  return `${row}:${column}`;
}
