import { applyRowChanges } from '../../../core/changes/apply-row-changes';
import { BLANK_CONTENT, type Edit } from '../../../core/changes/change-set';
import type { RowChange, RowConflict } from '../../../core/changes/row-change';
import { formatAddress } from '../../../core/workbook/cell-address';
import { WorkbookSnapshot } from '../../../core/workbook/workbook-snapshot';
import { HostError } from '../../port/host-error';
import { toHostError } from '../excel-error';
import type { CellMarks } from '../marking/cell-marks';
import { hasApi, type OfficeLibrary } from '../office-library';
import type { OwnWrites } from '../own-writes';
import { refuseUnwritable, syncAndCompare, writeAsText } from '../writing/apply-edits';
import type { ReadyWrite } from '../writing/written-cells';
import { copyLooks } from './copy-looks';
import { probeMergedAreas } from './probe-merged-areas';
import { withProbedAreas } from './probed-areas';
import { RowBatch } from './row-batch';
import { readRowSheets, refuseTables, type RowSheet } from './row-sheets';
import { takeBackRows } from './take-back-rows';

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
  const abilities = { knowsMergedAreas: probed !== null, copiesFormats };
  const batch = new RowBatch(abilities, fills);
  const states = [snapshotOf(sheets)];
  planned.forEach((change, place) => {
    const sheet = sheets.filter(({ name }) => name === change.sheet)[0];
    const found = states[place].findSheet(change.sheet);
    if (found) batch.add(sheet, change, found.content);
    states.push(applyRowChanges(states[place], [probed === null ? withinTheRow(change) : change]).snapshot);
  });
  if (fills !== null) marks.storeFills(context, fills);
  batch.expectEvents(ownWrites);
  const correctHeights = batch.askHeights();
  let altered: readonly ReadyWrite[];
  try {
    altered = await syncAndCompare(context, batch.writtenCells());
  } catch (error) {
    return takeBackRows(context, { planned, states, abilities, library, ownWrites }, error);
  }
  await finish(context, altered, correctHeights(), ownWrites);
  // The rows are there and hold what they should: looks are no reason to call it failed.
  await copyLooks(context, batch.looksToCopy()).catch(() => undefined);
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

/** The rows are there: what is left is how high they are, and texts of which Excel made something else. */
async function finish(
  context: Excel.RequestContext,
  altered: readonly ReadyWrite[],
  isHeightSet: boolean,
  ownWrites: OwnWrites,
): Promise<void> {
  try {
    const lost = await writeAsText(context, altered, ownWrites);
    if (altered.length === 0 && isHeightSet) await context.sync();
    if (lost.length === 0) return;
  } catch (error) {
    // A row as high as others is no reason to call it failed.
    if (altered.length === 0) return;
    throw notAsWritten(altered, error);
  }
  throw notAsWritten(altered, null);
}

function notAsWritten(altered: readonly ReadyWrite[], error: unknown): HostError {
  const cells = altered.map(({ edit }) => `「${edit.sheet}」${formatAddress(edit.address)}`).join('、');
  const { code, message, advice } = error === null ? NO_ERROR : toHostError(error);
  return new HostError(
    code,
    `行已经增删，但 Excel 把写入的文字改成了别的内容：${cells}。${message}`,
    `请核对这些单元格，需要时手工填写。${advice}`,
  );
}

const NO_ERROR = { code: 'internal', message: '', advice: '' } as const;

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
