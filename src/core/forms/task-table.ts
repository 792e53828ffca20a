import { findMoneyUnit, type MoneyUnit } from '../values/amount';
import { compactText } from '../values/normalize-text';
import type { CellRange } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type FormCell, type Task } from './form';
import { isTitleRow } from './form-title';
import { findFieldKey } from './head-labels';
import { enclosingRange, readCell, type FilledRows } from './sheet-view';
import { cellsFrom, isAmountHead, isSame, readTaskHead, type TaskColumns, type TaskHead } from './task-head';

const TOTAL_LABEL = /^(?:金额|预算|资金|任务|任务金额|预算金额)?(?:合计|总计)(?:金额)?(?:\([^()]{0,12}\))?:?$/;
const SUBTOTAL_LABEL = /^小计:?$/;

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

/** Finds the table of tasks between two rows (inclusive), all its pages; null when no row heads one. */
export function readTaskTable(
  sheet: SheetSnapshot,
  filled: FilledRows,
  top: number,
  bottom: number,
  left: number,
): TaskTable | null {
  let table: TaskTable | null = null;
  let head: TaskHead | null = null;
  for (let row = top; row <= bottom; row += 1) {
    const cells = cellsFrom(sheet, filled, row, left);
    if (cells.length === 0 || isTitleRow(cells)) continue;
    const found: TaskHead | null = readTaskHead(sheet, filled, row, cells, bottom);
    if (found === null && table === null) continue;
    // Behind a table only the next page of the same goes on.
    if (found === null || (head !== null && !isSameHead(head, found))) break;
    const page: TaskTable = readRows(sheet, filled, found, bottom, left);
    table = table === null ? page : joinPages(table, page);
    head = found;
    row = page.bottom;
  }
  return table;
}

function isSameHead(above: TaskHead, below: TaskHead): boolean {
  const texts = ({ cells }: TaskHead): string => cells.map(({ text }) => compactText(text)).join('|');
  return texts(above) === texts(below);
}

function joinPages(above: TaskTable, below: TaskTable): TaskTable {
  const range = enclosingRange([above.range, below.range]) || above.range;
  return {
    ...above,
    tasks: above.tasks.concat(below.tasks),
    total: below.total || above.total,
    bottom: below.bottom,
    range,
  };
}

function readRows(sheet: SheetSnapshot, filled: FilledRows, head: TaskHead, lastRow: number, left: number): TaskTable {
  const { columns, section } = head;
  const tasks: Task[] = [];
  let total: Task | null = null;
  let bottom = head.bottom;
  for (let row = head.bottom + 1; row <= lastRow; row += 1) {
    const cells = cellsFrom(sheet, filled, row, left).filter((cell) => !section || !isSame(cell, section));
    if (cells.length === 0) continue;
    const isTotal = cells.some((cell) => isTotalLabel(cell, columns));
    if (
      !isTotal &&
      (headsPart(cells) || isBelowSection(row, cells, head) || cells.some((cell) => isOtherLabel(cell, row)))
    )
      break;
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

/** "三、部门整体支出绩效指标" alone on its row. */
function headsPart(cells: readonly FormCell[]): boolean {
  return (
    cells.length === 1 &&
    /^(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\))/.test(compactText(cells[0].text))
  );
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
