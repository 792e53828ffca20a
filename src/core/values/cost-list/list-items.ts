import { Decimal } from 'decimal.js';
import type { CostExpression } from './cost-expression';
import type { CostItem, CostRole, Quantity } from './cost-item';
import type { Brackets } from './fold-text';
import { labelOf, nameIn } from './item-label';
import { isUnsureMention, reportsSpending, roleOf, SHARE, speaksOfEarlier, staysEarlier } from './item-role';
import type { Outline } from './list-outline';
import type { NumberToken } from './number-tokens';

/** An item with what is needed to tell roles; positions are those of the folded text. */
export interface DraftItem extends CostItem {
  readonly node: number;
  readonly segment: number;
  readonly expression: CostExpression;
  /** Words between the amount before (or the head of the segment) and this amount. */
  readonly lead: string;
  /** True behind 其中. */
  readonly isShare: boolean;
  /** True for a mention that may be one of the items all the same. */
  readonly isUnsure: boolean;
  /** True inside brackets behind an amount of the same statement. */
  readonly isBracketed: boolean;
}

const PERIOD = /^(?:个月|月|季度|年|周|天|日)$/;

/** The items of a text with first roles from the words around them. */
export function draftItems(
  text: string,
  outline: Outline,
  expressions: readonly CostExpression[],
  tokens: readonly NumberToken[],
  brackets: Brackets,
): readonly DraftItem[] {
  const drafts: DraftItem[] = [];
  let next = 0;
  let nextToken = 0;
  outline.segments.forEach((segment, index) => {
    const inside: CostExpression[] = [];
    while (next < expressions.length && expressions[next].start < segment.end) {
      if (expressions[next].start >= segment.start) inside.push(expressions[next]);
      next += 1;
    }
    const counts: NumberToken[] = [];
    while (nextToken < tokens.length && tokens[nextToken].start < segment.end) {
      const token = tokens[nextToken];
      if (token.start >= segment.start && token.kind === 'count') counts.push(token);
      nextToken += 1;
    }
    if (inside.length > 0) draftSegment(text, outline, index, mergePrices(text, inside, counts), brackets, drafts);
  });
  return drafts;
}

function draftSegment(
  text: string,
  outline: Outline,
  index: number,
  expressions: readonly CostExpression[],
  brackets: Brackets,
  drafts: DraftItem[],
): void {
  const segment = outline.segments[index];
  const { depth } = outline.nodes[segment.node];
  let from = segment.start;
  const whole = wholeBefore(text, outline, index, drafts);
  let outer: CostExpression | null = whole && whole.expression;
  let wholeRole: CostRole = whole ? whole.role : 'item';
  let isShare = whole !== null;
  let isEarlier = false;
  for (const expression of expressions) {
    const lead = text.slice(from, expression.start);
    const bracket = brackets.around[expression.start];
    const isBracketed = outer !== null && bracket >= outer.end && brackets.around[outer.start] < 0;
    isShare = isShare || (outer !== null && !isBracketed && SHARE.test(lead));
    // What a mentioned whole is made of (总投资5000万元，其中建安费4500万元) is mentioned too.
    const isMentioned = wholeRole === 'mention' && (isBracketed || isShare);
    const isCarried: boolean = isEarlier && !isBracketed && staysEarlier(lead);
    const isBase = IS_BASE.test(text.slice(expression.end, expression.end + 24));
    const role: CostRole = isMentioned || isCarried || isBase ? 'mention' : roleOf(lead, isBracketed, isShare);
    if (!isBracketed) isEarlier = role === 'mention' && (isCarried || speaksOfEarlier(lead));
    drafts.push({
      start: from,
      end: expression.end,
      label: labelOf(lead) || (role === 'item' ? headingOf(text, outline, index) : ''),
      role,
      amount: expression.amount,
      range: expression.range,
      isApproximate: expression.isApproximate,
      unitPrice: expression.unitPrice,
      quantities: expression.quantities,
      periodFactor: periodFactorOf(expression.quantities),
      writtenUnit: expression.writtenUnit,
      depth,
      node: segment.node,
      segment: index,
      expression,
      lead,
      isShare,
      isUnsure: isCarried ? !reportsSpending(lead) : !isBase && isUnsureMention(lead),
      isBracketed,
    });
    if (!isBracketed && !isShare) {
      outer = expression;
      wholeRole = role;
    }
    from = expression.end;
  }
}

/** 设备原值200万元的4%: the amount is what the share is taken of. 设计合同120万元(已付80%): it is paid in part. */
const IS_BASE = /^\s?的\s?(?:[0-9.]{1,8}\s?[%‰]|百分之)|^\s?[(,]\s?(?:其中|前期|截至[^,;。()]{0,8})?已(?:支付|付|拨)/;

const NEW_SUBJECT = /^\s*(?:[本今当]年|20[0-9]{2}年|另|合计|共计|总计|以上)/;

/**
 * "培训费12万元。其中：师资费4万元；场地费8万元": a statement that begins so goes on with the shares of the one before, and so do
 * those behind it up to the full stop.
 */
function wholeBefore(text: string, outline: Outline, index: number, drafts: readonly DraftItem[]): DraftItem | null {
  const { start, node } = outline.segments[index];
  const last = drafts[drafts.length - 1];
  if (!last || last.segment !== index - 1 || last.node !== node) return null;
  const isShare = /^\s*其中/.test(text.slice(start, start + 8));
  const goesOn =
    last.isShare &&
    !sharesAreComplete(drafts) &&
    outline.segments[index - 1].mark === ';' &&
    !NEW_SUBJECT.test(text.slice(start, start + 8));
  return isShare || goesOn ? last : null;
}

const MOST_SHARES = 40;

/** True when the last shares add up to what they are shares of. */
function sharesAreComplete(drafts: readonly DraftItem[]): boolean {
  let sum = new Decimal(0);
  let index = drafts.length - 1;
  for (; index >= 0 && index > drafts.length - MOST_SHARES && drafts[index].isShare; index -= 1)
    sum = sum.plus(drafts[index].amount || 0);
  const whole = index >= 0 ? drafts[index].amount : null;
  return whole !== null && sum.greaterThanOrEqualTo(whole);
}

/** A price with the amount stated for it later in the clause is one item: 每人每天300元，20人，5天，计3万元. */
function mergePrices(
  text: string,
  expressions: readonly CostExpression[],
  counts: readonly NumberToken[],
): readonly CostExpression[] {
  const merged: CostExpression[] = [];
  for (const expression of expressions) {
    const last = merged[merged.length - 1];
    const before = merged[merged.length - 2];
    const gap = last ? text.slice(last.end, expression.start) : '';
    const isResult =
      last !== undefined &&
      isMerePrice(last) &&
      expression.amount !== null &&
      ((!hasOwnName(gap, text.slice(Math.max(0, last.start - 60), last.start)) &&
        !/、|:\s?[\u4e00-\u9fa5]{2}|包括|包含|其中/.test(gap)) ||
        /(?:共计|合计|总计|共需|[,\s]共|[,\s]计)(?:资金|经费|费用|约|需|为)?\s?$/.test(gap));
    const isEqual = last !== undefined && /=\s?(?:约|共|计)?\s?$/.test(gap) && !/[,;、]/.test(gap);
    const isWorkedOut =
      last !== undefined &&
      !last.isReadable &&
      expression.amount !== null &&
      /^[^,;、:。]{0,40}$/.test(gap) &&
      /[*+]/.test(gap);
    if (last && (isResult || isEqual || isWorkedOut)) {
      merged[merged.length - 1] = {
        ...expression,
        start: last.start,
        unitPrice: isMerePrice(last) ? last.unitPrice : null,
        quantities: isMerePrice(last) ? quantitiesIn(counts, before ? before.end : -1, expression.start) : [],
        contradictsItself:
          expression.contradictsItself || (isMerePrice(last) && addsUp(before, last, expression, counts)),
      };
    } else merged.push(expression);
  }
  return merged.map((expression) =>
    isMerePrice(expression) ? { ...expression, quantities: quantitiesFor(counts, expression, merged) } : expression,
  );
}

/** "组长1人5万元，成员15人每人3万元，共50万元": what looks like the result of the price is a sum over both. */
function addsUp(
  before: CostExpression | undefined,
  price: CostExpression,
  result: CostExpression,
  counts: readonly NumberToken[],
): boolean {
  const rest = before && before.amount && result.amount ? result.amount.minus(before.amount) : null;
  if (!before || !rest || !price.unitPrice) return false;
  const quantities = quantitiesIn(counts, before.end, result.start);
  const product = quantities.reduce((all, { number }) => all.times(number), price.unitPrice.amount);
  return product.equals(rest);
}

function isMerePrice({ unitPrice, amount, quantities }: CostExpression): boolean {
  return unitPrice !== null && amount === null && quantities.length === 0;
}

/** Words that name another spending, so that what follows is no result of what stood before. */
function hasOwnName(gap: string, before: string): boolean {
  const words = gap
    .replace(/[0-9][0-9.,]*[\u4e00-\u9fa5㎡]{1,3}/g, '')
    .replace(
      /共计|合计|总计|小计|共需|全年|预计|每年|年度|需要|总[价额]|人民币|折合|含税|左右|以内|标准|项目|安排|申请|两项|三项|约|共|计|为|需|按|即|预算|金额|费用|经费|测算|资金|支出/g,
      '',
    );
  const name = /([\u4e00-\u9fa5]{2})\s?:?\s?$/.exec(words);
  // "电费：120万度，单价0.68元，电费81.6万元" comes back to what it is about.
  return /[\u4e00-\u9fa5]{3}/.test(words) || (name !== null && before.indexOf(name[1]) < 0);
}

function quantitiesIn(counts: readonly NumberToken[], start: number, end: number): readonly Quantity[] {
  return counts
    .filter((token) => token.start >= start && token.end <= end && token.number !== null)
    .map(({ number, highest, unit }) => ({ number: number || new Decimal(0), highest, unit }));
}

/** The counts of a statement belong to its only price; beside several prices those that stand nearer to this one. */
function quantitiesFor(
  counts: readonly NumberToken[],
  expression: CostExpression,
  all: readonly CostExpression[],
): readonly Quantity[] {
  const index = all.indexOf(expression);
  const start = index > 0 ? all[index - 1].end : -1;
  const next = all[index + 1];
  return quantitiesIn(counts, index === 0 ? -1 : start, next ? next.start : Infinity);
}

function periodFactorOf(quantities: readonly Quantity[]): Decimal {
  return quantities
    .filter(({ unit, number }) => PERIOD.test(unit) || (unit === '' && number.equals(12)))
    .reduce((product, { number }) => product.times(number), new Decimal(1));
}

/** The first words of the point a statement belongs to: "一是印章费，为企业刻章。经费标准为300元/套" is about 印章费. */
function headingOf(text: string, outline: Outline, segment: number): string {
  const { node } = outline.segments[segment];
  if (node === 0) return '';
  const { start, end } = outline.nodes[node];
  return nameIn(text.slice(start, Math.min(end, start + 60)).split(/[;。\n(:]/)[0]);
}
