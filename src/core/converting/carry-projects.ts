import type { ColumnRole } from '../forms/column-labels';
import { isUnfilled } from '../forms/blank-fields';
import {
  isBlank,
  isUncalculated,
  type Field,
  type FieldKey,
  type Form,
  type FormCell,
  type Indicator,
  type Project,
  type WorkbookForms,
} from '../forms/form';
import { readHeadAmount } from '../forms/head-amounts';
import { findFieldKey } from '../forms/head-labels';
import { findMoneyUnit } from '../values/amount';
import { compactText } from '../values/normalize-text';
import { MAX_COLUMNS } from '../workbook/cell-address';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import {
  isEmptyRow,
  ROLES,
  type CarriedField,
  type CarriedProject,
  type CarriedRest,
  type CarriedRow,
  type CarriedText,
  type ProjectForm,
} from './carried-project';
import { otherTexts, type ColumnBounds } from './other-texts';
import { COLUMN_NAMES, FIELD_NAMES } from './template-names';
import { withListed } from './with-listed';

/** A project of a workbook that can be brought into a template, or why not. */
export interface ProjectPlace {
  /** Unique in the workbook as it stands. */
  readonly key: string;
  readonly form: ProjectForm;
  readonly project: Project;
  /** Columns that are the form's alone, where others stand beside it. */
  readonly columns: ColumnBounds;
  /** Chinese sentence: why it cannot be converted; null where it can. */
  readonly refusal: string | null;
}

/** The projects of a workbook, in order of its sheets. */
export function findProjects({ forms }: WorkbookForms): readonly ProjectPlace[] {
  const places: ProjectPlace[] = [];
  for (const form of forms) {
    if (form.type !== 'project-target' && form.type !== 'coded-indicators') continue;
    form.projects.forEach((project, index) => {
      places.push({
        key: `${form.id}#${index + 1}`,
        form,
        project,
        columns: boundsOf(form, forms),
        refusal: refusalOf(project),
      });
    });
  }
  return places;
}

function boundsOf({ sheet, range }: ProjectForm, forms: readonly Form[]): ColumnBounds {
  let [left, right] = [0, MAX_COLUMNS - 1];
  for (const { sheet: on, range: other } of forms) {
    if (on !== sheet || other.top > range.bottom || other.bottom < range.top) continue;
    if (other.left > range.right) right = Math.min(right, other.left - 1);
    if (other.right < range.left) left = Math.max(left, other.right + 1);
  }
  return { left, right };
}

function refusalOf(project: Project): string | null {
  if (project.isSecret) return '内容涉密，不转换。';
  return isUnfilled(project) ? '这张表还没有填写。' : null;
}

/** All that is written about a project, the list of unplaced texts of a former conversion included. */
export function carryProject({ form, project, columns }: ProjectPlace, snapshot: WorkbookSnapshot): CarriedProject {
  const sheet = snapshot.findSheet(form.sheet);
  const rows = project.indicators.map(carryRow);
  const fields = project.fields.filter(({ value }) => !isBlank(value));
  const carried: CarriedProject = {
    name: project.name,
    fields: fields.filter(({ value }) => !isUncalculated(value)).map((field) => carryField(field, form)),
    rows,
    rest:
      sheet === undefined ? [] : otherTexts(sheet, form, project, rows, columns).concat(withoutResult(project, rows)),
    year: yearOf(form, project),
  };
  return sheet === undefined ? carried : withListed(carried, sheet, form, project);
}

/** Formulas whose results nobody knows fill no field: they are listed as they are written. */
function withoutResult(project: Project, rows: readonly CarriedRow[]): readonly CarriedRest[] {
  const rest: CarriedRest[] = [];
  const add = (label: string, cell: FormCell | null, row: CarriedRow | null): void => {
    if (cell !== null && isUncalculated(cell)) rest.push({ ...carryText(cell, false), label, row, indicator: '' });
  };
  for (const field of project.fields) add(labelOf(field), field.value, null);
  project.indicators.forEach((indicator, index) => {
    for (const role of ROLES) add(COLUMN_NAMES[role], indicator[role], rows[index]);
  });
  return rest;
}

function carryField(field: Field, form: ProjectForm): CarriedField {
  const { key, value } = field;
  const isAmount = key === 'totalAmount' || key === 'annualAmount';
  const read = isAmount ? readHeadAmount(field) : undefined;
  const unitLine = form.unitLine === null ? null : findMoneyUnit(form.unitLine.text);
  const amount = read === undefined ? null : { number: read.number, unit: read.unit || unitLine };
  return { ...carryText(value, key === 'projectCode'), key, label: labelOf(field), amount };
}

/** The label as printed, where reading it again would find the same field; else the field's usual name. */
function labelOf({ key, label }: Field): string {
  const printed = withoutInlineValue(label.text)
    .trim()
    .replace(/\s*\n\s*/g, '')
    .replace(/[:：]\s*$/, '');
  return key === null || findFieldKey(printed) === key ? printed : FIELD_NAMES[key as FieldKey];
}

function withoutInlineValue(text: string): string {
  const match = /^([^:：]{2,40})[:：]\s*\S/.exec(text.trim());
  return match && findFieldKey(match[1]) !== null ? match[1] : text;
}

/** @param isDigits Digits are wanted as the file has them, not as Excel shows a large number. */
function carryText(cell: FormCell, isDigits: boolean): CarriedText {
  const { value, text, rawNumber, sheet, address } = cell;
  const digits = isDigits && typeof value === 'number' && rawNumber !== null && /^[0-9]+$/.test(rawNumber);
  const shown = digits ? rawNumber : isUncalculated(cell) ? `=${cell.formula}` : text;
  const isPlain = typeof value === 'number' && !digits && shown === String(value);
  return { text: shown, number: isPlain ? value : null, sheet, address };
}

function carryRow(indicator: Indicator): CarriedRow {
  const texts = new Map<ColumnRole, CarriedText>();
  for (const role of ROLES) {
    const cell = indicator[role];
    if (cell !== null && !isBlank(cell) && !isUncalculated(cell)) texts.set(role, carryText(cell, role === 'code'));
  }
  const { level1Kind, level2Kind } = indicator;
  return { level1Kind, level2Kind, texts, isEmpty: isEmptyRow(texts) };
}

function yearOf(form: ProjectForm, project: Project): string {
  const labels = project.fields.map(({ label }) => label);
  for (const cell of [form.yearLine, form.title, ...labels]) {
    const match = cell === null ? null : /20[0-9]{2}(?=年)/.exec(compactText(cell.text));
    if (match) return match[0];
  }
  return '';
}
