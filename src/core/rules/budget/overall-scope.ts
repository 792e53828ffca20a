import type { BudgetTable, OverallTargetForm } from '../../forms/form';
import { readMoneyCell } from '../../values/money-cell';
import { convertAmount } from '../../values/amount';
import { printNumber } from '../define-equation-rule';
import { amountOfWhole } from '../../reconciliation/cross-table-equations';
import { defineWorkbookRule, unchecked, type Outcome } from '../define-rule';

export default defineWorkbookRule({
  id: 'budget/overall-scope',
  severity: 'warning',
  title: '整体支出绩效目标的金额合计应等于部门支出总计',
  why: '整体支出绩效目标要覆盖部门全部支出；只列项目支出，人员和公用经费就没有目标。',
  basis: '填报惯例：整体支出包括基本支出和项目支出',
  example: { wrong: '金额合计 850 万元，支出总计 2,211 万元', right: '金额合计 2,211 万元，支出总计 2,211 万元' },
  forms: ['overall-target', 'budget-table'],
  messages: {
    project:
      '年度主要任务的金额合计为 {found}，等于“{table}”的项目支出，少于支出总计 {expected}，基本支出没有列入，请核对整体支出的口径。',
    other: '年度主要任务的金额合计为 {found}，与“{table}”的支出总计 {expected} 不一致，请核对整体支出的口径。',
  },
  *check(forms, problem): Iterable<Outcome> {
    const overall = forms.filter((form): form is OverallTargetForm => form.type === 'overall-target');
    const tables = forms.filter(
      (form): form is BudgetTable => form.type === 'budget-table' && form.kind === 'expenditure',
    );
    for (const form of overall) {
      const cell = form.taskTotal && form.taskTotal.totalAmount;
      const stated = cell ? readMoneyCell(cell) : undefined;
      if (!cell || !stated || stated.kind !== 'amount' || form.amountUnit === null) continue;
      // With several departments in one workbook nobody knows whose total it is.
      if (tables.length !== 1 || overall.length !== 1) {
        yield unchecked('工作簿中没有唯一的支出总表，整体支出绩效目标的金额合计未与支出总计核对。');
        continue;
      }
      const [table] = tables;
      const total = amountOfWhole(table, 'total');
      const project = amountOfWhole(table, 'project');
      if (!total || total.number === null || table.unit === null) continue;
      const unit = form.amountUnit;
      const expected = convertAmount(total.number, table.unit, unit);
      const step = convertAmount(total.step, table.unit, unit);
      if (stated.number.minus(expected).abs().lessThanOrEqualTo(step)) continue;
      const isProject =
        project !== undefined &&
        project.number !== null &&
        stated.number
          .minus(convertAmount(project.number, table.unit, unit))
          .abs()
          .lessThanOrEqualTo(step);
      const values = {
        found: printNumber(stated.number, stated.step) + unit,
        expected: printNumber(expected, step) + unit,
        table: table.caption,
      };
      yield problem(isProject ? 'project' : 'other', cell, values);
    }
  },
});
