import { Decimal } from 'decimal.js';
import type { CostExpression } from './cost-expression';
import type { CostItem, CostRole, Quantity } from './cost-item';
import type { Brackets } from './fold-text';
import type { Outline } from './list-outline';
import type { NumberToken } from './number-tokens';

/** An item with what is needed to tell roles; positions are those of the folded text. */
export interface DraftItem extends CostItem {
  readonly node: number;
  readonly segment: number;
  readonly expression: CostExpression;
  /** Words between the amount before (or the head of the segment) and this amount. */
  readonly lead: string;
  /** True inside brackets behind an amount of the same statement. */
  readonly isBracketed: boolean;
}

const TOTAL =
  /(?:合计|共计|总计|小计|总额|总数|总预算|总投入|总经费|总费用|总金额|总需求|总共|共需|累计需|项目(?:总)?(?:预算|经费|金额|资金)|(?:预算|申报|申请|资金|经费)(?:总)?(?:安排|金额|需求|总额|规模|数)|(?:本|当)年度?(?:共)?(?:申报|申请|安排|预算|需)|年度预算|[0-9]年度?(?:申报|申请)?预算|(?:申报|申请|安排|编制)(?:项目)?(?:预算|经费|资金))[^,;。]{0,6}$|共\s?$/;
const SHARE = /其中|含(?!量)|包含/;
const MENTION =
  /上年|去年|往年|往常|历年|以前年度|上一年|近.年|前.年|[0-9]年(?:度)?(?:实际|决算|执行|预算数|支出|完成|已)|实际支出|实际发生|已支付|已付|已拨|已支出|已执行|已完成|已安排|已下达|累计|合同(?:总)?(?:价|额|金额|总额|总价)|中标|成交价|招标|总投资|概算|估算总|限额|控制数|营业收入|产值|税收|注册资本|实收资本|投资额|销售额|营收|罚款|收入|节约|节省|同比|增长|增加|减少|门槛|超过|达到|不足|满\s?$/;
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
  let shareFrom = -1;
  let outer: CostExpression | null = null;
  for (const expression of expressions) {
    const lead = text.slice(from, expression.start);
    const bracket = brackets.around[expression.start];
    const isBracketed = outer !== null && bracket >= outer.end;
    if (shareFrom < 0 && SHARE.test(lead)) shareFrom = expression.start;
    const role = roleOf(lead, isBracketed, shareFrom >= 0 && outer !== null);
    drafts.push({
      start: from,
      end: expression.end,
      label: labelOf(lead) || headingOf(text, outline, index),
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
      isBracketed,
    });
    if (!isBracketed && role !== 'mention') outer = expression;
    from = expression.end;
  }
}

function roleOf(lead: string, isBracketed: boolean, isShare: boolean): CostRole {
  const clause = lead.slice(Math.max(lead.lastIndexOf(','), lead.lastIndexOf(')')) + 1);
  if (MENTION.test(clause) && !/尾款|余款|首款|未付|待付|应付/.test(clause)) return 'mention';
  if (isBracketed || isShare) return 'part';
  return TOTAL.test(lead.trim()) ? 'total' : 'item';
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
    const gap = last ? text.slice(last.end, expression.start) : '';
    const isResult = last !== undefined && isMerePrice(last) && expression.amount !== null && !hasOwnName(gap);
    const isEqual = last !== undefined && /=\s?(?:约|共|计)?\s?$/.test(gap) && !/[,;、]/.test(gap);
    if (last && (isResult || isEqual)) {
      merged[merged.length - 1] = {
        ...expression,
        start: last.start,
        unitPrice: isMerePrice(last) ? last.unitPrice : null,
        quantities: isMerePrice(last) ? quantitiesIn(counts, last.start, expression.start) : [],
      };
    } else merged.push(expression);
  }
  return merged.map((expression) =>
    isMerePrice(expression) ? { ...expression, quantities: quantitiesFor(counts, expression, merged) } : expression,
  );
}

function isMerePrice({ unitPrice, amount, quantities }: CostExpression): boolean {
  return unitPrice !== null && amount === null && quantities.length === 0;
}

/** Words that name another spending, so that what follows is no result of what stood before. */
function hasOwnName(gap: string): boolean {
  const words = gap
    .replace(/[0-9.,]+[\u4e00-\u9fa5㎡]{1,3}/g, '')
    .replace(/共计|合计|总计|小计|共需|全年|预计|每年|需要|约|共|计|为|需|按|预算|金额|费用|经费|测算|资金|支出/g, '');
  return /[\u4e00-\u9fa5]{3}/.test(words);
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

/** Words before a price that say how it was found, not what it is for. */
const NO_NAME = /^(?:[\u4e00-\u9fa5]{0,4}标准|按|根据|依据|参考|参照|每|人均|单价|以)/;

/** The first words of the point a statement belongs to: "一是印章费，为企业刻章。经费标准为300元/套" is about 印章费. */
function headingOf(text: string, outline: Outline, segment: number): string {
  const { node } = outline.segments[segment];
  if (node === 0) return '';
  const { start, end } = outline.nodes[node];
  const heading = nameIn(text.slice(start, Math.min(end, start + 60)).split(/[;。\n(:]/)[0]);
  return NO_NAME.test(heading) ? '' : heading;
}

const LEADING = /^[\s,;:、。)\-*+=·•●★◆■▪>]+|^(?:和|及|以及|与|另|另外|还有)(?=[\u4e00-\u9fa5]{3})/;
const TRAILING =
  /(?:[\s,:;、(=0-9.\-]|预计|大约|约|共计|合计|总计|小计|共|计|为|需要|需|支出|安排|预算|金额|每年|全年|人民币|申请|单价|标准)$/;
const MOST_TRAILING = 30;

/** The name of what is paid for, out of the words before an amount. */
export function labelOf(lead: string): string {
  const words = lead.slice(-160);
  const colon = words.lastIndexOf(':');
  return nameIn(words.slice(colon + 1)) || (colon < 0 ? '' : nameIn(words.slice(0, colon).replace(/:/g, ',')));
}

function nameIn(words: string): string {
  for (const clause of words.split(',')) {
    let name = clause.replace(LEADING, '');
    for (let count = 0; count < MOST_TRAILING && TRAILING.test(name); count += 1) name = name.replace(TRAILING, '');
    if (/[\u4e00-\u9fa5a-zA-Z]{2}/.test(name) && !NO_NAME.test(name)) return name.trim();
  }
  return '';
}
