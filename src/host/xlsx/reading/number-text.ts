import { format, getFormatDateInfo, isValidFormat } from 'numfmt';
import { MAX_FORMAT_LENGTH } from '../limits';
import type { CellValue } from '../../../core/workbook/workbook-snapshot';

const OPTIONS = {
  locale: 'zh-CN',
  overflow: '######',
  dateErrorNumber: false,
  dateSpanLarge: false,
} as const;
/** From 1 January 1900 to 1 January 1904; numfmt knows the earlier count only. */
const DAYS_TO_1904 = 1462;

const understood = new Map<string, string | null>();

/**
 * The code as numfmt understands it: Chinese Excel and WPS escape with "!" and write 上午/下午 and G/通用格式. Null for
 * codes that make no sense or run to megabytes: Excel would not open the file, and the bare value is all there is to show.
 */
function understandFormat(code: string): string | null {
  let result = understood.get(code);
  if (result === undefined) {
    const rewritten = code.replace(
      /"[^"]*"|\\(?:[\ud800-\udbff][\udc00-\udfff]|.)|!([\ud800-\udbff][\udc00-\udfff]|.)|上午\/下午|G\/通用格式/g,
      (part: string, escaped: string | undefined) => {
        if (escaped !== undefined) return `\\${escaped}`;
        if (part === '上午/下午') return 'AM/PM';
        return part === 'G/通用格式' ? 'General' : part;
      },
    );
    result = code.length <= MAX_FORMAT_LENGTH && isValidFormat(rewritten) ? rewritten : null;
    understood.set(code, result);
  }
  return result;
}

/** Days to add in the 1904 date system: none for numbers and for lengths of time. */
function shiftOf(pattern: string): number {
  const { year, month, day } = getFormatDateInfo(pattern);
  return year || month || day ? DAYS_TO_1904 : 0;
}

/** What Excel for mainland China shows for a value under a number format, in a column that is wide enough. */
export function displayText(value: CellValue, code: string, isDate1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (code === 'General' || code === '@')) return value;
  if (code === 'General' && Number.isInteger(value) && Math.abs(Number(value)) < 1e11) return String(Number(value) + 0);
  const pattern = understandFormat(code);
  if (pattern === null) return String(value);
  return format(pattern, isDate1904 && typeof value === 'number' ? value + shiftOf(pattern) : value, OPTIONS);
}
