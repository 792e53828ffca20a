import { applyRowChanges } from '../../../core/changes/apply-row-changes';
import { BLANK_CONTENT, type Edit } from '../../../core/changes/change-set';
import type { RowChange, RowConflict } from '../../../core/changes/row-change';
import { WorkbookSnapshot } from '../../../core/workbook/workbook-snapshot';
import { HostError } from '../../port/host-error';
import { isRefusedWhole, toHostError } from '../excel-error';
import type { CellMarks } from '../marking/cell-marks';
import { hasApi, type OfficeLibrary } from '../office-library';
import type { OwnWrites } from '../own-writes';
import { refuseUnwritable, syncAndCompare, writeAsText } from '../writing/apply-edits';
import { probeMergedAreas } from './probe-merged-areas';
import { withProbedAreas } from './probed-areas';
import { RowBatch } from './row-batch';
import { readRowSheets, refuseTables, type RowSheet } from './row-sheets';

/** What changing rows has to do with the rest of the adapter. */
export interface RowSurroundings {
  readonly library: OfficeLibrary;
  readonly ownWrites: OwnWrites;
  readonly marks: CellMarks;
}

/**
 * Makes row changes, all or none, as `WorkbookHost.changeRows` says. Round trips: three to look, one to write; one more each where a row
 * has not got the height of its neighbour, and where Excel made something else of a text; below ExcelApi 1.13 three or more to find merged areas.
 */
export async function changeRows(
  context: Excel.RequestContext,
  changes: readonly RowChange[],
  { library, ownWrites, marks }: RowSurroundings,
): Promise<readonly RowConflict[]> {
  refuseUnwritable(editsOf(changes));
  const names = changes.map(({ sheet }) => sheet);
  const { all, concerned } = await readRowSheets(context, library, names, [marks.askFillsOfRows(context)]);
  const tellsMergedAreas = hasApi(library, 'mergedAreas');
  let planned: readonly RowChange[] = tellsMergedAreas ? changes : changes.map(withinTheRow);
  const conflicts = conflictsOf(changes, planned, concerned);
  if (conflicts.length > 0) return conflicts;
  refuseTables(concerned, changes);

  const probed = tellsMergedAreas ? concerned : await probeMergedAreas(context, concerned, changes);
  const sheets = probed || concerned;
  if (probed === null) planned = changes;
  else if (!tellsMergedAreas) {
    planned = withProbedAreas(
      changes,
      probed.map(({ content }) => content),
    );
    const others = conflictsOf(changes, planned, sheets);
    if (others.length > 0) return others;
  }
  const fills = marks.fillsOfRows(all);
  const copiesFormats = probed !== null && hasApi(library, 'rangeAreas');
  const batch = new RowBatch({ knowsMergedAreas: probed !== null, copiesFormats }, fills);
  let snapshot = snapshotOf(sheets);
  for (const change of planned) {
    const sheet = sheets.filter(({ name }) => name === change.sheet)[0];
    const found = snapshot.findSheet(change.sheet);
    if (found) batch.add(sheet, change, found.content);
    snapshot = applyRowChanges(snapshot, [probed === null ? withinTheRow(change) : change]).snapshot;
  }
  if (fills !== null) marks.storeFills(context, fills);
  await send(context, batch, sheets, ownWrites);
  return [];
}

function snapshotOf(sheets: readonly RowSheet[]): WorkbookSnapshot {
  return new WorkbookSnapshot(
    '',
    sheets.map(({ content }) => content),
  );
}

/** Of the changes as they were asked for, those that do not find what they expect. */
function conflictsOf(
  changes: readonly RowChange[],
  planned: readonly RowChange[],
  sheets: readonly RowSheet[],
): readonly RowConflict[] {
  const { conflicts } = applyRowChanges(snapshotOf(sheets), planned);
  return conflicts.map(({ change, reason }) => ({ change: changes[planned.indexOf(change)], reason }));
}

async function send(
  context: Excel.RequestContext,
  batch: RowBatch,
  sheets: readonly RowSheet[],
  ownWrites: OwnWrites,
): Promise<void> {
  batch.expectEvents(ownWrites);
  const correctHeights = batch.askHeights();
  try {
    const altered = await syncAndCompare(context, batch.writtenCells());
    const isCorrected = correctHeights();
    if (altered.length > 0) await writeAsText(context, altered, ownWrites);
    else if (isCorrected) await context.sync();
  } catch (error) {
    if (isRefusedWhole(error)) throw error;
    const { code, message, advice } = toHostError(error);
    const names = sheets.map(({ name }) => `「${name}」`).join('、');
    throw new HostError(
      code,
      `行的增删没有做完，工作表${names}中可能只做了一部分。${message}`,
      `请核对这些工作表，需要时按 Ctrl+Z 撤销或手工改回。${advice}`,
    );
  }
}

/** Below ExcelApi 1.13 nobody tells which areas reach over a row. */
function withinTheRow(change: RowChange): RowChange {
  if (change.kind === 'delete') return change;
  const { row, mergedAreas } = change;
  return { ...change, mergedAreas: mergedAreas.filter(({ top, bottom }) => top === row && bottom === row) };
}

function editsOf(changes: readonly RowChange[]): Edit[] {
  return changes.reduce<Edit[]>((edits, change) => {
    if (change.kind === 'delete') return edits;
    const { sheet, row, cells } = change;
    return edits.concat(
      cells.map(({ column, content }) => ({ sheet, address: { row, column }, before: BLANK_CONTENT, after: content })),
    );
  }, []);
}
