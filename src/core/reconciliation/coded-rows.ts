import type { BudgetRow } from '../forms/budget/budget-table';
import type { FormCell } from '../forms/form';

/** A row of the classification: its code and the cell that holds it. */
export interface CodedRow extends BudgetRow {
  readonly code: string;
  readonly codeCell: FormCell;
}

/** True for a row that names a subject by its code; codes of units (six digits beside the unit) are none. */
export function isBudgetTableRow(row: BudgetRow): row is CodedRow {
  return row.kind === 'item' && row.code !== null && row.codeCell !== null;
}
