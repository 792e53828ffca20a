import {
  CellValueType,
  type ICellData,
  type Injector,
  type IObjectMatrixPrimitiveType,
  type IRange,
} from '@univerjs/core';
import {
  AFTER_CELL_EDIT,
  SetRangeValuesCommand,
  SheetInterceptorService,
  type ISetRangeValuesCommandParams,
} from '@univerjs/sheets';
import type { CellContent, Edit } from '../../core/changes/change-set';
import type { CellRange } from '../../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { isDigitCode, TEXT_FORMAT } from './cell-contents';
import type { Refusal } from './grid-host';
import { gridContentOf, gridSheetId } from './grid-workbook';
import { parseTabSeparated } from './tab-separated';
import { contentOfPastedText, isTooLongForNumber } from './typed-value';
import type { UniverGrid } from './univer-grid';

const PASTE = 'sheet.command.paste-by-short-key';
const CUT = 'univer.command.cut';
const COPY = 'univer.command.copy';
const CLEAR = 'sheet.command.clear-selection-content';
const START_EDITING = 'sheet.operation.set-cell-edit-visible';

interface SheetMatrix {
  readonly sheetId: string;
  readonly range: IRange;
  readonly cells: IObjectMatrixPrimitiveType<ICellData>;
}

/** The ways by which content comes into cells: typing, deleting, cutting, pasting, and edits of the pane. */
export class CellEntry {
  private isAttached = false;

  constructor(
    private readonly grid: UniverGrid,
    private readonly refuse: (refusal: Refusal) => void,
    private readonly isLocked: (sheet: string, range: CellRange) => boolean,
  ) {}

  /** Takes effect for what is typed from now on; the grid must show a workbook already. */
  attachTo(injector: Injector): void {
    if (this.isAttached) return;
    this.isAttached = true;
    const { writeCellInterceptor } = injector.get(SheetInterceptorService);
    writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      id: 'keep-long-digits',
      priority: 100,
      handler: (cell, _location, next) => {
        const typed = typeof cell?.v === 'string' ? cell.v.trim() : '';
        if (!cell || !isTooLongForNumber(typed)) return next(cell);
        return { ...cell, v: typed, t: CellValueType.FORCE_STRING, s: { n: { pattern: TEXT_FORMAT } } };
      },
    });
  }

  /** True when the command was dealt with here and must not run. */
  takeOver(commandId: string, params: object | undefined): boolean {
    switch (commandId) {
      case PASTE:
        this.paste((params as { textContent?: string } | undefined)?.textContent ?? '');
        return true;
      case CUT:
        // Moving cells would move their formats, too: cut text is copied, then cleared.
        void this.grid.run(COPY).then(() => this.grid.run(CLEAR));
        return true;
      case START_EDITING:
        return (params as { visible?: boolean }).visible === true && this.refusesLocked(this.selectedRanges());
      case CLEAR:
        return this.refusesLocked(this.selectedRanges());
      case SetRangeValuesCommand.id: {
        const { range } = params as ISetRangeValuesCommandParams;
        return range !== undefined && this.refusesLocked([cellRangeOf(range)]);
      }
      default:
        return false;
    }
  }

  /** Edits gathered by sheet, as the grid takes them. */
  matricesOf(edits: readonly Edit[], file: WorkbookSnapshot): SheetMatrix[] {
    const matrices: SheetMatrix[] = [];
    file.sheets.forEach((sheet, index) => {
      const own = edits.filter((edit) => edit.sheet === sheet.name);
      if (own.length === 0) return;
      const cells: IObjectMatrixPrimitiveType<ICellData> = {};
      for (const { address, after } of own) {
        cells[address.row] ??= {};
        cells[address.row][address.column] = gridCellOf(after);
      }
      const rows = own.map((edit) => edit.address.row);
      const columns = own.map((edit) => edit.address.column);
      const range = {
        startRow: Math.min(...rows),
        startColumn: Math.min(...columns),
        endRow: Math.max(...rows),
        endColumn: Math.max(...columns),
      };
      matrices.push({ sheetId: gridSheetId(index), range, cells });
    });
    return matrices;
  }

  /** Text only: a pasted fill or font would be shown and not saved. */
  private paste(text: string): void {
    const selection = this.selectedRanges()[0];
    if (!selection || text === '') return;
    const rows = parseTabSeparated(text);
    const { top, left } = selection;
    const range = { top, left, bottom: top + rows.length - 1, right: left + rows[0].length - 1 };
    const worksheet = this.grid.workbook.getActiveSheet();
    if (range.bottom >= worksheet.getMaxRows() || range.right >= worksheet.getMaxColumns()) {
      this.refuse('paste-does-not-fit');
      return;
    }
    if (this.refusesLocked([range])) return;
    const styles = this.grid.workbook.getWorkbook().getStyles();
    const value = rows.map((row, r) =>
      row.map((cellText, c) => {
        const pattern = styles.getStyleByCell(worksheet.getSheet().getCellRaw(top + r, left + c))?.n?.pattern;
        return gridCellOf(contentOfPastedText(cellText, pattern ?? 'General'));
      }),
    );
    worksheet.getRange(top, left, rows.length, rows[0].length).setValues(value);
  }

  private refusesLocked(ranges: readonly CellRange[]): boolean {
    const sheet = this.grid.workbook.getActiveSheet().getSheetName();
    if (!ranges.some((range) => this.isLocked(sheet, range))) return false;
    this.refuse('locked-cell');
    return true;
  }

  private selectedRanges(): CellRange[] {
    const selection = this.grid.workbook.getActiveSheet().getSelection();
    return (selection?.getActiveRangeList() ?? []).map((range) => cellRangeOf(range.getRange()));
  }
}

/** All parts are given, so that nothing of the former content stays. */
function gridCellOf(content: CellContent): ICellData {
  const cell: ICellData = { v: null, t: null, f: null, si: null, p: null, ...gridContentOf(content) };
  const format = isDigitCode(content) ? TEXT_FORMAT : content.numberFormat;
  cell.s = { n: format === 'General' ? null : { pattern: format } };
  if (format === TEXT_FORMAT && content.value !== null) cell.t = CellValueType.STRING;
  return cell;
}

function cellRangeOf(range: IRange): CellRange {
  return { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
}
