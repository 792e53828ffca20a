import { findField, textOf, type FieldKey, type Project } from '../../forms/form';
import { isLeftBlank, isSpareTemplate } from '../../forms/blank-fields';
import { bareLabel } from '../../forms/head-labels';
import { parseTermYears } from '../../values/implementation-term';
import { defineRule, unchecked } from '../define-rule';

export default defineRule({
  id: 'header/field-missing',
  severity: 'error',
  title: '表头各栏应当填写',
  why: '表头是审核和汇总的依据，缺一项就要退回补填。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）：审核绩效目标填报是否完整',
  example: { wrong: '政策依据：（空白）', right: '政策依据：《公共图书馆管理办法》（南府规〔2022〕8号）' },
  forms: ['project-target', 'coded-indicators'],
  checksSecret: true,
  yieldsTo: [{ rule: 'header/amount-invalid', within: 'cell' }],
  messages: {
    blank: '“{label}”没有填写，请补填。',
  },
  *check({ form, project }, problem, context) {
    if (isSpareTemplate(project, context)) {
      yield unchecked(`“${project.name}”是一张没有填写的空表，未检查。`);
      return;
    }
    const sheet = context.sheetOf(form);
    for (const field of project.fields) {
      if (field.key === null || context.profile.optionalFields.indexOf(field.key) >= 0) continue;
      if (!isLeftBlank(field, form, project, sheet) || mayStayBlank(field.key, project)) continue;
      yield problem('blank', field.value, { label: bareLabel(field.label.text) });
    }
  },
});

/** 长期目标 is for projects over several years: where the term is one year, or not known, it may stay blank. */
function mayStayBlank(key: FieldKey, project: Project): boolean {
  if (key !== 'longTermGoal') return false;
  const years = findField(project, 'implementationTerm') && parseTermYears(textOf(project, 'implementationTerm'));
  return years === undefined || years === 1;
}
