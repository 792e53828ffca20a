import type { Edit } from '../changes/change-set';
import type { Fix } from '../review/finding';
import { cellFix } from './cell-fix';
import type { WrittenText } from './written-texts';

/** What stands in a text from `start` up to `end`, and what shall stand there instead. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * A fix that replaces pieces of a written text, in every cell it stands in. Undefined where a cell is made by a formula, shows
 * something else than it holds, or where a piece runs over the end of a cell. The pieces are in order and do not overlap.
 */
export function textFix(label: string, written: WrittenText, replacements: readonly Replacement[]): Fix | undefined {
  const { parts, shown } = written;
  const edits: Edit[] = [];
  let next = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const { cell, start } = parts[index];
    const end = index + 1 < parts.length ? parts[index + 1].start : shown.length;
    const first = next;
    let text = '';
    let copied = 0;
    while (next < replacements.length && replacements[next].start < end) {
      const { start: from, end: to, by } = replacements[next];
      if (shown.slice(from, to) !== cell.text.slice(from - start, to - start)) return undefined;
      text += cell.text.slice(copied, from - start) + by;
      copied = to - start;
      next += 1;
    }
    if (next === first) continue;
    const fix = cell.value === cell.text ? cellFix(label, cell, text + cell.text.slice(copied)) : undefined;
    if (fix === undefined) return undefined;
    edits.push(...fix.edits);
  }
  return edits.length > 0 ? { label, edits } : undefined;
}
