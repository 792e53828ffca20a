import { BooleanNumber } from '@univerjs/core';
import { SetWorksheetHideMutation } from '@univerjs/sheets';
import type { CellRange } from '../../core/workbook/cell-address';
import { GRID_UNIT_ID } from './grid-workbook';
import type { UniverGrid } from './univer-grid';

/** Rows kept in view above a cell that is scrolled to, so that its context can be read. */
const CONTEXT_ROWS = 3;

/** Activates the sheet, selects the range and scrolls only as far as is needed to see it. */
export async function showRange(grid: UniverGrid, sheetId: string, range: CellRange): Promise<void> {
  const worksheet = grid.workbook.getSheetBySheetId(sheetId);
  if (!worksheet) throw new Error(`the grid has no sheet ${sheetId}`);
  if (grid.workbook.getActiveSheet().getSheetId() !== sheetId) {
    grid.workbook.setActiveSheet(worksheet);
    // A sheet that was just activated has no viewport yet.
    await nextFrame();
    await nextFrame();
  }
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  worksheet.getRange(range.top, range.left, height, width).activate();
  const visible = worksheet.getVisibleRange();
  if (!visible) return;
  // The last visible row and column may be cut by the edge.
  const seesRows = range.top >= visible.startRow && range.bottom < visible.endRow;
  const seesColumn = range.left >= visible.startColumn && range.left < visible.endColumn;
  if (seesRows && seesColumn) return;
  const row = seesRows ? visible.startRow : Math.max(0, range.top - CONTEXT_ROWS);
  worksheet.scrollToCell(row, seesColumn ? visible.startColumn : Math.max(0, range.left - 1));
}

/** Shows a hidden sheet's tab; true when it was hidden until now. */
export async function reveal(grid: UniverGrid, sheetId: string): Promise<boolean> {
  const isHidden = grid.workbook.getSheetBySheetId(sheetId)?.isSheetHidden() === true;
  if (isHidden) await setHidden(grid, sheetId, false);
  return isHidden;
}

export function setHidden(grid: UniverGrid, sheetId: string, isHidden: boolean): Promise<void> {
  const hidden = isHidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  return grid.run(SetWorksheetHideMutation.id, { unitId: GRID_UNIT_ID, subUnitId: sheetId, hidden });
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
