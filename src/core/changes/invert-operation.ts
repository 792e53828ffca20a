import type { CellRange } from '../workbook/cell-address';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { applyOperation } from './apply-operation';
import { applyRowChanges, rowCells } from './apply-row-changes';
import { BLANK_CONTENT, invertChangeSet, type Edit } from './change-set';
import type { Operation, Step } from './operation';
import { contentOf } from './placed-cell';
import type { RowChange, RowDeletion, RowInsertion } from './row-change';

/**
 * The row changes that take these back, in their order.
 * @param snapshot The workbook before; changes that it refuses are left out.
 */
export function invertRowChanges(snapshot: WorkbookSnapshot, changes: readonly RowChange[]): readonly RowChange[] {
  const inverse: RowChange[] = [];
  let before = snapshot;
  for (const change of applyRowChanges(snapshot, changes).made) {
    const after = applyRowChanges(before, [change]).snapshot;
    inverse.unshift(change.kind === 'insert' ? deletionOf(change, after) : insertionOf(change, before, after));
    before = after;
  }
  return inverse;
}

/**
 * The operation that takes this one back. Formulas that lost a reference with a deleted row are written anew.
 * @param snapshot The workbook before; what it refuses is left out.
 */
export function invertOperation(snapshot: WorkbookSnapshot, { label, steps }: Operation): Operation {
  const inverse: Step[] = [];
  let before = snapshot;
  for (const step of steps) {
    inverse.unshift(...invertStep(before, step));
    before = applyOperation(before, { label, steps: [step] }).snapshot;
  }
  return { label: `撤销：${label}`, steps: inverse };
}

/**
 * The steps that take this one back.
 * @param before The workbook before; what it refuses is left out.
 */
export function invertStep(before: WorkbookSnapshot, step: Step): readonly Step[] {
  switch (step.kind) {
    case 'cells': {
      const { conflicts } = applyOperation(before, { label: '', steps: [step] });
      const refused = new Set(conflicts.map(({ edit }) => edit));
      const edits = step.changes.edits.filter((edit) => !refused.has(edit));
      return [{ kind: 'cells', changes: invertChangeSet({ ...step.changes, edits }) }];
    }
    case 'rows': {
      const changes = invertRowChanges(before, step.changes);
      const rows: Step = { kind: 'rows', changes };
      // Only with a row that goes are references lost.
      if (step.changes.every(({ kind }) => kind === 'insert')) return [rows];
      const back = applyRowChanges(applyRowChanges(before, step.changes).snapshot, changes).snapshot;
      const edits = differences(back, before);
      return edits.length === 0 ? [rows] : [rows, { kind: 'cells', changes: { label: '', edits, isInverse: true } }];
    }
    case 'addSheets':
      return [{ ...step, kind: 'removeSheets' }];
    case 'removeSheets':
      return [{ ...step, kind: 'addSheets' }];
  }
}

/** Formulas that read differently after a row went and came again. */
function differences(found: WorkbookSnapshot, wanted: WorkbookSnapshot): readonly Edit[] {
  const edits: Edit[] = [];
  for (const sheet of wanted.sheets) {
    const other = found.findSheet(sheet.name);
    if (!other || other.content === sheet.content) continue;
    for (const cell of sheet.cells) {
      const { row, column, formula } = cell;
      if (formula === null) continue;
      const before = other.cellAt(row, column);
      if (before && before.formula === formula) continue;
      const address = { row, column };
      edits.push({
        sheet: sheet.name,
        address,
        before: before ? contentOf(before) : BLANK_CONTENT,
        after: contentOf(cell),
      });
    }
  }
  return edits;
}

function deletionOf({ sheet, row }: RowInsertion, after: WorkbookSnapshot): RowDeletion {
  const found = after.findSheet(sheet);
  return { kind: 'delete', sheet, row, cells: found ? rowCells(found, row) : [] };
}

function insertionOf({ sheet, row }: RowDeletion, before: WorkbookSnapshot, after: WorkbookSnapshot): RowInsertion {
  const former = before.findSheet(sheet);
  const found = after.findSheet(sheet);
  const like = row - 1;
  const areas: readonly CellRange[] = former ? former.mergedAreas : [];
  return {
    kind: 'insert',
    sheet,
    row,
    like,
    beside: found ? rowCells(found, like) : [],
    cells: former ? rowCells(former, row) : [],
    mergedAreas: areas.filter(({ top, bottom }) => top <= row && bottom >= row),
  };
}
