import { Decimal } from 'decimal.js';
import { withScale, type CountedThing, type Period } from '../values/counted-things/counted-thing';

/** How often a period comes round in a year; periods within a month hold for stocks as often as for flows and are left out. */
const TIMES_A_YEAR: Readonly<Partial<Record<Period, number>>> = { month: 12, quarter: 4, 'half-year': 2, year: 1 };

/** Units of what happens, which add up over a year; of people and things it is the same ones each month. */
const HAPPENINGS = /^(?:次|场|场次|期|届|轮|批|批次|班|班次|人次|家次|户次|件|件次|份|篇|条|起|宗|例|笔|单)$/;

interface Span {
  readonly low: Decimal;
  readonly high: Decimal;
  /** What rounding may hide: 1.2万 may stand for 11 960; 2万 says 20 000. */
  readonly hidden: Decimal;
}

/**
 * True where a text and a target can both hold: equal numbers, one within the other's range or rounding, a floor in the text that the
 * target lies above. A target with ≥ counts as its number, because a plan of 7 is not held by "≥1".
 */
export function canBothHold(text: CountedThing, target: CountedThing): boolean {
  const factors = yearlyFactors(text, target);
  if (factors === null) return true;
  return factors.some(([textFactor, targetFactor]) =>
    agree(text, spanOf(text, textFactor), target, spanOf(target, targetFactor)),
  );
}

function agree(text: CountedThing, textSpan: Span, target: CountedThing, targetSpan: Span): boolean {
  const apart = Decimal.max(targetSpan.low.minus(textSpan.high), textSpan.low.minus(targetSpan.high));
  if (apart.lessThanOrEqualTo(0) || apart.lessThan(Decimal.max(textSpan.hidden, targetSpan.hidden))) return true;
  if (isFloor(text) && targetSpan.low.greaterThanOrEqualTo(textSpan.low)) return true;
  if (isCeiling(text) && targetSpan.high.lessThanOrEqualTo(textSpan.high)) return true;
  return isCeiling(target) && textSpan.high.lessThanOrEqualTo(targetSpan.high);
}

function spanOf(thing: CountedThing, factor: number): Span {
  const scaled = (number: string): Decimal => withScale(number, thing.scale).times(factor);
  const decimals = thing.scale === '' ? 0 : decimalsOf(thing.number);
  const hidden = decimals === 0 ? new Decimal(0) : scaled(new Decimal(10).pow(-decimals).dividedBy(2).toFixed());
  return { low: scaled(thing.number), high: scaled(thing.high === null ? thing.number : thing.high), hidden };
}

function decimalsOf(number: string): number {
  const point = number.indexOf('.');
  return point < 0 ? 0 : number.length - point - 1;
}

/** The ways to bring both to one period: as written, and by the year. Null where their periods cannot be compared. */
function yearlyFactors(left: CountedThing, right: CountedThing): readonly (readonly [number, number])[] | null {
  if (left.period === right.period) return left.period === 'term' ? null : [[1, 1]];
  const [leftTimes, rightTimes] = [timesAYear(left.period), timesAYear(right.period)];
  if (leftTimes === null || rightTimes === null) return null;
  if (leftTimes === rightTimes) return [[1, 1]];
  if (!HAPPENINGS.test(left.unit) || !HAPPENINGS.test(right.unit)) return null;
  return [
    [1, 1],
    [leftTimes, rightTimes],
  ];
}

function timesAYear(period: Period | null): number | null {
  return period === null ? 1 : TIMES_A_YEAR[period] || null;
}

/** True where two numbers are equal as written and in the same period, whatever they count. */
export function areEqualAmounts(left: CountedThing, right: CountedThing): boolean {
  if (left.high !== null || right.high !== null) return false;
  return amountOf(left).equals(amountOf(right));
}

/** True where a narrower thing is more than the number that is planned for the whole it belongs to. */
export function exceeds(part: CountedThing, whole: CountedThing): boolean {
  if (isCeiling(part) || part.period !== whole.period) return false;
  const span = spanOf(whole, 1);
  return spanOf(part, 1).low.greaterThan(span.high.plus(span.hidden));
}

/** True where two or more things together make up another one's number. */
export function sumsUpTo(parts: readonly CountedThing[], whole: CountedThing): boolean {
  if (parts.length < 2 || whole.kind === 'percentage') return false;
  const zero = new Decimal(0);
  const low = parts.reduce((sum, part) => sum.plus(spanOf(part, 1).low), zero);
  const high = parts.reduce((sum, part) => sum.plus(spanOf(part, 1).high), zero);
  const { low: least, high: most } = spanOf(whole, 1);
  return low.lessThanOrEqualTo(most) && high.greaterThanOrEqualTo(least);
}

/** What follows a whole and adds up to it (道路12条，其中主干道3条、支路9条); empty where nothing does. */
export function partsOf(whole: CountedThing, following: readonly CountedThing[]): readonly CountedThing[] {
  if (whole.kind === 'percentage' || whole.high !== null) return [];
  const candidates = following.filter((thing) => thing.unit === whole.unit && thing.kind === whole.kind);
  let left = amountOf(whole);
  for (let count = 0; count < candidates.length && left.greaterThan(0); count += 1) {
    left = left.minus(amountOf(candidates[count]));
    if (left.isZero()) return count > 0 ? candidates.slice(0, count + 1) : [];
  }
  return [];
}

/** The amount of a thing with its scale worked in; the low end of a range. */
export function amountOf(thing: CountedThing): Decimal {
  return withScale(thing.number, thing.scale);
}

function isFloor({ comparison }: CountedThing): boolean {
  return comparison === '≥' || comparison === '>';
}

function isCeiling({ comparison }: CountedThing): boolean {
  return comparison === '≤' || comparison === '<';
}
