import { Decimal } from 'decimal.js';
import type { Calculation, CalculationTerm } from '../review/finding';
import { convertAmount, type MoneyUnit } from '../values/amount';
import { formatAddress } from '../workbook/cell-address';
import type { ProblemPlace } from './define-rule';
import { printNumber } from './define-equation-rule';

/** An amount of a calculation over running text and tables, with where it stands. */
export interface PlacedAmount {
  readonly label: string;
  readonly place: ProblemPlace;
  /** In 元. */
  readonly number: Decimal;
  readonly step: Decimal;
  readonly isSubtracted?: boolean;
}

/** "2,211 万元" out of 22 110 000 元. */
export function printMoney(number: Decimal, step: Decimal, unit: MoneyUnit): string {
  return `${printIn(number, step, unit)} ${unit}`;
}

function printIn(number: Decimal, step: Decimal, unit: MoneyUnit): string {
  return printNumber(convertAmount(number, '元', unit), convertAmount(step, '元', unit));
}

/** The calculation behind a finding, for the user to follow. */
export function calculationIn(
  unit: MoneyUnit,
  total: PlacedAmount,
  terms: readonly PlacedAmount[],
  allowance: Decimal,
): Calculation {
  const sum = terms.reduce(
    (all, { number, isSubtracted }) => (isSubtracted ? all.minus(number) : all.plus(number)),
    new Decimal(0),
  );
  const step = [total, ...terms].reduce((finest, term) => Decimal.min(finest, term.step), total.step);
  const termOf = ({ label, place, number, isSubtracted }: PlacedAmount): CalculationTerm => ({
    label,
    sheet: place.sheet,
    cell: formatAddress(place.address),
    number: printIn(number, step, unit),
    isSubtracted: isSubtracted === true,
  });
  return {
    total: termOf(total),
    terms: terms.map(termOf),
    sum: printIn(sum, step, unit),
    difference: printIn(total.number.minus(sum), step, unit),
    allowance: printIn(allowance, step, unit),
    unit,
  };
}

/** True where two amounts differ by a factor of 10 000 (± 1 %): 元 and 万元 mixed up. */
export function isUnitMixup(stated: Decimal, computed: Decimal): boolean {
  if (stated.isZero() || computed.isZero()) return false;
  const ratio = stated.dividedBy(computed).abs();
  const isNear = (factor: number): boolean => ratio.dividedBy(factor).minus(1).abs().lessThanOrEqualTo(0.01);
  return isNear(10000) || isNear(0.0001);
}
