import type { NumberMark } from './number-marks';

/** Stands for an amount in the shape of a clause. */
export const AMOUNT = '\ue000';
/** Stands for a percentage. */
export const PERCENT = '\ue001';
const POINTS = '\ue002';

/** A stretch of a sentence between two marks. */
export interface MoneyClause {
  readonly start: number;
  readonly text: string;
  /** The mark before it: "，", "、", ";", ":", "" at the start of the sentence or where an amount ends and a comparison begins. */
  readonly lead: string;
  /** The text with one sign for each number. */
  readonly shape: string;
  /** Those outside of brackets and those inside, in order. */
  readonly marks: readonly NumberMark[];
  readonly bracketed: readonly NumberMark[];
}

export interface MoneySentence {
  readonly clauses: readonly MoneyClause[];
  /** What ends it: "。", "\n", or "" at the end of the text. */
  readonly stop: string;
}

/** What begins anew behind an amount although no mark stands between: a comparison, or a list of parts. */
const NEW_START =
  /^(?:(?:同比|较|比|与|和|同)(?:上年|去年|上一年|20[0-9]{2}年|同期)|(?:主要|具体)?包括|其中|分别[为是]|由)/;
const LONGEST_BRACKET = 80;

/** Splits squeezed text into sentences and these into clauses; marks in brackets split nothing. */
export function splitMoneySentences(text: string, marks: readonly NumberMark[]): readonly MoneySentence[] {
  const sentences: MoneySentence[] = [];
  let clauses: MoneyClause[] = [];
  let start = 0;
  let lead = '';
  let next = 0;
  const close = (end: number): void => {
    const outer: NumberMark[] = [];
    const inner: NumberMark[] = [];
    for (; next < marks.length && marks[next].start < end; next += 1) {
      (isInside(brackets, marks[next].start) ? inner : outer).push(marks[next]);
    }
    if (end > start) clauses.push(clauseOf(text.slice(start, end), start, lead, outer, inner));
  };
  const brackets = bracketEnds(text);
  let index = 0;
  let ahead = 0;
  while (index < text.length) {
    const sign = text.charAt(index);
    const bracketEnd = brackets[index];
    if (bracketEnd > index) {
      index = bracketEnd + 1;
      continue;
    }
    while (ahead < marks.length && marks[ahead].end < index) ahead += 1;
    const isBehindAmount = ahead < marks.length && marks[ahead].end === index && marks[ahead].kind === 'amount';
    if (isBehindAmount && NEW_START.test(text.slice(index, index + 12))) {
      close(index);
      start = index;
      lead = '';
    }
    if (/[。！？\n]/.test(sign)) {
      close(index);
      if (clauses.length > 0) sentences.push({ clauses, stop: sign });
      clauses = [];
      start = index + 1;
      lead = '';
    } else if (/[，、;:]/.test(sign)) {
      close(index);
      start = index + 1;
      lead = sign;
    }
    index += 1;
  }
  close(text.length);
  if (clauses.length > 0) sentences.push({ clauses, stop: '' });
  return sentences;
}

function clauseOf(
  text: string,
  start: number,
  lead: string,
  marks: readonly NumberMark[],
  bracketed: readonly NumberMark[],
): MoneyClause {
  const all = [...marks, ...bracketed].sort((a, b) => a.start - b.start);
  let shape = '';
  let done = start;
  for (const mark of all) {
    shape += text.slice(done - start, mark.start - start);
    shape += mark.kind === 'amount' ? AMOUNT : mark.kind === 'percent' ? PERCENT : POINTS;
    done = mark.end;
  }
  return { start, text, lead, shape: shape + text.slice(done - start), marks, bracketed };
}

/** For each opening bracket the place of its partner, -1 elsewhere and for brackets further apart or across a line. */
function bracketEnds(text: string): readonly number[] {
  const ends: number[] = [];
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    ends.push(-1);
    const sign = text.charAt(index);
    if (sign === '\n') open.length = 0;
    if (sign === '(') open.push(index);
    if (sign !== ')') continue;
    const partner = open.pop();
    if (partner !== undefined && index - partner <= LONGEST_BRACKET) ends[partner] = index;
  }
  return ends;
}

function isInside(ends: readonly number[], place: number): boolean {
  for (let index = Math.max(0, place - LONGEST_BRACKET); index < place; index += 1)
    if (ends[index] > place) return true;
  return false;
}
