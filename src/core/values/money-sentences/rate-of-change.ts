import { Decimal } from 'decimal.js';
import type { PrintedNumber } from './part-sums';

/** The lowest and the highest that a number may be in full, given what is printed. */
export interface Span {
  readonly low: Decimal;
  readonly high: Decimal;
}

export function spanOf({ number, step }: PrintedNumber): Span {
  const half = step.dividedBy(2);
  return { low: number.minus(half), high: number.plus(half) };
}

/** Change in percent from a base to a value; null where the base may be zero. */
export function rateSpan(base: PrintedNumber, value: PrintedNumber): Span | null {
  const [from, to] = [spanOf(base), spanOf(value)];
  if (!from.low.greaterThan(0)) return null;
  const rate = (numerator: Decimal, denominator: Decimal): Decimal =>
    numerator.dividedBy(denominator).minus(1).times(100);
  // A falling or negative value is largest over the largest base.
  const rates = [rate(to.low, from.low), rate(to.low, from.high), rate(to.high, from.low), rate(to.high, from.high)];
  return { low: Decimal.min(...rates), high: Decimal.max(...rates) };
}

/** Change in percent when a value was reached by a change: the base is what was before. */
export function rateSpanOfChange(value: PrintedNumber, change: PrintedNumber): Span | null {
  const [to, by] = [spanOf(value), spanOf(change)];
  const rates: Decimal[] = [];
  for (const [v, c] of [
    [to.low, by.low],
    [to.low, by.high],
    [to.high, by.low],
    [to.high, by.high],
  ]) {
    const base = v.minus(c);
    if (!base.greaterThan(0)) return null;
    rates.push(c.dividedBy(base).times(100));
  }
  return { low: Decimal.min(...rates), high: Decimal.max(...rates) };
}

/** True where what a rate may be in full meets what was computed. */
export function agrees(rate: PrintedNumber, computed: Span): boolean {
  const { low, high } = spanOf(rate);
  return !low.greaterThan(computed.high) && !high.lessThan(computed.low);
}
