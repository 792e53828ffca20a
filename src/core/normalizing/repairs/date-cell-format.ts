import type { FormCell } from '../../forms/form';
import { DATE_FORMAT, numberText } from '../../workbook/number-text';
import { defineRepair } from '../define-repair';

/** 2000-01-01 and 2099-12-31 as Excel counts days. */
const FIRST_DAY = 36526;
const LAST_DAY = 73050;

export default defineRepair({
  id: 'template/date-cell-format',
  label: '日期统一显示为年月日',
  title: '日期单元格应显示为“2025年12月31日”',
  why: '“12/31/25”一类写法分不清年、月、日，也与其他行写的日期不一致。',
  basis: '《党政机关公文格式》（GB/T 9704—2012）',
  example: { wrong: '2025/12/31（日期）', right: '2025年12月31日（日期）' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ project }, repair) {
    for (const { value, periodValue } of project.indicators) {
      for (const cell of [value, periodValue]) {
        if (cell === null || cell.formula !== null || !showsDayOtherwise(cell)) continue;
        yield repair.write(cell, Number(cell.value), { numberFormat: DATE_FORMAT });
      }
    }
  },
});

function showsDayOtherwise({ value, text, numberFormat }: FormCell): boolean {
  if (typeof value !== 'number' || value < FIRST_DAY || value > LAST_DAY || Math.floor(value) !== value) return false;
  const shown = text.trim();
  const right = numberText(value, DATE_FORMAT);
  if (shown === right || !isDayFormat(numberFormat)) return false;
  // A format may say more than the day: 2025年12月31日前. And a workbook may count its days from 1904.
  const numbers = shown.match(/[0-9]+/g) || [];
  const [year, month, day] = right.split(/[年月日]/);
  const isYear = (found: string): boolean => found === year || found === year.slice(2);
  return (
    /^[0-9]+(?:[-/. ][0-9]+[-/. ]|年[0-9]+月)[0-9]+日?$/.test(shown) &&
    numbers.some(isYear) &&
    numbers.some((found) => Number(found) === Number(month)) &&
    numbers.some((found) => Number(found) === Number(day))
  );
}

/** True for a format that shows year, month and day, and no time of day. */
function isDayFormat(format: string): boolean {
  const signs = format
    .split(';')[0]
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .toLowerCase();
  return /y/.test(signs) && /m/.test(signs) && /d/.test(signs) && !/[hs0#]/.test(signs);
}
