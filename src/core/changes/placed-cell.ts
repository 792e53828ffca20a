import type { CellAddress } from '../workbook/cell-address';
import type { PlacedCell } from '../workbook/workbook-snapshot';
import type { CellContent } from './change-set';

export function isBlankContent({ value, formula }: CellContent): boolean {
  return formula === null && (value === null || value === '');
}

/** A cell as it will be read once this is written. Displayed texts of numbers are their plain digits: a snapshot cannot format them. */
export function placedCell({ row, column }: CellAddress, { value, formula, numberFormat }: CellContent): PlacedCell {
  const text = value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  const rawNumber = typeof value === 'number' ? String(value) : null;
  return { row, column, value, formula, numberFormat, text, rawNumber, isError: false };
}

/** What an edit or a row change can say of a cell. */
export function contentOf({ value, formula, numberFormat }: CellContent): CellContent {
  return { value, formula, numberFormat };
}
