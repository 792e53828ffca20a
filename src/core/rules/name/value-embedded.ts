import { findEmbeddedValue } from '../../values/embedded-value';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';
import { isStandardName } from '../standard-name';

export default defineRule({
  id: 'name/value-embedded',
  severity: 'warning',
  title: '目标值写在指标值栏，不写进三级指标名称',
  why: '名称里的数和指标值两处都要改，改漏一处就互相矛盾；名称带数也无法跨年度比较。',
  basis: '填报惯例',
  example: { wrong: '馆员培训率达80% ≥80%', right: '馆员培训率 ≥80%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    embedded: '三级指标名称“{name}”里写了目标值“{found}”，请从名称中去掉，只填在指标值栏。',
  },
  *check({ project }, problem, context) {
    for (const indicator of project.indicators) {
      const { name, plainName } = indicator;
      if (isNotApplicable(plainName) || isSecretText(name.text) || isStandardName(indicator, context)) continue;
      const found = findEmbeddedValue(plainName, indicator.target, indicator.level2Kind === 'quantity');
      if (found !== null) yield problem('embedded', name, { name: plainName, found }, { quote: found });
    }
  },
});
