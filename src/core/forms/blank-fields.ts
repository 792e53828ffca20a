import { isSameAddress } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type Field, type FieldKey, type Form, type Project, type WorkbookForms } from './form';
import { findFieldKey } from './head-labels';
import { cellsOfRow } from './sheet-view';

const UNIT_KEYS: readonly FieldKey[] = ['applicantUnit', 'primaryBudgetUnit', 'budgetUnit'];

/** True when the value of a field is blank because the filer left it so, not because the table says it elsewhere. */
export function isLeftBlank(field: Field, form: Form, project: Project, sheet: SheetSnapshot | undefined): boolean {
  if (!isBlank(field.value)) return false;
  if (form.type === 'coded-indicators') return !isSaidElsewhere(field.key, form, project);
  return sheet === undefined || !isColumnHead(field, form, project, sheet);
}

/** A form nobody has written anything into: neither a head field nor an indicator holds a text. */
export function isUnfilled(project: Project): boolean {
  return (
    project.fields.every((field) => isBlank(field.value)) &&
    project.indicators.every((indicator) => isBlank(indicator.name) && isBlank(indicator.value))
  );
}

/**
 * A spare template beside forms that are filled in. A blank template by itself is a filing that lacks everything.
 * @param within Where the forms are asked for if the project is unfilled.
 */
export function isSpareTemplate(project: Project, within: { readonly workbookForms: WorkbookForms }): boolean {
  if (!isUnfilled(project)) return false;
  return within.workbookForms.forms.some((form) => form.projects.some((other) => !isUnfilled(other)));
}

/**
 * A coded table may say once what holds for several blocks: the unit above its projects, and amount or goals of a
 * project whose rows are split over two blocks.
 */
function isSaidElsewhere(key: FieldKey | null, form: Form, project: Project): boolean {
  const isUnit = key !== null && UNIT_KEYS.indexOf(key) >= 0;
  return form.projects.some((other) => {
    const isSameProject = other.name === project.name;
    const isAbove = other.range.top < project.range.top;
    return (
      (isSameProject || (isUnit && isAbove)) && other.fields.some((field) => field.key === key && !isBlank(field.value))
    );
  });
}

/** Labels side by side with their values in the row below: then what stands to the right of the last one means nothing. */
function isColumnHead(field: Field, form: Form, project: Project, sheet: SheetSnapshot): boolean {
  const { row } = field.label.address;
  const labels = cellsOfRow(sheet, row, form.range.left, form.range.right).filter(
    (cell) => cell.address.row === row && findFieldKey(cell.text) !== null,
  );
  return labels.some((cell) => {
    if (project.fields.some(({ value }) => isSameAddress(value.address, cell.address))) return false;
    const known = project.fields.find(({ label }) => isSameAddress(label.address, cell.address));
    return known === undefined || known.value.address.row > cell.range.bottom;
  });
}
