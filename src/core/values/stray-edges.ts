/** Something at the edge of a text that belongs to nothing. */
export type StrayEdge =
  /** A pair of quotation marks round the whole text. */
  | { readonly kind: 'quotes'; readonly opening: number; readonly closing: number }
  /** A digit behind the last stop, or two marks where one is enough. */
  | { readonly kind: 'digit' | 'marks'; readonly found: string; readonly start: number; readonly end: number };

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['"', '"'],
];

/** Shorter texts in quotation marks are names. */
const SHORTEST_QUOTED = 12;

const DIGIT = /([。！？][”"』」）)]?)\s{0,5}([0-9０-９]{1,2}[.．、]?)$/;
const MARK_AFTER_STOP = /(?:^|[^。])。[ \u3000]{0,3}([。，、；：,;:.．])$/;
const MARK_BEFORE_STOP = /[^，、；：,;:]([，、；：,;:])[ \u3000]{0,3}。$/;

/** What stands at the edge of a text for no reason: a pair of quotation marks round all of it, a digit or mark after its last stop. */
export function findStrayEdge(text: string): StrayEdge | null {
  return findQuotes(text) || findTrailing(text);
}

function findQuotes(text: string): StrayEdge | null {
  const opening = text.search(/\S/);
  const closing = endOf(text) - 1;
  if (closing - opening <= SHORTEST_QUOTED) return null;
  const inside = text.slice(opening + 1, closing);
  for (const [open, close] of PAIRS) {
    if (text.charAt(opening) !== open || text.charAt(closing) !== close) continue;
    if (/[，。；,;\n]/.test(inside) && isClosedInside(inside, open, close)) return { kind: 'quotes', opening, closing };
  }
  return null;
}

/** True when every quotation opened inside is closed inside: then the outer two marks belong together. */
function isClosedInside(inside: string, open: string, close: string): boolean {
  if (open === close) return inside.indexOf(open) < 0;
  let depth = 0;
  for (let index = 0; index < inside.length; index += 1) {
    const sign = inside.charAt(index);
    if (sign === open) depth += 1;
    else if (sign === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function findTrailing(text: string): StrayEdge | null {
  const end = endOf(text);
  const from = Math.max(0, end - 20);
  const tail = text.slice(from, end);
  const digit = DIGIT.exec(tail);
  if (digit) return { kind: 'digit', found: digit[2], start: from + digit.index + digit[1].length, end };
  const after = MARK_AFTER_STOP.exec(tail);
  if (after) return marks(tail, from, from + tail.lastIndexOf('。', tail.length - 2) + 1, end);
  const before = MARK_BEFORE_STOP.exec(tail);
  return before ? marks(tail, from, from + before.index + 1, end - 1) : null;
}

/** Where the text ends, trailing blanks left out. */
function endOf(text: string): number {
  return Math.max(0, text.search(/\S/)) + text.trim().length;
}

function marks(tail: string, from: number, start: number, end: number): StrayEdge {
  const isBefore = end < from + tail.length;
  const found = isBefore ? tail.slice(start - from) : tail.slice(start - from - 1);
  return { kind: 'marks', found: found.replace(/\s/g, ''), start, end };
}
