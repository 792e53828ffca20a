import { Decimal } from 'decimal.js';
import { findField, type Project } from '../../forms/form';
import { areUnitsMixed, readHeadAmount, type HeadAmount } from '../../forms/head-amounts';
import { convertAmount, formatAmount, type MoneyUnit } from '../../values/amount';
import { findQuantities, repeatedAmounts, type CostList } from '../../values/cost-list';
import { readCalculationBasis, type CalculationBasis } from '../calculation-basis';
import { defineRule, unchecked } from '../define-rule';

export default defineRule({
  id: 'basis/sum-mismatch',
  severity: 'error',
  title: '测算依据各项金额之和应等于本年度项目金额',
  why: '测算依据是申请金额的来历；两者不等，批复多少就没有依据。',
  basis: '填报惯例',
  example: {
    wrong: '本年度项目金额 100 万元；测算依据：采购 60 万元，培训 15 万元',
    right: '本年度项目金额 100 万元；测算依据：采购 60 万元，培训 15 万元，维护 25 万元',
  },
  forms: ['project-target', 'coded-indicators'],
  thresholds: {
    tolerance: { value: 0.01, meaning: '合计与项目金额允许相差多少（万元）' },
    nearPercent: { value: 1, meaning: '相差不超过项目金额的百分之几时只作警告' },
  },
  messages: {
    differs: '测算依据所列{count}项合计{sum}，本年度项目金额为{annual}，相差{difference}，请核对各项金额或项目金额。',
    near: {
      severity: 'warning',
      text: '测算依据所列{count}项合计{sum}，与本年度项目金额{annual}略有出入（相差{difference}），请核对各项金额或项目金额。',
    },
    review: {
      severity: 'warning',
      text: '测算依据中算得出的{count}项合计{sum}，与本年度项目金额{annual}相差{difference}，请人工复核各项是否列全、有无重复。',
    },
    mixedUnits:
      '测算依据所列{count}项合计{sum}，与本年度项目金额{annual}相差一万倍，疑似元、万元混用（测算依据单位为{listUnit}，金额栏单位为{annualUnit}），请核对单位。',
  },
  *check({ project }, problem, _context, { tolerance, nearPercent }) {
    const basis = readCalculationBasis(project);
    const annual = readAmount(project, 'annualAmount');
    if (!basis || basis.list.sum === null || !annual || annual.number.lessThanOrEqualTo(0)) return;
    if (annual.unit === null) {
      yield unchecked(`“${annual.field.label.text.trim()}”没有写明单位，未与测算依据的合计核对。`);
      return;
    }
    const { list, field } = basis;
    const { unit } = annual;
    const sum = convertAmount(list.sum || new Decimal(0), '元', unit);
    const difference = sum.minus(annual.number).abs();
    const allowed = Decimal.max(convertAmount(new Decimal(tolerance), '万元', unit), annual.step.dividedBy(2));
    if (difference.lessThanOrEqualTo(allowed) || isExplained(basis, annual, project, allowed)) return;
    const values = { count: countOf(list), sum: formatAmount(sum) + unit, annual: annual.shown };
    if (areUnitsMixed(Decimal.max(sum, annual.number), Decimal.min(sum, annual.number))) {
      yield problem('mixedUnits', field.value, { ...values, listUnit: unitOf(list), annualUnit: unit });
      return;
    }
    const isNear = difference.times(100).lessThanOrEqualTo(annual.number.times(nearPercent));
    const details = { expected: annual.shown };
    yield problem(
      isNear ? 'near' : isPlain(list, annual) ? 'differs' : 'review',
      field.value,
      { ...values, difference: formatAmount(difference) + unit },
      details,
    );
  },
});

function readAmount(project: Project, key: 'annualAmount' | 'totalAmount'): HeadAmount | undefined {
  const field = findField(project, key);
  return field && readHeadAmount(field);
}

/** Another way to read the list that leaves nothing to object to. */
function isExplained(basis: CalculationBasis, annual: HeadAmount, project: Project, allowed: Decimal): boolean {
  const { list, text } = basis;
  const unit = annual.unit || '万元';
  const inUnit = (yuan: Decimal): Decimal => convertAmount(yuan, '元', unit);
  const isNear = (yuan: Decimal, other: Decimal): boolean => inUnit(yuan).minus(other).abs().lessThanOrEqualTo(allowed);
  const sum = list.sum || new Decimal(0);
  if (list.isOpen && inUnit(sum).lessThan(annual.number)) return true;
  const isOdd = list.total !== null && !list.total.equals(sum) && !isNear(list.total, annual.number);
  if (isOdd || otherSums(list, text, sum).some((reading) => isNear(reading, annual.number))) return true;
  const total = readAmount(project, 'totalAmount');
  if (!total || total.unit === null) return false;
  return convertAmount(sum, '元', total.unit).minus(total.number).abs().lessThanOrEqualTo(total.step);
}

/** One amount may be the whole that the others explain, or be told once more by them; a list may be there twice, leave nothing out, or state prices (2名，奖金3万元). */
function otherSums(list: CostList, text: string, sum: Decimal): readonly Decimal[] {
  let withMentions = sum;
  let withCounts = new Decimal(0);
  const readings: Decimal[] = [sum.dividedBy(2)];
  for (const { role, amount, unitPrice, start, end } of list.items) {
    if (amount === null || role === 'total') continue;
    readings.push(amount);
    if (role === 'mention') withMentions = withMentions.plus(amount);
    if (role !== 'item') continue;
    const counts = unitPrice === null ? findQuantities(text.slice(start, end)) : [];
    withCounts = withCounts.plus(counts.length === 1 ? amount.times(counts[0].number) : amount);
  }
  const withoutRepeats = repeatedAmounts(list.items).map((repeated) => sum.minus(repeated));
  return readings.concat(withMentions, withCounts, withoutRepeats);
}

/** Only items, and totals that say their sum: then nothing of the text was left out of the calculation. */
function isPlain(list: CostList, { number, unit }: HeadAmount): boolean {
  const sum = list.sum || new Decimal(0);
  const isWhole = list.total === null || list.total.equals(sum) || unit === null;
  const statesAnnual = list.total !== null && unit !== null && convertAmount(list.total, '元', unit).equals(number);
  return isWhole && !statesAnnual && list.items.every(({ role }) => role === 'item' || role === 'total');
}

function countOf(list: CostList): number {
  return list.items.filter(({ role }) => role === 'item').length;
}

/** The unit most items are written in. */
function unitOf(list: CostList): MoneyUnit {
  const items = list.items.filter(({ role }) => role === 'item');
  const inYuan = items.filter(({ writtenUnit }) => !/[万亿]/.test(writtenUnit)).length;
  return inYuan * 2 >= items.length ? '元' : '万元';
}
