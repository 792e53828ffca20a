import type { CellValue } from '../../../core/workbook/workbook-snapshot';
import { decodeEscapes } from '../xml/xml-text';

/** What the children of a cell element said. */
export interface RawContent {
  /** Attribute `t`: how `value` is meant. */
  readonly type: string;
  /** Text of `<v>`; null when there is none. */
  readonly value: string | null;
  /** Joined texts of `<is>`; null when there are none. */
  readonly inline: string | null;
}

export interface ReadValue {
  readonly value: CellValue;
  readonly rawNumber: string | null;
  readonly isError: boolean;
}

const DAY = 86400000;
const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/;
const BLANK: ReadValue = { value: null, rawNumber: null, isError: false };

/** Serial number of an ISO date; undefined when the text is none. Excel counts a 29 February 1900 that never was. */
function serialOfIsoDate(text: string, isDate1904: boolean): number | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const midnight = Date.UTC(year, month - 1, day);
  if (Number.isNaN(midnight) || month < 1 || month > 12 || day < 1 || new Date(midnight).getUTCDate() !== day) {
    return undefined;
  }
  const time = (hours * 3600 + minutes * 60 + seconds) / 86400;
  if (isDate1904) return (midnight - Date.UTC(1904, 0, 1)) / DAY + time;
  const days = (midnight - Date.UTC(1899, 11, 31)) / DAY;
  return (days >= 60 ? days + 1 : days) + time;
}

/** The value of a cell; undefined when the file contradicts itself (then the file is refused, not read in part). */
export function readValue(content: RawContent, strings: readonly string[], isDate1904: boolean): ReadValue | undefined {
  const { type, value, inline } = content;
  if (type === 'inlineStr') {
    const text = inline ?? value;
    return text === null ? BLANK : { value: decodeEscapes(text), rawNumber: null, isError: false };
  }
  if (value === null) return BLANK;
  switch (type) {
    case 's': {
      const text = /^\s*\d+\s*$/.test(value) ? strings[Number(value)] : undefined;
      return text === undefined ? undefined : { value: text, rawNumber: null, isError: false };
    }
    case 'str':
      return { value: decodeEscapes(value), rawNumber: null, isError: false };
    case 'b':
      return { value: value.trim() === '1' || value.trim() === 'true', rawNumber: null, isError: false };
    case 'e':
      return { value, rawNumber: null, isError: true };
    case 'd': {
      const serial = serialOfIsoDate(value.trim(), isDate1904);
      return serial === undefined ? undefined : { value: serial, rawNumber: null, isError: false };
    }
    case 'n': {
      const digits = value.trim();
      if (digits === '') return BLANK;
      const number = Number(digits);
      if (!NUMBER.test(digits) || !Number.isFinite(number)) return undefined;
      return { value: number, rawNumber: digits, isError: false };
    }
    default:
      return undefined;
  }
}
