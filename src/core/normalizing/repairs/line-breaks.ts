import type { Replacement } from '../../rules/text-fix';
import { defineTextRepair } from '../define-repair';

/** Line ends of any system with what is blank round them, at least one of them; what stands before the next line is its indent. */
const BREAK = /\r\n?|[\n\u000b\u0085\u2028\u2029]/;
const BREAKS = /[\r\n\u000b\u0085\u2028\u2029]+/g;
const BLANK = /[ \t\u00a0\u3000]/;

export default defineTextRepair({
  id: 'template/line-breaks',
  label: '统一换行',
  title: '段与段之间只换一行，不留空行',
  why: '空行和别处带来的换行符会撑高单元格，打印时文字被截断。',
  basis: '填报惯例',
  example: { wrong: '1.采购图书；（空行）2.培训馆员。', right: '1.采购图书；2.培训馆员。' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  roles: ['policyBasis', 'calculationBasis', 'goal', 'name', 'explanation', 'task', 'remark'],
  *propose(written, repair) {
    const replacements: Replacement[] = [];
    for (const { cell, start } of written.parts) {
      for (const { start: from, end, by } of breaksOf(cell.text))
        replacements.push({ start: start + from, end: start + end, by });
    }
    if (replacements.length > 0) yield repair.replace(written, replacements);
  },
});

/** Line ends within a text that are to become a single one. */
function breaksOf(text: string): readonly Replacement[] {
  const found: Replacement[] = [];
  if (!BREAK.test(text)) return found;
  const last = text.trim().length + text.search(/\S/);
  let done = text.search(/\S/);
  BREAKS.lastIndex = Math.max(0, done);
  for (let match = BREAKS.exec(text); match && match.index < last; match = BREAKS.exec(text)) {
    let start = match.index;
    while (start > done && BLANK.test(text.charAt(start - 1))) start -= 1;
    let end = match.index + match[0].length;
    // Lines with nothing but blanks.
    for (let next = end; next < last; next += 1) {
      const sign = text.charAt(next);
      if (BREAK.test(sign)) end = next + 1;
      else if (!BLANK.test(sign)) break;
    }
    if (text.slice(start, end) !== '\n') found.push({ start, end, by: '\n' });
    done = end;
    BREAKS.lastIndex = end;
  }
  return found;
}
