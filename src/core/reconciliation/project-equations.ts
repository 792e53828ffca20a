import { Decimal } from 'decimal.js';
import { findField, textOf, type BudgetTable, type Form, type ProjectTargetForm } from '../forms/form';
import { readHeadAmount } from '../forms/head-amounts';
import { convertAmount, type MoneyUnit } from '../values/amount';
import { bareText } from '../values/normalize-text';
import type { CrossTableEquation } from './cross-table-equations';
import { amountOfWhole } from './cross-table-equations';
import type { Term } from './equation';

/** What one place states for a project. */
interface Stated {
  readonly form: Form;
  readonly name: string;
  readonly term: Term;
  readonly unit: MoneyUnit | null;
}

/** Fewer characters name too little to be sure that it is one and the same project. */
const SHORTEST_NAME = 4;

/**
 * What a workbook states for its projects twice: 本年度项目金额 of a form and the line of the same name in 项目支出表, equal; and
 * 项目支出 of the department, no less than Σ 本年度项目金额 (there may be projects without a form).
 */
export function projectEquations(forms: readonly Form[]): readonly CrossTableEquation[] {
  const projects = forms.filter((form): form is ProjectTargetForm => form.type === 'project-target');
  const tables = forms.filter((form): form is BudgetTable => form.type === 'budget-table');
  if (projects.length === 0 || tables.length === 0) return [];
  const amounts = projects.map(statedByForm).filter((stated): stated is Stated => stated !== undefined);
  return [...sameProjects(amounts, tables), ...wholeEquation(projects, amounts, tables)];
}

function sameProjects(amounts: readonly Stated[], tables: readonly BudgetTable[]): readonly CrossTableEquation[] {
  const lists = tables.filter((table) => table.kind === 'project-expenditure' && isOfAllMoney(table));
  if (lists.length !== 1) return [];
  const listed = onceByName(statedByList(lists[0]));
  const equations: CrossTableEquation[] = [];
  onceByName(amounts).forEach((own, name) => {
    const other = listed.get(name);
    const term = other && inUnit(other, own.unit);
    if (!other || !term) return;
    equations.push({
      table: own.form,
      unit: own.unit,
      ruleId: 'budget/cross-table',
      subject: `“${own.name}”的本年度金额`,
      sumLabel: `“${other.form.caption}”中的数`,
      total: own.term,
      terms: [term],
      comparison: 'equal',
      isSameItem: true,
    });
  });
  return equations;
}

function wholeEquation(
  projects: readonly ProjectTargetForm[],
  amounts: readonly Stated[],
  tables: readonly BudgetTable[],
): readonly CrossTableEquation[] {
  const wholes = tables.filter(({ kind }) => kind === 'expenditure');
  if (wholes.length !== 1 || amounts.length !== projects.length) return [];
  const [table] = wholes;
  const whole = amountOfWhole(table, 'project');
  if (!whole || whole.number === null || table.unit === null || !areOfDepartment(projects, table)) return [];
  const terms = amounts.map((stated) => inUnit(stated, table.unit));
  if (terms.some((term) => term === undefined)) return [];
  return [
    {
      table,
      unit: table.unit,
      ruleId: 'budget/cross-table',
      subject: '“项目支出”',
      sumLabel: `工作簿中 ${amounts.length} 个项目的本年度金额之和`,
      total: { label: '项目支出', cell: whole.cell, number: whole.number, step: whole.step, isSubtracted: false },
      terms: terms as readonly Term[],
      comparison: 'at-least',
      isSameItem: false,
    },
  ];
}

function statedByForm(form: ProjectTargetForm): Stated | undefined {
  const [project] = form.projects;
  const field = findField(project, 'annualAmount');
  const amount = field && readHeadAmount(field);
  if (!amount) return undefined;
  const { number, step, unit } = amount;
  const name = textOf(project, 'projectName');
  return { form, name, unit, term: { label: name, cell: amount.field.value, number, step, isSubtracted: false } };
}

function statedByList(table: BudgetTable): readonly Stated[] {
  const [section, ...others] = table.sections;
  const place = section.columns.findIndex(({ role }) => role === 'total');
  const isSingle = section.columns.filter(({ role }) => role === 'total').length === 1;
  if (others.length > 0 || !isSingle) return [];
  const listed: Stated[] = [];
  for (const { kind, code, name, amounts } of section.rows) {
    const { number, step, cell } = amounts[place];
    if (kind !== 'item' || code !== null || number === null) continue;
    listed.push({
      form: table,
      name,
      unit: table.unit,
      term: { label: name, cell, number, step, isSubtracted: false },
    });
  }
  return listed;
}

/** By name, those left out that stand twice: one project may have a line for each subject. */
function onceByName(all: readonly Stated[]): ReadonlyMap<string, Stated> {
  const byName = new Map<string, Stated>();
  const twice = new Set<string>();
  for (const stated of all) {
    const name = bareText(stated.name);
    if (byName.has(name) || name.length < SHORTEST_NAME) twice.add(name);
    byName.set(name, stated);
  }
  twice.forEach((name) => byName.delete(name));
  return byName;
}

/** 一般公共预算项目支出表 lists a part of a project's money only. */
function isOfAllMoney({ title }: BudgetTable): boolean {
  return title === null || !/一般公共预算|财政拨款|预算拨款|基金|国有资本|采购/.test(title.text);
}

function inUnit({ term, unit }: Stated, wanted: MoneyUnit | null): Term | undefined {
  if (unit === wanted) return term;
  if (unit === null || wanted === null) return undefined;
  const converted = (number: Decimal): Decimal => convertAmount(number, unit, wanted);
  return { ...term, number: converted(term.number), step: converted(term.step) };
}

/** Every form names the department of the table as its own unit. */
function areOfDepartment(projects: readonly ProjectTargetForm[], table: BudgetTable): boolean {
  return projects.every((form) => isOfDepartment(form, table));
}

/** True where a form names the department of the table as its own unit. */
export function isOfDepartment({ projects: [project] }: ProjectTargetForm, { department }: BudgetTable): boolean {
  const name = department ? bareText(department.text.replace(/^[^:：]*[:：]/, '')) : '';
  return (
    name !== '' &&
    (['primaryBudgetUnit', 'applicantUnit', 'budgetUnit'] as const).some(
      (key) => bareText(textOf(project, key)) === name,
    )
  );
}
