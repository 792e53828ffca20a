import type { BudgetTable } from '../forms/form';
import { changeEquations } from './change-equations';
import { columnEquations } from './column-equations';
import { termOf, type Equation } from './equation';
import { hierarchyEquations } from './hierarchy-equations';
import { rowEquations } from './row-equations';

/** The equations within one table. */
export function equationsOf(table: BudgetTable): readonly Equation[] {
  const equations: Equation[] = [];
  for (const section of table.sections) {
    equations.push(
      ...rowEquations(section),
      ...hierarchyEquations(section),
      ...columnEquations(section),
      ...changeEquations(section),
    );
  }
  return [...equations, ...balanceEquation(table)];
}

/** 收入总计 = 支出总计. */
function balanceEquation({ sections }: BudgetTable): readonly Equation[] {
  const totals = sections.map(({ rows, columns }) => {
    const row = rows.find(({ kind }) => kind === 'grand-total');
    const index = columns.findIndex(({ role }) => role === 'total');
    return row && index >= 0 ? { row, amount: row.amounts[index] } : undefined;
  });
  const [income, expenditure] = totals;
  if (!income || !expenditure || income.amount.state !== 'amount' || expenditure.amount.state !== 'amount') return [];
  const total = termOf(expenditure.amount, '支出总计');
  const term = termOf(income.amount, '收入总计');
  if (!total || !term) return [];
  return [
    {
      ruleId: 'budget/income-expenditure',
      subject: '“支出总计”',
      sumLabel: '“收入总计”',
      total,
      terms: [term],
      comparison: 'equal',
      isSameItem: true,
    },
  ];
}
