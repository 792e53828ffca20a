import type { Indicator } from '../../forms/form';
import { isIncidentName, isRateName, isScoreName, isTimeName } from '../../values/indicator-name';
import { parseTargetValue, scaledNumber, type Quantity, type TargetValue } from '../../values/target-value';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'value/period-annual-conflict',
  severity: 'warning',
  title: '实施周期指标值与年度指标值应相称',
  why: '两列种类不同，或一年就超过了整个周期，说明其中一列填错，年度考核与周期考核会得出相反的结论。',
  basis: '填报惯例',
  example: { wrong: '实施周期 ≥200人，年度 ≥300人', right: '实施周期 ≥900人，年度 ≥300人' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    kinds: '“{name}”的实施周期指标值“{period}”与年度指标值“{annual}”不是同一种目标，请统一两列的口径。',
    exceeds: '“{name}”的年度指标值“{annual}”大于实施周期指标值“{period}”，请核对两列。',
  },
  *check({ project }, problem) {
    for (const indicator of project.indicators) {
      const { periodValue, value, plainName } = indicator;
      if (periodValue === null) continue;
      const period = parseTargetValue(periodValue.text);
      const annual = parseTargetValue(value.text);
      const values = { name: plainName, period: periodValue.text.trim(), annual: value.text.trim() };
      const [first, second] = [groupOf(period), groupOf(annual)];
      if (first === null || second === null) continue;
      if (first !== second) yield problem('kinds', value, values);
      else if (isLess(period, annual) && addsUp(indicator)) yield problem('exceeds', value, values);
    }
  },
});

/** Kinds that answer the same question; null for what cannot be compared. */
function groupOf(target: TargetValue): string | null {
  switch (target.kind) {
    case 'quantity':
    case 'percentage':
    case 'qualitative':
    case 'yes-no':
      return target.kind;
    case 'range':
      return target.unit === '%' ? 'percentage' : 'quantity';
    case 'date':
    case 'duration':
      return 'time';
    default:
      return null;
  }
}

function isLess(period: TargetValue, annual: TargetValue): boolean {
  if (period.kind !== 'quantity' || annual.kind !== 'quantity' || period.unit !== annual.unit) return false;
  if (!isCount(period) || !isCount(annual)) return false;
  return scaledNumber(period).lt(scaledNumber(annual));
}

/** Upper limits and measures per something do not add up over the years. */
function isCount({ comparison, unit, leadingText }: Quantity): boolean {
  return comparison !== '≤' && comparison !== '<' && leadingText === '' && !/[/·每分倍级星岁度℃]/.test(unit);
}

function addsUp({ plainName }: Indicator): boolean {
  if (isScoreName(plainName) || isTimeName(plainName) || isRateName(plainName) || isIncidentName(plainName))
    return false;
  return !/人均|平均|户均|年均|月均|日均|亩均|每|单位|单价|标准|增长|增加|增幅|在岗|在编|在册|存量|保有|天数|成本|费用/.test(
    plainName,
  );
}
