import { splitCode } from '../catalogue/code-scheme';
import { NINE_DIGIT_SCHEME } from '../catalogue/code-schemes';
import type { CodeScheme } from '../catalogue/indicator-catalogue';
import type { Level1, Level2 } from '../forms/indicator-levels';
import { oncePer } from '../forms/once-per';
import { CODE_LENGTH, isCommonCode } from '../values/indicator-code';
import { catalogueOf } from './active-catalogue';
import type { RuleContext } from './define-rule';

/** Where the levels stand in the codes of an office. */
export interface LevelDigits {
  /** The digits of the levels in a code, "" for one the codes do not show; null for codes built otherwise. */
  split(code: string): { readonly level1: string; readonly level2: string } | null;
  level1Of(kind: Level1): string | null;
  level2Of(kind: Level2): string | null;
  /** Where they stand among the digits, for messages: "第1位", "第2、3位". */
  readonly level1Place: string;
  readonly level2Place: string;
  /** How long level codes are; 0 where there are none. */
  readonly level1Length: number;
  readonly level2Length: number;
  /** True where the second level's digits begin with those of the first. */
  readonly isWithin: boolean;
  /** True where the workbook's own catalogue says so; else it is what most offices do. */
  readonly isSure: boolean;
}

/** How the workbook's codes show the levels: after the scheme of its catalogue, else the usual way. */
export function levelDigitsOf(context: RuleContext): LevelDigits {
  const catalogue = catalogueOf(context);
  return catalogue === null || catalogue.codeScheme === null ? USUAL : digitsOfScheme(catalogue.codeScheme);
}

const digitsOfScheme = oncePer((scheme: CodeScheme): LevelDigits => {
  const lengthOf = (meaning: string): number =>
    scheme.parts.reduce((length, part) => length + (part.meaning === meaning ? part.length : 0), 0);
  const digitsIn = (table: Readonly<Record<string, string>>, kind: string): string | null =>
    Object.keys(table).find((digits) => table[digits] === kind) || null;
  return {
    split(code) {
      const parts = splitCode(code, scheme);
      return parts && { level1: parts.level1Digits, level2: parts.level2Digits };
    },
    level1Of: (kind) => digitsIn(scheme.level1, kind),
    level2Of: (kind) => digitsIn(scheme.level2, kind),
    level1Place: placeOf(scheme, 'level1'),
    level2Place: placeOf(scheme, 'level2'),
    level1Length: lengthOf('level1'),
    level2Length: lengthOf('level2'),
    isWithin: scheme.isLevel2WithinLevel1,
    isSure: true,
  };
});

/** Nine digits: the first is the first level, the next two the second, 11 within 1. */
const USUAL: LevelDigits = {
  ...digitsOfScheme(NINE_DIGIT_SCHEME),
  split: (code) =>
    code.length === CODE_LENGTH && !isCommonCode(code) ? { level1: code.charAt(0), level2: code.slice(1, 3) } : null,
  isSure: false,
};

function placeOf({ parts }: CodeScheme, meaning: 'level1' | 'level2'): string {
  let first = 1;
  for (const part of parts) {
    const last = first + part.length - 1;
    if (part.meaning === meaning) {
      return first === last ? `第${first}位` : `第${first}${part.length === 2 ? '、' : '至'}${last}位`;
    }
    first = last + 1;
  }
  return '';
}
