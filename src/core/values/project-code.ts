import { compactText } from './normalize-text';

/**
 * A project code of the budget system: six digits division, two digits year, then thirteen more. Most offices use
 * digits alone; the national system writes a letter for the project's kind as ninth character (…22T000000409668).
 */
export interface ProjectCode {
  /** All 21 characters, half width and without blanks. */
  readonly text: string;
  readonly division: string;
  /** Two digits, e.g. "24". */
  readonly year: string;
  /** Digits 9 to 11 of a code of digits alone; null in codes with a letter. */
  readonly department: string | null;
}

/** Reads a code of 21 characters; undefined for anything else. */
export function parseProjectCode(text: string): ProjectCode | undefined {
  const compact = compactText(text);
  if (!/^[0-9]{8}[0-9A-Z][0-9]{12}$/.test(compact)) return undefined;
  const hasLetter = compact.charAt(8) > '9';
  return {
    text: compact,
    division: compact.slice(0, 6),
    year: compact.slice(6, 8),
    department: hasLetter ? null : compact.slice(8, 11),
  };
}

/** Which characters a code is made of, to see whether an office uses codes of another build: "XM2024-01" is "AA9999-99". */
export function projectCodeShape(text: string): string {
  return compactText(text)
    .replace(/[0-9]/g, '9')
    .replace(/[A-Za-z]/g, 'A');
}

/** 20…: the finance offices number projects by year only since about 2010. */
const FIRST_YEAR = 10;

/** True for the two digits of a year from 2010 to `lastYear` (four digits). */
export function isPlausibleCodeYear(year: string, lastYear: number): boolean {
  return Number(year) >= FIRST_YEAR && 2000 + Number(year) <= lastYear;
}

/** Codes of finance offices that the statistical list lacks: central budget, Xinjiang Production and Construction Corps. */
const FINANCE_PROVINCES: readonly string[] = ['10', '66'];

/**
 * True when no budget office can have this division code: neither it nor any division of the same prefecture is known.
 * Functional zones (高新区, 经开区 …) have codes of their own inside a known prefecture and are in no list.
 */
export function isUnknownDivision(division: string, known: ReadonlySet<string>): boolean {
  if (known.has(division) || FINANCE_PROVINCES.indexOf(division.slice(0, 2)) >= 0) return false;
  const prefecture = division.slice(0, 4);
  let isKnownPrefecture = false;
  known.forEach((code) => {
    if (code.lastIndexOf(prefecture, 0) === 0) isKnownPrefecture = true;
  });
  return !isKnownPrefecture;
}

/**
 * The 21 digits of a number cell, if the file still holds all of them: a program wrote them there, and Excel has not
 * saved the file since. Undefined when they have passed through a floating-point number and are an approximation.
 */
export function digitsInFile(rawNumber: string | null): string | undefined {
  // A spreadsheet writes 15 to 17 digits and fills up with zeros.
  if (rawNumber === null || !/^[1-9][0-9]{20}$/.test(rawNumber) || /0000$/.test(rawNumber)) return undefined;
  return isFloatingPoint(rawNumber) ? undefined : rawNumber;
}

/** True for digits that are the exact decimal expansion of a 64-bit float: all of them are multiples of its step. */
function isFloatingPoint(digits: string): boolean {
  const value = Number(digits);
  let step = 1;
  while (value / step >= 9007199254740992) step *= 2;
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % step;
  return rest === 0;
}
