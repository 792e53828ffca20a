import type { Indicator } from '../../forms/form';
import { isSatisfaction } from '../../forms/indicator-levels';
import { isCountName, isMeasureUnit, isRateName, measuredName } from '../../values/indicator-name';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'value/operator-missing',
  severity: 'info',
  title: '数量、比率和满意度的目标值应写明 ≥、≤ 或 =',
  why: '只写一个数，年终完成 11 次或 9 次算不算达标，双方会有不同理解。',
  basis: '填报惯例',
  example: { wrong: '培训场次 10场', right: '培训场次 ≥10场' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [
    { rule: 'form/row-incomplete', within: 'row' },
    { rule: 'value/satisfaction-100', within: 'cell' },
    { rule: 'value/cost-direction', within: 'cell' },
  ],
  messages: {
    missing: '“{name}”的目标值“{value}”没有写明达标方向，请在前面加“≥”“≤”或“=”。',
  },
  *check({ project }, problem) {
    for (const indicator of project.indicators) {
      if (!needsComparison(indicator)) continue;
      const { value, plainName } = indicator;
      yield problem('missing', value, { name: plainName, value: value.text.trim() });
    }
  },
});

function needsComparison({ target, plainName, level1Kind, level2Kind }: Indicator): boolean {
  if (target.kind === 'quantity') {
    // Zero (accidents, complaints) and amounts of money or area stand for themselves.
    if (target.comparison !== null || target.leadingText !== '' || Number(target.number) === 0) return false;
    if (isMeasureUnit(target.scale + target.unit) || isMeasureUnit(target.unit)) return false;
    return target.unit !== '' ? isMeasureWord(target.unit) : level2Kind === 'quantity' && isCountName(plainName);
  }
  // 保障天数 15天 is a count of days; other spans (1小时内) say their bound.
  if (target.kind === 'duration') {
    return level2Kind === 'quantity' && target.comparison === null && /[天时]数$/.test(measuredName(plainName));
  }
  if (target.kind !== 'percentage' || target.comparison !== null || target.isGrowth) return false;
  if (level2Kind === 'cost' || level1Kind === 'cost' || /成本/.test(plainName)) return false;
  const isHundred = Number(target.number) === 100;
  if (isSatisfaction(level2Kind)) return !isHundred;
  // 100 % can only be met exactly; but nobody can promise that everyone knows of something.
  return isRateName(plainName) && (!isHundred || /知晓率/.test(plainName));
}

/** A plain unit of counting such as 次 or 人次; "家事务所" names the thing as well, and 5A级 is a grade. */
function isMeasureWord(unit: string): boolean {
  return unit.length <= 2 && !/[级星等类]$/.test(unit);
}
