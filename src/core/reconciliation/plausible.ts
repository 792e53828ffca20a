import { judge, type Equation } from './equation';

/** So many breaks may be slips of the person who filled in the table. */
const FEW = 2;

/**
 * The equations of one relation, or none where more of them are broken than hold: then the relation was read into a table that
 * is built otherwise, and no number of it is wrong.
 */
export function plausible(equations: readonly Equation[]): readonly Equation[] {
  const broken = equations.filter(isBroken).length;
  return broken > FEW && broken * 2 > equations.length ? [] : equations;
}

/** So many lines that hold show that a relation is meant; broken ones must be so much rarer. */
const SHOWN = 4;

/** The equations of a relation that only the numbers themselves can show, or none where they do not. */
export function shownByNumbers(equations: readonly Equation[]): readonly Equation[] {
  const telling = equations.filter(
    ({ total, terms }) => !total.number.isZero() || terms.some(({ number }) => !number.isZero()),
  );
  const broken = telling.filter(isBroken).length;
  const holding = telling.length - broken;
  return holding >= SHOWN && broken * SHOWN <= holding ? telling : [];
}

function isBroken(equation: Equation): boolean {
  return judge(equation).outcome === 'broken';
}
