import type { BudgetTable, Form } from '../forms/form';
import { crossTableEquations } from '../reconciliation/cross-table-equations';
import { oncePer } from '../forms/once-per';
import { judge, type Equation, type Verdict } from '../reconciliation/equation';
import { projectEquations } from '../reconciliation/project-equations';
import { equationsOf } from '../reconciliation/table-equations';
import { taskEquations } from '../reconciliation/task-equations';
import type { MoneyUnit } from '../values/amount';
import type { Profile } from '../review/profile';
import { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import type { RuleContext } from './define-rule';

/** An equation that does not hold to the last digit, with where it stands. */
export interface JudgedEquation extends Equation, Verdict {
  /** Of its numbers; null when the form names none. */
  readonly unit: MoneyUnit | null;
}

type ByForm = ReadonlyMap<Form, readonly JudgedEquation[]>;

/** Under this name a review keeps its equations. */
const FACT = 'judged equations';

/** The equations at a form that do not hold to the last digit; all of the workbook's are computed once per review. */
export function judgedEquationsOf(form: Form, context: RuleContext): readonly JudgedEquation[] {
  const byForm = context.once(FACT, () => judgeAll(context.workbookForms.forms));
  return byForm.get(form) || [];
}

function judgeAll(forms: readonly Form[]): ByForm {
  const byForm = new Map<Form, readonly JudgedEquation[]>(forms.map((form) => [form, equationsWithin(form)] as const));
  const tables = forms.filter((form): form is BudgetTable => form.type === 'budget-table');
  for (const equation of [...crossTableEquations(tables), ...projectEquations(forms)])
    byForm.set(equation.table, [...(byForm.get(equation.table) || []), ...judged([equation], equation.unit)]);
  return byForm;
}

/** Those of a form by itself. */
const equationsWithin = oncePer((form: Form): readonly JudgedEquation[] => {
  if (form.type === 'budget-table') return judged(equationsOf(form), form.unit);
  return form.type === 'overall-target' ? judged(taskEquations(form), form.amountUnit) : [];
});

function judged(equations: readonly Equation[], unit: MoneyUnit | null): readonly JudgedEquation[] {
  return equations
    .map((equation) => ({ ...equation, ...judge(equation), unit }))
    .filter(({ outcome }) => outcome !== 'holds');
}

/** A context in which a rule of equations finds this one at the form and no other: for equations that no single workbook holds. */
export function contextOfEquation(form: Form, equation: JudgedEquation, profile: Profile): RuleContext {
  const facts = new Map<string, unknown>([[FACT, new Map([[form, [equation]]])]]);
  return {
    snapshot: new WorkbookSnapshot('', []),
    workbookForms: { forms: [form], unread: [] },
    profile,
    divisionCodes: null,
    catalogue: null,
    subjects: null,
    filingYearOf: () => null,
    sheetOf: () => undefined,
    once: <Fact>(name: string, compute: () => Fact): Fact => (facts.has(name) ? (facts.get(name) as Fact) : compute()),
  };
}
