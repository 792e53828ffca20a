import { isSatisfaction } from '../../forms/indicator-levels';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'value/satisfaction-100',
  severity: 'info',
  title: '满意度的目标值不宜定为 100%',
  why: '满意度来自抽样调查，100% 难以实现也难以证明，年终自评时容易被判为未完成。',
  basis: '填报惯例',
  example: { wrong: '参训学员满意度 100%', right: '参训学员满意度 ≥90%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [
    { rule: 'form/row-incomplete', within: 'row' },
    { rule: 'value/operator-impossible', within: 'cell' },
  ],
  messages: {
    hundred: '“{name}”的目标值为“{value}”，满意度 100% 难以实现，请改为能够达到的水平，如“≥90%”。',
  },
  *check({ project }, problem) {
    for (const { level2Kind, target, value, plainName } of project.indicators) {
      if (!isSatisfaction(level2Kind) || target.kind !== 'percentage' || target.isGrowth) continue;
      if (Number(target.number) !== 100 || target.comparison === '≤' || target.comparison === '<') continue;
      yield problem('hundred', value, { name: plainName, value: value.text.trim() });
    }
  },
});
