import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type FormCell } from './form';
import { bareLabel } from './head-labels';
import { readCell, shownCellsOfRow, type FilledRows } from './sheet-view';

const NAME_LABELS = [
  '任务名称',
  '工作任务名称',
  '主要任务名称',
  '任务名',
  '工作任务',
  '重点工作任务',
  '重点任务',
  '主要任务',
  '任务',
  '年度重点工作任务',
  '年度主要任务',
  '年度重点任务',
];
const CONTENT_LABELS = [
  '主要内容',
  '任务内容',
  '工作内容',
  '主要工作内容',
  '任务主要内容',
  '工作任务内容',
  '任务描述',
  '任务说明',
  '具体内容',
  '内容',
];
const AMOUNT =
  /^(?:其中)?(?:拟|预算|资金|项目|任务|申报|申请|安排|投入|涉及|本年度?|年度|当年|支出)*(?:总额|总计|合计|小计|金额|总金额|总预算|资金|预算|预算数|额度)$/;
const OTHER_AMOUNT = /其他|其它|自有|自筹|非财政|单位资金|事业收入/;
const FISCAL_AMOUNT = /财政/;
/** Heads of amounts are printed in so many rows at most, one below the other. */
const MOST_HEAD_ROWS = 4;

/** The heads of the columns of a table of tasks. */
export interface TaskColumns {
  readonly name: FormCell;
  readonly content: FormCell | null;
  readonly total: FormCell | null;
  readonly fiscal: FormCell | null;
  readonly other: FormCell | null;
}

export interface TaskHead {
  readonly columns: TaskColumns;
  readonly cells: readonly FormCell[];
  readonly top: number;
  readonly bottom: number;
  /** 年度主要任务 at the left of the whole table; null where no such cell stands there. */
  readonly section: FormCell | null;
  readonly namesTasks: boolean;
}

/** The shown cells of a row from a column on. */
export function cellsFrom(sheet: SheetSnapshot, filled: FilledRows, row: number, left: number): readonly FormCell[] {
  const columns = filled.get(row);
  if (!columns) return [];
  return shownCellsOfRow(sheet, row, columns).filter((cell) => cell.address.column >= left);
}

/** Reads the head that begins in this row; null where the row heads no tasks. */
export function readTaskHead(
  sheet: SheetSnapshot,
  filled: FilledRows,
  row: number,
  cells: readonly FormCell[],
  lastRow: number,
): TaskHead | null {
  const own = cells.filter((cell) => cell.address.row === row && cell.text.length <= 40);
  const content = own.find((cell) => CONTENT_LABELS.indexOf(bareLabel(cell.text)) >= 0) || null;
  const named = own.filter((cell) => NAME_LABELS.indexOf(bareLabel(cell.text)) >= 0 && cell !== content);
  const hasAmount = own.some(isAmountHead);
  if (!(content !== null && hasAmount) && !(named.length > 0 && (content !== null || hasAmount))) return null;
  const bottom = Math.min(headBottom(sheet, filled, own, content, row), lastRow);
  // 年度主要任务 at the left of all rows heads the section, no column.
  const section = named.find((cell) => cell.range.bottom > bottom) || null;
  const columnHeads = own.filter((cell) => cell !== section);
  const name =
    named.find((cell) => cell !== section) ||
    [...columnHeads].reverse().find((cell) => content !== null && cell.range.right < content.range.left) ||
    content ||
    columnHeads.find((cell) => !isAmountHead(cell));
  if (!name) return null;
  const amounts = amountColumns(sheet, own.filter(isAmountHead), bottom);
  const outer = cells.find((cell) => cell.range.right < name.range.left && cell.range.bottom > bottom);
  return {
    columns: { name, content: content === name ? null : content, ...amounts.columns },
    cells: [...columnHeads, ...amounts.cells],
    top: row,
    bottom,
    section: section || outer || null,
    namesTasks: named.length > 0,
  };
}

/** True for the head of a column of amounts. */
export function isAmountHead(cell: FormCell): boolean {
  return amountKind(cell) !== null;
}

function amountKind({ text }: FormCell): 'total' | 'fiscal' | 'other' | null {
  if (text.length > 40) return null;
  const label = bareLabel(text).replace(/^其中:?/, '');
  if (!AMOUNT.test(label) && !/(?:拨款|资金|收入|预算|金额|安排|补助)$|^其[他它]$/.test(label)) return null;
  if (OTHER_AMOUNT.test(label)) return 'other';
  if (FISCAL_AMOUNT.test(label)) return 'fiscal';
  return AMOUNT.test(label) ? 'total' : null;
}

/** The last row of the head: heads of amounts may stand in further rows below 预算金额. */
function headBottom(
  sheet: SheetSnapshot,
  filled: FilledRows,
  own: readonly FormCell[],
  content: FormCell | null,
  row: number,
): number {
  const heads = own.filter(isAmountHead);
  const all = content === null ? heads : [...heads, content];
  let bottom = all.reduce((last, cell) => Math.max(last, Math.min(cell.range.bottom, row + MOST_HEAD_ROWS)), row);
  if (heads.length === 0) return bottom;
  const left = Math.min(...heads.map((cell) => cell.range.left));
  for (let next = bottom + 1; next <= row + MOST_HEAD_ROWS; next += 1) {
    const columns = filled.get(next);
    if (!columns) break;
    const cells = shownCellsOfRow(sheet, next, columns).filter(({ address }) => address.row === next);
    if (!cells.some((cell) => cell.address.column >= left && isAmountHead(cell))) break;
    bottom = next;
  }
  return bottom;
}

/** The columns of the amounts by their lowest heads; of two of one kind neither is taken. */
function amountColumns(
  sheet: SheetSnapshot,
  heads: readonly FormCell[],
  bottom: number,
): { readonly columns: Pick<TaskColumns, 'total' | 'fiscal' | 'other'>; readonly cells: readonly FormCell[] } {
  const lowest = heads.reduce<readonly FormCell[]>((all, head) => all.concat(headsBelow(sheet, head, bottom)), []);
  const only = (kind: 'total' | 'fiscal' | 'other'): FormCell | null => {
    const found = lowest.filter((cell) => amountKind(cell) === kind);
    return found.length === 1 ? found[0] : null;
  };
  return { columns: { total: only('total'), fiscal: only('fiscal'), other: only('other') }, cells: lowest };
}

/** The heads in the last row below one that reaches over them; itself where none stand there. */
function headsBelow(sheet: SheetSnapshot, head: FormCell, bottom: number): readonly FormCell[] {
  const below: FormCell[] = [];
  for (let { left: column } = head.range; column <= head.range.right; column += 1) {
    const cell = readCell(sheet, bottom, column);
    if (!isBlank(cell) && cell.range.top > head.range.top) below.push(cell);
    column = Math.max(column, Math.min(cell.range.right, head.range.right));
  }
  return below.length > 0 ? below : [head];
}

/** True where two are one cell, or both are none. */
export function isSame(a: FormCell | null, b: FormCell | null): boolean {
  if (a === null || b === null) return a === b;
  return a.address.row === b.address.row && a.address.column === b.address.column;
}
