import type { ModelCell, ModelValue } from './workbook-model';

/*
 * What a Chinese Excel makes of typed text, at its most eager: what the documentation of Excel names, what is known of
 * it, and what cannot be ruled out. No model of the values: they need only differ from the text.
 */
const DIGITS = '\\d+';
const NUMERALS = '(?:\\d{1,4}|[〇零一二三四五六七八九十廿卅]{1,4})';
const AMOUNT = `(?:\\d{1,3}(?:,\\d{3})+|\\d[\\d,]*)(?:\\.\\d*)?|\\.${DIGITS}`;
const CURRENCY = '(?:[$¥€£]|RMB|CNY|USD|US\\$|HK\\$)?';
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const HALF_OF_DAY = '(?:上午|下午|凌晨|中午|晚上)';
const SEPARATOR = '[-/.]';

const TIME = `(?:${HALF_OF_DAY} ?)?\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:\\.\\d{1,3})?)?(?: ?[AP]M?)?`;
const CHINESE_TIME = `(?:${HALF_OF_DAY} ?)?${NUMERALS}[时時点點](?:${NUMERALS}分(?:${NUMERALS}秒)?)?`;
const DATE = [
  `\\d{4}${SEPARATOR}\\d{1,2}(?:${SEPARATOR}\\d{1,2})?`,
  `\\d{1,2}${SEPARATOR}\\d{1,2}(?:${SEPARATOR}\\d{2,4})?`,
  `\\d{1,2}[- /]?${MONTH}(?:[- /,]?\\d{2,4})?`,
  `${MONTH}[- /]?\\d{1,4}(?:, ?\\d{4})?`,
  `${NUMERALS}年(?:${NUMERALS}月(?:${NUMERALS}[日号號]?)?)?`,
  `${NUMERALS}月(?:${NUMERALS}[日号號])?`,
].join('|');

/** Texts that become numbers, amounts, percentages, fractions, dates or times, in half-width characters. */
export const CONVERTED_ENTRIES: readonly string[] = [
  `[+-]? ?${CURRENCY} ?[+-]?(?:${AMOUNT})(?:E[+-]?\\d{1,3})? ?%?`,
  `%(?:${AMOUNT})`,
  `\\( ?${CURRENCY}(?:${AMOUNT}) ?\\)`,
  `(?:${AMOUNT})-`,
  `[+-]?(?:\\d{1,3} )?\\d{1,3}/\\d{1,3}`,
  TIME,
  CHINESE_TIME,
  DATE,
  `(?:${DATE}) (?:${TIME})`,
];

/** Texts that become truths or errors. */
export const CONSTANT_ENTRIES = 'TRUE|FALSE|#N/A|#NULL!|#DIV/0!|#VALUE!|#REF!|#NAME\\?|#NUM!|#SPILL!|#CALC!|#FIELD!';

const CONVERTED = new RegExp(`^(?:${CONVERTED_ENTRIES.join('|')})$`, 'i');
const CONSTANT = new RegExp(`^(?:${CONSTANT_ENTRIES})$`, 'i');

type Entered = Pick<ModelCell, 'value' | 'formula' | 'isError'>;

const plain = (value: ModelValue): Entered => ({ value, formula: null, isError: false });

/** What Excel makes of a value set by `Range.values`, which is as if typed. A text cell takes everything as text. */
export function enteredValue(raw: unknown, numberFormat: string): Entered {
  if (typeof raw === 'number' || typeof raw === 'boolean') return plain(numberFormat === '@' ? String(raw) : raw);
  const text = String(raw);
  if (text.startsWith("'")) return plain(text.slice(1));
  if (numberFormat === '@') return plain(text);
  const typed = halfWidth(text).trim();
  if (CONVERTED.test(typed)) return plain(numberOf(typed));
  if (/^[=+\-@]./.test(typed)) {
    return { value: 0, formula: typed.startsWith('=') ? typed : `=${typed}`, isError: false };
  }
  if (/^(?:true|false)$/i.test(typed)) return plain(/^true$/i.test(typed));
  if (CONSTANT.test(typed)) return { value: typed.toUpperCase(), formula: null, isError: true };
  return plain(text);
}

/** Right for plain numbers and percentages; some day for all else. */
function numberOf(typed: string): number {
  const isPlain = /^[+-]?[\d,]*\.?\d*(?:e[+-]?\d+)?%?$/i.test(typed);
  return isPlain ? parseFloat(typed.replace(/,/g, '')) / (typed.endsWith('%') ? 100 : 1) : 45000;
}

/** Enough of number formats to tell text from value. */
export function shownText({ value, numberFormat, text }: Readonly<ModelCell>): string {
  if (text !== null) return text;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (/^0(?:\.(0+))?%$/.test(numberFormat)) return `${(value * 100).toFixed(numberFormat.length === 2 ? 0 : 2)}%`;
  if (numberFormat === '#,##0.00') return value.toLocaleString('en-US', { minimumFractionDigits: 2 });
  return String(value);
}

function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, '¥')
    .replace(/\u3000/g, ' ');
}
