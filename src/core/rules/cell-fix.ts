import type { Field, FormCell } from '../forms/form';
import type { Fix } from '../review/finding';

/** A fix that writes one cell; undefined where a formula makes the value, since a fix must not replace it. */
export function cellFix(
  label: string,
  cell: FormCell,
  value: string | number,
  numberFormat: string = cell.numberFormat,
): Fix | undefined {
  if (cell.formula !== null) return undefined;
  const before = { value: cell.value, formula: null, numberFormat: cell.numberFormat };
  const after = { value, formula: null, numberFormat };
  return { label, edits: [{ sheet: cell.sheet, address: cell.address, before, after }] };
}

/** As cellFix, for the value of a field; undefined too where label and value share one cell ("申报单位：…"). */
export function fieldFix(label: string, field: Field, value: string | number, numberFormat?: string): Fix | undefined {
  const { row, column } = field.value.address;
  if (field.label.address.row === row && field.label.address.column === column) return undefined;
  return cellFix(label, field.value, value, numberFormat);
}
