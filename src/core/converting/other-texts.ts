import { isBlank, type FormCell, type Project } from '../forms/form';
import { findFieldKey, looksLikeLabel } from '../forms/head-labels';
import { findUnplacedBlock } from '../forms/unplaced-block';
import { readCell } from '../forms/sheet-view';
import { compactText } from '../values/normalize-text';
import { formatAddress } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { CarriedRest, CarriedRow, ProjectForm } from './carried-project';

export const TITLE_LABEL = '标题';
export const REMARK_LABEL = '备注';
export const YEAR_LABEL = '年度';

/** Zero-based, inclusive. */
export interface ColumnBounds {
  readonly left: number;
  readonly right: number;
}

/**
 * What stands in a project's part of a form without being a field or a cell of an indicator: title, remark, columns and lines that the
 * readers pass over. Labels and heads are the template's and left out.
 */
export function otherTexts(
  sheet: SheetSnapshot,
  form: ProjectForm,
  project: Project,
  rows: readonly CarriedRow[],
  { left, right }: ColumnBounds,
): readonly CarriedRest[] {
  const rest: CarriedRest[] = [];
  const add = (label: string, cell: FormCell, row: CarriedRow | null): void => {
    rest.push({ label, row, indicator: '', text: cell.text, number: null, sheet: sheet.name, address: cell.address });
  };
  if (form.title !== null && !isBlank(form.title)) add(TITLE_LABEL, form.title, null);
  if (form.yearLine !== null) add(YEAR_LABEL, form.yearLine, null);
  const remark = form.type === 'project-target' ? form.remark : null;
  const known = knownCells(form, project, remark);
  const block = findUnplacedBlock(sheet);
  const heads = form.columns;
  const headRow = heads.name.address.row;
  for (const placed of sheet.cells) {
    const { row, column } = placed;
    if (row < project.range.top || row > project.range.bottom) continue;
    if (column < left || column > right || (block !== null && column >= block.left)) continue;
    const cell = readCell(sheet, row, column);
    if (form.type === 'coded-indicators' && isRepeated(cell, project)) continue;
    if (isBlank(cell) || known.has(formatAddress(cell.address)) || sheet.isColumnHidden(column)) continue;
    const isHead = row <= heads.name.range.bottom;
    if (isHead && (row >= headRow || isLabel(cell))) continue;
    // A cell left of the levels that reaches over several rows says which part of the form it is: 绩效指标.
    if (column < heads.level1.range.left && cell.range.bottom > cell.range.top && form.type === 'project-target')
      continue;
    const index = isHead ? -1 : project.indicators.findIndex((indicator) => indicator.row === row);
    const head = isHead ? '' : compactText(readCell(sheet, headRow, column).text);
    add(head === '' ? '其他内容' : head, cell, index < 0 ? null : rows[index]);
  }
  if (remark !== null) add(REMARK_LABEL, remark, null);
  return rest;
}

/** True where a table says of a further row what it said of the first: which project it belongs to. */
function isRepeated(cell: FormCell, { fields }: Project): boolean {
  return fields.some(
    ({ value }) =>
      value.range.left === cell.range.left &&
      value.range.right === cell.range.right &&
      compactText(value.text) === compactText(cell.text),
  );
}

function isLabel(cell: FormCell): boolean {
  const isGroupHead = cell.range.bottom > cell.range.top;
  return (
    isGroupHead ||
    findFieldKey(cell.text) !== null ||
    looksLikeLabel(cell.text) ||
    /^\(?[百千万亿]*元\)?$/.test(compactText(cell.text)) ||
    // The year is still to be filled in.
    /^\(?(?:20[×xX_]{0,2})?年度?\)?$/.test(compactText(cell.text))
  );
}

/** Addresses of the cells that the readers understood. */
function knownCells(form: ProjectForm, project: Project, remark: FormCell | null): ReadonlySet<string> {
  const known = new Set<string>();
  const add = (cell: FormCell | null): void => {
    if (cell !== null) known.add(formatAddress(cell.address));
  };
  [form.title, form.yearLine, form.unitLine, remark].forEach(add);
  for (const { label, value, parts } of project.fields) {
    add(label);
    add(value);
    for (const { cell } of parts || []) add(cell);
  }
  // Beside the project's own rows those of others that share a merged cell.
  for (const other of form.projects) {
    for (const indicator of other.indicators) {
      [indicator.level1, indicator.level2, indicator.name, indicator.code, indicator.value].forEach(add);
      [indicator.periodValue, indicator.explanation, indicator.nature, indicator.unit, indicator.weight].forEach(add);
    }
    if (other !== project) for (const { value } of other.fields) add(value);
  }
  return known;
}
