import { textOf } from '../../forms/form';
import { areUnitsMixed, readTotalAndAnnual } from '../../forms/head-amounts';
import { parseTermYears } from '../../values/implementation-term';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'header/total-vs-term',
  severity: 'warning',
  title: '项目总金额应与本年度金额和实施期限相称',
  why: '总金额与年度金额之比远离实施年数时，多半有一个数填错。',
  basis: '填报惯例',
  example: {
    wrong: '总金额 700 万元，本年度 100 万元，期限 3 年',
    right: '总金额 300 万元，本年度 100 万元，期限 3 年',
  },
  forms: ['project-target', 'coded-indicators'],
  thresholds: {
    // Years differ in what they cost.
    largestShare: { value: 1.6, meaning: '总金额至多是本年度金额的几倍乘以实施期限（倍）' },
    // Whole ratios mean the same sum every year; for shorter terms they happen by chance.
    shortestEvenTerm: { value: 3, meaning: '实施期限多少年以上，总金额恰为年度金额的整数倍而与期限不符才询问（年）' },
  },
  messages: {
    tooLarge:
      '项目总金额{total}是本年度项目金额{annual}的{ratio}倍，与实施期限{term}年不相称（一般不超过{limit}倍），请核对总金额、年度金额和实施期限。',
    otherMultiple:
      '项目总金额{total}恰为本年度项目金额{annual}的{ratio}倍，而实施期限为{term}年，请核对总金额和实施期限。',
    equal: '项目总金额与本年度项目金额同为{total}，而实施期限为{term}年，请核对总金额和实施期限。',
    mixedUnits:
      '项目总金额{total}是本年度项目金额{annual}的约{ratio}倍，疑似元、万元混用（总金额栏单位为{totalUnit}，年度金额栏单位为{annualUnit}），请核对单位。',
  },
  *check({ project }, problem, _context, { largestShare, shortestEvenTerm }) {
    const amounts = readTotalAndAnnual(project);
    const term = parseTermYears(textOf(project, 'implementationTerm'));
    // For one year header/total-below-annual asks that both are equal.
    if (!amounts || term === undefined || term === 1) return;
    const { total, annual, annualInUnitOfTotal } = amounts;
    const ratio = total.number.dividedBy(annualInUnitOfTotal);
    const place = total.field.value;
    const values = { total: total.shown, annual: annual.shown, ratio: ratio.toDecimalPlaces(2).toFixed() };
    const isMixed = [1, term].some((years) => areUnitsMixed(total.number, annualInUnitOfTotal.times(years)));
    if (isMixed) {
      const units = { totalUnit: total.unit || '未注明', annualUnit: annual.unit || '未注明' };
      yield problem('mixedUnits', place, { ...values, ...units });
    } else if (ratio.greaterThan(term * largestShare)) {
      const limit = (term * largestShare).toFixed(1);
      yield problem('tooLarge', place, { ...values, term, limit });
    } else if (term >= shortestEvenTerm && ratio.isInteger() && !ratio.equals(term)) {
      if (ratio.equals(1)) yield problem('equal', place, { total: total.shown, term });
      else yield problem('otherMultiple', place, { ...values, term });
    }
  },
});
