import { Decimal } from 'decimal.js';
import { findDoubt, isOpenList } from './additivity';
import { readExpressions } from './cost-expression';
import type { CostItem, CostList } from './cost-item';
import { findBrackets, foldText, LONGEST_TEXT } from './fold-text';
import { draftItems, type DraftItem } from './list-items';
import { readOutline } from './list-outline';
import { readNumbers } from './number-tokens';
import { settleRoles, sumOf } from './settle-roles';

export { formatCostList, type WritableItem } from './format-cost-list';
export { readWrittenAmounts, type WrittenAmount } from './written-amounts';
export { findQuantities, holdsMoney } from './holds-money';
export { repeatedAmounts } from './repeated-amounts';
export type { CostItem, CostList, CostRole, Doubt, Quantity, UnitPrice } from './cost-item';

/**
 * Reads a text as a list of what money is asked for: amounts, unit prices, products of price and quantities, totals.
 *
 * Every amount of money and every unit price of the text is in `items`, in order; offsets are those of `text` (which must have
 * its markup masked, see maskMarkup). `isAdditive` is true only when it is certain that the items are different spendings.
 */
export function parseCostList(text: string): CostList {
  const folded = foldText(text);
  const brackets = findBrackets(folded);
  const outline = readOutline(folded, brackets);
  const tokens = readNumbers(folded);
  const drafts = draftItems(folded, outline, readExpressions(folded, tokens), tokens, brackets);
  const roles = settleRoles(folded, drafts, outline);
  const items = drafts.map((draft, index): CostItem => toItem(folded, draft, roles[index]));
  const additive = items.filter(({ role }) => role === 'item');
  const doubt = text.length > LONGEST_TEXT ? 'unreadable' : findDoubt(folded, drafts, roles, outline);
  return {
    items,
    isAdditive: doubt === null,
    doubt,
    sum: doubt === null ? sumOf(additive) : null,
    total: statedTotal(drafts),
    isOpen: isOpenList(folded, drafts, roles, outline),
  };
}

function toItem(text: string, draft: DraftItem, role: CostItem['role']): CostItem {
  const { label, amount, range, isApproximate, unitPrice, quantities, periodFactor, writtenUnit, depth } = draft;
  const blanks = /^[\s,;、。:]*/.exec(text.slice(draft.start, draft.end));
  const start = draft.start + (blanks ? blanks[0].length : 0);
  return {
    start,
    end: draft.end,
    label,
    role,
    amount,
    range,
    isApproximate,
    unitPrice,
    quantities,
    periodFactor,
    writtenUnit,
    depth,
  };
}

/** The total over the whole list: the largest of those whose words say so. */
function statedTotal(drafts: readonly DraftItem[]): Decimal | null {
  const totals = drafts.filter(({ role, lead }) => role === 'total' && !/小计/.test(lead));
  return totals.reduce<Decimal | null>(
    (largest, { amount }) => (amount && (!largest || amount.greaterThan(largest)) ? amount : largest),
    null,
  );
}
