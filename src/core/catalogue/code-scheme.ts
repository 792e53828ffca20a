import type { Level1, Level2 } from '../forms/indicator-levels';
import type { CodeScheme } from './catalogue-file';

/** A code taken apart after its scheme. */
export interface CodeParts {
  /** Digits of the levels; "" where the scheme has none. */
  readonly level1Digits: string;
  readonly level2Digits: string;
  /** Null for digits the scheme does not know. */
  readonly level1: Level1 | null;
  readonly level2: Level2 | null;
  /** False where the digits of the two levels exclude each other: no library of this scheme can hold such a code. */
  readonly isPossible: boolean;
}

/** Takes a code apart; null when it was not built after this scheme (other length, other letters). */
export function splitCode(code: string, scheme: CodeScheme): CodeParts | null {
  const { prefix, parts } = scheme;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const digits = code.slice(prefix.length);
  if (code.slice(0, prefix.length).toLowerCase() !== prefix.toLowerCase()) return null;
  if (digits.length !== length || !/^[0-9]+$/.test(digits)) return null;
  const found = { level1: '', level2: '', scenario: '', serial: '' };
  let start = 0;
  for (const part of parts) {
    found[part.meaning] = digits.slice(start, start + part.length);
    start += part.length;
  }
  const isWithin = found.level1 === '' || found.level2.lastIndexOf(found.level1, 0) === 0;
  return {
    level1Digits: found.level1,
    level2Digits: found.level2,
    level1: scheme.level1[found.level1] || null,
    level2: scheme.level2[found.level2] || null,
    isPossible: !scheme.isLevel2WithinLevel1 || found.level2 === '' || isWithin,
  };
}
