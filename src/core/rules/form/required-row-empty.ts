import type { Indicator } from '../../forms/form';
import { LEVEL2_TITLES } from '../../forms/indicator-levels';
import { compactText } from '../../values/normalize-text';
import { defineRule } from '../define-rule';
import { hasContent, isFilledRow, isRequiredRow, isUntouched } from '../row-content';

export default defineRule({
  id: 'form/required-row-empty',
  severity: 'error',
  title: '带“*”的必填指标行不得为空或“不适用”',
  why: '模板以“*”标明每个项目都须设置的指标，缺少时绩效目标不完整，不予受理。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）',
  example: { wrong: '*服务对象满意度 | 不适用 | 不适用', right: '*服务对象满意度 | 参训学员满意度 | ≥90%' },
  forms: ['project-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    blank: '“{level2}”是必填指标，现为空白；请填写{title}的名称和指标值。',
    notApplicable: '“{level2}”是必填指标，不得填“{text}”；请填写{title}的名称和指标值。',
  },
  *check({ project: { indicators } }, problem) {
    // A table without any filled row is a form not yet begun: form/type-missing says so once.
    if (!indicators.some(isFilledRow)) return;
    const reported: string[] = [];
    for (const indicator of indicators) {
      const type = indicator.level2Kind;
      const level2 = indicator.level2.text.trim();
      if (!isRequiredRow(indicator) || isComplete(indicator) || reported.indexOf(level2) >= 0) continue;
      if (indicators.some((other) => isComplete(other) && isSameType(other, indicator))) continue;
      reported.push(level2);
      const title = type === null ? '该指标' : LEVEL2_TITLES[type];
      const cell = hasContent(indicator.name) ? indicator.value : indicator.name;
      if (isUntouched(cell)) yield problem('blank', cell, { level2, title });
      else yield problem('notApplicable', cell, { level2, title, text: cell.text.trim() });
    }
  },
});

/** A row with a name of its own may have 无 as its target (安全事故 | 无); 不适用 is none. */
function isComplete({ name, value, periodValue }: Indicator): boolean {
  if (!hasContent(name)) return false;
  return hasContent(value) || hasContent(periodValue) || /^(?:无|没有)[。.]?$/.test(compactText(value.text));
}

function isSameType(a: Indicator, b: Indicator): boolean {
  return a.level2Kind === null ? a.level2.text === b.level2.text : a.level2Kind === b.level2Kind;
}
