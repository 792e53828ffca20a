import {
  isIndicatorForm,
  type Field,
  type Form,
  type FormCell,
  type Indicator,
  type IndicatorForm,
  type Project,
} from '../../src/core/forms/form';
import { formatAddress, parseRange, type CellRange } from '../../src/core/workbook/cell-address';
import type { TruthForm, TruthHeader, TruthIndicator, TruthNode } from './truth-file';

export interface Difference {
  readonly sheet: string;
  /** Cell or range that the truth names; for something read that is not there, its cell. */
  readonly cell: string;
  /** What was compared, e.g. "level3" or "head field projectCode". */
  readonly part: string;
  readonly expected: string;
  readonly found: string;
}

export interface TruthScore {
  readonly total: number;
  readonly right: number;
  readonly differences: readonly Difference[];
}

const FORM_TYPES = { 'project-declaration': 'project-target', 'flat-coded-list': 'coded-indicators' } as const;
const LEVELS = ['level1', 'level2', 'level3', 'value', 'periodValue', 'explanation'] as const;
const COLUMNS = [...LEVELS, 'nature', 'unit', 'weight'] as const;
const NOTHING = '(nothing)';

/**
 * Compares what the readers found in one workbook with its truth. Each form, title, head field, column title, remark and
 * indicator cell counts one; so does each form, head field and row that was read and is not there.
 */
export function scoreTruth(truths: readonly TruthForm[], forms: readonly Form[]): TruthScore {
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
  for (const form of left) {
    const cell = formatAddress({ row: form.range.top, column: form.range.left });
    tally.add({ sheet: form.sheet, cell, part: 'form', expected: NOTHING, found: `a form of type ${form.type}` });
  }
  return tally;
}

class Tally implements TruthScore {
  total = 0;
  right = 0;
  readonly differences: Difference[] = [];

  add(compared: Difference): void {
    this.total += 1;
    if (compared.expected === compared.found) this.right += 1;
    else this.differences.push(compared);
  }

  addCell(
    sheet: string,
    part: string,
    expected: TruthNode | null | undefined,
    found: FormCell | null | undefined,
  ): void {
    if (!expected && !found) return;
    const cell = expected ? expected.cell : found ? formatAddress(found.address) : '';
    this.add({ sheet, cell, part, expected: describeNode(expected), found: describeCell(found, expected) });
  }
}

function describeNode(node: TruthNode | null | undefined): string {
  return node ? `${node.cell} ${JSON.stringify(node.text.trim())}` : NOTHING;
}

function describeCell(cell: FormCell | null | undefined, expected?: TruthNode | null): string {
  if (!cell) return NOTHING;
  const isStored = expected?.displayNote !== undefined && typeof cell.value === 'number';
  const text = (isStored && cell.rawNumber) || cell.text.trim();
  return `${formatAddress(cell.address)} ${JSON.stringify(text)}`;
}

function isSameForm(truth: TruthForm, form: IndicatorForm): boolean {
  const range = parseRange(truth.range);
  if (range === undefined) throw new Error(`"${truth.range}" is no range`);
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
    compareField(sheet, `head field ${expected.key}`, expected, field, tally);
  }
  for (const field of fieldsLeft) compareField(sheet, 'head field', undefined, field, tally);

  const rowsLeft = new Set<Indicator>(project ? project.indicators : []);
  for (const expected of indicators) {
    const indicator = [...rowsLeft].find(({ row }) => row + 1 === expected.row);
    if (indicator) rowsLeft.delete(indicator);
    for (const part of LEVELS) tally.addCell(sheet, part, expected[part], indicator && indicatorCell(indicator, part));
  }
  for (const { name } of rowsLeft) tally.addCell(sheet, 'row', null, name);
}

/** Label and value count as one: a value under the wrong label is of no use. */
function compareField(
  sheet: string,
  part: string,
  expected: TruthHeader | undefined,
  found: Field | undefined,
  tally: Tally,
): void {
  const cell = expected ? expected.value.cell : found ? formatAddress(found.value.address) : '';
  const expectedLabel = expected && expected.label ? `${describeNode(expected.label)}: ` : '';
  const foundLabel = found && (!expected || expected.label) ? `${describeCell(found.label)}: ` : '';
  tally.add({
    sheet,
    cell,
    part,
    expected: expectedLabel + describeNode(expected && expected.value),
    found: foundLabel + describeCell(found && found.value, expected && expected.value),
  });
}

function indicatorCell(indicator: Indicator, part: (typeof LEVELS)[number]): FormCell | null {
  return part === 'level3' ? indicator.name : indicator[part];
}
