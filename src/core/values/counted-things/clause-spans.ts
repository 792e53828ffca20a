const CLAUSE_END = /[，,。；;！!？?\n\r\t：:（）()【】、]/;
const SENTENCE_END = /[。；;！!？?\n\r]/;

/** A stretch of text between two marks. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Begins a new sentence. */
  readonly isFirst: boolean;
  readonly isBracketed: boolean;
  /** Goes on with a list (、): verb and period before it hold on. */
  readonly isListed: boolean;
}

/** The clauses of a text in order; a comma between thousands ends none. */
export function clausesOf(masked: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let depth = 0;
  let isFirst = true;
  let isListed = false;
  for (let index = 0; index <= masked.length; index += 1) {
    const sign = masked.charAt(index);
    const isEnd = index === masked.length || CLAUSE_END.test(sign);
    if (!isEnd) continue;
    if (
      sign === ',' &&
      /[0-9]/.test(masked.charAt(index - 1)) &&
      /^[0-9]{3}(?![0-9])/.test(masked.substr(index + 1, 4))
    ) {
      continue;
    }
    if (index > start) {
      clauses.push({ start, end: index, isFirst, isBracketed: depth > 0, isListed });
      isFirst = false;
    }
    isListed = sign === '、';
    if (/[(（【]/.test(sign)) depth = Math.min(depth + 1, 3);
    else if (/[)）】]/.test(sign)) depth = Math.max(depth - 1, 0);
    else if (SENTENCE_END.test(sign) && (depth === 0 || /[。\n]/.test(sign))) {
      isFirst = true;
      depth = 0;
    }
    start = index + 1;
  }
  return clauses;
}
