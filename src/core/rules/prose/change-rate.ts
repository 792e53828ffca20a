import { Decimal } from 'decimal.js';
import type { ProseSheet } from '../../forms/form';
import type { Calculation } from '../../review/finding';
import type { MoneyUnit } from '../../values/amount';
import type { Comparison } from '../../values/money-sentences/money-statement';
import type { PrintedNumber } from '../../values/money-sentences/part-sums';
import { budgetItemsOf } from '../budget-items';
import { defineFormRule, type Outcome, type ProblemPlace } from '../define-rule';
import { calculationIn, printMoney } from '../prose-calculation';
import { statingParagraphs, type StatingParagraph } from '../prose-statements';
import { findChangeFlaw, findTableFlaw, isGrowthFromZero, tablePair, type ChangeFlaw } from '../stated-changes';

export default defineFormRule({
  id: 'prose/change-rate',
  severity: 'error',
  title: '增减金额和百分比应与本年、上年的金额相符',
  why: '增减额和增减率是读者最先看的数，与前后两年的金额对不上，说明其中一处没有更新。',
  basis: '部门预算公开的文字说明应前后一致',
  example: {
    wrong: '预算 2,211 万元，比上年减少 163 万元，下降 17%',
    right: '预算 2,211 万元，比上年减少 163 万元，下降 7%',
  },
  forms: ['prose'],
  messages: {
    direction: '文中写“{stated}”，增减金额和百分比的方向相反，请核对。',
    rate: '文中写“{stated}”，由 {base} 到 {value} 应为{computed}，请核对金额和百分比。',
    change: '文中写“{stated}”，由 {base} 到 {value} 应为{computed}，请核对。',
    table: '文中写“{stated}”，“{table}”中由 {base} 到 {value}，应为{computed}，请核对。',
  },
  *check(form, problem, context): Iterable<Outcome> {
    const year = context.filingYearOf(form);
    const items = budgetItemsOf(context, year && year.year);
    for (const paragraph of statingParagraphs(form as ProseSheet)) {
      for (const comparison of paragraph.statements.comparisons) {
        const pair = tablePair(comparison, paragraph, items);
        if (isGrowthFromZero(comparison, pair && pair.base)) continue;
        const flaw = findChangeFlaw(comparison, paragraph, items) || findTableFlaw(comparison, paragraph, items);
        if (!flaw) continue;
        const { offsetOf } = paragraph.statements;
        const place = paragraph.cellAt(offsetOf(comparison.start));
        const stated = paragraph.text
          .slice(offsetOf(comparison.start), offsetOf(comparison.end - 1) + 1)
          .replace(/\s+/g, ' ')
          .trim();
        if (flaw.kind === 'direction') {
          yield problem('direction', place, { stated }, { quote: stated });
          continue;
        }
        const unit = unitOf(flaw, comparison);
        const values = {
          stated,
          base: printMoney(flaw.base.number, flaw.base.step, unit),
          value: printMoney(flaw.value.number, flaw.value.step, unit),
          computed: flaw.kind === 'rate' ? rateText(flaw, comparison) : changeText(flaw, unit),
        };
        const calculation = calculationOf(flaw, comparison, paragraph, place, unit);
        if (flaw.kind === 'table')
          yield problem('table', place, { ...values, table: flaw.value.table.caption }, { quote: stated, calculation });
        else yield problem(flaw.kind, place, values, { quote: stated, calculation });
      }
    }
  },
});

function unitOf(flaw: ChangeFlaw, { value }: Comparison): MoneyUnit {
  return (value && value.mark.unit) || (flaw.kind === 'table' ? flaw.value.unit : '万元');
}

/** "下降 7%", to as many decimals as the text prints. */
function rateText({ value, base }: { value: PrintedNumber; base: PrintedNumber }, { rate }: Comparison): string {
  const decimals = rate ? rate.mark.step.decimalPlaces() : 2;
  const change = value.number.dividedBy(base.number).minus(1).times(100);
  const rounded = change.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  if (rounded.isZero()) return '持平';
  return `${rounded.isNegative() ? '下降' : '增长'} ${rounded.abs().toFixed(decimals)}%`;
}

function changeText({ value, base }: { value: PrintedNumber; base: PrintedNumber }, unit: MoneyUnit): string {
  const change = value.number.minus(base.number);
  if (change.isZero()) return '持平';
  return `${change.isNegative() ? '减少' : '增加'} ${printMoney(change.abs(), Decimal.min(value.step, base.step), unit)}`;
}

/** This year less the year before, beside the change as stated. */
function calculationOf(
  flaw: Exclude<ChangeFlaw, { kind: 'direction' }>,
  { change, value }: Comparison,
  { cellAt, statements }: StatingParagraph,
  place: ProblemPlace,
  unit: MoneyUnit,
): Calculation | undefined {
  if (!change || change.direction === 0) return undefined;
  const { number, step } = change.mark;
  const valuePlace =
    flaw.kind === 'table' ? flaw.value.cell : value ? cellAt(statements.offsetOf(value.mark.start)) : place;
  const basePlace = flaw.kind === 'table' ? flaw.base.cell : place;
  const allowance = Decimal.max(flaw.value.step, flaw.base.step, step).times(1.5);
  return calculationIn(
    unit,
    { label: '增减金额', place, number: number.times(change.direction), step },
    [
      { label: '本年', place: valuePlace, number: flaw.value.number, step: flaw.value.step },
      { label: '上年', place: basePlace, number: flaw.base.number, step: flaw.base.step, isSubtracted: true },
    ],
    allowance,
  );
}
