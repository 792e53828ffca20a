import type { BudgetTable, OverallTargetForm } from '../../forms/form';
import type { RuleContext } from '../define-rule';
import { changeEquations } from './change-equations';
import { columnEquations } from './column-equations';
import { crossTableEquations } from './cross-table-equations';
import { judge, termOf, type Equation, type Verdict } from './equation';
import { hierarchyEquations } from './hierarchy-equations';
import { rowEquations } from './row-equations';
import { taskEquations } from './task-equations';

/** An equation with where it stands. */
export interface JudgedEquation extends Equation, Verdict {
  /** The table whose cell states the total. */
  readonly table: BudgetTable | OverallTargetForm;
}

/** Every equation of the workbook's budget tables with its verdict, computed once per review. */
export function judgedEquations(context: RuleContext): readonly JudgedEquation[] {
  return context.once('judged equations of budget tables', () => {
    const tables = context.workbookForms.forms.filter((form): form is BudgetTable => form.type === 'budget-table');
    const judged: JudgedEquation[] = [];
    for (const table of tables) {
      for (const equation of equationsOf(table)) judged.push({ ...equation, ...judge(equation), table });
    }
    for (const form of context.workbookForms.forms) {
      if (form.type !== 'overall-target') continue;
      for (const equation of taskEquations(form)) judged.push({ ...equation, ...judge(equation), table: form });
    }
    for (const equation of crossTableEquations(tables)) {
      const table = tables.find(({ sections }) => holds(sections, equation));
      if (table) judged.push({ ...equation, ...judge(equation), table });
    }
    return judged;
  });
}

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

function holds(sections: BudgetTable['sections'], { total }: Equation): boolean {
  const { sheet, address } = total.cell;
  return sections.some(({ rows }) =>
    rows.some(({ amounts }) =>
      amounts.some(
        ({ cell }) =>
          cell.sheet === sheet && cell.address.row === address.row && cell.address.column === address.column,
      ),
    ),
  );
}
