import { XlsxError } from '../xlsx-error';

/** Replaces the characters from `start` to `end` (none, to insert) by a text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies all splices at once. Insertions at one place keep the order of the list and stand before a replacement there. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (splice.start < at) throw new XlsxError('internal', { reason: 'overlapping splices' });
    pieces.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
