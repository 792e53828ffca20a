import { compactText } from './normalize-text';

export type Comparison = '≥' | '≤' | '>' | '<' | '=';

/** Writings of each comparison before a number, longest first, so that ">=" is not read as ">". Half width. */
const PREFIXES: readonly (readonly [string, Comparison])[] = [
  ['大于或等于', '≥'],
  ['高于或等于', '≥'],
  ['高于等于', '≥'],
  ['大于等于', '≥'],
  ['小于或等于', '≤'],
  ['小于等于', '≤'],
  ['低于或等于', '≤'],
  ['低于等于', '≤'],
  ['不得少于', '≥'],
  ['不得低于', '≥'],
  ['不得超过', '≤'],
  ['不得高于', '≤'],
  ['不少于', '≥'],
  ['不低于', '≥'],
  ['不小于', '≥'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['不大于', '≤'],
  ['不多于', '≤'],
  ['控制在', '≤'],
  ['保持在', '='],
  ['维持在', '='],
  ['稳定在', '='],
  ['达到', '='],
  ['至少', '≥'],
  ['至多', '≤'],
  ['最多', '≤'],
  ['超过', '>'],
  ['大于', '>'],
  ['高于', '>'],
  ['多于', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['等于', '='],
  ['>=', '≥'],
  ['=>', '≥'],
  ['<=', '≤'],
  ['=<', '≤'],
  ['≥', '≥'],
  ['≧', '≥'],
  ['⩾', '≥'],
  ['≤', '≤'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
  ['达', '='],
];

const SUFFIXES: readonly (readonly [string, Comparison])[] = [
  ['及其以上', '≥'],
  ['及以上', '≥'],
  ['或以上', '≥'],
  ['以上', '≥'],
  ['及以下', '≤'],
  ['或以下', '≤'],
  ['以下', '≤'],
  ['以内', '≤'],
  ['之内', '≤'],
  ['范围内', '≤'],
];

/** Words that leave open which side is meant; the words at the end say so (保持在95%以上). */
const OPEN_WORDS = /^(?:达到?|控制在|保持在|维持在|稳定在)$/;

export interface Compared {
  readonly comparison: Comparison | null;
  /** True when written as a sign (≥), false when in words (不少于, 以上); null without comparison. */
  readonly isSign: boolean | null;
  /** The sign or words before the number; "" when there are none or they stand at the end. */
  readonly writing: string;
  /** The text without the comparison. */
  readonly rest: string;
}

/** Takes a comparison off the start or the end of a half-width text without blanks. */
export function splitComparison(text: string): Compared {
  for (const [writing, comparison] of PREFIXES) {
    if (text.length > writing.length && text.lastIndexOf(writing, 0) === 0) {
      const rest = text.slice(writing.length);
      const again = splitSuffix(rest);
      if (again !== null && OPEN_WORDS.test(writing)) return again;
      // "≥95%以上": they say the same again.
      const isSaidAgain = again !== null && again.comparison === comparison;
      return { comparison, isSign: isSign(writing), writing, rest: isSaidAgain ? again.rest : rest };
    }
  }
  return splitSuffix(text) || { comparison: null, isSign: null, writing: '', rest: text };
}

function isSign(writing: string): boolean {
  return writing.charCodeAt(0) < 0x4e00;
}

function splitSuffix(text: string): Compared | null {
  for (const [writing, comparison] of SUFFIXES) {
    const end = text.length - writing.length;
    if (end > 0 && text.indexOf(writing, end) === end)
      return { comparison, isSign: false, writing: '', rest: text.slice(0, end) };
  }
  return null;
}

const WRITING_BEFORE_NUMBER =
  /^\s{0,20}((?:大于|小于|高于|低于)\s?或?\s?等于|不得?(?:少于|低于|小于|超过|高于|大于|多于)|至少|至多|最多|超过|大于|高于|多于|小于|低于|少于|[>＞=＝<＜]\s?[=＝>＞<＜]|[≥≧⩾≤≦⩽>＞<＜=＝])\s{0,20}(?=[0-9０-９一二两三四五六七八九十百])/;

/** How a cell's text, as typed, begins with a comparison; null when it does not. */
export interface TypedComparison {
  readonly comparison: Comparison;
  readonly writing: string;
  readonly isWord: boolean;
  /** The text behind it. */
  readonly rest: string;
}

/** Reads the comparison a text begins with, keeping what was typed: "＞＝ 5场" is ≥, written "＞＝". */
export function readTypedComparison(text: string): TypedComparison | null {
  const match = WRITING_BEFORE_NUMBER.exec(text);
  if (!match) return null;
  const compact = compactText(match[1]);
  const { comparison } = splitComparison(`${compact}1`);
  if (comparison === null) return null;
  return { comparison, writing: match[1], isWord: !isSign(compact), rest: text.slice(match[0].length).trim() };
}
