import { findMoneyUnit, type MoneyUnit } from '../values/amount';
import { compactText } from '../values/normalize-text';
import type { CellRange } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type FormCell, type Task } from './form';
import { bareLabel, findFieldKey } from './head-labels';
import { isTitleRow } from './form-title';
import { enclosingRange, readCell, shownCellsOfRow, type FilledRows } from './sheet-view';

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
const TOTAL_LABEL = /^(?:金额|预算|资金|任务|任务金额|预算金额)?(?:合计|总计)(?:金额)?(?:\([^()]{0,12}\))?:?$/;
const SUBTOTAL_LABEL = /^小计:?$/;
/** Heads of amounts are printed in so many rows at most, one below the other. */
const MOST_HEAD_ROWS = 4;

/** The 年度主要任务 of a department as its form prints them. */
export interface TaskTable {
  readonly tasks: readonly Task[];
  readonly total: Task | null;
  readonly amountUnit: MoneyUnit | null;
  /** True where a head names the tasks themselves (任务名称), not only contents and amounts. */
  readonly namesTasks: boolean;
  readonly hasAmounts: boolean;
  /** First row of the head and last row of the table, zero-based. */
  readonly top: number;
  readonly bottom: number;
  readonly range: CellRange;
}

interface TaskColumns {
  readonly name: FormCell;
  readonly content: FormCell | null;
  readonly total: FormCell | null;
  readonly fiscal: FormCell | null;
  readonly other: FormCell | null;
}

interface TaskHead {
  readonly columns: TaskColumns;
  readonly cells: readonly FormCell[];
  readonly top: number;
  readonly bottom: number;
  /** 年度主要任务 at the left of the whole table; null where no such cell stands there. */
  readonly section: FormCell | null;
  readonly namesTasks: boolean;
}

/** Finds the table of tasks between two rows (inclusive); null when no row heads one. */
export function readTaskTable(
  sheet: SheetSnapshot,
  filled: FilledRows,
  top: number,
  bottom: number,
  left: number,
): TaskTable | null {
  for (let row = top; row <= bottom; row += 1) {
    const cells = cellsFrom(sheet, filled, row, left);
    const head = readHead(sheet, filled, row, cells, bottom);
    if (head !== null) return readRows(sheet, filled, head, bottom, left);
  }
  return null;
}

function cellsFrom(sheet: SheetSnapshot, filled: FilledRows, row: number, left: number): readonly FormCell[] {
  const columns = filled.get(row);
  if (!columns) return [];
  return shownCellsOfRow(sheet, row, columns).filter((cell) => cell.address.column >= left);
}

function readHead(
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
  const floor = Math.max(...own.map((cell) => (cell === named[0] && named.length > 1 ? row : cell.range.bottom)));
  const bottom = Math.min(headBottom(sheet, filled, own, row), Math.max(floor, row) + MOST_HEAD_ROWS, lastRow);
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

function isAmountHead(cell: FormCell): boolean {
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
function headBottom(sheet: SheetSnapshot, filled: FilledRows, own: readonly FormCell[], row: number): number {
  const heads = own.filter(isAmountHead);
  let bottom = heads.reduce((last, cell) => Math.max(last, cell.range.bottom), row);
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
  const lowest: FormCell[] = [];
  for (const head of heads) {
    for (let column = head.range.left; column <= head.range.right; column += 1) {
      const below = readCell(sheet, bottom, column);
      const cell = isBlank(below) || below.range.top < head.range.top ? head : below;
      if (lowest.indexOf(cell) < 0 && !lowest.some((known) => isSame(known, cell))) lowest.push(cell);
      column = Math.max(column, Math.min(cell.range.right, head.range.right));
    }
  }
  const only = (kind: 'total' | 'fiscal' | 'other'): FormCell | null => {
    const found = lowest.filter((cell) => amountKind(cell) === kind);
    return found.length === 1 ? found[0] : null;
  };
  return { columns: { total: only('total'), fiscal: only('fiscal'), other: only('other') }, cells: lowest };
}

function readRows(
  sheet: SheetSnapshot,
  filled: FilledRows,
  head: TaskHead,
  lastRow: number,
  left: number,
): TaskTable | null {
  const { columns, section } = head;
  const tasks: Task[] = [];
  let total: Task | null = null;
  let bottom = head.bottom;
  for (let row = head.bottom + 1; row <= lastRow; row += 1) {
    const cells = cellsFrom(sheet, filled, row, left).filter((cell) => !section || !isSame(cell, section));
    if (cells.length === 0) continue;
    const isTotal = cells.some((cell) => isTotalLabel(cell, columns));
    if (!isTotal && (isBelowSection(row, cells, head) || cells.some((cell) => isOtherLabel(cell, row)))) break;
    bottom = row;
    if (cells.some((cell) => SUBTOTAL_LABEL.test(compactText(cell.text)))) continue;
    if (isTitleRow(cells) || isHeadAgain(cells, head)) continue;
    const task = taskOf(sheet, row, columns);
    if (isTotal) {
      total = { ...task, name: cells.find((cell) => isTotalLabel(cell, columns)) || task.name, content: null };
      if (tasks.length > 0) break;
    } else if (isTask(task, tasks[tasks.length - 1])) tasks.push(task);
  }
  const heads = [...head.cells, ...(section ? [section] : [])];
  return {
    tasks,
    total,
    amountUnit: heads.reduce<MoneyUnit | null>((unit, { text }) => unit || findMoneyUnit(text), null),
    namesTasks: head.namesTasks,
    hasAmounts: columns.total !== null || columns.fiscal !== null,
    top: head.top,
    bottom,
    range: { ...(enclosingRange(heads.map((cell) => cell.range)) || columns.name.range), bottom },
  };
}

function isTotalLabel(cell: FormCell, { name, content }: TaskColumns): boolean {
  const last = Math.max(name.range.right, content ? content.range.right : 0);
  return cell.address.column <= last && TOTAL_LABEL.test(compactText(cell.text));
}

/** The tasks end with the cell at their left, or, where it is not merged, at the next text in its column. */
function isBelowSection(row: number, cells: readonly FormCell[], { section, bottom }: TaskHead): boolean {
  if (section === null) return false;
  if (section.range.bottom > bottom) return row > section.range.bottom;
  return cells.some((cell) => cell.range.right <= section.range.right && cell.address.row === row);
}

function isOtherLabel(cell: FormCell, row: number): boolean {
  return cell.address.row === row && findFieldKey(cell.text) !== null;
}

// On the next page the head is printed again.
function isHeadAgain(cells: readonly FormCell[], head: TaskHead): boolean {
  const texts = head.cells.map((cell) => compactText(cell.text));
  return cells.every((cell) => texts.indexOf(compactText(cell.text)) >= 0 || isAmountHead(cell));
}

function taskOf(sheet: SheetSnapshot, row: number, columns: TaskColumns): Task {
  const at = (column: FormCell): FormCell => readCell(sheet, row, column.address.column);
  return {
    row,
    name: at(columns.name),
    content: columns.content && at(columns.content),
    totalAmount: columns.total && at(columns.total),
    fiscalAmount: columns.fiscal && at(columns.fiscal),
    otherAmount: columns.other && at(columns.other),
  };
}

function isTask(task: Task, previous: Task | undefined): boolean {
  const written = cellsOf(task).filter((cell): cell is FormCell => cell !== null && !isBlank(cell));
  // "……" stands for further tasks in the template; a line of text reaches over name and amounts.
  if (written.every((cell) => /^[.…⋯·。]+$/.test(compactText(cell.text)))) return false;
  if (task.totalAmount !== null && isSame(task.name, task.totalAmount)) return false;
  // One task merged over several rows is one.
  return previous === undefined || !cellsOf(task).every((cell, index) => isSame(cell, cellsOf(previous)[index]));
}

function cellsOf({ name, content, totalAmount, fiscalAmount, otherAmount }: Task): readonly (FormCell | null)[] {
  return [name, content, totalAmount, fiscalAmount, otherAmount];
}

function isSame(a: FormCell | null, b: FormCell | null): boolean {
  if (a === null || b === null) return a === b;
  return a.address.row === b.address.row && a.address.column === b.address.column;
}
