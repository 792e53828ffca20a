import { findField, type Field } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { findMoneyUnit, parseAmount, type Amount } from '../../values/amount';
import { fieldFix } from '../cell-fix';
import { defineRule } from '../define-rule';
import type { Fix } from '../../review/finding';

export default defineRule({
  id: 'header/amount-as-text',
  severity: 'info',
  title: '项目金额应存为数值',
  why: '存成文本的金额不参加求和，汇总时会漏掉。',
  basis: '填报惯例',
  example: { wrong: '“1,410.00”（文本）', right: '1410（数值，显示为 1,410.00）' },
  forms: ['project-target', 'coded-indicators'],
  messages: {
    text: '“{label}”的“{found}”存成了文本，求和时会漏掉，请改为数值。',
  },
  *check({ project }, problem) {
    for (const key of ['totalAmount', 'annualAmount'] as const) {
      const field = findField(project, key);
      const amount = field && typeof field.value.value === 'string' ? parseAmount(field.value.text) : undefined;
      if (!field || !amount) continue;
      const values = { label: bareLabel(field.label.text), found: field.value.text.trim() };
      yield problem('text', field.value, values, { expected: amount.number.toFixed(), fix: fixOf(field, amount) });
    }
  },
});

/** A unit written into the cell may be dropped only where the label says the same one. */
function fixOf(field: Field, { number, unit }: Amount): Fix | undefined {
  if (unit !== null && findMoneyUnit(field.label.text) !== unit) return undefined;
  const decimals = Math.max(2, number.decimalPlaces());
  return fieldFix('改为数值', field, number.toNumber(), `#,##0.${'0'.repeat(decimals)}`);
}
