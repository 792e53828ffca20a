import { theLexicon } from './lexicon';

/** Pieces of a text in order, in arrays that the next text overwrites. */
export interface Pieces {
  count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Number of the word in the lexicon; -1 for characters that no word covers, -2 for Latin letters and digits. */
  readonly word: Int32Array;
}

export const UNKNOWN = -1;
export const LATIN = -2;

/** Longer names are cut off: nothing that long is one indicator. */
export const LONGEST_NAME = 120;

// A text is taken apart so that as much as possible is covered by as few words as possible.
const WORD_COST = 1;
/** One character that is a word only between two words: within a run of unknown characters it is more likely a part of it. */
const SINGLE_COST = 1.6;
/** 率, 数, 量, 额 at the end. */
const CLOSING_COST = 0.9;
/** 人数, 场次 at the end. */
const CLOSING_WORD_COST = 0.95;
/** 的 is hardly ever a part of a word. */
const LINK_COST = 0.5;
const UNKNOWN_COST = 1.5;
const UNKNOWN_RUN_COST = 0.7;

const cost = new Float64Array(LONGEST_NAME + 1);
const costInRun = new Float64Array(LONGEST_NAME + 1);
const from = new Int32Array(LONGEST_NAME + 1);
const by = new Int32Array(LONGEST_NAME + 1);
const pieces: Pieces = {
  count: 0,
  start: new Int32Array(LONGEST_NAME + 1),
  end: new Int32Array(LONGEST_NAME + 1),
  word: new Int32Array(LONGEST_NAME + 1),
};

/** Takes a bare name apart. The result is good until the next call. */
export function segment(text: string): Pieces {
  const length = Math.min(text.length, LONGEST_NAME);
  const { step, wordAt, words } = theLexicon();
  // cost: best with a word or a finished run ending here; costInRun: best with an unknown character ending here.
  for (let index = 1; index <= length; index += 1) {
    cost[index] = Infinity;
    costInRun[index] = Infinity;
  }
  cost[0] = 0;
  costInRun[0] = Infinity;
  for (let index = 0; index < length; index += 1) {
    const before = cost[index];
    const code = text.charCodeAt(index);
    if (isLatin(code)) {
      let end = index + 1;
      while (end < length && isLatin(text.charCodeAt(end))) end += 1;
      reach(end, before + WORD_COST, index, LATIN);
      continue;
    }
    const inRun = Math.min(before + UNKNOWN_RUN_COST, costInRun[index]) + UNKNOWN_COST;
    costInRun[index + 1] = inRun;
    reach(index + 1, inRun, index, UNKNOWN);
    let node = 0;
    for (let end = index; end < length; end += 1) {
      node = step(node, text.charCodeAt(end));
      if (node === 0) break;
      const word = wordAt(node);
      if (word < 0) continue;
      const isMeasure = end === length - 1 && words[word].measure !== null;
      const price = end > index ? (isMeasure ? CLOSING_WORD_COST : WORD_COST) : priceOfSingle(text, index, length);
      reach(end + 1, before + price, index, word);
    }
  }
  return collect(length);
}

function priceOfSingle(text: string, index: number, length: number): number {
  if (text.charAt(index) === '的') return LINK_COST;
  return index === length - 1 ? CLOSING_COST : SINGLE_COST;
}

function reach(end: number, price: number, start: number, word: number): void {
  if (price >= cost[end]) return;
  cost[end] = price;
  from[end] = start;
  by[end] = word;
}

function collect(length: number): Pieces {
  let count = 0;
  for (let end = length; end > 0; end = from[end]) {
    const isSameRun = by[end] === UNKNOWN && count > 0 && pieces.word[count - 1] === UNKNOWN;
    if (isSameRun) {
      pieces.start[count - 1] = from[end];
      continue;
    }
    pieces.start[count] = from[end];
    pieces.end[count] = end;
    pieces.word[count] = by[end];
    count += 1;
  }
  for (let left = 0, right = count - 1; left < right; left += 1, right -= 1) {
    swap(pieces.start, left, right);
    swap(pieces.end, left, right);
    swap(pieces.word, left, right);
  }
  pieces.count = count;
  return pieces;
}

function swap(array: Int32Array, left: number, right: number): void {
  const kept = array[left];
  array[left] = array[right];
  array[right] = kept;
}

function isLatin(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code === 37;
}
