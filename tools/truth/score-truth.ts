import {
  isIndicatorForm,
  type BudgetTable,
  type Field,
  type Form,
  type FormCell,
  type Indicator,
  type IndicatorForm,
  type Project,
} from '../../src/core/forms/form';
import { formatAddress, parseRange, type CellRange } from '../../src/core/workbook/cell-address';
import { compareBudgetTable } from './score-budget';
import { compareOverallParts, headOfOverall } from './score-overall';
import { compareProse } from './score-prose';
import { NOTHING, Tally, type TruthScore } from './tally';
import type { Truth, TruthForm, TruthHeader, TruthIndicator } from './truth-file';

const FORM_TYPES = {
  'project-declaration': 'project-target',
  'flat-coded-list': 'coded-indicators',
  'department-goals': 'overall-target',
} as const;
const LEVELS = ['level1', 'level2', 'level3', 'value', 'periodValue', 'explanation'] as const;
const COLUMNS = [...LEVELS, 'nature', 'unit', 'weight'] as const;

/**
 * Compares what the readers found in one workbook with its truth. Each form, title, head field, column title, remark and
 * indicator cell counts one, so does each cell of a task or a budget table and each paragraph; so does each form, head field, row and
 * paragraph that was read and is not there.
 */
export function scoreTruth({ forms: truths, tables, textSheets }: Truth, forms: readonly Form[]): TruthScore {
  const tally = new Tally();
  const left = new Set(forms);
  for (const truth of truths) {
    const form = forms.find(
      (candidate): candidate is IndicatorForm =>
        isIndicatorForm(candidate) && left.has(candidate) && isSameForm(truth, candidate),
    );
    if (form) left.delete(form);
    compareForm(truth, form, tally);
  }
  for (const truth of tables) {
    const range = rangeOf(truth);
    const table = forms.find(
      (form): form is BudgetTable =>
        form.type === 'budget-table' && left.has(form) && form.sheet === truth.sheet && doOverlap(range, form.range),
    );
    if (table) left.delete(table);
    compareBudgetTable(truth, table, tally);
  }
  for (const truth of textSheets) {
    const form = forms.find((candidate) => candidate.type === 'prose' && candidate.sheet === truth.sheet);
    if (form) left.delete(form);
    compareProse(truth, form && form.type === 'prose' ? form : undefined, tally);
  }
  for (const form of left) {
    const cell = formatAddress({ row: form.range.top, column: form.range.left });
    tally.add({ sheet: form.sheet, cell, part: 'form', expected: NOTHING, found: `a form of type ${form.type}` });
  }
  return tally;
}

function rangeOf({ range }: { readonly range: string }): CellRange {
  const parsed = parseRange(range);
  if (parsed === undefined) throw new Error(`"${range}" is no range`);
  return parsed;
}

function isSameForm(truth: TruthForm, form: IndicatorForm): boolean {
  const range = rangeOf(truth);
  return form.type === FORM_TYPES[truth.formType] && form.sheet === truth.sheet && doOverlap(range, form.range);
}

function doOverlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function compareForm(truth: TruthForm, form: IndicatorForm | undefined, tally: Tally): void {
  const { sheet, range } = truth;
  const type = FORM_TYPES[truth.formType];
  tally.add({ sheet, cell: range, part: 'form', expected: type, found: form ? form.type : NOTHING });
  tally.addCell(sheet, 'title', truth.title, form && form.title);
  compareColumnTitles(truth, form, tally);
  if (truth.formType === 'project-declaration') {
    tally.addCell(sheet, 'remark', truth.remark, form && form.type === 'project-target' ? form.remark : null);
    compareProject(sheet, truth.header, truth.indicators, form && form.projects[0], tally);
    return;
  }
  if (truth.formType === 'department-goals') {
    const overall = form && form.type === 'overall-target' ? form : undefined;
    compareOverallParts(truth, overall, tally);
    compareProject(sheet, headOfOverall(truth), truth.indicators, form && form.projects[0], tally);
    return;
  }
  const left = new Set(form ? form.projects : []);
  for (const expected of truth.projects) {
    const top = parseRange(expected.range)?.top;
    const project = [...left].find((candidate) => candidate.range.top === top);
    if (project) left.delete(project);
    compareProject(sheet, expected.header, expected.indicators, project, tally);
  }
  for (const project of left) compareProject(sheet, [], [], project, tally);
}

function compareColumnTitles(truth: TruthForm, form: IndicatorForm | undefined, tally: Tally): void {
  // In a coded table the titles of the project columns are the labels of the head fields.
  const labels = form ? form.projects.flatMap(({ fields }) => fields.map(({ label }) => label)) : [];
  for (const [column, expected] of Object.entries(truth.columnTitles)) {
    const isIndicatorColumn = (COLUMNS as readonly string[]).includes(column);
    const found = isIndicatorColumn
      ? form && columnTitle(form, column as (typeof COLUMNS)[number])
      : labels.find((label) => formatAddress(label.address) === expected.cell);
    tally.addCell(truth.sheet, `column title ${column}`, expected, found);
  }
  for (const column of COLUMNS) {
    if (truth.columnTitles[column] === undefined && form) {
      tally.addCell(truth.sheet, `column title ${column}`, null, columnTitle(form, column));
    }
  }
}

function columnTitle({ columns }: IndicatorForm, column: (typeof COLUMNS)[number]): FormCell | null {
  return column === 'level3' ? columns.name : columns[column];
}

function compareProject(
  sheet: string,
  header: readonly TruthHeader[],
  indicators: readonly TruthIndicator[],
  project: Project | undefined,
  tally: Tally,
): void {
  const fieldsLeft = new Set<Field>(project ? project.fields : []);
  for (const expected of header) {
    const field = [...fieldsLeft].find(({ label, value }) =>
      expected.label === null
        ? formatAddress(value.address) === expected.value.cell
        : formatAddress(label.address) === expected.label.cell,
    );
    if (field) fieldsLeft.delete(field);
    tally.addField(sheet, `head field ${expected.key}`, expected, field);
  }
  for (const field of fieldsLeft) tally.addField(sheet, 'head field', undefined, field);

  const rowsLeft = new Set<Indicator>(project ? project.indicators : []);
  for (const expected of indicators) {
    const indicator = [...rowsLeft].find(({ row }) => row + 1 === expected.row);
    if (indicator) rowsLeft.delete(indicator);
    for (const part of LEVELS) tally.addCell(sheet, part, expected[part], indicator && indicatorCell(indicator, part));
  }
  for (const { name } of rowsLeft) tally.addCell(sheet, 'row', null, name);
}

function indicatorCell(indicator: Indicator, part: (typeof LEVELS)[number]): FormCell | null {
  return part === 'level3' ? indicator.name : indicator[part];
}
