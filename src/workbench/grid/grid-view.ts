import { BooleanNumber, type ISelection, type IWorkbookData, type IWorksheetData } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SetSelectionsOperation, SheetsSelectionsService, type ISelectionWithStyle } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { SheetScrollManagerService, type IScrollState } from '@univerjs/sheets-ui';
import type { CellRange } from '../../core/workbook/cell-address';
import { GRID_UNIT_ID } from './grid-workbook';
import type { UniverGrid } from './univer-grid';

/** Where the rows of a sheet went; names of sheets stay. */
export interface RowMoves {
  /** Null where nothing is left of it. */
  range(sheet: string, range: CellRange): CellRange | null;
}

/** What the user made of the picture of one sheet: none of it is in the file. */
interface SheetView {
  readonly isHidden: boolean;
  readonly selections: readonly ISelectionWithStyle[];
  readonly scroll: IScrollState | null;
  readonly layout: Pick<IWorksheetData, 'zoomRatio' | 'columnData' | 'rowData'>;
}

/** What the user sees of a workbook, for the one that is shown in its place. */
export interface GridView {
  readonly activeSheet: string;
  readonly sheets: ReadonlyMap<string, SheetView>;
}

export function viewOf(grid: UniverGrid): GridView {
  const { workbook } = grid;
  const selections = grid.injector.get(SheetsSelectionsService).getWorkbookSelections(GRID_UNIT_ID);
  const sheets = new Map<string, SheetView>();
  for (const worksheet of workbook.getSheets()) {
    const { zoomRatio, columnData, rowData } = worksheet.getSheet().getConfig();
    sheets.set(worksheet.getSheetName(), {
      isHidden: worksheet.isSheetHidden(),
      selections: selections.getSelectionsOfWorksheet(worksheet.getSheetId()),
      scroll: workbook.getScrollStateBySheetId(worksheet.getSheetId()) ?? null,
      layout: { zoomRatio, columnData, rowData },
    });
  }
  return { activeSheet: workbook.getActiveSheet().getSheetName(), sheets };
}

/** The workbook with the widths, heights, zoom and hidden sheets of the view; rows as they moved. */
export function withLayoutOf(view: GridView, workbook: IWorkbookData, moves: RowMoves): IWorkbookData {
  const sheets: IWorkbookData['sheets'] = {};
  for (const id of workbook.sheetOrder) {
    const sheet = workbook.sheets[id];
    const former = view.sheets.get(sheet.name ?? '');
    sheets[id] = former === undefined ? sheet : sheetWithLayout(sheet, former, moves);
  }
  return { ...workbook, sheets };
}

function sheetWithLayout(sheet: Partial<IWorksheetData>, former: SheetView, moves: RowMoves): Partial<IWorksheetData> {
  const rowData = { ...sheet.rowData };
  for (const [key, data] of Object.entries(former.layout.rowData ?? {})) {
    const row = moves.range(sheet.name ?? '', { top: Number(key), bottom: Number(key), left: 0, right: 0 })?.top;
    // Styles are those of the file that is shown now.
    if (row !== undefined && data) rowData[row] = { ...data, s: rowData[row]?.s };
  }
  const columnData = { ...sheet.columnData };
  for (const [key, data] of Object.entries(former.layout.columnData ?? {})) {
    if (data?.w !== undefined) columnData[Number(key)] = { ...columnData[Number(key)], w: data.w };
  }
  return {
    ...sheet,
    hidden: former.isHidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    zoomRatio: former.layout.zoomRatio,
    rowData,
    columnData,
  };
}

/** Shows what the user saw: the same sheet (where it is gone, one before it), at the same place, with the same cells selected. */
export function restoreView(grid: UniverGrid, view: GridView, moves: RowMoves): void {
  const { workbook } = grid;
  const selectionService = grid.injector.get(SheetsSelectionsService);
  const scrolling = grid.injector
    .get(IRenderManagerService)
    .getRenderById(GRID_UNIT_ID)
    ?.with(SheetScrollManagerService);
  const worksheets = workbook.getSheets();
  const activeSheet = sheetToActivate(view, worksheets);
  for (const worksheet of worksheets) {
    const sheetId = worksheet.getSheetId();
    const sheet = worksheet.getSheetName();
    const former = view.sheets.get(sheet);
    if (!former) continue;
    const selections = former.selections.map((selection) => movedSelection(sheet, selection, moves));
    const scroll = former.scroll && movedScroll(sheet, former.scroll, moves);
    if (scroll) scrolling?.setValidScrollState({ unitId: GRID_UNIT_ID, sheetId, ...scroll });
    selectionService.setSelections(GRID_UNIT_ID, sheetId, selections);
    if (worksheet !== activeSheet) continue;
    if (workbook.getActiveSheet().getSheetId() !== sheetId) workbook.setActiveSheet(worksheet);
    void grid.run(SetSelectionsOperation.id, { unitId: GRID_UNIT_ID, subUnitId: sheetId, selections });
    if (scroll) scrolling?.emitRawScrollParam({ unitId: GRID_UNIT_ID, sheetId, ...scroll });
  }
}

function sheetToActivate(view: GridView, worksheets: readonly FWorksheet[]): FWorksheet | undefined {
  const names = [...view.sheets.keys()];
  const place = names.indexOf(view.activeSheet);
  for (const name of [...names.slice(0, place + 1).reverse(), ...names.slice(place + 1)]) {
    const worksheet = worksheets.find((candidate) => candidate.getSheetName() === name);
    if (worksheet && !worksheet.isSheetHidden()) return worksheet;
  }
  return undefined;
}

function movedSelection(sheet: string, selection: ISelectionWithStyle, moves: RowMoves): ISelectionWithStyle {
  return {
    ...selection,
    range: movedRows(sheet, selection.range, moves),
    primary: movedPrimary(sheet, selection, moves),
  };
}

function movedPrimary(sheet: string, { primary }: ISelection, moves: RowMoves): ISelection['primary'] {
  if (!primary) return primary;
  const moved = movedRows(sheet, primary, moves);
  return { ...moved, actualRow: moved.startRow };
}

/** What is gone altogether leaves its place selected. */
function movedRows<R extends { startRow: number; endRow: number }>(sheet: string, rows: R, moves: RowMoves): R {
  const range = moves.range(sheet, { top: rows.startRow, bottom: rows.endRow, left: 0, right: 0 });
  return range === null ? rows : { ...rows, startRow: range.top, endRow: range.bottom };
}

/** The row at the top of the window stays there; the first one stays the first. */
function movedScroll(sheet: string, scroll: IScrollState, moves: RowMoves): IScrollState {
  const row = scroll.sheetViewStartRow;
  if (row === 0) return scroll;
  const moved = moves.range(sheet, { top: row, bottom: row, left: 0, right: 0 });
  return { ...scroll, sheetViewStartRow: moved === null ? row : moved.top };
}
