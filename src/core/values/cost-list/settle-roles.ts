import { Decimal } from 'decimal.js';
import type { CostItem, CostRole } from './cost-item';
import { mayBeSubtotal } from './item-role';
import type { DraftItem } from './list-items';
import type { Outline } from './list-outline';

/** Sum of the amounts; null when one is missing. */
export function sumOf(items: readonly CostItem[]): Decimal | null {
  let sum = new Decimal(0);
  for (const { amount } of items) {
    if (amount === null) return null;
    sum = sum.plus(amount);
  }
  return sum;
}

/** Gives every draft its final role: amounts that turn out to be the sum of others are totals. */
export function settleRoles(text: string, drafts: readonly DraftItem[], outline: Outline): readonly CostRole[] {
  const roles: CostRole[] = drafts.map(({ role }) => role);
  markSubtotals(drafts, roles);
  markDetails(text, drafts, roles, outline);
  markPriceParts(text, drafts, roles, outline);
  markHeads(text, drafts, roles, outline);
  markParents(drafts, roles, outline);
  markCompleteShares(drafts, roles);
  return roles;
}

/** 设备费小计50万元 behind the items it adds up. */
function markSubtotals(drafts: readonly DraftItem[], roles: CostRole[]): void {
  drafts.forEach(({ amount, lead }, index) => {
    if (roles[index] !== 'item' || amount === null || !mayBeSubtotal(lead)) return;
    let sum = new Decimal(0);
    for (let before = index - 1; before >= 0 && sum.lessThan(amount); before -= 1) {
      if (roles[before] === 'item') sum = sum.plus(drafts[before].amount || 0);
    }
    if (sum.equals(amount) && index > 1) roles[index] = 'total';
  });
}

/** What leads from an amount to the items it is made of. */
const OPENS_LIST = /^\s?\)?\s?(?:(:)|[,;。]?\s?(其中)|[,;。]?\s?(?:包括|包含|具体|明细|分别|即))/;

/** True when the words behind an amount announce what it is made of: "培训费3万元：师资2万元，场地1万元". */
export function opensList(text: string, drafts: readonly DraftItem[], outline: Outline, index: number): boolean {
  const next = drafts[index + 1];
  if (next === undefined) return false;
  const { expression, segment } = drafts[index];
  const match = OPENS_LIST.exec(text.slice(expression.end, Math.min(expression.end + 12, next.expression.start)));
  if (!match) return false;
  // "设备费60万元，包括服务器等；软件费20万元" names what is bought, without amounts.
  const isAnnounced = match[1] !== undefined || match[2] !== undefined || next.segment === segment;
  return isAnnounced || /:\s*$/.test(text.slice(expression.end, outline.segments[segment].end));
}

/** "一、会议费5万元：会议2次，每次2.5万元": the price says how the amount of its point came about. */
function markDetails(text: string, drafts: readonly DraftItem[], roles: CostRole[], outline: Outline): void {
  drafts.forEach(({ amount, range, unitPrice, node, label, lead, segment }, index) => {
    const before = drafts[index - 1];
    if (amount !== null || range !== null || unitPrice === null || !before || before.node !== node) return;
    if (roles[index - 1] === 'mention' || (before.amount === null && roles[index - 1] !== 'part')) return;
    const isNameless = label === '' && before.segment === segment && !/;|。/.test(lead);
    const isDetail = isNameless || (node > 0 && !/费|工资|补[贴助]/.test(label));
    if (isDetail || opensList(text, drafts, outline, index - 1)) roles[index] = 'part';
  });
}

/** "每人每年10万元，包括工资7万元、社保3万元": what a price is made of. */
function markPriceParts(text: string, drafts: readonly DraftItem[], roles: CostRole[], outline: Outline): void {
  drafts.forEach(({ amount, unitPrice, segment }, index) => {
    if (amount !== null || unitPrice === null || !opensList(text, drafts, outline, index)) return;
    let left = unitPrice.amount;
    for (let next = index + 1; next < drafts.length && drafts[next].segment === segment; next += 1) {
      left = left.minus(drafts[next].amount || 0);
      if (roles[next] !== 'item' || drafts[next].amount === null || left.isNegative()) return;
      roles[next] = 'part';
    }
  });
}

/** An amount that announces items and is the sum of the next ones is their total. */
function markHeads(text: string, drafts: readonly DraftItem[], roles: CostRole[], outline: Outline): void {
  for (let index = 0; index < drafts.length; index += 1) {
    const { amount, depth } = drafts[index];
    if (roles[index] !== 'item' || amount === null || !opensList(text, drafts, outline, index)) continue;
    let sum = new Decimal(0);
    for (let next = index + 1; next < drafts.length && sum.lessThan(amount); next += 1) {
      if (roles[next] === 'item' && drafts[next].depth >= depth) sum = sum.plus(drafts[next].amount || 0);
    }
    if (sum.equals(amount)) roles[index] = 'total';
  }
}

/** "项目预算78万元，其中委托业务费60万元，劳务费18万元" is a list like any other where the shares leave nothing of the whole. */
function markCompleteShares(drafts: readonly DraftItem[], roles: CostRole[]): void {
  const [whole, ...shares] = drafts;
  if (!whole || whole.amount === null || roles[0] !== 'total' || shares.length < 2) return;
  const areShares = shares.every(
    ({ isShare, isBracketed }, index) => isShare && !isBracketed && roles[index + 1] === 'part',
  );
  const sum = sumOf(shares);
  if (!areShares || sum === null || !sum.equals(whole.amount)) return;
  shares.forEach((_share, index) => {
    roles[index + 1] = 'item';
  });
}

/** A numbered point with points below it states their sum. */
function markParents(drafts: readonly DraftItem[], roles: CostRole[], outline: Outline): void {
  const stated: number[][] = outline.nodes.map(() => []);
  drafts.forEach(({ node }, index) => {
    if (roles[index] === 'item') stated[node].push(index);
  });
  const hasBelow: boolean[] = outline.nodes.map(() => false);
  for (let node = outline.nodes.length - 1; node > 0; node -= 1) {
    if (hasBelow[node] && stated[node].length === 1) roles[stated[node][0]] = 'total';
    const { parent } = outline.nodes[node];
    if (parent >= 0 && (hasBelow[node] || stated[node].length > 0)) hasBelow[parent] = true;
  }
}
