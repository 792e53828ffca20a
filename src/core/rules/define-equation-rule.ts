import { Decimal } from 'decimal.js';
import type { Calculation, CalculationTerm } from '../review/finding';
import { formatAddress } from '../workbook/cell-address';
import { defineFormRule, type Definition, type MessageTable, type Outcome, type Rule } from './define-rule';
import type { Form, FormType } from '../forms/form';
import type { Term } from '../reconciliation/equation';
import { judgedEquationsOf, type JudgedEquation } from './judged-equations';

/** What the messages of such a rule may name. */
export interface EquationValues {
  /** "“301 工资福利支出”的“支出总计”". */
  readonly subject: string;
  readonly stated: string;
  /** "下级 9 项之和". */
  readonly sumLabel: string;
  readonly sum: string;
  /** Without sign. */
  readonly difference: string;
  readonly allowance: string;
}

type Choose<Messages> = (equation: JudgedEquation) => (keyof Messages & string) | null;

/** A rule that speaks about the equations of budget tables: `choose` picks the message, or null where the rule is silent. */
export function defineEquationRule<Text extends string, Messages extends MessageTable<Text>>(
  definition: Omit<Definition<Form, Messages, never>, 'check' | 'forms'> & {
    readonly choose: Choose<Messages>;
    /** Budget tables and the tasks of form O where left out. */
    readonly forms?: readonly FormType[];
  },
): Rule {
  const { choose, ...rest } = definition;
  return defineFormRule<Text, Messages>({
    ...rest,
    forms: rest.forms || ['budget-table', 'overall-target'],
    *check(form, problem, context) {
      for (const equation of judgedEquationsOf(form, context)) {
        const messageId = choose(equation);
        if (messageId === null) continue;
        const make = problem as (
          id: string,
          place: Term['cell'],
          values: EquationValues,
          details: { expected?: string; calculation: Calculation },
        ) => Outcome;
        yield make(messageId, equation.total.cell, valuesOf(equation), { calculation: calculationOf(equation) });
      }
    },
  });
}

function valuesOf(equation: JudgedEquation): EquationValues {
  const unit = unitOf(equation);
  const print = (number: Decimal): string => `${printNumber(number, stepOf(equation))}${unit}`;
  return {
    subject: equation.subject,
    stated: print(equation.total.number),
    sumLabel: equation.sumLabel,
    sum: print(equation.sum),
    difference: print(equation.difference.abs()),
    allowance: print(equation.allowance),
  };
}

/** The calculation as the user may follow it, each number with its cell. */
export function calculationOf(equation: JudgedEquation): Calculation {
  const step = stepOf(equation);
  const termOf = ({ label, cell, number, isSubtracted }: Term): CalculationTerm => ({
    label,
    sheet: cell.sheet,
    cell: formatAddress(cell.address),
    number: printNumber(number, step),
    isSubtracted,
  });
  return {
    total: termOf(equation.total),
    terms: equation.terms.map(termOf),
    sum: printNumber(equation.sum, step),
    difference: printNumber(equation.difference, step),
    allowance: printNumber(equation.allowance, step),
    unit: unitOf(equation),
  };
}

function unitOf({ unit }: JudgedEquation): string {
  return unit || '';
}

/** The finest digit that any of the numbers prints. */
function stepOf({ total, terms }: JudgedEquation): Decimal {
  // Blank terms print none.
  return terms.reduce((finest, { step }) => (step.isZero() ? finest : Decimal.min(finest, step)), total.step);
}

/** "1,190" or "3.57": thousands separated, as many decimals as are printed (or as the number has, where those are more). */
export function printNumber(number: Decimal, step: Decimal): string {
  const decimals = Math.max(step.decimalPlaces(), Math.min(number.decimalPlaces(), 6));
  const [whole, fraction] = number.abs().toFixed(decimals).split('.');
  const grouped = whole.replace(/(\d)(?=(?:\d{3})+$)/g, '$1,');
  return `${number.isNegative() && !number.isZero() ? '-' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
}
