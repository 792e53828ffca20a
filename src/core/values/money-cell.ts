import { Decimal } from 'decimal.js';
import { parseAmount } from './amount';
import { compactText } from './normalize-text';

/** What a cell of an amount column shows. */
export type MoneyCell =
  /** `step` is the value of the last digit printed: 0.01 for "3.57", 1 for "2,211". */
  | { readonly kind: 'amount'; readonly number: Decimal; readonly step: Decimal }
  /** Blank, or a dash that stands for nothing. */
  | { readonly kind: 'blank' }
  /** A formula whose result is not stored. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Reads a cell of an amount column: numbers as shown (a number cell counts with what its format shows, since that is what is
 * printed and added up), "1,410.00", "(5.00)", "-"; the unit is that of the column.
 */
export function readMoneyCell(cell: {
  readonly text: string;
  readonly value: unknown;
  readonly formula: string | null;
}): MoneyCell {
  const shown = compactText(cell.text);
  if (shown === '') return cell.formula !== null && cell.value === null ? { kind: 'unknown' } : { kind: 'blank' };
  if (/^[-—–―/]+$/.test(shown)) return { kind: 'blank' };
  const amount = parseAmount(shown);
  if (amount) return { kind: 'amount', number: amount.number, step: stepOf(shown) };
  if (typeof cell.value === 'number' && isFinite(cell.value)) {
    const number = new Decimal(cell.value);
    return { kind: 'amount', number, step: new Decimal(10).pow(-Math.min(2, number.decimalPlaces())) };
  }
  return { kind: 'text', text: cell.text.trim() };
}

function stepOf(shown: string): Decimal {
  const fraction = /\.([0-9]+)/.exec(shown);
  return new Decimal(10).pow(fraction ? -fraction[1].length : 0);
}
