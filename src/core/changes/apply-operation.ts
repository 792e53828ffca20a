import { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { applyChangeSet } from './apply-change-set';
import { applyRowChanges } from './apply-row-changes';
import type { Conflict } from './change-set';
import type { Operation } from './operation';
import type { RowConflict } from './row-change';

/** The workbook after an operation, and what of it was left out. */
export interface OperationResult {
  readonly snapshot: WorkbookSnapshot;
  readonly conflicts: readonly Conflict[];
  readonly rowConflicts: readonly RowConflict[];
}

/**
 * The workbook as it is after these steps. Sheets are taken away, but none are added: their content stands in a file that core does not read.
 * Steps behind a refused row change find its sheet otherwise than they expect, and are refused cell by cell.
 */
export function applyOperation(snapshot: WorkbookSnapshot, { steps }: Operation): OperationResult {
  let after = snapshot;
  const conflicts: Conflict[] = [];
  const rowConflicts: RowConflict[] = [];
  for (const step of steps) {
    if (step.kind === 'cells') {
      const result = applyChangeSet(after, step.changes);
      after = result.snapshot;
      conflicts.push(...result.conflicts);
    } else if (step.kind === 'rows') {
      const result = applyRowChanges(after, step.changes);
      after = result.snapshot;
      rowConflicts.push(...result.conflicts);
    } else if (step.kind === 'removeSheets') {
      const gone = new Set(step.sheets.map(({ name }) => name));
      const contents = after.sheets.filter(({ name }) => !gone.has(name)).map(({ content }) => content);
      after = new WorkbookSnapshot(after.name, contents);
    }
  }
  return { snapshot: after, conflicts, rowConflicts };
}
