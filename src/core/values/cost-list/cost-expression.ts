import { Decimal } from 'decimal.js';
import type { Quantity, UnitPrice } from './cost-item';
import { COUNTER, type NumberToken } from './number-tokens';

/** Money of the text, alone or multiplied: 65万, 800元/人/次, 3人*5000元/月*12个月=18万元. */
export interface CostExpression {
  readonly start: number;
  readonly end: number;
  /** Value in 元; null for a mere price, a range and what cannot be worked out. */
  readonly amount: Decimal | null;
  readonly range: readonly [Decimal, Decimal] | null;
  readonly unitPrice: UnitPrice | null;
  readonly quantities: readonly Quantity[];
  readonly isApproximate: boolean;
  /** False for sums in brackets, divisions, foreign money. */
  readonly isReadable: boolean;
  /** True where the result behind "=" is not what the factors give. */
  readonly contradictsItself: boolean;
  readonly writtenUnit: string;
}

/** Words between a number and the sign: 12名保安×4800元. */
const TIMES =
  /^\s?[\u4e00-\u9fa5]{0,6}\s?(?:\([^()]{0,20}\))?\s{0,2}(?:(?:\*|乘以)\s{0,2}[\u4e00-\u9fa5]{0,8}\s?|乘\s?|[xX]\s?)$/;
const PLUS = /^\s?(?:\([^()]{0,20}\))?\s?\+\s?[\u4e00-\u9fa5]{0,8}\s?$/;
const EQUALS = /^\s?(?:\([^()]{0,20}\))?\s?(?:=|≈)\s?(?:约|共|计|共计|合计)?\s?$/;
const LONGEST_GAP = 32;
/** What stands right before a price, in the same clause. */
const PRICE_BEFORE =
  /(?:每(?!年|季度?[0-9])[\u4e00-\u9fa5]{1,3}|单[场次期班人户台套]|人均|户均|均价|单价|单位成本)[^,;。:()0-9]{0,12}:?\s?约?$|(?:标准|价格|均为)(?:为|是|按|约|执行|:|\s){0,3}$|各(?:安排|补助|奖励|补贴|拨付|给予|需)?$/;
const EACH = new RegExp(`每(${COUNTER})`, 'g');
const YEARLY = /^(?:年|年度)$/;

/** Puts the numbers of a folded text together to the amounts, prices and products they make. */
export function readExpressions(text: string, tokens: readonly NumberToken[]): readonly CostExpression[] {
  const found: CostExpression[] = [];
  for (let index = 0; index < tokens.length;) {
    const first = index;
    const chain = [tokens[index]];
    index += 1;
    while (index < tokens.length && isFactor(tokens[index]) && gapIs(text, tokens[index - 1], tokens[index], TIMES)) {
      chain.push(tokens[index]);
      index += 1;
    }
    const result = tokens[index];
    const hasResult = result !== undefined && result.kind === 'money' && gapIs(text, tokens[index - 1], result, EQUALS);
    if (!chain.some(({ kind }) => kind === 'money')) {
      // Factors without money (3*4=12人) are nothing; their result, if it is money, stands for itself.
      if (chain.length > 1 && !hasResult) continue;
      if (!hasResult) continue;
    }
    if (hasResult) index += 1;
    const before = first > 0 ? tokens[first - 1] : undefined;
    const isAdded = before !== undefined && gapIs(text, before, tokens[first], PLUS);
    const expression = toExpression(text, chain, hasResult ? result : null);
    const last = found[found.length - 1];
    if (isAdded && last && last.end === (before && before.end))
      found[found.length - 1] = add(last, expression, hasResult);
    else found.push(expression);
  }
  return found;
}

function isFactor({ kind }: NumberToken): boolean {
  return kind !== 'other';
}

function gapIs(text: string, first: NumberToken, second: NumberToken, pattern: RegExp): boolean {
  return second.start - first.end <= LONGEST_GAP && pattern.test(text.slice(first.end, second.start));
}

function toExpression(text: string, chain: readonly NumberToken[], result: NumberToken | null): CostExpression {
  const { start } = chain[0];
  const { end } = result || chain[chain.length - 1];
  const money = chain.filter(({ kind }) => kind === 'money');
  const price = money[0] || result || chain[0];
  const factors = chain.filter((token) => token !== money[0]);
  const isRange = chain.concat(result || []).some(({ highest }) => highest !== null);
  const isProduct = factors.length > 0;
  const isKnown = chain.every(({ number }) => number !== null) && money.length === 1 && !isBroken(text, start, end);
  const product = isKnown && !isRange ? chain.reduce((all, token) => all.times(valueOf(token)), new Decimal(1)) : null;
  const stated = result ? result.number : null;
  const isPrice = !isProduct && result === null && isUnitPrice(text, price);
  const amount = isRange || isPrice ? null : stated || product;
  const base = {
    start,
    end,
    quantities: factors.filter(({ kind }) => kind !== 'money').map(toQuantity),
    isApproximate: chain.some(({ isApproximate }) => isApproximate) || isAbout(text, start, end),
    isReadable: result ? stated !== null : isKnown || (isRange && money.length === 1 && money[0].number !== null),
    contradictsItself: stated !== null && product !== null && !agrees(stated, product, result),
    writtenUnit: (result || price).unit,
  };
  const unitPrice =
    price.number !== null && (isProduct || isPrice) && money.length === 1
      ? {
          amount: price.number,
          highest: price.highest,
          per: price.per.length > 0 ? price.per : perBefore(text, price.start),
        }
      : null;
  const range =
    isRange && !isPrice && !isProduct && price.number && price.highest ? ends(price.number, price.highest) : null;
  return { ...base, amount, range, unitPrice };
}

function ends(low: Decimal, high: Decimal): readonly [Decimal, Decimal] {
  return [low, high];
}

function valueOf({ kind, number, unit }: NumberToken): Decimal {
  if (number === null) return new Decimal(0);
  return kind === 'percent' ? number.dividedBy(unit === '‰' ? 1000 : 100) : number;
}

function toQuantity(token: NumberToken): Quantity {
  return { number: valueOf(token), highest: token.highest, unit: token.kind === 'count' ? token.unit : '' };
}

/** A result may be rounded to the last digit it is written with. */
function agrees(stated: Decimal, product: Decimal, result: NumberToken | null): boolean {
  const unit = result && /万/.test(result.unit) ? 10000 : 1;
  const inUnit = stated.dividedBy(unit);
  const step = new Decimal(10).pow(-inUnit.decimalPlaces()).times(unit);
  return stated.minus(product).abs().lessThanOrEqualTo(step);
}

function isUnitPrice(text: string, token: NumberToken): boolean {
  // 电费20万元/年 is an amount; 每个站点1.8万元/年 is a price all the same.
  if (!token.per.every((unit) => YEARLY.test(unit))) return true;
  return PRICE_BEFORE.test(text.slice(Math.max(0, token.start - 24), token.start));
}

/** 每人每天300元 is a price for ["人", "天"]. */
function perBefore(text: string, start: number): readonly string[] {
  const lead = PRICE_BEFORE.exec(text.slice(Math.max(0, start - 24), start));
  const units: string[] = [];
  EACH.lastIndex = 0;
  for (let match = lead && EACH.exec(lead[0]); lead && match; match = EACH.exec(lead[0])) units.push(match[1]);
  return units;
}

/** A division, a difference or a sum in brackets next to it: what it comes to is not in these numbers alone. */
function isBroken(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 4);
  return (
    /[*÷/]\s?\(?$/.test(before) ||
    /^\)?\s?(?:[*÷]|-\s?[0-9]|\/\s?[0-9(]|\+\s?\()/.test(after) ||
    /[0-9元)]\s?-$/.test(before)
  );
}

function isAbout(text: string, start: number, end: number): boolean {
  return (
    /(?:约|大约|大概|近|不低于|不少于|不超过|不高于|最多|最高|至少|上限|超过|≤|≥|<|>)(?:为|是|需|计)?\s?$/.test(
      text.slice(Math.max(0, start - 8), start),
    ) || /^[ \t]?\)?[ \t]?(?:左右|上下|以内|以下|以上|起|不等)/.test(text.slice(end, end + 6))
  );
}

function add(first: CostExpression, second: CostExpression, hasResult: boolean): CostExpression {
  const sum = first.amount && second.amount && !hasResult ? first.amount.plus(second.amount) : null;
  return {
    start: first.start,
    end: second.end,
    amount: hasResult ? second.amount : sum,
    range: null,
    unitPrice: null,
    quantities: [],
    isApproximate: first.isApproximate || second.isApproximate,
    isReadable: hasResult || (sum !== null && first.isReadable && second.isReadable),
    contradictsItself: false,
    writtenUnit: second.writtenUnit,
  };
}
