import type { BudgetTable } from '../../forms/form';
import { compactText } from '../../values/normalize-text';
import { defineFormRule, type Outcome } from '../define-rule';

export default defineFormRule({
  id: 'budget/empty-table-note',
  severity: 'info',
  title: '没有发生额的表应当注明',
  why: '空表公开要说明“本年无发生额”，否则读的人以为漏填。',
  basis: '《地方预决算公开操作规程》（财预〔2016〕143号）：没有数据的表格应列出空表并说明',
  example: { wrong: '政府性基金预算支出表全为 0，没有说明', right: '注：本表本年无发生额。' },
  forms: ['budget-table'],
  messages: {
    missing: '“{title}”的金额全部为零或空白，没有说明，请在表下注明“本表本年无发生额”。',
  },
  *check(form, problem): Iterable<Outcome> {
    if (form.type !== 'budget-table') return;
    const place = form.title || form.heads[0];
    if (!place || !isEmptyTable(form) || form.notes.some(({ text }) => saysEmpty(text))) return;
    yield problem('missing', place, { title: form.caption });
  },
});

function isEmptyTable({ sections }: BudgetTable): boolean {
  let count = 0;
  for (const { rows } of sections) {
    for (const { amounts } of rows) {
      for (const { state, number } of amounts) {
        if (state !== 'blank' && (number === null || !number.isZero())) return false;
        count += 1;
      }
    }
  }
  return count > 0;
}

function saysEmpty(text: string): boolean {
  return /无|没有|未安排|不涉及|空表|为零/.test(compactText(text));
}
