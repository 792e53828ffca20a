import { Decimal } from 'decimal.js';

const PLAIN = /^(?:General|@)$/i;

/** 0, 0.00, #,##0, #,##0.00, each perhaps in percent. */
const DIGITS = /^(#,##)?0(?:\.(0{1,15}))?(%)?$/;

/**
 * What Excel shows for a number under the formats that forms use; for any other format the plain digits, since a wrong text would be worse than
 * an unformatted one.
 */
export function numberText(value: number, numberFormat: string): string {
  const match = PLAIN.test(numberFormat) ? null : DIGITS.exec(numberFormat);
  if (match === null || !isFinite(value)) return String(value);
  const [, grouping, decimals = '', percent = ''] = match;
  const shown = new Decimal(value).times(percent === '' ? 1 : 100).toFixed(decimals.length, Decimal.ROUND_HALF_UP);
  const [whole, ...rest] = shown.split('.');
  const grouped = grouping === undefined ? whole : whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
  return [grouped, ...rest].join('.') + percent;
}
