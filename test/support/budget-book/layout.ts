import type { CellSpec } from '../build-form';
import { pick, below, type Random } from './random';

/** How a book is laid out; every choice is one that real books make. */
export interface BookLayout {
  readonly unit: '万元' | '千元' | '元';
  readonly decimals: 0 | 2;
  /** Every other table is in 元 while the first is in 万元. */
  readonly hasMixedUnits: boolean;
  readonly code: 'text' | 'number' | 'in-name' | 'three-columns' | 'after-name';
  readonly zero: 'zero' | 'dash' | 'long-dash' | 'blank';
  readonly negative: 'minus' | 'brackets';
  readonly storage: 'number' | 'text' | 'formula';
  readonly total: 'top' | 'bottom' | 'unit';
  readonly hasTitles: boolean;
  readonly isIndented: boolean;
  readonly hasNumberingRow: boolean;
  /** 序号 before the first column, 备注 behind the last. */
  readonly hasExtraColumns: boolean;
  /** Which of 支出总计, 基本支出, 项目支出 stands where. */
  readonly order: readonly number[];
  /** 基本支出 stands below 其中, merged over two columns. */
  readonly hasMergedHead: boolean;
  readonly isOnOneSheet: boolean;
  readonly isContinued: boolean;
  readonly hasHiddenRow: boolean;
  readonly hasNegative: boolean;
  readonly tables: number;
}

export function randomLayout(random: Random): BookLayout {
  const unit = pick(random, ['万元', '万元', '千元', '元'] as const);
  const decimals = unit === '元' ? 2 : pick(random, [0, 2, 2] as const);
  return {
    unit,
    decimals,
    hasMixedUnits: unit === '万元' && decimals === 2 && random() < 0.2,
    code: pick(random, ['text', 'number', 'in-name', 'three-columns', 'after-name'] as const),
    zero: pick(random, ['zero', 'dash', 'long-dash', 'blank'] as const),
    negative: pick(random, ['minus', 'brackets'] as const),
    storage: pick(random, ['number', 'number', 'text', 'formula'] as const),
    total: pick(random, ['top', 'bottom', 'unit'] as const),
    hasTitles: random() < 0.9,
    isIndented: random() < 0.4,
    hasNumberingRow: random() < 0.3,
    hasExtraColumns: random() < 0.3,
    order: pick(random, [
      [0, 1, 2],
      [1, 2, 0],
      [2, 1, 0],
    ]),
    hasMergedHead: random() < 0.3,
    isOnOneSheet: random() < 0.3,
    isContinued: random() < 0.3,
    hasHiddenRow: random() < 0.2,
    hasNegative: random() < 0.2,
    tables: 1 + below(random, 12),
  };
}

/** How the amounts of one table are printed. */
export interface Print {
  readonly layout: BookLayout;
  /** 元 instead of the book's 万元. */
  readonly isInYuan: boolean;
}

export function printOf(layout: BookLayout, place: number): Print {
  return { layout, isInYuan: layout.hasMixedUnits && place % 2 === 1 };
}

/** @param amount In the smallest unit that the book prints. */
export function moneyCell(amount: number, { layout, isInYuan }: Print, isAlwaysShown = false): CellSpec {
  if (amount === 0 && !isAlwaysShown && layout.zero !== 'zero')
    return { dash: '-', 'long-dash': '—', blank: null }[layout.zero];
  const value = (layout.decimals === 0 ? amount : amount / 100) * (isInYuan ? 10000 : 1);
  return shownNumber(value, layout);
}

/** A number as the book prints one: a number cell, the cell of a formula, or text. */
export function shownNumber(value: number, { decimals, negative, storage }: BookLayout): CellSpec {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = `${whole.replace(/(\d)(?=(\d{3})+$)/g, '$1,')}${fraction === undefined ? '' : `.${fraction}`}`;
  const text = value >= 0 ? digits : negative === 'minus' ? `-${digits}` : `(${digits})`;
  if (storage === 'text') return text;
  const numberFormat = decimals === 0 ? '#,##0' : '#,##0.00';
  return { value, text, numberFormat, ...(storage === 'formula' ? { formula: '=SUM(Z1:Z9)' } : {}) };
}
