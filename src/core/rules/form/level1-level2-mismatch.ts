import { isCost, LEVEL1_TITLES } from '../../forms/indicator-levels';
import { defineRule } from '../define-rule';
import { findRightLevel1 } from '../level-pair';

export default defineRule({
  id: 'form/level1-level2-mismatch',
  severity: 'error',
  title: '二级指标应属于所在的一级指标',
  why: '放错类别的指标会计入别的一级指标，得分和汇总都会出错。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
  example: { wrong: '效益指标 | 数量指标', right: '产出指标 | 数量指标' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  checksSecret: true,
  messages: {
    mismatch: '二级指标“{level2}”属于{right}，却填在一级指标“{level1}”下；请改正一级指标，或改选二级指标。',
    costPlace: '“{level2}”填在一级指标“{level1}”下，“{profile}”的模板把它列在{right}下；请移到{right}。',
  },
  *check({ form, project }, problem, { profile }) {
    // A profile speaks of the templates for projects; the one for a whole department changes in other years.
    const costLevel = form.type === 'overall-target' ? 'either' : profile.costLevel;
    const reported: string[] = [];
    for (const indicator of project.indicators) {
      const right = findRightLevel1(indicator, costLevel);
      const { level1, level2 } = indicator;
      const pair = `${level1.address.row},${level2.address.row}`;
      if (right === null || reported.indexOf(pair) >= 0) continue;
      reported.push(pair);
      const values = { level1: level1.text.trim(), level2: level2.text.trim(), right: LEVEL1_TITLES[right] };
      const details = { expected: LEVEL1_TITLES[right] };
      const isCostPlace =
        isCost(indicator.level2Kind) && (indicator.level1Kind === 'output' || indicator.level1Kind === 'cost');
      if (isCostPlace) yield problem('costPlace', level2, { ...values, profile: profile.name }, details);
      else yield problem('mismatch', level2, values, details);
    }
  },
});
