/** Columns that a text takes on the screen: two for a Chinese character. Passed in, the engine knows no terminal. */
export type MeasureWidth = (text: string) => number;

const ELLIPSIS = '…';

// C0 and C1 controls would drive the terminal, direction marks would reorder the line: a cell may hold either.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

// Marks that must not begin a line, and marks that must not end one.
const CLOSING = /^[，。、；：？！）】》〉”’…,.;:?!)\]%％]/;
const OPENING = /[（《〈“‘【(\[]$/;

/** The text on one line, with nothing in it that would drive or disturb a terminal. */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim();
}

/** Cuts a text to the given width, the last column being "…" then. */
export function shorten(text: string, columns: number, measure: MeasureWidth): string {
  if (measure(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (measure(kept + character + ELLIPSIS) > columns) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}

/** Fills a text up with blanks on the right. */
export function padEnd(text: string, columns: number, measure: MeasureWidth): string {
  return text + ' '.repeat(Math.max(0, columns - measure(text)));
}

/** Breaks a text into lines of at most the given width; Latin words and numbers stay whole where they fit a line. */
export function wrap(text: string, columns: number, measure: MeasureWidth): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of splitPieces(text, columns, measure)) {
    if (line !== '' && measure(line + piece) > columns) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/** Unbreakable pieces: a Chinese character or a Latin word, each with the opening marks before and the closing marks after it. */
function splitPieces(text: string, columns: number, measure: MeasureWidth): string[] {
  const pieces: string[] = [];
  for (const word of text.match(/[!-~]+|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) || []) {
    const last = pieces.length - 1;
    if (last >= 0 && (CLOSING.test(word) || OPENING.test(pieces[last]))) pieces[last] += word;
    else if (measure(word) <= columns) pieces.push(word);
    else pieces.push(...Array.from(word));
  }
  return pieces;
}
