import type { ProseSheet } from '../../forms/form';
import { budgetItemsOf } from '../budget-items';
import { defineFormRule, type Outcome } from '../define-rule';
import { printNumber } from '../define-equation-rule';
import { statingParagraphs } from '../prose-statements';
import { isGrowthFromZero, tablePair } from '../stated-changes';

export default defineFormRule({
  id: 'prose/growth-from-zero',
  severity: 'warning',
  title: '上年为零时不应写增长百分比',
  why: '基数为零时增长率没有意义，写 100% 会让人以为上年也有同样一笔支出。',
  basis: '填报惯例',
  example: {
    wrong: '公务接待费 0.8 万元，比上年增加 0.8 万元，增长 100%',
    right: '公务接待费 0.8 万元，比上年增加 0.8 万元',
  },
  forms: ['prose'],
  messages: {
    zero: '文中写“增长 {rate}%”，而上年为 0，基数为零时无法计算增长率，请删去百分比，只写增加的金额。',
  },
  *check(form, problem, context): Iterable<Outcome> {
    const year = context.filingYearOf(form);
    const items = budgetItemsOf(context, year && year.year);
    for (const paragraph of statingParagraphs(form as ProseSheet)) {
      const { comparisons, offsetOf } = paragraph.statements;
      for (const comparison of comparisons) {
        const { rate, start, end } = comparison;
        const pair = rate && tablePair(comparison, paragraph, items);
        if (!rate || !isGrowthFromZero(comparison, pair && pair.base)) continue;
        const quote = paragraph.text.slice(offsetOf(start), offsetOf(end - 1) + 1).trim();
        const place = paragraph.cellAt(offsetOf(rate.mark.start));
        yield problem('zero', place, { rate: printNumber(rate.mark.number, rate.mark.step) }, { quote });
      }
    }
  },
});
