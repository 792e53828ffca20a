import type { FormCell, OverallTargetForm, Task } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { overallTarget, sheetOf, workbookOf, type CellSpec } from '../../support/build-form';

const at = (cell: FormCell | null): string => (cell ? `${formatAddress(cell.address)} ${cell.text}` : '');

function read(sheet: SheetContent): OverallTargetForm {
  const { forms } = readForms(workbookOf(sheet));
  expect(forms.map(({ type }) => type)).toEqual(['overall-target']);
  return forms[0] as OverallTargetForm;
}

function fieldsOf({ projects }: OverallTargetForm): Record<string, string> {
  return Object.fromEntries(projects[0].fields.map(({ key, label, value }) => [key ?? `(${label.text})`, at(value)]));
}

const taskOf = (task: Task): readonly string[] =>
  [task.name, task.content, task.totalAmount, task.fiscalAmount, task.otherAmount].map(at);

/** Cells of consecutive rows from A1 on. */
function grid(rows: readonly (readonly CellSpec[])[]): Record<string, CellSpec> {
  const cells: Record<string, CellSpec> = {};
  rows.forEach((row, index) => row.forEach((cell, column) => (cells[`${'ABCDEFGHIJ'[column]}${index + 1}`] = cell)));
  return cells;
}

const HEAD = ['一级指标', '二级指标', '三级指标', '指标值'];
const ROW = ['产出指标', '数量指标', '图书采购数量', '≥8000册'];

test('部门整体支出绩效目标表：字段、任务、合计、目标、指标各在其格', () => {
  const form = read(overallTarget());
  expect([form.id, form.caption, form.projects[0].name, form.amountUnit]).toEqual([
    '整体支出!A1:G22',
    '部门整体支出绩效目标表',
    '南湖区文化服务中心',
    '万元',
  ]);
  expect(at(form.yearLine)).toBe('A2 （2025年度）');
  expect(fieldsOf(form)).toEqual({
    budgetUnit: 'C3 南湖区文化服务中心',
    primaryBudgetUnit: 'F3 南湖区文化和旅游局',
    annualGoal: 'B10 2025年采购图书8000册，培训馆员120人，社区图书馆全年正常开放。',
  });
  expect(form.tasks.map(taskOf)).toEqual([
    ['B6 公共阅读服务', 'C6 采购并上架新书，开展社区阅读推广。', 'E6 60.00', 'F6 60.00', 'G6 0.00'],
    ['B7 馆员队伍建设', 'C7 组织馆员参加业务培训和岗位考核。', 'E7 15.00', 'F7 15.00', 'G7 0.00'],
    ['B8 馆舍设备维护', 'C8 维护馆舍和自助借还设备，保障安全开放。', 'E8 25.00', 'F8 25.00', 'G8 0.00'],
  ]);
  expect(form.taskTotal && taskOf(form.taskTotal)).toEqual(['B9 金额合计', '', 'E9 100.00', 'F9 100.00', 'G9 0.00']);
  expect(form.projects[0].indicators).toHaveLength(11);
  expect(at(form.projects[0].indicators[0].value)).toBe('E12 ≥8000册');
});

test('没有标题：表头列出带金额的任务，也是整体支出表', () => {
  const cells = grid([
    ['单位名称', '城南中学', null, '单位：元'],
    ['重点工作任务', '工作内容', '金额', '备注'],
    ['教学设备更新', '更新实验室设备', 120000, null],
    ['教师培训', '组织骨干教师培训', 30000, null],
    ['合计', null, 150000, null],
    ['年度绩效目标', '改善办学条件。', null, null],
    HEAD,
    ROW,
  ]);
  const form = read(sheetOf('表一', cells));
  expect(form.tasks.map(taskOf)).toEqual([
    ['A3 教学设备更新', 'B3 更新实验室设备', 'C3 120000', '', ''],
    ['A4 教师培训', 'B4 组织骨干教师培训', 'C4 30000', '', ''],
  ]);
  expect([form.taskTotal && taskOf(form.taskTotal), form.amountUnit]).toEqual([
    ['A5 合计', '', 'C5 150000', '', ''],
    '元',
  ]);
  expect(fieldsOf(form)).toEqual({ budgetUnit: 'B1 城南中学', annualGoal: 'B6 改善办学条件。' });
});

test('目标分行编号：一个字段，各行各在其格', () => {
  const cells = grid([
    ['部门（单位）整体支出绩效目标申报表', null, null, null, null],
    ['部门名称', '水务局', null, null, null],
    ['年度总体目标', '目标1：', '保障供水安全。', null, null],
    [null, '目标2：', '治理河道3条。', null, null],
    [null, '目标3：', '……', null, null],
    ['年度绩效指标', ...HEAD],
    [null, ...ROW],
  ]);
  const merged = read(sheetOf('表一', cells, ['A1:E1', 'A3:A5', 'C3:E3', 'C4:E4', 'C5:E5', 'A6:A7']));
  const blank = read(sheetOf('表一', cells, ['A1:E1']));
  for (const form of [merged, blank]) {
    const goal = form.projects[0].fields.find(({ key }) => key === 'annualGoal');
    expect(goal?.parts?.map(({ cell }) => at(cell))).toEqual(['C3 保障供水安全。', 'C4 治理河道3条。', 'C5 ……']);
    expect(goal?.value.text).toBe('保障供水安全。\n治理河道3条。\n……');
    expect(form.projects[0].indicators).toHaveLength(1);
  }
});
