import type { FormCell, OverallTargetForm, Task } from '../../src/core/forms/form';
import type { Tally } from './tally';
import type { TruthDepartmentGoals, TruthHeader, TruthNode, TruthTask } from './truth-file';

const LINES = { year: 'yearLine', unit: 'unitLine' } as const;

/** The head fields of a form O that are pairs, with the goal among them. */
export function headOfOverall({ header, yearGoal }: TruthDepartmentGoals): readonly TruthHeader[] {
  const pairs = header.filter(({ key }) => !(key in LINES));
  return yearGoal ? [...pairs, { key: 'yearGoal', ...yearGoal }] : pairs;
}

/** Compares what only form O has: year and unit below the title, tasks and their total. */
export function compareOverallParts(
  truth: TruthDepartmentGoals,
  form: OverallTargetForm | undefined,
  tally: Tally,
): void {
  const { sheet, header } = truth;
  for (const key of ['year', 'unit'] as const) {
    const expected = header.find((field) => field.key === key);
    tally.addCell(sheet, key, expected && expected.value, form && form[LINES[key]]);
  }
  const left = new Set<Task>(form ? form.tasks : []);
  for (const expected of truth.tasks) {
    const task = [...left].find(({ row }) => row + 1 === expected.row);
    if (task) left.delete(task);
    compareTask(sheet, 'task', expected, task, tally);
  }
  for (const task of left) tally.addCell(sheet, 'task', null, task.name);
  compareTask(sheet, 'task total', truth.taskTotal, (form && form.taskTotal) || undefined, tally);
}

function compareTask(
  sheet: string,
  part: string,
  expected: TruthTask | null | undefined,
  task: Task | undefined,
  tally: Tally,
): void {
  const columns: readonly (readonly [string, TruthNode | null | undefined, FormCell | null | undefined])[] = [
    ['name', expected && expected.name, task && task.name],
    ['content', expected && expected.content, task && task.content],
    ['total', amountOf(expected, /总额|金额|合计/), task && task.totalAmount],
    ['fiscal', amountOf(expected, /财政/), task && task.fiscalAmount],
    ['other', amountOf(expected, /其他资金/), task && task.otherAmount],
  ];
  for (const [column, node, cell] of columns) tally.addCell(sheet, `${part} ${column}`, node, cell);
}

function amountOf(task: TruthTask | null | undefined, head: RegExp): TruthNode | undefined {
  return task ? task.amounts.find(({ column }) => head.test(column[column.length - 1])) : undefined;
}
