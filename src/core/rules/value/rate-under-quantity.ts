import { LEVEL2_TITLES } from '../../forms/indicator-levels';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'value/rate-under-quantity',
  severity: 'warning',
  title: '数量指标的指标值不应是百分比',
  why: '数量指标回答“做多少”，百分比回答“做得怎样”；放错类型后产出规模无从考核。',
  basis: '《项目支出绩效评价管理办法》（财预〔2020〕10号）关于产出数量、质量指标的划分',
  example: { wrong: '数量指标“补贴发放率”＝100%', right: '数量指标“补贴发放人数”≥200人，或移到质量指标' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    percentage:
      '“{name}”列在{level}下，指标值“{value}”却是百分比；请改为可计数的数量，或把该指标移到质量指标、时效指标。',
  },
  *check({ project }, problem) {
    for (const { level2Kind, target, value, plainName } of project.indicators) {
      if (level2Kind !== 'quantity') continue;
      const isPercentage = target.kind === 'percentage' || (target.kind === 'range' && target.unit === '%');
      if (!isPercentage) continue;
      yield problem('percentage', value, { name: plainName, level: LEVEL2_TITLES.quantity, value: value.text.trim() });
    }
  },
});
