import type { RowChange } from '../../../core/changes/row-change';
import { formatAddress, type CellRange } from '../../../core/workbook/cell-address';
import { officeCodeOf } from '../excel-error';
import { PLACE_PROPERTIES, rangeOf } from '../reading/merged-areas';
import type { RowSheet } from './row-sheets';
import { isOneCell } from './row-merges';

/** Cells that are selected in one request. */
const CELLS_PER_REQUEST = 1000;

/**
 * Sheets with the merged areas that touch rows which are to come, go or be copied. Below ExcelApi 1.13 Excel tells none, but shows a selected cell
 * with all of its area: so each cell is selected for a moment, and the user's selection put back. Null where Excel does not play along.
 */
export async function probeMergedAreas(
  context: Excel.RequestContext,
  sheets: readonly RowSheet[],
  changes: readonly RowChange[],
): Promise<readonly RowSheet[] | null> {
  const { workbook } = context;
  try {
    const active = workbook.worksheets.getActiveWorksheet();
    active.load('id');
    const selected = workbook.getSelectedRange();
    selected.load('address');
    await context.sync();
    const probed: RowSheet[] = [];
    for (const sheet of sheets) {
      const own = changes.filter((change) => change.sheet === sheet.name);
      const mergedAreas = await probeRows(context, sheet, rowsConcerned(own));
      probed.push({ ...sheet, content: { ...sheet.content, mergedAreas } });
    }
    const former = workbook.worksheets.getItem(active.id);
    former.activate();
    former.getRange(selected.address.replace(/^.*!/, '')).select();
    await context.sync();
    return probed;
  } catch (error) {
    // Several ranges are selected, or the sheet is hidden.
    if (officeCodeOf(error) === undefined) throw error;
    return null;
  }
}

async function probeRows(
  context: Excel.RequestContext,
  { sheet, content }: RowSheet,
  rows: readonly number[],
): Promise<readonly CellRange[]> {
  const lastColumn = content.cells.reduce((last, { column }) => Math.max(last, column), 0);
  const areas: CellRange[] = [];
  const cells = rows.reduce<{ row: number; column: number }[]>((all, row) => {
    for (let column = 0; column <= lastColumn; column += 1) all.push({ row, column });
    return all;
  }, []);
  if (cells.length > 0) sheet.activate();
  for (let start = 0; start < cells.length; start += CELLS_PER_REQUEST) {
    const found = cells.slice(start, start + CELLS_PER_REQUEST).map((cell) => {
      sheet.getRange(formatAddress(cell)).select();
      const shown = context.workbook.getSelectedRange();
      shown.load(PLACE_PROPERTIES);
      return shown;
    });
    await context.sync();
    for (const area of found.map(rangeOf)) {
      const isKnown = areas.some(({ top, left }) => top === area.top && left === area.left);
      if (!isKnown && !isOneCell(area)) areas.push(area);
    }
  }
  return areas;
}

/** Rows that are copied or go, as they are counted before any of the changes. */
function rowsConcerned(changes: readonly RowChange[]): readonly number[] {
  const rows: number[] = [];
  changes.forEach((change, place) => {
    let row: number | null = change.kind === 'insert' ? change.like : change.row;
    for (const former of changes.slice(0, place).reverse()) {
      if (row === null) break;
      if (former.kind === 'delete') row = row >= former.row ? row + 1 : row;
      else row = row === former.row ? null : row > former.row ? row - 1 : row;
    }
    if (row !== null && rows.indexOf(row) < 0) rows.push(row);
  });
  return rows;
}
