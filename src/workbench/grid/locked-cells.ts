import type { CellAddress, CellRange } from '../../core/workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { SheetAppearance, WorkbookAppearance } from '../../host/xlsx/appearance';

/** Which cells the file's sheet protection keeps from being changed. */
export class LockedCells {
  /** Protected sheets only. */
  private readonly sheets = new Map<string, ProtectedSheet>();

  constructor(snapshot: WorkbookSnapshot, appearance: WorkbookAppearance) {
    snapshot.sheets.forEach((sheet, index) => {
      if (sheet.isProtected)
        this.sheets.set(sheet.name, new ProtectedSheet(sheet, appearance.sheets[index], appearance));
    });
  }

  hasLockedCell(sheet: string, range: CellRange): boolean {
    const known = this.sheets.get(sheet);
    if (!known) return false;
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        if (known.isLocked({ row, column })) return true;
      }
    }
    return false;
  }
}

/** A sheet whose cells are locked but for those that its author left open, one by one or by rows and columns. */
class ProtectedSheet {
  private readonly styles = new Map<string, number>();

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly looks: SheetAppearance,
    private readonly appearance: WorkbookAppearance,
  ) {
    for (const { row, column, style } of looks.cells) this.styles.set(keyOf({ row, column }), style);
  }

  /** Of a merged area its first cell counts. */
  isLocked(address: CellAddress): boolean {
    const { top, left } = this.sheet.areaAt(address.row, address.column);
    const { rowStyles, columnStyles } = this.looks;
    const style = this.styles.get(keyOf({ row: top, column: left })) ?? rowStyles.get(top) ?? columnStyles.get(left);
    return style === undefined || this.appearance.styles[style].isLocked;
  }
}

function keyOf({ row, column }: CellAddress): string {
  return `${row}:${column}`;
}
