import { Decimal } from 'decimal.js';
import { isBlank, isUncalculated, type FormCell, type Indicator } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { compactText } from '../../values/normalize-text';
import { isNotApplicable } from '../../values/special-texts';
import { defineFormRule, unchecked } from '../define-rule';
import { groupListings } from '../project-listings';
import { isFilledRow } from '../row-content';

const WEIGHT = /^([0-9]{1,4}(?:\.[0-9]{1,10})?)(%|分|点)?$/;

/** What the weights of a project say; null where a weight cannot be read. */
interface Weights {
  readonly first: FormCell;
  readonly sum: Decimal;
  /** Half the last digit of each weight: what rounding may have taken or given. */
  readonly tolerance: Decimal;
  /** Filled rows whose weight is blank. */
  readonly blank: number;
}

export default defineFormRule({
  id: 'form/weight-total',
  severity: 'warning',
  title: '各项指标的分值（权重）之和应等于规定的总分',
  why: '分值加起来不是规定的总分，自评和评价时得分无法折算，也看不出漏了哪项指标。',
  basis: '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
  example: { wrong: '各行分值合计95', right: '各行分值合计100' },
  forms: ['project-target', 'overall-target', 'coded-indicators'],
  checksSecret: true,
  messages: {
    wrong: '{owner}“{name}”各项指标的{label}合计为{sum}，应为{totals}；请核对各行{label}。',
  },
  *check(form, problem, { profile }) {
    if (form.type === 'prose' || form.type === 'budget-table') return;
    const { weight } = form.columns;
    if (weight === null || profile.weightTotals.length === 0) return;
    const label = bareLabel(weight.text);
    const owner = form.type === 'overall-target' ? '部门' : '项目';
    for (const listings of groupListings([form])) {
      const { name } = listings[0].project;
      const rows = listings.reduce<Indicator[]>((all, { project }) => all.concat(project.indicators), []);
      if (!rows.some(isFilledRow)) continue;
      const cells = weightCells(rows);
      const unreadable = cells.find((cell) => !isBlankWeight(cell) && readWeight(cell) === null);
      if (unreadable) {
        const text = unreadable.text.trim() || '（公式没有结果）';
        yield unchecked(`${owner}“${name}”的${label}“${text}”认不出是多少，未核对合计。`);
        continue;
      }
      const weights = addUp(rows, cells);
      if (weights === null) {
        yield unchecked(`${owner}“${name}”没有填写${label}，未核对合计。`);
        continue;
      }
      const { sum, tolerance, blank, first } = weights;
      const isRight = profile.weightTotals.some((total) => sum.minus(total).abs().lessThanOrEqualTo(tolerance));
      if (isRight) continue;
      if (blank > 0) {
        yield unchecked(`${owner}“${name}”有${blank}行指标没有填写${label}，未核对合计。`);
        continue;
      }
      const totals = profile.weightTotals.join('或');
      const place = form.projects.length === 1 ? weight : first;
      yield problem('wrong', place, { owner, name, label, sum: sum.toString(), totals }, { expected: totals });
    }
  },
});

/** The weights of the rows; one merged over the rows of a group counts once. */
function weightCells(rows: readonly Indicator[]): readonly FormCell[] {
  const cells = new Map<string, FormCell>();
  for (const { weight } of rows) {
    if (weight) cells.set(`${weight.address.row},${weight.address.column}`, weight);
  }
  return Array.from(cells.values());
}

function isBlankWeight(cell: FormCell): boolean {
  return isBlank(cell) || isNotApplicable(cell.text);
}

function addUp(rows: readonly Indicator[], cells: readonly FormCell[]): Weights | null {
  const written = cells.filter((cell) => !isBlankWeight(cell));
  if (written.length === 0) return null;
  const numbers = written.map((cell) => readWeight(cell) || new Decimal(0));
  // Weights may be written as shares of 1: 0.2, 0.15 …
  const areShares = numbers.every((number, index) => number.lessThan(1) && !/%/.test(written[index].text));
  const scale = areShares ? 100 : 1;
  const sum = numbers.reduce((total, number) => total.plus(number), new Decimal(0)).times(scale);
  const decimals = numbers.reduce((most, number) => Math.max(most, number.decimalPlaces()), 0);
  const step = new Decimal(10).pow(-decimals).times(scale);
  const isWhole = decimals === 0 || (areShares && decimals <= 2);
  const tolerance = isWhole ? new Decimal(0) : step.dividedBy(2).times(numbers.length);
  const blank = rows.filter((row) => isFilledRow(row) && (row.weight === null || isBlankWeight(row.weight))).length;
  return { first: written[0], sum, tolerance, blank };
}

/** The weight of a cell in points or per cent; null for a text that is no number. */
function readWeight(cell: FormCell): Decimal | null {
  if (isUncalculated(cell)) return null;
  const match = WEIGHT.exec(compactText(cell.text));
  if (typeof cell.value === 'number') {
    // The stored number: what is shown may be rounded. A formula leaves traces of binary arithmetic.
    const number = new Decimal(cell.value).toDecimalPlaces(8);
    if (number.isNegative()) return null;
    return /%/.test(cell.text) ? number.times(100) : number;
  }
  return match ? new Decimal(match[1]) : null;
}
