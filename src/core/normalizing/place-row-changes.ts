import { applyRowChanges, rowCells } from '../changes/apply-row-changes';
import type { RowChange, RowDeletion, RowInsertion } from '../changes/row-change';
import type { CellRange } from '../workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/workbook-snapshot';

export interface PlacedRowChanges {
  /** One after the other, addresses as of then; with what the rows hold. */
  readonly changes: readonly RowChange[];
  /** Those that were asked for, in the same order. */
  readonly intents: readonly RowChange[];
  readonly snapshot: WorkbookSnapshot;
}

/**
 * Row changes that were each planned for the workbook as it stands, as a list of changes one after the other: from the last row of a sheet
 * to its first, so that none moves another one's place. Those that the workbook does not allow are left out.
 */
export function placeRowChanges(snapshot: WorkbookSnapshot, planned: readonly RowChange[]): PlacedRowChanges {
  const changes: RowChange[] = [];
  const intents: RowChange[] = [];
  let current = snapshot;
  let place = '';
  // New rows that were put in at the place of the change before.
  let before = 0;
  for (const intent of bottomUp(planned)) {
    const sheet = current.findSheet(intent.sheet);
    if (sheet === undefined) continue;
    const here = `${intent.row} ${intent.sheet}`;
    if (here !== place) before = 0;
    place = here;
    const change = intent.kind === 'insert' ? insertionIn(sheet, intent) : deletionIn(sheet, intent, before);
    const result = applyRowChanges(current, [change]);
    if (result.made.length === 0) continue;
    current = result.snapshot;
    changes.push(change);
    intents.push(intent);
    if (intent.kind === 'insert') before += 1;
  }
  return { changes, intents, snapshot: current };
}

/** At one row what comes before it, the lower of two new rows first, and then what happens to the row itself. */
function bottomUp(planned: readonly RowChange[]): readonly RowChange[] {
  const rank = ({ kind }: RowChange): number => (kind === 'insert' ? 0 : 1);
  return planned
    .map((change, index) => ({ change, index }))
    .sort(
      (a, b) =>
        (a.change.sheet < b.change.sheet ? -1 : a.change.sheet > b.change.sheet ? 1 : 0) ||
        b.change.row - a.change.row ||
        rank(a.change) - rank(b.change) ||
        b.index - a.index,
    )
    .map(({ change }) => change);
}

function insertionIn(sheet: SheetSnapshot, planned: RowInsertion): RowInsertion {
  const { row, like } = planned;
  const areas: CellRange[] = [];
  const add = (area: CellRange): void => {
    if (!areas.some((other) => overlap(other, area))) areas.push(area);
  };
  for (const area of sheet.mergedAreas)
    if (area.top < row && area.bottom >= row) add({ ...area, bottom: area.bottom + 1 });
  for (const area of planned.mergedAreas) {
    if (area.top === row || (area.bottom === row && isWhole(sheet, { ...area, bottom: row - 1 }))) add(area);
  }
  return { ...planned, mergedAreas: areas, beside: rowCells(sheet, like) };
}

function deletionIn(sheet: SheetSnapshot, planned: RowDeletion, before: number): RowDeletion {
  const row = planned.row + before;
  return { ...planned, row, cells: rowCells(sheet, row) };
}

/** True for what a reader sees as one cell. */
function isWhole(sheet: SheetSnapshot, { top, left, bottom, right }: CellRange): boolean {
  const found = sheet.areaAt(top, left);
  return found.top === top && found.left === left && found.bottom === bottom && found.right === right;
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
