import type { CellContent } from '../../core/changes/change-set';
import { TEXT_FORMAT } from './cell-contents';

/** Excel keeps 15 significant digits; a longer run of digits is a code and stays text. */
const EXACT_DIGITS = 15;

const NUMBER = /^[-+]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?$/;

/** What pasting a text into a cell writes: a number where Excel would take it for one, otherwise the text as it is. */
export function contentOfPastedText(text: string, numberFormat: string): CellContent {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null, formula: null, numberFormat };
  if (numberFormat === TEXT_FORMAT) return { value: text, formula: null, numberFormat };
  const isPercentage = trimmed.charAt(trimmed.length - 1) === '%';
  const digits = isPercentage ? trimmed.slice(0, -1) : trimmed;
  if (!NUMBER.test(digits) || countDigits(digits) > EXACT_DIGITS || hasLeadingZero(digits)) {
    return { value: text, formula: null, numberFormat };
  }
  const number = Number(digits.replace(/,/g, ''));
  if (!isPercentage) return { value: number, formula: null, numberFormat };
  // Parsed with the exponent, not divided: 0.07 instead of 0.07000000000000001.
  const fraction = Number(`${digits.replace(/,/g, '')}e-2`);
  const percentFormat = digits.indexOf('.') === -1 ? '0%' : '0.00%';
  return {
    value: fraction,
    formula: null,
    numberFormat: numberFormat === 'General' ? percentFormat : numberFormat,
  };
}

/** True for typed digits that a number would not keep: such a text is a code. */
export function isTooLongForNumber(text: string): boolean {
  return /^[0-9]+$/.test(text) && countDigits(text) > EXACT_DIGITS;
}

function countDigits(text: string): number {
  return text.replace(/[^0-9]/g, '').length;
}

/** 007 is a code, 0.07 a number. */
function hasLeadingZero(text: string): boolean {
  return /^[-+]?0[0-9]/.test(text);
}
