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
    const group = block === null ? findGroup(sheet, filled, row, left) : null;
    if (block === null && group === null) continue;
    readRun(row - 1);
    if (block !== null) {
      fields.push(goalField(sheet, filled, block));
      row = block.bottom;
    } else if (group !== null) {
      const groupBottom = Math.min(group.range.bottom, last);
      fields.push(...readHeadFields(sheet, row, groupBottom, group.range.right + 1, right));
      row = groupBottom;
    }
    runTop = row + 1;
  }
  readRun(bottom);
  // "一、部门年度目标" on a row of its own heads a part of the form.
  return asAnnual(fields.filter(({ key, value }) => key !== null || !isBlank(value)));
}

/** A form for one year calls its goal 总体目标 as well. */
export function asAnnual(fields: readonly Field[]): readonly Field[] {
  if (fields.some(({ key }) => key === 'annualGoal')) return fields;
  return fields.map((field) => (field.key === 'overallGoal' ? { ...field, key: 'annualGoal' } : field));
}

function cellsAt(sheet: SheetSnapshot, filled: FilledRows, row: number, left: number): readonly FormCell[] {
  const columns = filled.get(row);
  if (!columns) return [];
  const shown = shownCellsOfRow(sheet, row, columns);
  return shown.filter(({ address }) => address.row === row && address.column >= left);
}

/** A cell that heads a group of pairs to its right (部门基本信息, 预算情况); null where the row begins with none. */
function findGroup(sheet: SheetSnapshot, filled: FilledRows, row: number, left: number): FormCell | null {
  const [head, first, second] = cellsAt(sheet, filled, row, left);
  const isHead = second !== undefined && head.range.bottom > row && first.range.bottom < head.range.bottom;
  return isHead ? head : null;
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
  if (bottom === row || isOneCell || headsPairs(sheet, filled, label, bottom)) return null;
  return { label, bottom };
}

/** True where labels of their own stand beside the goals: 部门总体目标 | 部门职责 | …, 部门总体目标 | 总体绩效目标 | … */
function headsPairs(sheet: SheetSnapshot, filled: FilledRows, label: FormCell, bottom: number): boolean {
  const rows: (readonly FormCell[])[] = [];
  for (let row = label.range.top; row <= bottom; row += 1) {
    rows.push(cellsAt(sheet, filled, row, label.range.right + 1).filter((cell) => !isGoalNumber(cell)));
  }
  if (rows.some((cells) => cells.length > 0 && cells.every(isGoalHead))) return false;
  return rows.some(
    (cells) => cells.length > 1 && (findFieldKey(cells[0].text) !== null || compactText(cells[0].text).length <= 12),
  );
}

function isGoalNumber({ text }: FormCell): boolean {
  return GOAL_NUMBER.test(compactText(text));
}

function isGoalHead({ text }: FormCell): boolean {
  return GOAL_HEAD.test(compactText(text));
}

/** True for a row that has texts beside the column of the label only. */
function goesOn(sheet: SheetSnapshot, filled: FilledRows, row: number, label: FormCell, left: number): boolean {
  const cells = cellsAt(sheet, filled, row, left);
  if (cells.length === 0 || cells[0].address.column <= label.range.right) return false;
  return isGoalNumber(cells[0]) || (findFieldKey(cells[0].text) === null && !looksLikeLabel(cells[0].text));
}

function goalField(sheet: SheetSnapshot, filled: FilledRows, { label, bottom }: GoalBlock): Field {
  const parts: FormCell[] = [];
  for (let row = label.range.top; row <= bottom; row += 1) {
    for (const cell of cellsAt(sheet, filled, row, label.range.right + 1)) {
      if (!isBlank(cell) && !isGoalNumber(cell) && !isGoalHead(cell)) parts.push(cell);
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
