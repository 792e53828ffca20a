import { findField, isBlank, textOf, type Form, type FormCell, type Project } from '../forms/form';
import { compactText } from '../values/normalize-text';
import { isSameAddress } from '../workbook/cell-address';
import type { ProblemPlace } from './define-rule';

/** A project where it stands on its form. */
export interface ProjectListing {
  readonly form: Form;
  readonly project: Project;
}

/**
 * Projects that are one and the same, however often they are listed: same project code, or, in coded tables without
 * codes, same unit, name and amount. Each group in reading order; most groups hold one listing.
 */
export function groupListings(forms: readonly Form[]): readonly (readonly ProjectListing[])[] {
  const groups: ProjectListing[][] = [];
  const byIdentity = new Map<string, ProjectListing[]>();
  for (const form of forms) {
    let previous: ProjectListing[] | null = null;
    let unit = '';
    for (const project of form.projects) {
      unit = unitOf(project) || unit;
      const identity = identityOf(form, project, unit);
      const before: ProjectListing | null = previous && previous[previous.length - 1];
      const known: ProjectListing[] | undefined =
        previous && before && isContinuation(before, { form, project })
          ? previous
          : identity === null
            ? undefined
            : byIdentity.get(identity);
      previous = known || [];
      previous.push({ form, project });
      if (known) continue;
      groups.push(previous);
      if (identity !== null) byIdentity.set(identity, previous);
    }
  }
  return groups;
}

/** The code of a project when all its digits can be trusted; null otherwise. */
export function findTrustedCode(project: Project): string | null {
  const field = findField(project, 'projectCode');
  if (!field) return null;
  // A number keeps 15 to 17 digits: two codes that differ behind them look alike.
  if (typeof field.value.value === 'number' && field.value.text.length > 15) return null;
  const code = compactText(field.value.text);
  const isCode = /^[0-9A-Za-z][0-9A-Za-z-]{5,40}$/.test(code) && /[0-9].*[0-9].*[0-9].*[0-9]/.test(code);
  const isFilledUp = /0{5,}$/.test(code) || /^(.)\1*$/.test(code) || /[xX]{2,}/.test(code);
  return isCode && !isFilledUp ? code : null;
}

/** Where a problem of a project as a whole is shown: the cell of its name, for a department (form O) of its own. */
export function placeOfProject(project: Project, form?: Form): ProblemPlace | null {
  const field = findField(project, form && form.type === 'overall-target' ? 'budgetUnit' : 'projectName');
  if (field) return field.value;
  return project.indicators.length > 0 ? project.indicators[0].level2 : null;
}

/**
 * True when `next` only goes on where `previous` ends: the same name cell, the same name without an amount of its own, or
 * name cells repeated on every row without being merged. That is one listing, however the rows are cut.
 */
export function isContinuation(previous: ProjectListing, next: ProjectListing): boolean {
  const [before, after] = [nameCellOf(previous.project), nameCellOf(next.project)];
  if (previous.form !== next.form || !before || !after) return false;
  if (isSameAddress(before.address, after.address)) return true;
  const isNext = previous.project.range.bottom + 1 === next.project.range.top;
  if (!isNext || isBlank(after) || compactText(before.text) !== compactText(after.text)) return false;
  if (findTrustedCode(previous.project) !== findTrustedCode(next.project)) return false;
  const [amount, nextAmount] = [amountOf(previous.project), amountOf(next.project)];
  const isOneRow = (cell: FormCell): boolean => cell.range.top === cell.range.bottom;
  return nextAmount === '' || (nextAmount === amount && isOneRow(before) && isOneRow(after));
}

function nameCellOf(project: Project): FormCell | undefined {
  const field = findField(project, 'projectName') || findField(project, 'projectCode');
  return field && field.value;
}

function identityOf(form: Form, project: Project, unit: string): string | null {
  const code = findTrustedCode(project);
  if (code !== null) return `code:${code}`;
  if (form.type !== 'coded-indicators' || findField(project, 'projectCode')) return null;
  const name = compactText(textOf(project, 'projectName'));
  const amount = amountOf(project);
  return name === '' || amount === '' ? null : `name:${JSON.stringify([form.sheet, unit, name, amount])}`;
}

function amountOf(project: Project): string {
  return compactText(textOf(project, 'annualAmount') || textOf(project, 'totalAmount'));
}

function unitOf(project: Project): string {
  return compactText(textOf(project, 'budgetUnit') || textOf(project, 'applicantUnit'));
}
