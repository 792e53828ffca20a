import { MAX_ROWS, type CellRange } from '../workbook/cell-address';
import {
  WorkbookSnapshot,
  type PlacedCell,
  type SheetContent,
  type SheetSnapshot,
} from '../workbook/workbook-snapshot';
import { isSameContent } from './change-set';
import { contentOf, isBlankContent, placedCell } from './placed-cell';
import { RefusedRows } from './refused-rows';
import type { RowCell, RowChange, RowConflict, RowDeletion, RowInsertion } from './row-change';
import { formulaAfterRow, rangeAfterRow } from './shift-references';

/** What came of row changes. */
export interface RowChangesResult {
  readonly snapshot: WorkbookSnapshot;
  /** Those that were made, where they were made: behind a refused one, rows stand elsewhere. */
  readonly made: readonly RowChange[];
  readonly conflicts: readonly RowConflict[];
}

/**
 * The workbook as it is after these row changes, one after the other, with the formulas of all sheets. A change that does not find what it
 * expects is left out; those after it on the same sheet are made where their rows stand without it.
 */
export function applyRowChanges(snapshot: WorkbookSnapshot, changes: readonly RowChange[]): RowChangesResult {
  let after = snapshot;
  const made: RowChange[] = [];
  const conflicts: RowConflict[] = [];
  const refusedRows = new Map<string, RefusedRows>();
  for (const change of changes) {
    const refused = refusedRows.get(change.sheet) || new RefusedRows();
    refusedRows.set(change.sheet, refused);
    const placed = refused.place(change);
    const sheet = after.findSheet(change.sheet);
    const reason = placed === null ? '前一处行的增删没有进行' : refusalOf(placed, sheet);
    if (placed === null || reason !== null) {
      conflicts.push({ change, reason: reason || '' });
      refused.refuse(change);
      continue;
    }
    after = afterRowChange(after, placed);
    made.push(placed);
    refused.pass(change);
  }
  return { snapshot: after, made, conflicts };
}

/** What a row holds, as row changes say it. */
export function rowCells(sheet: SheetSnapshot, row: number): readonly RowCell[] {
  const bounds = sheet.usedRange;
  const cells: RowCell[] = [];
  if (bounds === null) return cells;
  for (let column = bounds.left; column <= bounds.right; column += 1) {
    const cell = sheet.cellAt(row, column);
    if (cell && !isBlankContent(cell)) cells.push({ column, content: contentOf(cell) });
  }
  return cells;
}

/** A Chinese clause without a full stop; null where the sheet is as the change expects. */
function refusalOf(change: RowChange, sheet: SheetSnapshot | undefined): string | null {
  if (!sheet) return '工作表已不存在';
  return change.kind === 'insert' ? refusalOfInsertion(change, sheet) : refusalOfDeletion(change, sheet);
}

function refusalOfInsertion(change: RowInsertion, sheet: SheetSnapshot): string | null {
  const { row, like, beside } = change;
  if (row < 1 || (like !== row && like !== row - 1)) return '插入位置不明';
  if (!holds(sheet, like, beside)) return `第 ${like + 1} 行的内容已被改动`;
  if (sheet.usedRange !== null && sheet.usedRange.bottom >= MAX_ROWS - 1) return '工作表已写到最后一行，没有空位';
  return isMergeable(change, sheet) ? null : '合并单元格已被改动';
}

/** True where each area that will touch the new row is one that was there, one cell that grows by it, or one within it. */
function isMergeable({ row, mergedAreas }: RowInsertion, sheet: SheetSnapshot): boolean {
  const met = (area: CellRange): boolean => mergedAreas.some((wanted) => isSameRange(wanted, area));
  for (const area of sheet.mergedAreas) {
    if (area.top < row && area.bottom >= row && !met({ ...area, bottom: area.bottom + 1 })) return false;
  }
  return mergedAreas.every((wanted, place) => {
    if (mergedAreas.some((other, index) => index < place && overlap(other, wanted))) return false;
    if (wanted.top > row || wanted.bottom < row) return false;
    if (wanted.top === row) return wanted.bottom === row;
    const former = { ...wanted, bottom: wanted.bottom - 1 };
    // The look-ups of the sheet do not know areas beyond its last cell.
    const met = sheet.mergedAreas.filter((area) => overlap(area, former));
    return met.length === 0 ? isSingleCell(former) : met.length === 1 && isSameRange(met[0], former);
  });
}

function refusalOfDeletion({ row, cells }: RowDeletion, sheet: SheetSnapshot): string | null {
  // It could not be taken back: a new row copies its formats from one above or below, and the row above is none.
  if (row === 0) return '第 1 行不能删除';
  if (!holds(sheet, row, cells)) return `第 ${row + 1} 行的内容已被改动`;
  if (sheet.isRowHidden(row)) return `第 ${row + 1} 行已被隐藏`;
  const isBegun = sheet.mergedAreas.some(({ top, bottom }) => top === row && bottom > row);
  return isBegun ? `第 ${row + 1} 行有向下合并的单元格` : null;
}

function holds(sheet: SheetSnapshot, row: number, expected: readonly RowCell[]): boolean {
  const found = rowCells(sheet, row);
  const wanted = expected.filter(({ content }) => !isBlankContent(content));
  if (found.length !== wanted.length) return false;
  const byColumn = new Map(wanted.map(({ column, content }) => [column, content] as const));
  return found.every(({ column, content }) => {
    const other = byColumn.get(column);
    return other !== undefined && isSameContent(other, content);
  });
}

function afterRowChange(snapshot: WorkbookSnapshot, change: RowChange): WorkbookSnapshot {
  const sheets = snapshot.sheets.map(({ content }) => {
    const followed = withFormulas(content, change);
    return content.name === change.sheet ? withRow(followed, change) : followed;
  });
  return new WorkbookSnapshot(snapshot.name, sheets);
}

const formulaSheets = new WeakMap<SheetContent, boolean>();

/** Asked of every sheet for every row: found once for each content. */
function hasFormulas(content: SheetContent): boolean {
  const known = formulaSheets.get(content);
  if (known !== undefined) return known;
  const found = content.cells.some(({ formula }) => formula !== null);
  formulaSheets.set(content, found);
  return found;
}

/** Spreading would lose texts that a host makes on first use. */
function changedCell(cell: PlacedCell, change: Partial<Pick<PlacedCell, 'row' | 'formula'>>): PlacedCell {
  const { row, column, value, text, formula, numberFormat, rawNumber, isError } = cell;
  return { row, column, value, text, formula, numberFormat, rawNumber, isError, ...change };
}

/** A sheet without a formula that changes stays the same object. */
function withFormulas(content: SheetContent, change: RowChange): SheetContent {
  if (!hasFormulas(content)) return content;
  let isChanged = false;
  const cells = content.cells.map((cell) => {
    if (cell.formula === null) return cell;
    const formula = formulaAfterRow(cell.formula, content.name, change);
    if (formula === cell.formula) return cell;
    isChanged = true;
    return changedCell(cell, { formula });
  });
  return isChanged ? { ...content, cells } : content;
}

function withRow(content: SheetContent, change: RowChange): SheetContent {
  const { kind, row } = change;
  const delta = kind === 'insert' ? 1 : -1;
  const isKept = (line: number): boolean => kind === 'insert' || line !== row;
  const moved = (line: number): number => (line >= row ? line + delta : line);
  const cells = content.cells
    .filter((cell) => isKept(cell.row))
    .map((cell) => (cell.row >= row ? changedCell(cell, { row: cell.row + delta }) : cell));
  const areas = content.mergedAreas
    .map((area) => rangeAfterRow(area, change))
    .filter((area): area is CellRange => area !== null && !isSingleCell(area));
  const hiddenRows = content.hiddenRows.filter(isKept).map(moved);
  if (change.kind === 'delete') return { ...content, cells, mergedAreas: areas, hiddenRows };
  const others = areas.filter((area) => !change.mergedAreas.some((wanted) => overlap(wanted, area)));
  const mergedAreas = others.concat(change.mergedAreas.filter((area) => !isSingleCell(area)));
  return { ...content, cells: withNewCells(cells, change), mergedAreas, hiddenRows };
}

function withNewCells(cells: readonly PlacedCell[], change: RowInsertion): readonly PlacedCell[] {
  const { row, mergedAreas } = change;
  const isCovered = (column: number): boolean =>
    mergedAreas.some(({ top, left, right }) => column >= left && column <= right && (top < row || column > left));
  const written = change.cells
    .filter(({ column, content }) => !isBlankContent(content) && !isCovered(column))
    .map(({ column, content }) => placedCell({ row, column }, content));
  return cells.concat(written).sort((a, b) => a.row - b.row || a.column - b.column);
}

function isSingleCell({ top, left, bottom, right }: CellRange): boolean {
  return top === bottom && left === right;
}

function isSameRange(a: CellRange, b: CellRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
