import type { AmountCell, BudgetRow } from '../../forms/budget/budget-table';
import { isNotApplicable } from '../../values/special-texts';
import { defineFormRule, type Outcome } from '../define-rule';

/** So many rows must print every amount, zeros too, before one blank among them is an omission. */
const FILLED_ROWS = 4;

export default defineFormRule({
  id: 'budget/amount-invalid',
  severity: 'error',
  title: '金额栏应填数字',
  why: '文字和空白不能参加汇总，合计会少算。',
  basis: '部门预算报表编制要求',
  example: { wrong: '2011308 招商引资：五百万', right: '2011308 招商引资：500.00' },
  forms: ['budget-table'],
  messages: {
    text: '“{row}”的“{column}”填为“{found}”，不是数字，请改填金额，没有金额的填 0。',
    blank: '“{row}”的“{column}”是空白，同一栏其他行都填有数字，请补填金额，没有金额的填 0。',
  },
  *check(form, problem): Iterable<Outcome> {
    if (form.type !== 'budget-table') return;
    for (const { rows, columns } of form.sections) {
      const coded = rows.filter(({ code, name }) => code !== null && name !== '');
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index];
        if (column.role === 'change-rate' || column.role === null) continue;
        const values = { column: column.label };
        for (const row of coded) {
          const amount = row.amounts[index];
          if (amount.state !== 'text') continue;
          const { cell } = amount;
          if (isNotApplicable(cell.text)) continue;
          yield problem('text', cell, { ...values, row: nameOf(row), found: cell.text.trim() });
        }
        const blank = coded.filter((row) => isEmpty(row.amounts[index]));
        if (blank.length !== 1 || coded.length < FILLED_ROWS + 1) continue;
        if (!coded.some(({ amounts }) => isZero(amounts[index]))) continue;
        yield problem('blank', blank[0].amounts[index].cell, { ...values, row: nameOf(blank[0]) });
      }
    }
  },
});

function nameOf({ code, name }: BudgetRow): string {
  return `${code} ${name}`;
}

function isZero({ units }: AmountCell): boolean {
  return units === 0;
}

/** Nothing at all: a dash says that there is no amount. */
function isEmpty(amount: AmountCell): boolean {
  return amount.state === 'blank' && !/\S/.test(amount.cell.text);
}
