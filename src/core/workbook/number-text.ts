import { Decimal } from 'decimal.js';

const PLAIN = /^(?:General|@)$/i;

/** 0, 0.00, #,##0, #,##0.00, each perhaps in percent. */
const DIGITS = /^(#,##)?0(?:\.(0{1,15}))?(%)?$/;

/** Before it Excel counts a day that never was. */
const FIRST_MARCH_1900 = 61;
const MILLISECONDS_A_DAY = 86400000;

/** 2025年12月31日 */
export const DATE_FORMAT = 'yyyy"年"m"月"d"日"';

/**
 * What Excel shows for a number under the formats that forms use; for any other format the plain digits, since a wrong text would be worse than
 * an unformatted one.
 */
export function numberText(value: number, numberFormat: string): string {
  if (numberFormat === DATE_FORMAT && value >= FIRST_MARCH_1900) return dateText(value);
  const match = PLAIN.test(numberFormat) ? null : DIGITS.exec(numberFormat);
  if (match === null || !isFinite(value)) return String(value);
  const [, grouping, decimals = '', percent = ''] = match;
  const shown = new Decimal(value).times(percent === '' ? 1 : 100).toFixed(decimals.length, Decimal.ROUND_HALF_UP);
  const [whole, ...rest] = shown.split('.');
  const grouped = grouping === undefined ? whole : whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
  return [grouped, ...rest].join('.') + percent;
}

/** In a workbook that counts its days from 1900. */
function dateText(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * MILLISECONDS_A_DAY);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
