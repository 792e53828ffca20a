import type { BudgetTable, Form, OverallTargetForm } from '../forms/form';
import { crossTableEquations } from '../reconciliation/cross-table-equations';
import { judge, type Equation, type Verdict } from '../reconciliation/equation';
import { equationsOf } from '../reconciliation/table-equations';
import { taskEquations } from '../reconciliation/task-equations';
import type { RuleContext } from './define-rule';

/** An equation that does not hold to the last digit, with where it stands. */
export interface JudgedEquation extends Equation, Verdict {
  /** The table whose cell states the total. */
  readonly table: BudgetTable | OverallTargetForm;
}

type ByForm = ReadonlyMap<Form, readonly JudgedEquation[]>;

/** The equations at a form that do not hold to the last digit; all of the workbook's are computed once per review. */
export function judgedEquationsOf(form: Form, { workbookForms, once }: RuleContext): readonly JudgedEquation[] {
  const byForm = once('judged equations', () => judgeAll(workbookForms.forms));
  return byForm.get(form) || [];
}

function judgeAll(forms: readonly Form[]): ByForm {
  const byForm = new Map<Form, JudgedEquation[]>();
  const add = (table: BudgetTable | OverallTargetForm, equation: Equation): void => {
    const verdict = judge(equation);
    if (verdict.outcome === 'holds') return;
    const others = byForm.get(table);
    if (others) others.push({ ...equation, ...verdict, table });
    else byForm.set(table, [{ ...equation, ...verdict, table }]);
  };
  for (const form of forms) {
    if (form.type === 'budget-table') equationsOf(form).forEach((equation) => add(form, equation));
    else if (form.type === 'overall-target') taskEquations(form).forEach((equation) => add(form, equation));
  }
  const tables = forms.filter((form): form is BudgetTable => form.type === 'budget-table');
  for (const equation of crossTableEquations(tables)) add(equation.table, equation);
  return byForm;
}
