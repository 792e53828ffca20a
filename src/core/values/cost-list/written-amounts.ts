import { foldText } from './fold-text';
import { readNumbers } from './number-tokens';

/** A number with its unit as it is written. */
export interface WrittenAmount {
  readonly start: number;
  readonly end: number;
  readonly isMoney: boolean;
  /** "万", "万元", "人次"; without blanks. */
  readonly unit: string;
  /** The digits with their signs: "1,410.00"; both of a range. */
  readonly digits: readonly string[];
}

/** The amounts of money and the counted things of a text as they are written; years, ordinals and codes are none. */
export function readWrittenAmounts(text: string): readonly WrittenAmount[] {
  const folded = foldText(text);
  const amounts: WrittenAmount[] = [];
  for (const { kind, start, end, unit, number } of readNumbers(folded)) {
    if ((kind !== 'money' && kind !== 'count') || number === null) continue;
    const digits = folded.slice(start, end).match(/[0-9](?:[0-9,.]*[0-9])?/g) || [];
    amounts.push({ start, end, isMoney: kind === 'money', unit, digits });
  }
  return amounts;
}
