import { CellValueType, ICommandService, type ICellData, type IDisposable, type Nullable } from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { CellAddress, CellRange } from '../../core/workbook/cell-address';
import type { CellValue, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { CellPlace } from '../../host/port/workbook-host';
import { formatForFile, type GridCell, type TouchedCell } from './cell-contents';
import { GRID_UNIT_ID, gridSheetId, sheetIndexOf } from './grid-workbook';
import { textOfDocument } from './rich-text';
import type { UniverGrid } from './univer-grid';

/** A range of one sheet that just changed, by the user, by the pane or by a formula that followed. */
export interface GridChange {
  readonly sheet: string;
  readonly range: CellRange;
}

/**
 * The cells touched since the file was opened. Typing, pasting, deleting, undo, redo, applied fixes and recalculated
 * formulas all pass through one mutation of the grid; what a touched cell holds is read from the grid when asked.
 */
export class TouchedCells {
  private readonly touched = new Map<string, CellAddress & { readonly sheetIndex: number }>();
  private readonly subscription: IDisposable;

  /** @param former Cells that were touched before the grid showed the file. */
  constructor(
    private readonly grid: UniverGrid,
    private readonly file: WorkbookSnapshot,
    former: readonly CellPlace[],
    changed: (change: GridChange) => void,
  ) {
    for (const { sheet, address } of former)
      this.add(
        file.sheets.findIndex(({ name }) => name === sheet),
        address,
      );
    this.subscription = grid.injector.get(ICommandService).onCommandExecuted((command) => {
      if (command.id !== SetRangeValuesMutation.id) return;
      const params = command.params as ISetRangeValuesMutationParams;
      if (params.unitId !== GRID_UNIT_ID || !params.cellValue) return;
      const sheetIndex = sheetIndexOf(params.subUnitId);
      const range = this.remember(sheetIndex, params.cellValue);
      if (range) changed({ sheet: file.sheets[sheetIndex].name, range });
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private remember(
    sheetIndex: number,
    matrix: Record<number, Record<number, Nullable<ICellData>>>,
  ): CellRange | undefined {
    let range: CellRange | undefined;
    for (const rowKey of Object.keys(matrix)) {
      for (const columnKey of Object.keys(matrix[Number(rowKey)] ?? {})) {
        const row = Number(rowKey);
        const column = Number(columnKey);
        this.add(sheetIndex, { row, column });
        range = {
          top: Math.min(range?.top ?? row, row),
          left: Math.min(range?.left ?? column, column),
          bottom: Math.max(range?.bottom ?? row, row),
          right: Math.max(range?.right ?? column, column),
        };
      }
    }
    return range;
  }

  private add(sheetIndex: number, { row, column }: CellAddress): void {
    this.touched.set(`${sheetIndex}:${row}:${column}`, { sheetIndex, row, column });
  }

  list(): TouchedCell[] {
    return [...this.touched.values()].map(({ sheetIndex, row, column }) => ({
      sheet: this.file.sheets[sheetIndex].name,
      address: { row, column },
      now: this.cellNow(sheetIndex, row, column),
    }));
  }

  /** What the grid holds in a cell at this moment. */
  cellNow(sheetIndex: number, row: number, column: number): GridCell {
    const worksheet = this.grid.workbook.getSheetBySheetId(gridSheetId(sheetIndex));
    if (!worksheet) throw new Error(`the grid has no sheet ${sheetIndex}`);
    const cell = worksheet.getSheet().getCellRaw(row, column);
    const value = valueOf(cell);
    const pattern = this.grid.workbook.getWorkbook().getStyles().getStyleByCell(cell)?.n?.pattern ?? 'General';
    const formula = formulaOf(worksheet, cell, row, column);
    return {
      value,
      formula,
      numberFormat: formatForFile(this.file.sheets[sheetIndex].cellAt(row, column), pattern, formula),
      text: shownText(worksheet, row, column),
      isError: typeof value === 'string' && ERROR_VALUES.has(value) && cell?.t !== CellValueType.FORCE_STRING,
    };
  }
}

const ERROR_VALUES: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
]);

function valueOf(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  if (cell.p) return textOfDocument(cell.p);
  if (cell.v === undefined || cell.v === null) return null;
  if (cell.t === CellValueType.BOOLEAN) return cell.v === 1 || cell.v === true || cell.v === '1';
  return cell.t === CellValueType.NUMBER ? Number(cell.v) : cell.v;
}

function formulaOf(worksheet: FWorksheet, cell: Nullable<ICellData>, row: number, column: number): string | null {
  if (!cell?.f && !cell?.si) return null;
  return worksheet.getRange(row, column).getFormula().replace(/^=/, '');
}

/** The text as drawn, number format and all. */
function shownText(worksheet: FWorksheet, row: number, column: number): string {
  const shown = worksheet.getSheet().getCell(row, column);
  if (shown?.p) return textOfDocument(shown.p);
  return shown?.v === undefined || shown.v === null ? '' : String(shown.v);
}
