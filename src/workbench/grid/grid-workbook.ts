import {
  BooleanNumber,
  CellValueType,
  LocaleType,
  type ICellData,
  type IColumnData,
  type IFreeze,
  type IObjectMatrixPrimitiveType,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { PlacedCell, SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { CellLook, SheetAppearance, WorkbookAppearance } from '../../host/xlsx/appearance';
import { styleOfLook } from './cell-style';
import { isDigitCode, TEXT_FORMAT, type TouchedCell } from './cell-contents';
import { documentOfRichText } from './rich-text';

export const GRID_UNIT_ID = 'workbook';
export const NOTES_RESOURCE = 'SHEET_NOTE_PLUGIN';

/** Blank rows and columns offered beyond the last used one, and the least that is shown. */
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 18;

const NOTE_SIZE = { width: 240, height: 100 };

/** Sheets are known to the grid by their place in the workbook. */
export function gridSheetId(index: number): string {
  return `sheet-${index}`;
}

export function sheetIndexOf(gridId: string): number {
  return Number(gridId.slice('sheet-'.length));
}

/**
 * The grid's picture of a workbook. It is only shown: nothing is ever saved from it but the cells that were edited.
 * @param touched What cells hold instead of what the file says.
 */
export function gridWorkbookOf(
  snapshot: WorkbookSnapshot,
  appearance: WorkbookAppearance,
  touched: readonly TouchedCell[] = [],
): IWorkbookData {
  const styles: Record<string, IStyleData> = {};
  appearance.styles.forEach((look, index) => {
    styles[styleId(index)] = styleOfLook(look);
  });
  const sheets: IWorkbookData['sheets'] = {};
  const notes: Record<string, IObjectMatrixPrimitiveType<object>> = {};
  snapshot.sheets.forEach((sheet, index) => {
    const looks = appearance.sheets[index];
    const gridSheet = gridSheetOf(gridSheetId(index), sheet, looks, appearance.styles, styles);
    const own = touched.filter((cell) => cell.sheet === sheet.name);
    if (gridSheet.cellData && own.length > 0) putTouched(gridSheet.cellData, own, styles);
    sheets[gridSheetId(index)] = gridSheet;
    notes[gridSheetId(index)] = gridNotesOf(looks);
  });
  return {
    id: GRID_UNIT_ID,
    name: snapshot.name,
    appVersion: '0.25.1',
    locale: LocaleType.ZH_CN,
    styles,
    sheetOrder: snapshot.sheets.map((_, index) => gridSheetId(index)),
    sheets,
    resources: [{ name: NOTES_RESOURCE, data: JSON.stringify(notes) }],
  };
}

function styleId(index: number): string {
  return `style-${index}`;
}

function gridSheetOf(
  id: string,
  sheet: SheetSnapshot,
  looks: SheetAppearance,
  cellLooks: readonly CellLook[],
  styles: Record<string, IStyleData>,
): Partial<IWorksheetData> {
  const rowCount = Math.max(LEAST_ROWS, lastStyledRow(looks) + 1, (sheet.usedRange?.bottom ?? 0) + SPARE_ROWS);
  const columnCount = Math.max(LEAST_COLUMNS, (sheet.usedRange?.right ?? 0) + SPARE_COLUMNS);
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    tabColor: looks.tabColor ?? '',
    rowCount,
    columnCount,
    zoomRatio: 1,
    defaultColumnWidth: looks.defaultColumnWidth,
    defaultRowHeight: looks.defaultRowHeight,
    cellData: gridCellsOf(id, sheet, looks, cellLooks, styles),
    rowData: gridRowsOf(sheet, looks),
    columnData: gridColumnsOf(sheet, looks),
    // A merged area may reach the last row Excel knows; the grid ends earlier.
    mergeData: sheet.mergedAreas
      .filter((area) => area.top < rowCount && area.left < columnCount)
      .map((area) => ({
        startRow: area.top,
        startColumn: area.left,
        endRow: Math.min(area.bottom, rowCount - 1),
        endColumn: Math.min(area.right, columnCount - 1),
      })),
    freeze: freezeOf(looks),
    showGridlines: looks.showsGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowHeader: { width: 46 },
    columnHeader: { height: 22 },
  };
}

function gridCellsOf(
  sheetId: string,
  sheet: SheetSnapshot,
  looks: SheetAppearance,
  cellLooks: readonly CellLook[],
  styles: Record<string, IStyleData>,
): IObjectMatrixPrimitiveType<ICellData> {
  const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
  const cellAt = (row: number, column: number): ICellData => {
    matrix[row] ??= {};
    matrix[row][column] ??= {};
    return matrix[row][column];
  };
  for (const styled of looks.cells) {
    const cell = cellAt(styled.row, styled.column);
    cell.s = styleId(styled.style);
    if (styled.richText) {
      const id = `${sheetId}-${styled.row}-${styled.column}`;
      cell.p = documentOfRichText(id, styled.richText, cellLooks[styled.style]);
    }
  }
  for (const placed of sheet.cells) {
    const cell = cellAt(placed.row, placed.column);
    Object.assign(cell, gridContentOf(placed));
    if (isDigitCode(placed)) {
      // Shown as a text cell, what is typed over a code stays text; as a number it would lose its last digits.
      const textStyle = `${typeof cell.s === 'string' ? cell.s : 'plain'}-text`;
      styles[textStyle] ??= { ...(typeof cell.s === 'string' ? styles[cell.s] : {}), n: { pattern: TEXT_FORMAT } };
      cell.s = textStyle;
    }
  }
  return matrix;
}

function putTouched(
  matrix: IObjectMatrixPrimitiveType<ICellData>,
  touched: readonly TouchedCell[],
  styles: Record<string, IStyleData>,
): void {
  for (const { address, now } of touched) {
    matrix[address.row] ??= {};
    const { s: style } = matrix[address.row][address.column] ?? {};
    const pattern = isDigitCode(now) ? TEXT_FORMAT : now.numberFormat;
    const look = typeof style === 'string' ? styles[style] : {};
    matrix[address.row][address.column] = {
      ...gridContentOf(now),
      s:
        (look.n?.pattern ?? 'General') === pattern ? style : { ...look, n: pattern === 'General' ? null : { pattern } },
    };
  }
}

/** The grid's value, kind and formula for a cell of a file. */
export function gridContentOf(cell: Pick<PlacedCell, 'value' | 'formula'>): ICellData {
  const content: ICellData = {};
  if (typeof cell.value === 'number') Object.assign(content, { v: cell.value, t: CellValueType.NUMBER });
  else if (typeof cell.value === 'boolean') Object.assign(content, { v: cell.value ? 1 : 0, t: CellValueType.BOOLEAN });
  else if (typeof cell.value === 'string') Object.assign(content, { v: cell.value, t: CellValueType.STRING });
  if (cell.formula !== null) content.f = `=${cell.formula}`;
  return content;
}

function gridRowsOf(sheet: SheetSnapshot, looks: SheetAppearance): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  looks.rowHeights.forEach((height, row) => {
    rows[row] = { h: height, ia: BooleanNumber.FALSE };
  });
  looks.rowStyles.forEach((style, row) => {
    rows[row] = { ...rows[row], s: styleId(style) };
  });
  for (const row of sheet.content.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function gridColumnsOf(sheet: SheetSnapshot, looks: SheetAppearance): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  looks.columnWidths.forEach((width, column) => {
    columns[column] = { w: width };
  });
  looks.columnStyles.forEach((style, column) => {
    columns[column] = { ...columns[column], s: styleId(style) };
  });
  for (const column of sheet.content.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

function freezeOf(looks: SheetAppearance): IFreeze {
  return {
    xSplit: looks.frozenColumns,
    ySplit: looks.frozenRows,
    startRow: looks.frozenRows > 0 ? looks.frozenRows : -1,
    startColumn: looks.frozenColumns > 0 ? looks.frozenColumns : -1,
  };
}

function gridNotesOf(looks: SheetAppearance): IObjectMatrixPrimitiveType<object> {
  const notes: IObjectMatrixPrimitiveType<object> = {};
  for (const { address, text } of looks.notes) {
    notes[address.row] ??= {};
    notes[address.row][address.column] = {
      id: `note-${address.row}-${address.column}`,
      row: address.row,
      col: address.column,
      note: text,
      ...NOTE_SIZE,
    };
  }
  return notes;
}

function lastStyledRow(looks: SheetAppearance): number {
  return looks.cells.length > 0 ? looks.cells[looks.cells.length - 1].row : -1;
}
