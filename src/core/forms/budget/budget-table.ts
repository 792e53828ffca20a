import type { MoneyUnit } from '../../values/amount';
import type { FormCell } from '../form';
import type { CellRange } from '../../workbook/cell-address';
import type { AmountCell } from './amount-cell';

export type { AmountCell } from './amount-cell';

/** The tables of a department's budget (部门预算). Names and numbers differ by city and year; the content does not. */
export type BudgetTableKind =
  /** 收支总表: income on one side, expenditure on the other. */
  | 'income-expenditure'
  /** 收入总表. */
  | 'income'
  /** 支出总表. */
  | 'expenditure'
  | 'basic-expenditure'
  | 'project-expenditure'
  /** 财政拨款收支总表, 政府预算拨款收支总表. */
  | 'appropriation'
  /** 一般公共预算支出表, 按功能分类. */
  | 'general-by-function'
  /** 一般公共预算支出表 or 基本支出表, 按经济分类. */
  | 'general-by-economy'
  | 'three-public'
  | 'government-fund'
  | 'state-capital'
  | 'procurement';

/** What the amounts of a column are. Null for a column this program does not know: no relation then counts on being complete. */
export type AmountRole =
  | 'total'
  | 'basic'
  | 'personnel'
  | 'operating'
  | 'project'
  | 'business'
  | 'upward'
  | 'subsidy'
  | 'fiscal'
  | 'general'
  | 'fund'
  | 'capital'
  | 'account'
  | 'unit-funds'
  | 'carried-over'
  | 'public-service-income'
  | 'business-income'
  | 'superior-subsidy'
  | 'subordinate-payment'
  | 'other-income'
  | 'abroad'
  | 'reception'
  | 'vehicle'
  | 'vehicle-purchase'
  | 'vehicle-running'
  | 'procurement'
  | 'procurement-part'
  | 'last-year'
  | 'change'
  | 'change-rate'
  | 'part';

export interface AmountColumn {
  /** Zero-based. */
  readonly index: number;
  readonly role: AmountRole | null;
  /** The year its heads name; null where they name none. Columns of different years never make one sum. */
  readonly year: number | null;
  /** Heads above the column, outermost first. */
  readonly heads: readonly FormCell[];
  /** Their texts joined, for messages: "2023年政府采购项目/小计". */
  readonly label: string;
}

/** What a row is: an item of the classification or of a list, or a sum over other rows. */
export type BudgetRowKind =
  | 'item'
  /** A 预算单位 with the total of its items. */
  | 'unit'
  /** 合计, 总计. */
  | 'total'
  /** 本年收入合计, 本年支出合计. */
  | 'year-total'
  /** 收入总计, 支出总计 of a two-sided table. */
  | 'grand-total'
  /** 上年结转, 年终结转结余, 用事业基金弥补收支差额: between year-total and grand-total. */
  | 'balance'
  | 'last-year'
  | 'this-year'
  | 'change';

export interface BudgetRow {
  /** Zero-based row on its sheet. */
  readonly row: number;
  readonly kind: BudgetRowKind;
  readonly unit: FormCell | null;
  /** The cell that holds the code; the same as `name` where both stand in one cell. */
  readonly codeCell: FormCell | null;
  /** Digits only; null without one. */
  readonly code: string | null;
  readonly nameCell: FormCell | null;
  /** Without code, list number and blanks. */
  readonly name: string;
  /** "2023 年", "增减变化金额", where years stand in a column of their own. */
  readonly yearCell: FormCell | null;
  /** Depth where code or list number says so, 1 for the outermost; null when nothing does. */
  readonly level: number | null;
  readonly amounts: readonly AmountCell[];
}

/** One list of rows under one head. A two-sided table (收入 | 支出) has two. */
export interface BudgetSection {
  readonly side: 'income' | 'expenditure' | null;
  readonly columns: readonly AmountColumn[];
  readonly rows: readonly BudgetRow[];
}

export interface BudgetTableContent {
  readonly kind: BudgetTableKind;
  /** "表 1", or null. */
  readonly label: FormCell | null;
  readonly department: FormCell | null;
  readonly unitCell: FormCell | null;
  /** From 单位：万元, or the heads; null when nothing names one. */
  readonly unit: MoneyUnit | null;
  readonly sections: readonly BudgetSection[];
  readonly notes: readonly FormCell[];
  readonly heads: readonly FormCell[];
  readonly range: CellRange;
}
