import { Decimal } from 'decimal.js';

/** A number with the value of its last printed digit. */
export interface PrintedNumber {
  readonly number: Decimal;
  readonly step: Decimal;
}

/** What rounding may explain between a total and its parts: half a unit of the last printed digit for each number. */
export function roundingAllowance(total: PrintedNumber, parts: readonly PrintedNumber[]): Decimal {
  const step = parts.reduce((coarsest, part) => Decimal.max(coarsest, part.step), total.step);
  return step.times(parts.length + 1).dividedBy(2);
}

export function sumOf(parts: readonly PrintedNumber[]): Decimal {
  return parts.reduce((sum, { number }) => sum.plus(number), new Decimal(0));
}

/** More parts than this are no list in a sentence. */
const MOST_PARTS = 40;
const MOST_SUMS = 60;

/**
 * True when the parts add up to the total in some reading: all of them, some of the first (what follows is said of something
 * else), or with parts of parts (a part may be followed by what it is made of).
 * @param mayEnd Whether the list may be over after so many parts; a total of nothing has no such reading.
 */
export function canAddUp(
  total: PrintedNumber,
  parts: readonly PrintedNumber[],
  mayEnd: (count: number) => boolean = () => true,
): boolean {
  const listed = parts.slice(0, MOST_PARTS);
  const allowance = roundingAllowance(total, listed);
  const target = total.number;
  const isEnd = (count: number): boolean => count === listed.length || (!target.isZero() && mayEnd(count));
  /** Sums that the parts before this one can make; parts of parts are left out of them. */
  const reachable: Decimal[][] = listed.map(() => []);
  reachable.push([]);
  reachable[0] = [new Decimal(0)];
  for (let index = 0; index < listed.length; index += 1) {
    const ends = endsOfParts(listed, index);
    for (const sum of reachable[index]) {
      const next = sum.plus(listed[index].number);
      const fits = next.minus(target).abs().lessThanOrEqualTo(allowance);
      for (const end of [index + 1, ...ends]) {
        if (fits && isEnd(end)) return true;
        add(reachable[end], next);
      }
    }
  }
  return false;
}

/** Where the numbers that make up the one at `index` may end. */
function endsOfParts(parts: readonly PrintedNumber[], index: number): readonly number[] {
  const ends: number[] = [];
  const whole = parts[index];
  if (whole.number.isZero()) return ends;
  let sum = new Decimal(0);
  let { step } = whole;
  for (let end = index + 2; end <= parts.length; end += 1) {
    const part = parts[end - 1];
    sum = sum.plus(part.number);
    step = Decimal.max(step, part.step);
    const allowance = step.times(end - index).dividedBy(2);
    if (sum.minus(whole.number).abs().lessThanOrEqualTo(allowance)) ends.push(end);
  }
  return ends;
}

function add(sums: Decimal[], sum: Decimal): void {
  if (sums.length < MOST_SUMS && !sums.some((known) => known.equals(sum))) sums.push(sum);
}
