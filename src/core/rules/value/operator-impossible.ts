import type { Indicator } from '../../forms/form';
import { isUnboundedRateName } from '../../values/indicator-name';
import type { Percentage } from '../../values/target-value';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'value/operator-impossible',
  severity: 'error',
  title: '百分比目标不应要求达到或超过 100% 以上',
  why: '比率最高为 100%，“≥100%”“110%”这样的目标无法实现，也无法考核。',
  basis: '填报惯例',
  example: { wrong: '设备验收合格率 ≥100%', right: '设备验收合格率 100%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    bound: '“{name}”的目标值“{value}”不成立：比率最高为 100%，请改为“100%”或降低目标。',
    above: '“{name}”的目标值“{value}”超过 100%，比率不可能高于 100%，请核对后修改。',
  },
  *check({ project }, problem) {
    for (const indicator of project.indicators) {
      const { target, value, plainName } = indicator;
      if (target.kind !== 'percentage' || !isBounded(indicator, target)) continue;
      const percent = Number(target.number);
      const values = { name: plainName, value: value.text.trim() };
      if (percent > 100) yield problem('above', value, values);
      else if (percent === 100 && (target.comparison === '≥' || target.comparison === '>')) {
        yield problem('bound', value, values, { expected: '100%' });
      }
    }
  },
});

/** Growth has no upper bound, and a cost may be limited to more than the plan (≤105%). */
function isBounded({ level2Kind, level1Kind, plainName }: Indicator, target: Percentage): boolean {
  if (target.isGrowth || isUnboundedRateName(plainName)) return false;
  const isCost = level2Kind === 'cost' || level1Kind === 'cost' || /成本|支出|预算|费用/.test(plainName);
  const isUpperLimit = target.comparison === '≤' || target.comparison === '<';
  return !(isCost && isUpperLimit);
}
