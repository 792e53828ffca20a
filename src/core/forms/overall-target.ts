import { compactText } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type Field, type FieldKey, type FormCell } from './form';
import { findFieldKey, looksLikeLabel } from './head-labels';
import { readHeadFields } from './project-head';
import { readCell, shownCellsOfRow, type FilledRows } from './sheet-view';
import type { TaskTable } from './task-table';

const GOAL_KEYS: readonly (FieldKey | null)[] = ['annualGoal', 'longTermGoal', 'overallGoal'];
/** Numbers and heads beside the goals: "目标1：" in a cell of its own, "序号", "目标内容". */
const GOAL_NUMBER = /^(?:(?:总体|年度|履职)?目标|任务)?\(?[0-9一二三四五六七八九十]{0,3}\)?[:、.]?$/;
const GOAL_HEAD = /^(?:序号|编号|目标名称|目标内容|具体内容|主要内容|目标描述|绩效目标|内容)$/;

interface GoalBlock {
  readonly label: FormCell;
  readonly bottom: number;
}

/** Reads the pairs of the head of a form O between two rows (inclusive): all but its tasks. */
export function readOverallFields(
  sheet: SheetSnapshot,
  filled: FilledRows,
  top: number,
  bottom: number,
  left: number,
  right: number,
  tasks: TaskTable | null,
): readonly Field[] {
  const fields: Field[] = [];
  let runTop = top;
  const readRun = (runBottom: number): void => {
    if (runTop <= runBottom) fields.push(...readHeadFields(sheet, runTop, runBottom, left, right));
  };
  for (let row = top; row <= bottom; row += 1) {
    if (tasks !== null && row === tasks.top) {
      readRun(row - 1);
      row = tasks.bottom;
      runTop = row + 1;
      continue;
    }
    const last = tasks !== null && row < tasks.top ? tasks.top - 1 : bottom;
    const block = findGoalBlock(sheet, filled, row, last, left);
    if (block === null) continue;
    readRun(row - 1);
    fields.push(goalField(sheet, filled, block));
    row = block.bottom;
    runTop = row + 1;
  }
  readRun(bottom);
  // A form for one year calls its goal 总体目标 as well.
  const hasAnnual = fields.some(({ key }) => key === 'annualGoal');
  return hasAnnual ? fields : fields.map((field) => (field.key === 'overallGoal' ? withKey(field) : field));
}

function withKey(field: Field): Field {
  return { ...field, key: 'annualGoal' };
}

function cellsAt(sheet: SheetSnapshot, filled: FilledRows, row: number, left: number): readonly FormCell[] {
  const columns = filled.get(row);
  if (!columns) return [];
  const shown = shownCellsOfRow(sheet, row, columns);
  return shown.filter(({ address }) => address.row === row && address.column >= left);
}

/** Goals written into several rows beside one label; null where the row heads no such block. */
function findGoalBlock(
  sheet: SheetSnapshot,
  filled: FilledRows,
  row: number,
  lastRow: number,
  left: number,
): GoalBlock | null {
  const [label, first] = cellsAt(sheet, filled, row, left);
  if (!label || GOAL_KEYS.indexOf(findFieldKey(label.text)) < 0) return null;
  if (first && (findFieldKey(first.text) !== null || first.range.bottom >= label.range.bottom + 1)) return null;
  let { bottom } = label.range;
  if (bottom === row) {
    while (bottom < lastRow && goesOn(sheet, filled, bottom + 1, label, left)) bottom += 1;
  }
  bottom = Math.min(bottom, lastRow);
  const isOneCell = first !== undefined && first.range.bottom >= bottom;
  return bottom > row && !isOneCell ? { label, bottom } : null;
}

/** True for a row that has texts beside the column of the label only. */
function goesOn(sheet: SheetSnapshot, filled: FilledRows, row: number, label: FormCell, left: number): boolean {
  const cells = cellsAt(sheet, filled, row, left);
  if (cells.length === 0 || cells[0].address.column <= label.range.right) return false;
  const isNumber = GOAL_NUMBER.test(compactText(cells[0].text));
  return isNumber || (findFieldKey(cells[0].text) === null && !looksLikeLabel(cells[0].text));
}

function goalField(sheet: SheetSnapshot, filled: FilledRows, { label, bottom }: GoalBlock): Field {
  const parts: FormCell[] = [];
  for (let row = label.range.top; row <= bottom; row += 1) {
    for (const cell of cellsAt(sheet, filled, row, label.range.right + 1)) {
      const text = compactText(cell.text);
      if (!isBlank(cell) && !GOAL_NUMBER.test(text) && !GOAL_HEAD.test(text)) parts.push(cell);
    }
  }
  const key = findFieldKey(label.text);
  if (parts.length === 0) return { key, label, value: readCell(sheet, label.range.top, label.range.right + 1) };
  if (parts.length === 1) return { key, label, value: parts[0] };
  const text = parts.map((part) => part.text).join('\n');
  let start = 0;
  const placed = parts.map((cell) => {
    const part = { cell, start };
    start += cell.text.length + 1;
    return part;
  });
  return { key, label, value: { ...parts[0], text, value: text }, parts: placed };
}
