import { Decimal } from 'decimal.js';
import type { FormCell, OverallTargetForm, Task } from '../forms/form';
import { readMoneyCell } from '../values/money-cell';
import type { Equation, Term } from './equation';

const COLUMNS = [
  ['totalAmount', '总额'],
  ['fiscalAmount', '财政拨款'],
  ['otherAmount', '其他资金'],
] as const;

/** The sums of the tasks of form O: 财政拨款 + 其他资金 = 总额 of each task, 金额合计 = Σ tasks in each column. */
export function taskEquations({ tasks, taskTotal }: OverallTargetForm): readonly Equation[] {
  const equations: Equation[] = [];
  const rows = taskTotal === null ? tasks : [...tasks, taskTotal];
  for (const task of rows) {
    const total = stated(task.totalAmount, '总额');
    const terms = [termOf(task.fiscalAmount, '财政拨款'), termOf(task.otherAmount, '其他资金')];
    if (!total || terms.some((term) => term === undefined)) continue;
    // Both left blank: not broken down.
    if ([task.fiscalAmount, task.otherAmount].every((cell) => cell === null || readMoneyCell(cell).kind === 'blank'))
      continue;
    equations.push({
      ruleId: 'budget/row-sum',
      subject: `“${nameOf(task)}”的“总额”`,
      sumLabel: '“财政拨款”与“其他资金”之和',
      total,
      terms: terms as readonly Term[],
      comparison: 'equal',
      isSameItem: false,
    });
  }
  if (taskTotal === null || tasks.length === 0) return equations;
  for (const [key, label] of COLUMNS) {
    const total = stated(taskTotal[key], '金额合计');
    const terms = tasks.map((task) => termOf(task[key], nameOf(task)));
    if (!total || terms.some((term) => term === undefined)) continue;
    if (tasks.every((task) => task[key] === null || readMoneyCell(task[key] as FormCell).kind === 'blank')) continue;
    equations.push({
      ruleId: 'budget/column-sum',
      subject: `“金额合计”的“${label}”`,
      sumLabel: `${tasks.length} 项任务之和`,
      total,
      terms: terms as readonly Term[],
      comparison: 'equal',
      isSameItem: false,
    });
  }
  return equations;
}

/** The amount of a cell that states one; undefined when it is blank or no number. */
function stated(cell: FormCell | null, label: string): Term | undefined {
  return cell !== null && readMoneyCell(cell).kind === 'amount' ? termOf(cell, label) : undefined;
}

/** Blank counts as nothing. */
function termOf(cell: FormCell | null, label: string): Term | undefined {
  if (cell === null) return undefined;
  const read = readMoneyCell(cell);
  if (read.kind === 'amount') return { label, cell, number: read.number, step: read.step, isSubtracted: false };
  return read.kind === 'blank'
    ? { label, cell, number: new Decimal(0), step: new Decimal(0), isSubtracted: false }
    : undefined;
}

function nameOf(task: Task): string {
  return task.name.text.trim();
}
