import { Decimal } from 'decimal.js';
import { findField, type FormCell } from '../../forms/form';
import { readHeadAmount } from '../../forms/head-amounts';
import { defineRepair } from '../define-repair';

/** More decimals than these were calculated, not filed. */
const MOST_DECIMALS = 4;

export default defineRepair({
  id: 'template/amount-format',
  label: '金额统一显示格式',
  title: '项目金额应带千位分隔符，显示两位小数',
  why: '位数多的金额没有分隔符容易看错一位；小数位数不一也不便上下对照。',
  basis: '填报惯例',
  example: { wrong: '1234567.5', right: '1,234,567.50' },
  forms: ['project-target', 'coded-indicators'],
  *propose({ project }, repair) {
    for (const key of ['totalAmount', 'annualAmount'] as const) {
      const field = findField(project, key);
      if (!field || typeof field.value.value !== 'number' || field.value.formula !== null) continue;
      const numberFormat = formatFor(field.value, field.value.value);
      if (numberFormat === null || readHeadAmount(field) === undefined) continue;
      yield repair.writeField(field, field.value.value, { numberFormat });
    }
  },
});

function formatFor({ numberFormat }: FormCell, value: number): string | null {
  const decimals = new Decimal(value).decimalPlaces();
  if (!isPlain(numberFormat) || decimals > MOST_DECIMALS) return null;
  // Who shows fewer decimals than there are has chosen so.
  if (/^#,##0\.0{2,}$/.test(showsAs(numberFormat))) return null;
  return `#,##0.${'0'.repeat(Math.max(2, decimals))}`;
}

/** True for formats that show the number and nothing else: General, 0.00, `#,##0_ ` and the like. */
function isPlain(format: string): boolean {
  return /^(?:General|G\/通用格式|@|(?:#,##)?0(?:\.0{1,10})?)$/.test(showsAs(format));
}

/** The format without the room it leaves for a bracket, and without its section for numbers below zero. */
function showsAs(format: string): string {
  return format.split(';')[0].replace(/_./g, '').replace(/\\ /g, '').trim();
}
