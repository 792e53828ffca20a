import type { Indicator } from '../../forms/form';
import { isCostLevel } from '../../forms/indicator-levels';
import { isCostCapName, isCostName } from '../../values/indicator-name';
import { defineRule } from '../define-rule';
import { shownTarget } from '../shown-target';

export default defineRule({
  id: 'value/cost-direction',
  severity: 'warning',
  title: '成本控制率等成本目标应写明上限（≤）',
  why: '成本是越省越好，写成“100%”“≥95%”就成了花得越多越达标。',
  basis: '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）关于成本指标的要求',
  example: { wrong: '成本控制率 ≥95%', right: '成本控制率 ≤100%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [
    { rule: 'form/row-incomplete', within: 'row' },
    { rule: 'value/cost-not-cost', within: 'row' },
  ],
  messages: {
    open: '“{name}”的目标值“{value}”没有写明上限，请改为“≤”的形式，如“{expected}”。',
    reversed: '“{name}”的目标值“{value}”要求成本不低于某数，方向相反；请改为“≤”的形式，如“{expected}”。',
  },
  *check({ project }, problem) {
    for (const indicator of project.indicators) {
      const { plainName, value, target } = indicator;
      if (target.kind !== 'percentage' && target.kind !== 'quantity') continue;
      if (target.leadingText !== '' || Number(target.number) === 0) continue;
      const isReversed = target.comparison === '≥' || target.comparison === '>';
      if (target.comparison === '≤' || target.comparison === '<') continue;
      const isCapped = target.kind === 'percentage' && !target.isGrowth && isCostCapName(plainName);
      const isSpent = target.kind === 'quantity' && isReversed && isCostAmount(indicator, target.unit);
      if (!isCapped && !isSpent) continue;
      const amount =
        target.kind === 'percentage' ? `${target.number}%` : `${target.number}${target.scale}${target.unit}`;
      const expected = `≤${amount}`;
      const values = { name: plainName, value: shownTarget(indicator), expected };
      yield problem(isReversed ? 'reversed' : 'open', value, values, { expected });
    }
  },
});

/** A sum of money for what was bought or done: 采购成本 ≥80万元. Standards of payment (补助标准) may well have a floor. */
function isCostAmount({ level1Kind, level2Kind, plainName }: Indicator, unit: string): boolean {
  return isCostLevel(level1Kind, level2Kind) && isCostName(plainName) && /^元/.test(unit);
}
