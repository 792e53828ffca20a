import type { AmountColumn, BudgetRow } from '../forms/budget/budget-table';

/** "20113 商贸事务", "合计", or the unit's name. */
export function labelOf(row: BudgetRow): string {
  const unit = row.kind === 'unit' && row.unit ? row.unit.text.trim() : '';
  return [row.code || '', row.name || unit].filter((text) => text !== '').join(' ') || `第 ${row.row + 1} 行`;
}

/** "“301 工资福利支出”的“支出总计”"; only the row where its table has but one column of amounts. */
export function subjectOf(row: BudgetRow, column: AmountColumn): string {
  const name = `“${row.yearCell ? row.yearCell.text.trim() : labelOf(row)}”`;
  return row.amounts.length > 1 ? `${name}的“${column.label}”` : name;
}
