import type { FormCell } from '../../forms/form';
import { isVagueValue } from '../../values/effect-statement';
import { defineRule } from '../define-rule';
import { isUntouched } from '../row-content';

export default defineRule({
  id: 'value/vague',
  severity: 'info',
  title: '目标值应能核对，不宜只写“有效”“提升”一类的词',
  why: '“有效提升”没有标准，年终自评只能写“已提升”，得分无从核实。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）关于绩效指标应细化量化、可衡量的要求',
  example: { wrong: '居民阅读兴趣：有效提升', right: '人均到馆次数：较上年增加0.5次' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [
    { rule: 'form/row-incomplete', within: 'row' },
    { rule: 'value/kind-mismatch', within: 'cell' },
  ],
  messages: {
    vague: '“{name}”的目标值“{value}”没有可核对的标准，请改为数量、比率，或写明达到什么状态才算完成。',
  },
  *check({ project }, problem) {
    for (const { plainName, value, periodValue } of project.indicators) {
      const cell = [value, periodValue].find(isVague);
      if (cell) yield problem('vague', cell, { name: plainName, value: cell.text.trim() });
    }
  },
});

function isVague(cell: FormCell | null): cell is FormCell {
  return cell !== null && !isUntouched(cell) && isVagueValue(cell.text);
}
