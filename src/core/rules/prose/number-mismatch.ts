import { Decimal } from 'decimal.js';
import type { ProseSheet } from '../../forms/form';
import type { MoneyUnit } from '../../values/amount';
import type { StatedAbsence } from '../../values/money-sentences/money-statement';
import { budgetItemsOf, type BudgetItems, type ItemAmount } from '../budget-items';
import { defineFormRule, unchecked, type Outcome } from '../define-rule';
import { readItemLabel } from '../item-labels';
import { calculationIn, isUnitMixup, printMoney } from '../prose-calculation';
import { statingParagraphs, type StatingParagraph } from '../prose-statements';
import { findDifferingAmount, findTableAmount, namesOtherExpense } from '../stated-items';

export default defineFormRule({
  id: 'prose/number-mismatch',
  severity: 'error',
  title: '文字部分的金额应与预算表一致',
  why: '文字部分和预算表一同公开，同一项目出现两个数，读者不知道以哪个为准。',
  basis: '部门预算公开的文字说明应与报表数据一致',
  example: { wrong: '部门预算收入 2,121 万元（收入总计 2,211 万元）', right: '部门预算收入 2,211 万元' },
  forms: ['prose'],
  messages: {
    differs: '文中“{item}”为 {stated}，“{table}”中“{row}”为 {found}，两处应当一致，请核对后更正。',
    mixup: '文中“{item}”为 {stated}，“{table}”中“{row}”为 {found}，相差约一万倍，疑似元、万元混用，请核对两处的单位。',
    heading:
      '文中“{item}”为 {stated}，“{table}”中“{row}”为 {found}；若指标题所说的“{heading}”，请在句中写明，否则请更正金额。',
    absent: '文中说“{item}”，“{table}”中“{row}”为 {found}，请核对后更正。',
  },
  *check(form, problem, context): Iterable<Outcome> {
    const year = context.filingYearOf(form);
    const items = budgetItemsOf(context, year && year.year);
    if (!items.hasTables) {
      yield unchecked('工作簿中没有预算表，文字部分的金额未与报表核对。');
      return;
    }
    for (const paragraph of statingParagraphs(form as ProseSheet)) {
      for (const amount of paragraph.statements.amounts) {
        const found = findDifferingAmount(amount, paragraph, items);
        if (!found) continue;
        const { table, item: named } = found;
        const item = named.name === '' ? '预算' : named.name;
        const isOtherHeading = namesOtherExpense(paragraph.heading, named.key, items);
        const { mark } = amount;
        const unit = mark.unit as MoneyUnit;
        const place = paragraph.cellAt(paragraph.statements.offsetOf(mark.start));
        const quote = quoteOf(paragraph, amount.start, mark.end);
        const values = {
          item,
          stated: printMoney(mark.number, mark.step, unit),
          table: table.table.caption,
          row: table.label,
          found: printMoney(table.number, table.step, table.unit),
          heading: paragraph.heading,
        };
        const calculation = calculationIn(
          unit,
          { label: item, place, number: mark.number, step: mark.step },
          [{ label: table.table.caption, place: table.cell, number: table.number, step: table.step }],
          Decimal.max(mark.step, table.step),
        );
        const id = isUnitMixup(mark.number, table.number) ? 'mixup' : isOtherHeading ? 'heading' : 'differs';
        yield problem(id, place, values, { quote, expected: values.found, calculation });
      }
      for (const absence of paragraph.statements.absences) {
        const table = presentAmount(absence, paragraph, items);
        if (!table) continue;
        const place = paragraph.cellAt(paragraph.statements.offsetOf(absence.start));
        const quote = quoteOf(paragraph, absence.start, absence.end);
        const found = printMoney(table.number, table.step, table.unit);
        yield problem('absent', place, { item: quote, table: table.table.caption, row: table.label, found }, { quote });
      }
    }
  },
});

/** What the tables state, above nothing, for an item that the text says there is none of. */
function presentAmount(
  { subject, name }: StatedAbsence,
  paragraph: StatingParagraph,
  items: BudgetItems,
): ItemAmount | null {
  if (paragraph.isUnderOtherOffice(items.departments) || !items.isOneUnit) return null;
  const whose = readItemLabel(subject, items.departments, items.isKnown);
  const item = readItemLabel(name, items.departments, items.isKnown);
  if (!whose || whose.key !== '' || !item || item.key === '') return null;
  if (whose.year !== null && whose.year !== items.year) return null;
  const table = findTableAmount({ ...item, period: 'this' }, items);
  return table && table.number.greaterThan(table.step) ? table : null;
}

function quoteOf({ text, statements }: StatingParagraph, start: number, end: number): string {
  return text.slice(statements.offsetOf(start), statements.offsetOf(end - 1) + 1).trim();
}
