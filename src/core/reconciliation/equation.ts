import { Decimal } from 'decimal.js';
import type { AmountCell } from '../forms/budget/budget-table';
import type { FormCell } from '../forms/form';

/** One amount of a calculation. */
export interface Term {
  /** What the user calls it: "20113 商贸事务", "基本支出". */
  readonly label: string;
  readonly cell: FormCell;
  /** In the unit of the equation. */
  readonly number: Decimal;
  /** Value of the last digit printed, in the unit of the equation. */
  readonly step: Decimal;
  readonly isSubtracted: boolean;
}

/** total = Σ terms, or total ≥ each of the terms. */
export interface Equation {
  /** The rule that speaks when it does not hold. */
  readonly ruleId: string;
  /** What states the total, for messages: "“301 工资福利支出”的“支出总计”". */
  readonly subject: string;
  /** What is added up: "“基本支出”与“项目支出”之和". */
  readonly sumLabel: string;
  readonly total: Term;
  readonly terms: readonly Term[];
  readonly comparison: 'equal' | 'at-least';
  /** Equality of one and the same item in two tables: no allowance for rounding. */
  readonly isSameItem: boolean;
}

/** Where an equation stands after calculating. */
export interface Verdict {
  readonly outcome: 'holds' | 'rounding' | 'one-unit' | 'broken';
  readonly sum: Decimal;
  /** Stated total minus sum. */
  readonly difference: Decimal;
  /** What rounding of the printed numbers may explain. */
  readonly allowance: Decimal;
  /** Stated and sum differ by a factor of 10 000 (± 1 %): one of them is in 元, the other in 万元. */
  readonly isUnitMixup: boolean;
}

/** A term out of a cell of a table; undefined where the cell shows no number that could be added up. Blank counts as nothing. */
export function termOf(amount: AmountCell, label: string, isSubtracted = false): Term | undefined {
  if (amount.state === 'unknown' || amount.state === 'text') return undefined;
  const number = amount.number === null ? new Decimal(0) : amount.number;
  const step = amount.number === null ? new Decimal(0) : amount.step;
  return { label, cell: amount.cell, number, step, isSubtracted };
}

/**
 * Adds up an equation in decimal arithmetic. Printed numbers are rounded, so n terms may miss their total by
 * half the last printed digit of each, 0.5 × (n + 1) where all print alike (rules.md, budget/); one and the same item must agree at the coarser precision.
 */
export function judge(equation: Equation): Verdict {
  const { total, terms, comparison, isSameItem } = equation;
  const sum = terms.reduce(
    (all, { number, isSubtracted }) => (isSubtracted ? all.minus(number) : all.plus(number)),
    new Decimal(0),
  );
  const difference = total.number.minus(sum);
  const step = [total, ...terms].reduce((coarsest, term) => Decimal.max(coarsest, term.step), new Decimal(0));
  const allowance = isSameItem ? step.dividedBy(2) : roundingOf([total, ...terms]);
  const size = comparison === 'at-least' ? Decimal.max(difference.negated(), 0) : difference.abs();
  return {
    outcome: outcomeOf(size, step, allowance, isSameItem),
    sum,
    difference,
    allowance,
    isUnitMixup: isMixup(total.number, sum),
  };
}

/**
 * Half the last printed digit of each number. A number without a format of its own (12300 for 12300.00) prints no zeros at its
 * end, and a plain 0 is nothing: such a number counts as precise as the finest of the others.
 */
function roundingOf(numbers: readonly Term[]): Decimal {
  const printed = numbers.filter(({ number, step }) => !number.isZero() && step.greaterThan(0));
  const finest = printed.reduce<Decimal | null>(
    (least, { step }) => (least === null ? step : Decimal.min(least, step)),
    null,
  );
  return numbers
    .reduce((sum, { number, step, cell }) => {
      const isExplicit = !number.isZero() && !/^(?:general|@|)$/i.test(cell.numberFormat);
      return sum.plus(finest === null || isExplicit || step.isZero() ? step : Decimal.min(step, finest));
    }, new Decimal(0))
    .dividedBy(2);
}

function outcomeOf(size: Decimal, step: Decimal, allowance: Decimal, isSameItem: boolean): Verdict['outcome'] {
  if (size.isZero()) return 'holds';
  if (isSameItem) {
    if (size.lessThanOrEqualTo(allowance)) return 'holds';
    return size.lessThanOrEqualTo(step) ? 'one-unit' : 'broken';
  }
  return size.lessThanOrEqualTo(allowance) ? 'rounding' : 'broken';
}

function isMixup(stated: Decimal, sum: Decimal): boolean {
  if (stated.isZero() || sum.isZero()) return false;
  const ratio = stated.dividedBy(sum).abs();
  const near = (factor: number): boolean => ratio.dividedBy(factor).minus(1).abs().lessThanOrEqualTo(0.01);
  return near(10000) || near(0.0001);
}
