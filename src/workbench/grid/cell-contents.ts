import { BLANK_CONTENT, isSameContent, type CellContent, type Edit } from '../../core/changes/change-set';
import { isSameAddress, type CellAddress } from '../../core/workbook/cell-address';
import type {
  Cell,
  PlacedCell,
  SheetContent,
  SheetSnapshot,
  WorkbookSnapshot,
} from '../../core/workbook/workbook-snapshot';

/** The number format of cells that take whatever is typed as text. */
export const TEXT_FORMAT = '@';

/** What the grid holds now in a cell that was touched since the file was opened. */
export interface TouchedCell {
  readonly sheet: string;
  readonly address: CellAddress;
  readonly now: GridCell;
}

/** A cell of the grid in the words of the file. */
export interface GridCell extends CellContent {
  readonly text: string;
  readonly isError: boolean;
}

const DIGIT_CODE = /^[0-9]{12,}$/;

/** True for a project code and the like: digits held as text, too many for a number to keep. */
export function isDigitCode(cell: Pick<Cell, 'value'>): boolean {
  return typeof cell.value === 'string' && DIGIT_CODE.test(cell.value);
}

export function contentOf(cell: Cell | undefined): CellContent {
  if (!cell) return BLANK_CONTENT;
  return { value: cell.value, formula: cell.formula, numberFormat: cell.numberFormat };
}

/**
 * The number format a touched cell has for the file, where that is not the one that is only shown: codes are shown in text cells (see
 * grid-workbook.ts), and results of formulas under a format that the grid chose.
 * @param formula What the cell holds now.
 */
export function formatForFile(before: Cell | undefined, shownFormat: string, formula: string | null): string {
  if (!before) return shownFormat;
  const isShownAsText = shownFormat === TEXT_FORMAT && isDigitCode(before);
  const isResult = formula !== null && formula === before.formula && before.numberFormat === 'General';
  return isShownAsText || isResult ? before.numberFormat : shownFormat;
}

/** What the user changed, as edits against the file; recalculated formulas and cells put back are left out. */
export function editsAgainst(file: WorkbookSnapshot, touched: readonly TouchedCell[]): Edit[] {
  const edits: Edit[] = [];
  for (const { sheet, address, now } of touched) {
    const before = contentOf(file.findSheet(sheet)?.cellAt(address.row, address.column));
    const after: CellContent = { value: now.value, formula: now.formula, numberFormat: now.numberFormat };
    if (!isSameContent(before, after) || before.numberFormat !== after.numberFormat) {
      edits.push({ sheet, address, before, after });
    }
  }
  return edits;
}

/** A sheet of the file with touched cells put in. */
export function sheetWith(sheet: SheetSnapshot, touched: readonly TouchedCell[]): SheetContent {
  const replaced = new Set<PlacedCell>();
  const cells: PlacedCell[] = [];
  for (const { address, now } of touched) {
    const before = sheet.cellAt(address.row, address.column);
    if (before) replaced.add(before);
    const area = sheet.mergedAreaAt(address.row, address.column);
    const isCovered = area !== undefined && !isSameAddress({ row: area.top, column: area.left }, address);
    const isBlank = (now.value === null || now.value === '') && now.formula === null;
    if (!isCovered && !isBlank) cells.push(placedCellOf(address, now, before));
  }
  for (const cell of sheet.cells) if (!replaced.has(cell)) cells.push(cell);
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...sheet.content, cells };
}

function placedCellOf(address: CellAddress, now: GridCell, before: PlacedCell | undefined): PlacedCell {
  // A recalculated formula is only as exact as its last digit: within that, what the file says stands.
  if (before && isSameContent(before, now) && isCloseTo(before.value, now.value)) {
    return before.numberFormat === now.numberFormat ? before : { ...plain(before), ...now, ...address };
  }
  return {
    ...address,
    value: now.value,
    text: now.text,
    formula: now.formula,
    numberFormat: now.numberFormat,
    rawNumber: typeof now.value === 'number' ? String(now.value) : null,
    isError: now.isError,
  };
}

function plain(cell: PlacedCell): PlacedCell {
  const { row, column, value, text, formula, numberFormat, rawNumber, isError } = cell;
  return { row, column, value, text, formula, numberFormat, rawNumber, isError };
}

function isCloseTo(a: Cell['value'], b: Cell['value']): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}
