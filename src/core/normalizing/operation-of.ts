import { applyChangeSet } from '../changes/apply-change-set';
import type { Edit } from '../changes/change-set';
import type { Operation, Step } from '../changes/operation';
import type { RowChange } from '../changes/row-change';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import type { NormalizationPlan } from './normalization-plan';
import { placeRowChanges } from './place-row-changes';

/**
 * The repairs of these keys as one operation: first what is written into cells, then the rows that come and go.
 * @param snapshot The workbook that the plan was made of. @param label For the undo button.
 */
export function operationOf(
  snapshot: WorkbookSnapshot,
  plan: NormalizationPlan,
  keys: readonly string[],
  label: string,
): Operation {
  const wanted = new Set(keys);
  const repairs = plan.repairs.filter(({ key }) => wanted.has(key));
  const edits: Edit[] = [];
  const rows: RowChange[] = [];
  for (const repair of repairs) {
    for (const edit of repair.edits) edits.push(edit);
    if (repair.row !== null) rows.push(repair.row);
  }
  const steps: Step[] = [];
  if (edits.length > 0) steps.push({ kind: 'cells', changes: { label, edits } });
  if (rows.length > 0) {
    const edited = applyChangeSet(snapshot, { label, edits }).snapshot;
    const { changes } = placeRowChanges(edited, rows);
    if (changes.length > 0) steps.push({ kind: 'rows', changes });
  }
  return { label, steps };
}
