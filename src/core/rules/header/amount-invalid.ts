import { Decimal } from 'decimal.js';
import { isLeftBlank } from '../../forms/blank-fields';
import { findField, isBlank, isUncalculated, textOf, type Field, type Project } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { parseAmount } from '../../values/amount';
import { parseTermYears } from '../../values/implementation-term';
import { compactText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule, unchecked } from '../define-rule';

/** A cell longer than this describes how the amount is made up (其中：财政拨款 …) and may be right. */
const LONGEST_AMOUNT = 16;

export default defineRule({
  id: 'header/amount-invalid',
  severity: 'error',
  title: '项目金额应为大于零的数',
  why: '金额读不出来或不合理，绩效目标就无法与预算对应。',
  basis: '填报惯例',
  example: { wrong: '约一百', right: '100.00' },
  forms: ['project-target', 'coded-indicators'],
  messages: {
    blank: '“{label}”没有填写，请补填金额。',
    unreadable: '“{label}”填为“{found}”，不是数字，请改填金额。',
    negative: '“{label}”为负数“{found}”，请核对。',
    zero: '“{label}”为零，请核对是否漏填。',
  },
  *check({ form, project }, problem, { profile, sheetOf }) {
    if (project.fields.every((field) => isBlank(field.value))) return;
    const sheet = sheetOf(form);
    for (const key of ['totalAmount', 'annualAmount'] as const) {
      const field = findField(project, key);
      if (!field || mayBeAbsent(field, project)) continue;
      const { value } = field;
      const label = bareLabel(field.label.text);
      if (isUncalculated(value)) {
        yield unchecked(`“${label}”是公式，文件里没有保存计算结果，未能核对；请用 Excel 打开并保存后再校验。`);
        continue;
      }
      if (isBlank(value)) {
        const isWanted = profile.optionalFields.indexOf(key) < 0 && isLeftBlank(field, form, project, sheet);
        if (isWanted) yield problem('blank', value, { label });
        continue;
      }
      const written = parseAmount(value.text);
      const number = typeof value.value === 'number' ? new Decimal(value.value) : written ? written.number : undefined;
      const found = value.text.trim();
      if (number === undefined) {
        if (mayHoldAmount(value.text)) yield unchecked(`“${label}”填为“${found}”，不是单独一个数，未能核对。`);
        else yield problem('unreadable', value, { label, found });
      } else if (number.isNegative() && !number.isZero()) yield problem('negative', value, { label, found });
      else if (number.isZero()) yield problem('zero', value, { label });
    }
  },
});

/** Secret amounts, and the total of a project whose only year is this one, said to be n/a. */
function mayBeAbsent({ key, value }: Field, project: Project): boolean {
  if (isSecretText(value.text)) return true;
  const isOneYear = parseTermYears(textOf(project, 'implementationTerm')) === 1;
  return key === 'totalAmount' && isOneYear && isNotApplicable(value.text);
}

/** True for texts that hold an amount among words: a person reads it, this rule cannot. */
function mayHoldAmount(text: string): boolean {
  const compact = compactText(text);
  return (
    /[0-9]/.test(compact) && (compact.length > LONGEST_AMOUNT || /其中|合计|[:;,、+]|美元|[千万亿]?元/.test(compact))
  );
}
