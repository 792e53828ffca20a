import { isIndicatorForm } from '../../forms/form';
import { LEVEL2_TITLES } from '../../forms/indicator-levels';
import { defineFormRule } from '../define-rule';
import { findRemovedLevel2 } from '../template-rows';

export default defineFormRule({
  id: 'form/level2-row-missing',
  severity: 'warning',
  title: '模板中的二级指标行不应删去',
  why: '模板的各类指标应逐类说明；删去的行看不出是不适用还是漏填。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
  example: { wrong: '（没有“生态效益指标”行）', right: '生态效益指标 | 不适用 | 不适用 | 不适用' },
  forms: ['project-target', 'overall-target'],
  checksSecret: true,
  messages: {
    missing: '指标表缺少二级指标“{types}”的行；请补上该行，不涉及的填“不适用”。',
  },
  *check(form, problem, context) {
    const missing = findRemovedLevel2(form, context);
    if (missing.length === 0 || !isIndicatorForm(form)) return;
    const types = missing.map((type) => LEVEL2_TITLES[type]).join('”“');
    yield problem('missing', form.columns.level2, { types }, { expected: `补上“${types}”行` });
  },
});
