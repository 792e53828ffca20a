import type { ProseSheet } from '../../forms/form';
import type { MoneyUnit } from '../../values/amount';
import { canAddUp, roundingAllowance, sumOf } from '../../values/money-sentences/part-sums';
import { budgetItemsOf } from '../budget-items';
import { defineFormRule, type Outcome } from '../define-rule';
import { calculationIn, isUnitMixup, printMoney, type PlacedAmount } from '../prose-calculation';
import { statingParagraphs } from '../prose-statements';
import { findDifferingAmount } from '../stated-items';
import { statedSums, type PlacedStatement } from '../stated-sums';

export default defineFormRule({
  id: 'prose/sum-mismatch',
  severity: 'error',
  title: '文中所列各项之和应等于写明的总额',
  why: '各项加起来与总额不符，说明漏列了一项，或者有一处金额没有更新。',
  basis: '部门预算公开的文字说明应前后一致',
  example: {
    wrong: '项目支出 850 万元，包括综合管理 30 万元、党建 292 万元、招商引资 518 万元',
    right: '项目支出 850 万元，包括综合管理 30 万元、党建 292 万元、招商引资 528 万元',
  },
  forms: ['prose'],
  messages: {
    broken:
      '文中“{item}”为 {stated}，所列 {count} 项之和为 {sum}，相差 {difference}，超出四舍五入可能产生的 {allowance}，请核对。',
    mixup: '文中“{item}”为 {stated}，所列 {count} 项之和为 {sum}，相差约一万倍，疑似元、万元混用，请核对各处的单位。',
  },
  *check(form, problem, context): Iterable<Outcome> {
    const year = context.filingYearOf(form);
    const items = budgetItemsOf(context, year && year.year);
    for (const { total, parts } of statedSums(statingParagraphs(form as ProseSheet))) {
      const { mark } = total.amount;
      const unit = total.amount.mark.unit as MoneyUnit;
      const marks = parts.map(({ amount }) => amount.mark);
      const inTables = [total, ...parts].map(({ amount, paragraph }) => findDifferingAmount(amount, paragraph, items));
      // prose/number-mismatch says which of the amounts is wrong.
      if (inTables.some((found) => found !== null)) {
        const [whole, ...rest] = inTables.map((found, index) => (found ? found.table : [mark, ...marks][index]));
        if (canAddUp(whole, rest)) continue;
      }
      const sum = sumOf(marks);
      const allowance = roundingAllowance(mark, marks);
      const step = marks.reduce((finest, part) => (part.step.lessThan(finest) ? part.step : finest), mark.step);
      const values = {
        item: nameOf(total),
        stated: printMoney(mark.number, mark.step, unit),
        count: parts.length,
        sum: printMoney(sum, step, unit),
        difference: printMoney(mark.number.minus(sum).abs(), step, unit),
        allowance: printMoney(allowance, step, unit),
      };
      const calculation = calculationIn(unit, placed(total), parts.map(placed), allowance);
      const id = isUnitMixup(mark.number, sum) ? 'mixup' : 'broken';
      yield problem(id, placed(total).place, values, { quote: quoteOf(total), calculation });
    }
  },
});

function placed(statement: PlacedStatement): PlacedAmount {
  const { amount, paragraph } = statement;
  const { number, step, start } = amount.mark;
  return { label: nameOf(statement), place: paragraph.cellAt(paragraph.statements.offsetOf(start)), number, step };
}

function nameOf({ amount }: PlacedStatement): string {
  const label = /^(?:20[0-9]{2}年度?)?(?:年初)?(?:预算)?(?:数|金额|总额)?$/.test(amount.label)
    ? amount.lead
    : amount.label;
  return label.replace(/^(?:\(?[一二三四五六七八九十0-9]{1,3}[).、]|其中)/, '').slice(-40) || '总额';
}

function quoteOf({ amount, paragraph }: PlacedStatement): string {
  const { offsetOf } = paragraph.statements;
  return paragraph.text.slice(offsetOf(amount.start), offsetOf(amount.mark.end - 1) + 1).trim();
}
