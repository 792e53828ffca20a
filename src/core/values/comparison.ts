export type Comparison = '≥' | '≤' | '>' | '<' | '=';

/** Writings of each comparison before a number, longest first, so that ">=" is not read as ">". Half width. */
const PREFIXES: readonly (readonly [string, Comparison])[] = [
  ['大于或等于', '≥'],
  ['大于等于', '≥'],
  ['小于或等于', '≤'],
  ['小于等于', '≤'],
  ['不少于', '≥'],
  ['不低于', '≥'],
  ['不小于', '≥'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['不大于', '≤'],
  ['不多于', '≤'],
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
];

export interface Compared {
  readonly comparison: Comparison | null;
  /** True when written as a sign (≥), false when in words (不少于, 以上); null without comparison. */
  readonly isSign: boolean | null;
  /** The text without the comparison. */
  readonly rest: string;
}

/** Takes a comparison off the start or the end of a half-width text without blanks. */
export function splitComparison(text: string): Compared {
  for (const [writing, comparison] of PREFIXES) {
    if (text.length > writing.length && text.lastIndexOf(writing, 0) === 0) {
      const rest = text.slice(writing.length);
      const again = splitSuffix(rest);
      // "达到95%以上": the words at the end say what 达到 leaves open.
      if (again !== null && writing.charAt(0) === '达') return again;
      // "≥95%以上": they say the same again.
      const isSaidAgain = again !== null && again.comparison === comparison;
      return { comparison, isSign: writing.charCodeAt(0) < 0x4e00, rest: isSaidAgain ? again.rest : rest };
    }
  }
  return splitSuffix(text) || { comparison: null, isSign: null, rest: text };
}

function splitSuffix(text: string): Compared | null {
  for (const [writing, comparison] of SUFFIXES) {
    const end = text.length - writing.length;
    if (end > 0 && text.indexOf(writing, end) === end) return { comparison, isSign: false, rest: text.slice(0, end) };
  }
  return null;
}
