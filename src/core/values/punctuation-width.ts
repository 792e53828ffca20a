import { HAN } from './chinese-characters';

export type PunctuationWidth = 'full' | 'half';

/** A mark between Chinese words that has a full-width and a half-width form. */
export interface WidthMark {
  /** In the other width: what to write instead. */
  readonly other: string;
  readonly mark: string;
  readonly width: PunctuationWidth;
  readonly start: number;
  /** For a half-width mark the blanks behind it belong to it: a full-width mark needs none. */
  readonly end: number;
}

const FULL = '，；：！？（）';
const HALF = ',;:!?()';
const MARKS = /[，；：！？（）,;:!?()]/g;

const IS_CHINESE = new RegExp(`[${HAN}“”‘’《》、。]`);
const HOLDS_HAN = new RegExp(`[${HAN}]`);
/** 一 in (一), 3 in 3): numbers of a list. */
const LIST_NUMBER = /^[\s0-9０-９一二三四五六七八九十]{0,6}$/;

/** Brackets farther apart are no pair. */
const LONGEST_BRACKETS = 200;

/** The pairs of marks that stand among Chinese words, outside of titles in 《》 and of numbers such as 2,211 or 12:30. */
export function findWidthMarks(text: string): readonly WidthMark[] {
  const found: WidthMark[] = [];
  const titles = titlesOf(text);
  const brackets = bracketsRoundChinese(text);
  let title = 0;
  MARKS.lastIndex = 0;
  for (let match = MARKS.exec(text); match; match = MARKS.exec(text)) {
    const start = match.index;
    while (title < titles.length && titles[title].end <= start) title += 1;
    const isInTitle = title < titles.length && titles[title].start < start;
    const isBracket = /[（()）]/.test(match[0]);
    if (isInTitle || !(isBracket ? brackets.has(start) : isAmongChinese(text, start, match[0]))) continue;
    const isFull = FULL.indexOf(match[0]) >= 0;
    const other = isFull ? HALF.charAt(FULL.indexOf(match[0])) : FULL.charAt(HALF.indexOf(match[0]));
    const blanks = isFull || match[0] === '(' ? 0 : blanksAt(text, start + 1);
    found.push({ mark: match[0], other, width: isFull ? 'full' : 'half', start, end: start + 1 + blanks });
  }
  return found;
}

function titlesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  const titles = /《[^《》]{1,200}》/g;
  for (let match = titles.exec(text); match; match = titles.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Where brackets with Chinese words between them open and close; those round a list number or a year are left out. */
function bracketsRoundChinese(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const open: number[] = [];
  const brackets = /[（()）]/g;
  for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
    if (match[0] === '（' || match[0] === '(') open.push(match.index);
    else {
      const opening = open.pop();
      if (opening === undefined || match.index - opening > LONGEST_BRACKETS) continue;
      const inside = text.slice(opening + 1, match.index);
      if (!HOLDS_HAN.test(inside) || LIST_NUMBER.test(inside)) continue;
      found.add(opening);
      found.add(match.index);
    }
  }
  return found;
}

function isAmongChinese(text: string, offset: number, mark: string): boolean {
  const before = text
    .slice(Math.max(0, offset - 4), offset)
    .trim()
    .slice(-1);
  const after = text
    .slice(offset + 1, offset + 5)
    .trim()
    .charAt(0);
  return IS_CHINESE.test(before) || (IS_CHINESE.test(after) && !/[：:]/.test(mark));
}

function blanksAt(text: string, offset: number): number {
  const blanks = /^[ \u3000]{0,3}/.exec(text.slice(offset, offset + 3));
  return blanks ? blanks[0].length : 0;
}
