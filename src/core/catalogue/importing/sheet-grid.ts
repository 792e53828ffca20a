import type { PlacedCell, SheetSnapshot } from '../../workbook/workbook-snapshot';

/** A row that holds something. */
export interface GridRow {
  readonly row: number;
  /** Cells that show something, left to right; those covered by a merged area that begins above are not among them. */
  readonly cells: readonly PlacedCell[];
}

/** The rows of a sheet that hold something, top down. */
export function rowsOf(sheet: SheetSnapshot): readonly GridRow[] {
  const rows: { row: number; cells: PlacedCell[] }[] = [];
  for (const cell of sheet.cells) {
    if (!showsSomething(cell)) continue;
    const last = rows[rows.length - 1];
    if (last !== undefined && last.row === cell.row) last.cells.push(cell);
    else rows.push({ row: cell.row, cells: [cell] });
  }
  return rows;
}

/** The cell that is seen at this place; undefined for a blank one. */
export function shownAt(sheet: SheetSnapshot, row: number, column: number): PlacedCell | undefined {
  const cell = sheet.mergedAreas.length === 0 ? sheet.cellAt(row, column) : sheet.shownCellAt(row, column);
  return cell !== undefined && showsSomething(cell) ? cell : undefined;
}

/** What a cell says as text, on one line, without blanks around it; "" for a blank one and for a formula without result. */
export function textOf(cell: PlacedCell | undefined): string {
  if (cell === undefined || cell.value === null || cell.isError) return '';
  const text = typeof cell.value === 'string' ? cell.value : cell.text;
  return text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s*[\r\n]+\s*/g, '')
    .trim();
}

function showsSomething({ value, formula }: PlacedCell): boolean {
  return formula !== null || (value !== null && (typeof value !== 'string' || /\S/.test(value)));
}
