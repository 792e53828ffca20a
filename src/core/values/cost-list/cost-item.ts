import type { Decimal } from 'decimal.js';

/** A price for one of something: 500元/人/天, 每人50元, 单价1.2万元. */
export interface UnitPrice {
  /** In 元. */
  readonly amount: Decimal;
  /** The upper end of a range of prices (20元~25元/件); null for one price. */
  readonly highest: Decimal | null;
  /** What it is for, one by one: 元/人/次 is ["人", "次"]; empty where the text does not say (单价5000元). */
  readonly per: readonly string[];
}

/** A number of something, or of months: 3人, 12个月; a bare factor (1.26万元*12) has the unit "". */
export interface Quantity {
  readonly number: Decimal;
  /** The upper end of a range (5-7个项目); null for one number. */
  readonly highest: Decimal | null;
  readonly unit: string;
}

/** What an amount of the text is there for. */
export type CostRole =
  /** Money asked for. */
  | 'item'
  /** Repeats the sum of others: 合计, 小计, or a parent whose children add up to it. */
  | 'total'
  /** A share of another amount: 其中…, or in brackets behind it. */
  | 'part'
  /** Stands there for another reason: last year's spending, a contract, a limit. */
  | 'mention';

/** One amount or unit price of a cost list with what is said about it. */
export interface CostItem {
  /** Offsets of the words about it within the text given, without list number; end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The name of what is paid for, "" where the text gives none. */
  readonly label: string;
  readonly role: CostRole;
  /** In 元; null where only a unit price, a range or something unreadable is there. */
  readonly amount: Decimal | null;
  /** Both ends of a range of amounts (50-60万元) in 元. */
  readonly range: readonly [Decimal, Decimal] | null;
  /** 约, 左右, 余: the amount is not meant exactly. */
  readonly isApproximate: boolean;
  readonly unitPrice: UnitPrice | null;
  /** What the unit price is multiplied with, or else the quantities named beside it; empty without a unit price. */
  readonly quantities: readonly Quantity[];
  /** 12 for ×12个月, or for a bare factor 12; 1 where no time is multiplied. */
  readonly periodFactor: Decimal;
  /** The unit the amount or price is written in, as in the text: "万", "万元", "元". */
  readonly writtenUnit: string;
  /** 0 for items of the outermost list. */
  readonly depth: number;
}

/** Why the amounts of a text may not simply be added up. */
export type Doubt =
  | 'fewer-than-two'
  | 'range'
  | 'approximate'
  | 'price-only'
  | 'unreadable'
  | 'item-without-amount'
  | 'several-amounts'
  | 'parent-differs'
  | 'product-differs'
  | 'schedule'
  | 'shares'
  | 'standards'
  | 'mention';

export interface CostList {
  /** In the order of the text. */
  readonly items: readonly CostItem[];
  /** True when it is certain that the amounts with role "item" are different spendings, all with their amounts. */
  readonly isAdditive: boolean;
  /** Why not; null when additive. */
  readonly doubt: Doubt | null;
  /** Sum of the items in 元; null unless additive. */
  readonly sum: Decimal | null;
  /** The last total over the whole list that the text states, in 元. */
  readonly total: Decimal | null;
  /** True when the list may leave something out (等, 主要包括, 其中): then it may fall short of the amount asked for. */
  readonly isOpen: boolean;
}
