import type { FormCell, Indicator } from '../forms/form';
import { isSecretText } from '../values/special-texts';
import { parseTargetValue } from '../values/target-value';

/** The text that somebody typed into a cell; null for numbers, formulas, blanks, secrets, and where a number format shows more than was typed. */
export function typedTextOf(cell: FormCell | null): string | null {
  if (cell === null || cell.formula !== null || typeof cell.value !== 'string' || cell.value !== cell.text) return null;
  return /\S/.test(cell.text) && !isSecretText(cell.text) ? cell.text : null;
}

/** A target in a cell of its own, as typed. */
export interface TypedTarget {
  readonly cell: FormCell;
  readonly text: string;
}

/** The annual target of an indicator and that for the whole term, as far as they were typed as text. */
export function typedTargetsOf({ name, value, periodValue }: Indicator): readonly TypedTarget[] {
  const targets: TypedTarget[] = [];
  for (const cell of [value, periodValue]) {
    const text = typedTextOf(cell);
    // Name and target in one merged cell are a name.
    if (cell === null || text === null || isSameCell(cell, name)) continue;
    targets.push({ cell, text });
  }
  return targets;
}

/** True for two cells at one place. */
export function isSameCell(a: FormCell, b: FormCell): boolean {
  return a.address.row === b.address.row && a.address.column === b.address.column;
}

/** True where two writings of a target say the same. */
export function isSameTarget(a: string, b: string): boolean {
  return JSON.stringify(parseTargetValue(a)) === JSON.stringify(parseTargetValue(b));
}

/** True for a target with a number, a date or the like in it, which may be written closer without being read otherwise. */
export function isMeasuredTarget(text: string): boolean {
  const { kind } = parseTargetValue(text);
  return (
    kind === 'quantity' ||
    kind === 'percentage' ||
    kind === 'date' ||
    kind === 'duration' ||
    kind === 'range' ||
    kind === 'ratio' ||
    kind === 'composite'
  );
}
