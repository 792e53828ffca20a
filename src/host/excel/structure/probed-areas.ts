import { applyRowChanges } from '../../../core/changes/apply-row-changes';
import type { RowChange, RowInsertion } from '../../../core/changes/row-change';
import type { CellRange } from '../../../core/workbook/cell-address';
import { WorkbookSnapshot, type SheetContent } from '../../../core/workbook/workbook-snapshot';

/**
 * Row changes that were planned where nobody tells merged areas (below ExcelApi 1.13), with the areas that there are: those that reach over a
 * new row do, those of the row that it is like are repeated, and one that ends there grows where the new row has nothing of its own.
 * @param contents With the areas that touch the rows concerned.
 */
export function withProbedAreas(
  changes: readonly RowChange[],
  contents: readonly SheetContent[],
): readonly RowChange[] {
  let snapshot = new WorkbookSnapshot('', contents);
  return changes.map((change) => {
    const sheet = snapshot.findSheet(change.sheet);
    const made = change.kind === 'insert' && sheet ? withAreas(change, sheet.mergedAreas) : change;
    snapshot = applyRowChanges(snapshot, [made]).snapshot;
    return made;
  });
}

function withAreas(change: RowInsertion, areas: readonly CellRange[]): RowInsertion {
  // Planned where they were known.
  if (change.mergedAreas.length > 0) return change;
  const { row, like, cells } = change;
  const holds = (left: number, right: number): boolean => cells.some(({ column }) => column >= left && column <= right);
  const mergedAreas: CellRange[] = [];
  for (const area of areas) {
    const { top, left, bottom, right } = area;
    const isReaching = top < row && bottom >= row;
    const isEnding = like < row && bottom === like && top < bottom && !holds(left, right);
    if (isReaching || isEnding) mergedAreas.push({ ...area, bottom: bottom + 1 });
    else if (top === like && bottom === like && !holds(left + 1, right)) {
      mergedAreas.push({ ...area, top: row, bottom: row });
    }
  }
  return { ...change, mergedAreas };
}
