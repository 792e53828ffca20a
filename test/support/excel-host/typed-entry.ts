import type { ModelCell, ModelValue } from './workbook-model';

const NUMBER = /^[+-]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/i;
const DATE = /^(\d{4})(?:-|\/|年)(\d{1,2})(?:-|\/|月)(\d{1,2})日?$/;
const FRACTION = /^\d{1,2}[-/]\d{1,2}$/;
const ERROR = /^#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!)$/;

type Entered = Pick<ModelCell, 'value' | 'formula' | 'isError'>;

const plain = (value: ModelValue): Entered => ({ value, formula: null, isError: false });

/** What Excel makes of a value set by `Range.values`, which is as if typed. A text cell takes everything as text. */
export function enteredValue(raw: unknown, numberFormat: string): Entered {
  if (typeof raw === 'number' || typeof raw === 'boolean') return plain(numberFormat === '@' ? String(raw) : raw);
  const text = String(raw);
  if (text.startsWith("'")) return plain(text.slice(1));
  if (numberFormat === '@') return plain(text);
  const typed = halfWidth(text.trim());
  if (/^[=+\-@]./.test(typed) && !NUMBER.test(typed)) {
    const formula = typed.startsWith('=') ? typed : `=${typed}`;
    return { value: 0, formula, isError: false };
  }
  if (ERROR.test(typed)) return { value: typed, formula: null, isError: true };
  if (/^(?:true|false)$/i.test(typed)) return plain(/^true$/i.test(typed));
  if (DATE.test(typed) || FRACTION.test(typed)) return plain(45000);
  if (NUMBER.test(typed)) return plain(parseFloat(typed.replace(/,/g, '')) / (typed.endsWith('%') ? 100 : 1));
  return plain(text);
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
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
