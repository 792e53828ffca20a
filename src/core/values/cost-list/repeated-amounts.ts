import { Decimal } from 'decimal.js';
import type { CostItem } from './cost-item';

/** A longer list is not looked through. */
const MOST_ITEMS = 60;

/**
 * What the amounts come to that others may tell once more: "培训费30万元。师资费10万元，场地费20万元" or "补助136万元……85×1.6=136万元".
 * Each by itself, then all together; in 元.
 */
export function repeatedAmounts(items: readonly CostItem[]): readonly Decimal[] {
  const stated = items.filter(({ role, amount }) => role === 'item' && amount !== null).slice(0, MOST_ITEMS);
  const repeated: Decimal[] = [];
  stated.forEach(({ amount }, index) => {
    if (amount && (isWorkedOutLater(stated, index) || isSumOfLater(stated, index))) repeated.push(amount);
  });
  const all = repeated.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
  return repeated.length > 1 ? repeated.concat(all) : repeated;
}

function isWorkedOutLater(stated: readonly CostItem[], index: number): boolean {
  const [first, next] = [stated[index], stated[index + 1]];
  return next !== undefined && next.quantities.length > 0 && equal(first.amount, next.amount);
}

/** Two or more amounts in a row, anywhere behind, add up to this one. */
function isSumOfLater(stated: readonly CostItem[], index: number): boolean {
  const whole = stated[index].amount;
  if (whole === null) return false;
  for (let start = index + 1; start < stated.length; start += 1) {
    let sum = new Decimal(0);
    let end = start;
    for (; end < stated.length && sum.lessThan(whole); end += 1) sum = sum.plus(stated[end].amount || 0);
    if (end - start > 1 && sum.equals(whole)) return true;
  }
  return false;
}

function equal(first: Decimal | null, second: Decimal | null): boolean {
  return first !== null && second !== null && first.equals(second);
}
