import { areUnitsMixed, readTotalAndAnnual, type HeadAmount } from '../../forms/head-amounts';
import { textOf } from '../../forms/form';
import { parseTermYears } from '../../values/implementation-term';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'header/total-below-annual',
  severity: 'error',
  title: '项目总金额不应小于本年度项目金额',
  why: '总金额包含本年度金额；实施期限一年的项目两者就是同一笔钱。',
  basis: '填报惯例',
  example: { wrong: '总金额 80 万元，本年度 100 万元', right: '总金额 300 万元，本年度 100 万元' },
  forms: ['project-target', 'coded-indicators'],
  messages: {
    below: '项目总金额{total}小于本年度项目金额{annual}，请核对两个金额。',
    oneYear: '实施期限为1年，项目总金额{total}应与本年度项目金额{annual}一致，请核对金额或实施期限。',
    mixedUnits:
      '项目总金额{total}与本年度项目金额{annual}相差一万倍，疑似元、万元混用（总金额栏单位为{totalUnit}，年度金额栏单位为{annualUnit}），请核对单位。',
  },
  *check({ project }, problem) {
    const amounts = readTotalAndAnnual(project);
    if (!amounts) return;
    const { total, annual, annualInUnitOfTotal, tolerance } = amounts;
    const isBelow = total.number.lessThan(annualInUnitOfTotal.minus(tolerance));
    const isOneYear = parseTermYears(textOf(project, 'implementationTerm')) === 1;
    const isAbove = total.number.greaterThan(annualInUnitOfTotal.plus(tolerance));
    if (!isBelow && !(isOneYear && isAbove)) return;
    const values = { total: total.shown, annual: annual.shown };
    const isMixed = isBelow
      ? areUnitsMixed(annualInUnitOfTotal, total.number)
      : areUnitsMixed(total.number, annualInUnitOfTotal);
    if (isMixed) {
      const units = { totalUnit: unitOf(total), annualUnit: unitOf(annual) };
      yield problem('mixedUnits', total.field.value, { ...values, ...units });
    } else yield problem(isBelow ? 'below' : 'oneYear', total.field.value, values);
  },
});

function unitOf({ unit }: HeadAmount): string {
  return unit === null ? '未注明' : unit;
}
