import { Decimal } from 'decimal.js';
import type { DirectedNumber } from '../values/money-sentences/comparison-clause';
import type { Comparison } from '../values/money-sentences/money-statement';
import type { PrintedNumber } from '../values/money-sentences/part-sums';
import { agrees, rateSpan, rateSpanOfChange } from '../values/money-sentences/rate-of-change';
import type { BudgetItems, ItemAmount } from './budget-items';
import type { StatingParagraph } from './prose-statements';
import { findComparedItem, findDifferingAmount, findStatedItem, findTableAmount, isSame } from './stated-items';

/** What a comparison gets wrong. */
export type ChangeFlaw =
  /** 增加 with 下降: the words contradict each other. */
  | { readonly kind: 'direction' }
  /** The percentage is not that of the amounts. */
  | { readonly kind: 'rate'; readonly value: PrintedNumber; readonly base: PrintedNumber }
  /** The change is not the difference of the amounts stated in the text. */
  | { readonly kind: 'change'; readonly value: PrintedNumber; readonly base: PrintedNumber }
  /** The change is not the difference of the amounts in the table. */
  | { readonly kind: 'table'; readonly value: ItemAmount; readonly base: ItemAmount };

const ZERO = new Decimal(0);

/** The number with the sign its verb gives it; null where the two contradict each other (减少-5万元) or the verb is open. */
function signed({ mark, direction }: DirectedNumber): PrintedNumber | null {
  if (direction === 0 || (direction < 0 && mark.number.isNegative() && !mark.number.isZero())) return null;
  return { number: mark.number.times(direction), step: mark.step };
}

function isExact(comparison: Comparison): boolean {
  const { base, change, rate, value } = comparison;
  return [base, change && change.mark, rate && rate.mark, value && value.mark].every(
    (mark) => mark === null || mark.isExact,
  );
}

/** What is wrong with a comparison by the numbers of its own sentence; null where nothing is, or nothing is certain. */
export function findChangeFlaw(
  comparison: Comparison,
  paragraph: StatingParagraph,
  items: BudgetItems,
): ChangeFlaw | null {
  const { change, rate, value, others } = comparison;
  if (!isExact(comparison)) return null;
  if (change && rate && isContradiction(change, rate)) return { kind: 'direction' };
  if (!value || value.isJoint) return null;
  const flaw = flawOf(comparison, value.mark);
  // In a list, the whole or another part may be meant: silent unless none of them fits.
  if (!flaw || others.some(({ mark }) => flawOf(comparison, mark) === null)) return null;
  // Where the amount itself is wrong, prose/number-mismatch says so.
  const corrected = findDifferingAmount(value, paragraph, items);
  return corrected && flawOf(comparison, corrected.table) === null ? null : flaw;
}

function flawOf({ base, change, rate, isFlat, isRough }: Comparison, value: PrintedNumber): ChangeFlaw | null {
  return flawWith(base, change, rate, isFlat && !isRough, value);
}

function isContradiction(change: DirectedNumber, rate: DirectedNumber): boolean {
  const [one, other] = [signed(change), signed(rate)];
  return (
    one !== null &&
    other !== null &&
    one.number.times(other.number).isNegative() &&
    !one.number.isZero() &&
    !other.number.isZero()
  );
}

function flawWith(
  base: PrintedNumber | null,
  change: DirectedNumber | null,
  rate: DirectedNumber | null,
  isFlat: boolean,
  value: PrintedNumber,
): ChangeFlaw | null {
  const by = change && signed(change);
  const stated = rate && signed(rate);
  if (base) {
    if (isFlat && !isSame(value, base)) return { kind: 'change', value, base };
    if (by && !isDifference(value, base, by)) return { kind: 'change', value, base };
    const computed = stated && rateSpan(base, value);
    if (stated && computed && !agrees(stated, computed)) return { kind: 'rate', value, base };
    return null;
  }
  if (!by || !stated) return null;
  const computed = rateSpanOfChange(value, by);
  if (!computed || agrees(stated, computed)) return null;
  return { kind: 'rate', value, base: { number: value.number.minus(by.number), step: by.step } };
}

function isDifference(value: PrintedNumber, base: PrintedNumber, by: PrintedNumber): boolean {
  const step = Decimal.max(value.step, base.step, by.step);
  return value.number.minus(base.number).minus(by.number).abs().lessThanOrEqualTo(step.times(1.5));
}

/** What is wrong with a comparison by what the tables state for both years. */
export function findTableFlaw(
  comparison: Comparison,
  paragraph: StatingParagraph,
  items: BudgetItems,
): ChangeFlaw | null {
  if (!isExact(comparison)) return null;
  const flaw = tableFlawOf(comparison, tablePair(comparison, paragraph, items));
  const { value } = comparison;
  if (!flaw || !value || !value.list) return flaw;
  // Behind a part, the whole may be meant.
  const whole = tablePair({ ...comparison, value: value.list.total }, paragraph, items);
  return whole && tableFlawOf(comparison, whole) === null ? null : flaw;
}

function tableFlawOf({ change, rate, isFlat, isRough }: Comparison, pair: TablePair | null): ChangeFlaw | null {
  if (!pair) return null;
  const by = change ? signed(change) : isFlat && !isRough ? { number: ZERO, step: ZERO } : null;
  if (by) return isDifference(pair.value, pair.base, by) ? null : { kind: 'table', ...pair };
  const stated = rate && !change ? signed(rate) : null;
  const computed = stated && rateSpan(pair.base, pair.value);
  return stated && computed && !agrees(stated, computed) ? { kind: 'rate', ...pair } : null;
}

/** What one table states for both years. */
export interface TablePair {
  readonly value: ItemAmount;
  readonly base: ItemAmount;
}

/** The amounts of both years in the tables, for what the text compares with the year before. */
export function tablePair(
  { value, label, baseYear, isBudgetBase }: Comparison,
  paragraph: StatingParagraph,
  items: BudgetItems,
): TablePair | null {
  if (!isBudgetBase || items.year === null || (baseYear !== 'last' && baseYear !== items.year - 1)) return null;
  const item = value
    ? findStatedItem(value, paragraph, items)
    : label === ''
      ? null
      : findComparedItem(label, paragraph, items);
  if (!item || item.period !== 'this') return null;
  const current = findTableAmount(item, items);
  const base = findTableAmount({ ...item, period: 'last' }, items);
  if (!current || !base || current.table !== base.table) return null;
  return !value || isSame(current, value.mark) ? { value: current, base } : null;
}

/** True where a growth in percent is stated although there was nothing to grow from. */
export function isGrowthFromZero(comparison: Comparison, base: ItemAmount | null): boolean {
  const { rate, change, value } = comparison;
  if (!rate || rate.direction !== 1 || !rate.mark.number.greaterThan(0) || !isExact(comparison)) return false;
  if (comparison.base) return comparison.base.number.isZero();
  if (base) return base.number.isZero();
  if (!change || !value || value.isJoint || value.list !== null) return false;
  const by = signed(change);
  return by !== null && value.mark.number.equals(by.number) && value.mark.step.equals(by.step);
}
