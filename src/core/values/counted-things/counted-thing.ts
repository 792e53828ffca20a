import { Decimal } from 'decimal.js';
import type { Comparison } from '../comparison';

/** How often or over which time a number holds. */
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'term';

/**
 * What a number is said for:
 * `stated` a plan, a duty or a plain statement; `each` so many for every one of something else (每场50人, 800元/人); `factor` one of
 * several counts multiplied with each other; `part` of a whole named before (其中); `bracketed` an explanation in brackets;
 * `existing` what there is or was already (现有, 上年, 截至); `qualifier` describes what is counted (100人以上企业).
 */
export type Standing = 'stated' | 'each' | 'factor' | 'part' | 'bracketed' | 'existing' | 'qualifier';

/** Something a text gives a number for: "举办推介会5场". */
export interface CountedThing {
  readonly kind: 'count' | 'percentage' | 'money';
  /** The words around the number that say what is counted, without the number: "举办推介会". */
  readonly what: string;
  /** True where `what` was taken over from the words before, because the clause says nothing itself (培训12期，共600人次). */
  readonly isInherited: boolean;
  /** The words right behind the unit ("推介会" in "5场推介会"), else "". */
  readonly noun: string;
  /** Decimal number without separators; the low end of a range. */
  readonly number: string;
  /** The high end of a range, else null. */
  readonly high: string | null;
  /** Power of ten written as a word; it belongs to the number. */
  readonly scale: string;
  /** "场", "人次", "%", "元". */
  readonly unit: string;
  readonly comparison: Comparison | null;
  readonly isApproximate: boolean;
  readonly period: Period | null;
  /** The year named for it in the same sentence, else null. */
  readonly year: number | null;
  readonly standing: Standing;
  /** True where a verb of doing, a word of planning or a bound leads to the number. */
  readonly isPlanned: boolean;
  readonly offset: number;
  /** Number and unit as written, with the bound: "不少于5场". */
  readonly quote: string;
  /** The words around it that belong to it, as written: "举办推介会不少于5场". */
  readonly phrase: string;
}

const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** A number with its scale worked in: "1.2" and 万 is 12000. */
export function withScale(number: string, scale: string): Decimal {
  let amount = new Decimal(number);
  for (const power of scale.split('')) amount = amount.times(POWERS[power] || 1);
  return amount;
}
