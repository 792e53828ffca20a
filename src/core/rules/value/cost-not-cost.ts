import { isCostLevel } from '../../forms/indicator-levels';
import { isSpendingProgressName } from '../../values/indicator-name';
import { defineRule } from '../define-rule';
import { hasContent } from '../row-content';

export default defineRule({
  id: 'value/cost-not-cost',
  severity: 'warning',
  title: '成本指标应反映成本，不应填支出进度或预算执行率',
  why: '支出进度、预算执行率说明钱花得快慢，说明不了花得是否节省；成本指标因此空缺。',
  basis: '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）关于成本指标的要求',
  example: { wrong: '成本指标“预算执行率”≥95%', right: '成本指标“项目总成本”≤120万元' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    progress: '成本指标“{name}”反映的是资金使用进度而不是成本，请改填总成本、单位成本或成本控制率一类的指标。',
  },
  *check({ project }, problem) {
    for (const { level1Kind, level2Kind, name, plainName } of project.indicators) {
      if (!isCostLevel(level1Kind, level2Kind) || !hasContent(name) || !isSpendingProgressName(plainName)) continue;
      yield problem('progress', name, { name: plainName });
    }
  },
});
