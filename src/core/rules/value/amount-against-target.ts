import { Decimal } from 'decimal.js';
import { readHeadAmount } from '../../forms/head-amounts';
import { findField, type Project } from '../../forms/form';
import { convertAmount, formatAmount } from '../../values/amount';
import { parseCostList, type CostItem } from '../../values/cost-list';
import { unitAgreement } from '../../values/counted-things/count-units';
import type { CountedThing, Period } from '../../values/counted-things/counted-thing';
import { samenessOf } from '../../values/counted-things/same-thing';
import { maskMarkup } from '../../values/markup';
import { isNotApplicable } from '../../values/special-texts';
import { amountOf } from '../count-agreement';
import { defineRule, type RuleContext } from '../define-rule';
import { countedInTargets, type PlacedTarget } from '../project-counts';

/** Money of others pays for a part of what the price is multiplied with. */
const SHARED_COST = /自筹|配套|承担|负担|分担|分摊|上级|中央|省级|市级(?:财政|资金|补助)|其余|结余|结转|比例|[0-9]\s*%/;
/** A target of every month, and how often it comes round. */
const TIMES: Readonly<Partial<Record<Period, number>>> = { month: 12, quarter: 4, 'half-year': 2 };

export default defineRule({
  id: 'value/amount-against-target',
  severity: 'warning',
  title: '单价乘以目标值不应超过本年度项目金额',
  why: '按自己的单价算，钱不够完成目标值，说明单价、目标值或金额中有一个写错了。',
  basis: '填报惯例',
  example: { wrong: '300元/套，每月3000套，年度金额600万元', right: '300元/套，每月1600套，年度金额600万元' },
  forms: ['project-target', 'coded-indicators'],
  thresholds: {
    ratio: { value: 1.01, meaning: '单价×目标值超过本年度项目金额的多少倍时提示' },
  },
  messages: {
    exceeds:
      '测算依据的单价“{price}元/{unit}”乘以指标“{name}”的目标值“{value}”{times}为{needed}万元，超过本年度项目金额{amount}，请核对单价、目标值和金额。',
  },
  *check({ project }, problem, { profile }, { ratio }) {
    const annual = readAnnualAmount(project);
    if (annual === null) return;
    for (const target of countedInTargets(project)) {
      const item = findPrice(target, annual.items, profile);
      if (item === null || item.unitPrice === null) continue;
      const factor = timesAYear(target.thing);
      const needed = item.unitPrice.amount.times(amountOf(target.thing)).times(factor);
      if (needed.lessThanOrEqualTo(annual.yuan.times(ratio))) continue;
      yield problem('exceeds', target.cell, {
        price: item.unitPrice.amount.toFixed(),
        unit: target.thing.unit,
        name: target.indicator.plainName,
        value: target.shown,
        times: factor === 1 ? '' : `再乘以每年${factor}次`,
        needed: formatAmount(needed.dividedBy(10000).toDecimalPlaces(2)),
        amount: annual.shown,
      });
    }
  },
});

/** Every month the same people and firms: they are paid for once, as far as the price says. */
function timesAYear({ unit, period }: CountedThing): number {
  return /^(?:人|名|位|户|家)$/.test(unit) ? 1 : TIMES[period || 'year'] || 1;
}

interface AnnualAmount {
  readonly yuan: Decimal;
  readonly shown: string;
  readonly items: readonly CostItem[];
}

/** The annual amount with the prices it is calculated from; null where either is missing or others pay a share. */
function readAnnualAmount(project: Project): AnnualAmount | null {
  const basis = findField(project, 'calculationBasis');
  const field = findField(project, 'annualAmount');
  const amount = field && readHeadAmount(field);
  if (!basis || !amount || amount.unit === null || amount.number.lessThanOrEqualTo(0)) return null;
  const text = maskMarkup(basis.value.text);
  if (isNotApplicable(text) || SHARED_COST.test(text)) return null;
  const yuan = convertAmount(amount.number, amount.unit, '元');
  return { yuan, shown: amount.shown, items: parseCostList(text).items };
}

/** The one price for what a target counts; null where there is none or more than one. */
function findPrice(
  { thing }: PlacedTarget,
  items: readonly CostItem[],
  profile: RuleContext['profile'],
): CostItem | null {
  if (thing.kind !== 'count' || thing.standing !== 'stated' || thing.unit === '') return null;
  const fitting = items.filter((item) => {
    if (item.unitPrice === null || item.role === 'mention' || item.isApproximate) return false;
    // 800元/人/次 is paid for each visit: 人次.
    const unit = item.unitPrice.per.join('');
    if (unitAgreement(unit, thing.unit, profile.unitSynonyms) !== 'same') return false;
    return isPriceOf(item, thing);
  });
  return fitting.length === 1 ? fitting[0] : null;
}

/** A price is for the target's thing where its item says nothing that the target does not say. */
function isPriceOf(item: CostItem, thing: CountedThing): boolean {
  const named: CountedThing = { ...thing, what: item.label.replace(/(?:经费|费用|费)$/, ''), isInherited: false };
  const sameness = samenessOf(named, thing);
  return sameness === 'equal' || sameness === 'right-narrower';
}
