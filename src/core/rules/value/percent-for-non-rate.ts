import type { Indicator } from '../../forms/form';
import { isSatisfaction } from '../../forms/indicator-levels';
import { endsInEffect, isBareTask, isEffectStatement } from '../../values/effect-statement';
import type { TargetValue } from '../../values/target-value';
import { defineRule } from '../define-rule';
import { shownTarget } from '../shown-target';

export default defineRule({
  id: 'value/percent-for-non-rate',
  severity: 'warning',
  title: '百分比目标应配可以计算的比率',
  why: '“提高服务水平90%”说不出谁占谁的 90%，年终无从计算，也无法核对。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）关于绩效指标应细化量化、可衡量的要求',
  example: { wrong: '提高窗口服务水平 ≥90%', right: '窗口业务按时办结率 ≥90%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [
    { rule: 'form/row-incomplete', within: 'row' },
    { rule: 'value/rate-under-quantity', within: 'cell' },
  ],
  messages: {
    effect:
      '“{name}”说的是效果而不是比率，目标值“{value}”无法计算；请改为写明什么占什么的比率，或改填能够核对的数量或状态。',
    task: '“{name}”是工作内容而不是比率，目标值“{value}”看不出是什么的百分比；请在名称中写明比率，如“…完成率”“…办结率”。',
  },
  thresholds: {
    lowestShare: { value: 60, meaning: '“…能力提升”一类名称配的百分比达到此数才视为占比，更小的视为提升幅度（%）' },
  },
  *check({ project }, problem, _context, { lowestShare }) {
    for (const indicator of project.indicators) {
      const { plainName, value, target } = indicator;
      const percent = percentOf(target);
      if (percent === null || !canBeNoRate(indicator)) continue;
      const values = { name: plainName, value: shownTarget(indicator) };
      if (isEffectStatement(plainName) || (percent >= lowestShare && endsInEffect(plainName))) {
        yield problem('effect', value, values);
      } else if (isBareTask(plainName)) yield problem('task', value, values);
    }
  },
});

/** The share a target asks for (the upper end of a range); null for growth and for other kinds of values. */
function percentOf(target: TargetValue): number | null {
  if (target.kind === 'percentage') return target.isGrowth || target.leadingText !== '' ? null : Number(target.number);
  return target.kind === 'range' && target.unit === '%' && Number(target.low) >= 0 ? Number(target.high) : null;
}

/** Satisfaction is a share whoever is named (受训学员 ≥90%), and a cost may be a share of the budget. */
function canBeNoRate({ level1Kind, level2Kind }: Indicator): boolean {
  return !isSatisfaction(level2Kind) && level1Kind !== 'satisfaction' && level2Kind !== 'cost' && level1Kind !== 'cost';
}
