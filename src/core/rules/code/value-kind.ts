import { catalogueOf, entryOf, holdsCodes, openIndicators, uncheckedCodes } from '../active-catalogue';
import { contradictionOf, kindName } from '../entry-contradiction';
import { defineFormRule, unchecked } from '../define-rule';

export default defineFormRule({
  id: 'code/value-kind',
  severity: 'warning',
  title: '指标值应符合编码指标的取值种类和单位',
  why: '同一编码的指标要汇总比较，取值种类或单位不同就无法汇总。',
  basis: '填报惯例：三级指标从指标库中选取',
  example: { wrong: '提升公众形象（是/否）：90%', right: '提升公众形象（是/否）：是' },
  forms: ['project-target', 'coded-indicators'],
  yieldsTo: [
    { rule: 'code/name-mismatch', within: 'row' },
    { rule: 'value/kind-mismatch', within: 'cell' },
    { rule: 'value/rate-under-quantity', within: 'cell' },
    { rule: 'value/percent-for-non-rate', within: 'cell' },
    { rule: 'value/unit-mismatch', within: 'cell' },
  ],
  messages: {
    kind: '编码指标“{name}”的取值应为{kind}，所填“{value}”不是；请改填{kind}，或另选指标。',
    unit: '编码指标“{name}”以“{unit}”计量，所填“{value}”的单位是“{found}”；请改用“{unit}”并核对数量，或另选指标。',
  },
  *check(form, problem, context) {
    const reason = uncheckedCodes(form, context);
    if (reason !== null) yield unchecked(reason);
    if (!holdsCodes(form, context) || catalogueOf(context) === null) return;
    for (const indicator of openIndicators(form)) {
      const entry = entryOf(indicator, context);
      const wrong = entry && contradictionOf(entry, indicator, context.profile.unitSynonyms);
      if (!entry || !wrong) continue;
      const values = { name: entry.name, value: wrong.cell.text.trim() };
      if (wrong.unit === null) yield problem('kind', wrong.cell, { ...values, kind: kindName(entry) });
      else yield problem('unit', wrong.cell, { ...values, unit: entry.unit || '', found: wrong.unit });
    }
  },
});
