import { rangeOfCell, type CellAddress, type CellRange } from '../../workbook/cell-address';
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

/** The cell that is seen in this row: its own, or that of a merged area which begins further up or left. */
export function shownIn(sheet: SheetSnapshot, { row, cells }: GridRow, column: number): PlacedCell | undefined {
  for (const cell of cells) if (cell.column === column) return cell;
  if (sheet.mergedAreas.length === 0) return undefined;
  const area = sheet.mergedAreaAt(row, column);
  const cell = area === undefined ? undefined : sheet.cellAt(area.top, area.left);
  return cell !== undefined && showsSomething(cell) ? cell : undefined;
}

/** The merged area that begins at this cell, or the cell alone. Sheets without any are not searched for them. */
export function areaOf(sheet: SheetSnapshot, { row, column }: CellAddress): CellRange {
  return sheet.mergedAreas.length === 0 ? rangeOfCell({ row, column }) : sheet.areaAt(row, column);
}

/** What a cell says as text, on one line, without blanks around it; "" for a blank one and for a formula without result. */
export function textOf(cell: PlacedCell | undefined): string {
  if (cell === undefined || cell.value === null || cell.isError) return '';
  return onOneLine(typeof cell.value === 'string' ? cell.value : cell.text);
}

function onOneLine(text: string): string {
  if (!/[\r\n\u200b\ufeff]/.test(text)) return text.trim();
  return text
    .replace(/[\u200b\ufeff]/g, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .join('');
}

function showsSomething({ value, formula }: PlacedCell): boolean {
  return formula !== null || (value !== null && (typeof value !== 'string' || /\S/.test(value)));
}
