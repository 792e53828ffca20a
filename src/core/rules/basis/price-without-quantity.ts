import type { CostItem, CostList } from '../../values/cost-list';
import { findQuantities } from '../../values/cost-list';
import { readCalculationBasis, refersToAttachment } from '../calculation-basis';
import { defineRule } from '../define-rule';

/** Earlier spending as what the amount is worked out from. */
const HISTORY =
  /(?:往年|往常|历年|以往|上年|上一?年度|去年|前[两三几]年|近[两三几]年|[以之]前年度)度?[^,，。;；\n]{0,10}(?:支出|开支|花费|情况|标准|水平|执行|预算|决算|实际|经验|惯例|基数|金额|费用|经费|数据|规模|做法|安排)|(?:按照?|根据|参照|参考|依据|结合|基于|比照|沿用|延用)[^,，。;；\n]{0,6}(?:往年|往常|历年|以往|上年|去年)/;
const SHOWN_PRICES = 3;
const PERIODS = /^(?:年|月|个月|季度|天|日|周)$/;

export default defineRule({
  id: 'basis/price-without-quantity',
  severity: 'info',
  title: '测算依据写了单价还应写明数量，不应只以往年支出为据',
  why: '只有单价或往年支出，算不出本年度的金额。',
  basis: '填报惯例',
  example: { wrong: '印章刻制按 300 元/套据实结算。', right: '印章刻制 300 元/套，预计 2000 套，共 60 万元。' },
  forms: ['project-target', 'coded-indicators'],
  yieldsTo: [{ rule: 'basis/no-amount', within: 'cell' }],
  messages: {
    prices: '测算依据只有单价（{prices}），没有数量，请补充数量和金额。',
    history: '测算依据只写“{words}”，没有本年度的单价和数量，请补充测算过程。',
  },
  *check({ project }, problem) {
    const basis = readCalculationBasis(project);
    if (!basis || refersToAttachment(basis.text)) return;
    const { field, text, list } = basis;
    const prices = pricesWithoutQuantity(list, text);
    if (prices.length > 0) {
      const shown = prices.slice(0, SHOWN_PRICES).map(showPrice).join('、');
      const first = prices[0];
      yield problem(
        'prices',
        field.value,
        { prices: shown + (prices.length > SHOWN_PRICES ? '等' : '') },
        { quote: text.slice(first.start, first.end) },
      );
      return;
    }
    const history = HISTORY.exec(text);
    if (history && isOnlyBase(list, text)) {
      const words = clauseAt(text, history.index, history.index + history[0].length);
      yield problem('history', field.value, { words }, { quote: words });
    }
  },
});

/** The prices of a list in which not one price has a quantity, and which states no other amount. */
function pricesWithoutQuantity(list: CostList, text: string): readonly CostItem[] {
  const prices = list.items.filter(({ unitPrice, amount }) => unitPrice !== null && amount === null);
  const isStated = list.items.some(({ amount, role }) => amount !== null && role !== 'mention');
  if (prices.length === 0 || prices.length < list.items.filter(({ role }) => role !== 'mention').length) return [];
  const counted = findQuantities(text).map(({ unit }) => unit);
  const isSettled = prices.some(({ unitPrice, quantities }) => {
    const per = unitPrice ? unitPrice.per : [];
    // 5万元/月 needs no quantity: a year has twelve. A price for nothing in particular may belong to any quantity.
    if (per.every((unit) => PERIODS.test(unit))) return per.length > 0 || counted.length > 0;
    return quantities.length > 0 || per.some((unit) => counted.some((other) => isSameThing(unit, other)));
  });
  return isStated || isSettled ? [] : prices;
}

function isSameThing(unit: string, other: string): boolean {
  return bare(unit) === bare(other);
}

function bare(unit: string): string {
  return unit
    .replace(/^(?:人次|人|名|位|人天|人日)$/, '人')
    .replace(/^(.)次$/, '$1')
    .replace(/^(?:场|期|班)$/, '次');
}

function isOnlyBase(list: CostList, text: string): boolean {
  if (list.items.some(({ unitPrice }) => unitPrice !== null)) return false;
  if (list.items.filter(({ role, amount }) => role === 'item' && amount !== null).length > 1) return false;
  return findQuantities(text).every(({ unit }) => PERIODS.test(unit));
}

/** The clause that holds these words, without its marks. */
function clauseAt(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 40), start);
  const first = start - (/[^,，。;；\n]*$/.exec(before) || [''])[0].length;
  return (/^[^,，。;；\n]{1,60}/.exec(text.slice(first, Math.max(end, first + 60))) || [''])[0].trim();
}

function showPrice({ unitPrice }: CostItem): string {
  if (!unitPrice) return '';
  const { amount, highest, per } = unitPrice;
  const number = highest ? `${amount.toString()}～${highest.toString()}` : amount.toString();
  return [`${number}元`, ...per].join('/');
}
