import type { CellAddress } from '../workbook/cell-address';
import { numberText } from '../workbook/number-text';
import type { CellValue, PlacedCell } from '../workbook/workbook-snapshot';
import type { CellContent } from './change-set';

export function isBlankContent({ value, formula }: CellContent): boolean {
  return formula === null && (value === null || value === '');
}

/** A cell as it will be read once this is written; numbers under unusual formats are shown by their plain digits. */
export function placedCell({ row, column }: CellAddress, { value, formula, numberFormat }: CellContent): PlacedCell {
  const rawNumber = typeof value === 'number' ? String(value) : null;
  return { row, column, value, formula, numberFormat, text: textOf(value, numberFormat), rawNumber, isError: false };
}

function textOf(value: CellValue, numberFormat: string): string {
  if (typeof value === 'number') return numberText(value, numberFormat);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  return value === null ? '' : value;
}

/** What an edit or a row change can say of a cell. */
export function contentOf({ value, formula, numberFormat }: CellContent): CellContent {
  return { value, formula, numberFormat };
}
