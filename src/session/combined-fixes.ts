import { cellKeyOf, isSameContent, type ChangeSet, type Edit } from '../core/changes/change-set';
import type { Finding } from '../core/review/finding';

/** The fixes of several findings as one change. */
export interface CombinedFixes {
  readonly changes: ChangeSet;
  /** Findings whose fix is in the change. */
  readonly taken: readonly Finding[];
  /** Findings whose fix wants something else in a cell that another fix writes: for after the next review. */
  readonly left: readonly Finding[];
}

/** A fix is taken as a whole or not at all, in the order of the findings; one that is wanted twice is written once. */
export function combineFixes(findings: readonly Finding[], label: string): CombinedFixes {
  const written = new Map<string, Edit>();
  const edits: Edit[] = [];
  const taken: Finding[] = [];
  const left: Finding[] = [];
  for (const finding of findings) {
    if (finding.fix === null) continue;
    const own = finding.fix.edits;
    const isTakeable = own.every((edit) => {
      const former = written.get(cellKeyOf(edit));
      return former === undefined || isSameEdit(former, edit);
    });
    if (!isTakeable) {
      left.push(finding);
      continue;
    }
    taken.push(finding);
    for (const edit of own) {
      if (written.has(cellKeyOf(edit))) continue;
      written.set(cellKeyOf(edit), edit);
      edits.push(edit);
    }
  }
  return { changes: { label, edits }, taken, left };
}

function isSameEdit({ after: a }: Edit, { after: b }: Edit): boolean {
  return isSameContent(a, b) && a.numberFormat === b.numberFormat;
}
