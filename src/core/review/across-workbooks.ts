import type { BudgetTable, Form, FormCell, ProjectTargetForm } from '../forms/form';
import { judge } from '../reconciliation/equation';
import { isOfDepartment, projectEquations } from '../reconciliation/project-equations';
import type { Rule } from '../rules/define-rule';
import { contextOfEquation, type JudgedEquation } from '../rules/judged-equations';
import type { Finding } from './finding';
import { findingOfProblem } from './finding-of-problem';
import type { Profile } from './profile';
import type { Review } from './run-review';

/** A workbook of a folder with its own review. */
export interface ReviewedWorkbook {
  /** As the user names it. */
  readonly file: string;
  readonly review: Review;
}

/**
 * What only several workbooks together show: a department's budget in one file, its projects in others. 本年度项目金额 of a project
 * against its line in 项目支出表, and Σ 本年度项目金额 against 项目支出; only projects that name the department of the table as their unit.
 * @param rule budget/cross-table, whose sentences are used; @param profiles those the workbooks were reviewed with.
 * @returns Findings by file, for files that have some.
 */
export function findAcrossWorkbooks(
  workbooks: readonly ReviewedWorkbook[],
  rule: Rule,
  profiles: readonly Profile[],
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  const fileOf = new Map<Form, string>();
  for (const { file, review } of workbooks) for (const form of review.workbookForms.forms) fileOf.set(form, file);
  for (const { file, review } of workbooks) {
    const own = review.workbookForms.forms;
    const tables = own.filter((form): form is BudgetTable => form.type === 'budget-table');
    const others = workbooks.filter((other) => other.file !== file);
    const companions = others.reduce<readonly ProjectTargetForm[]>(
      (all, other) =>
        all.concat(projectsOf(other).filter((form) => tables.some((table) => isOfDepartment(form, table)))),
      [],
    );
    if (companions.length === 0) continue;
    const projects = projectsOf({ file, review });
    const places = placesOf(companions, fileOf);
    for (const equation of projectEquations([...tables, ...projects, ...companions])) {
      const cells = [equation.total.cell, ...equation.terms.map(({ cell }) => cell)];
      if (!cells.some((cell) => places.has(cell))) continue;
      const verdict = judge(equation);
      if (verdict.outcome === 'holds') continue;
      const target = fileOf.get(equation.table) || file;
      const terms = equation.terms.map((term) => ({
        ...term,
        label: `${places.get(term.cell) || file} ${term.label}`,
      }));
      const sumLabel =
        target === file ? equation.sumLabel.replace('工作簿中', '所校验的工作簿中') : `${file} ${equation.sumLabel}`;
      const judged: JudgedEquation = { ...equation, ...verdict, terms, sumLabel };
      const used = workbooks.find((workbook) => workbook.file === target) as ReviewedWorkbook;
      const profile = profiles.find(({ id }) => id === used.review.profile.id) || profiles[0];
      if (profile.severities[rule.id] === 'off') continue;
      const findings = findingsOf(rule, equation.table, judged, profile);
      found.set(target, [...(found.get(target) || []), ...findings]);
    }
  }
  return found;
}

function projectsOf({ review }: ReviewedWorkbook): readonly ProjectTargetForm[] {
  return review.workbookForms.forms.filter((form): form is ProjectTargetForm => form.type === 'project-target');
}

/** The files of the cells that other workbooks' projects state their amounts in. */
function placesOf(
  forms: readonly ProjectTargetForm[],
  fileOf: ReadonlyMap<Form, string>,
): ReadonlyMap<FormCell, string> {
  const places = new Map<FormCell, string>();
  for (const form of forms) {
    for (const { fields } of form.projects) {
      for (const { value } of fields) places.set(value, fileOf.get(form) as string);
    }
  }
  return places;
}

function findingsOf(rule: Rule, form: Form, equation: JudgedEquation, profile: Profile): readonly Finding[] {
  const context = contextOfEquation(form, equation, profile);
  const findings: Finding[] = [];
  for (const outcome of rule.run(form, context)) {
    if (outcome.kind === 'problem') findings.push(findingOfProblem(rule, outcome, profile, form.id));
  }
  return findings;
}
