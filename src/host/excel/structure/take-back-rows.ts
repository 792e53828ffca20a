import { invertRowChanges } from '../../../core/changes/invert-operation';
import type { RowChange } from '../../../core/changes/row-change';
import type { SheetContent, WorkbookSnapshot } from '../../../core/workbook/workbook-snapshot';
import { HostError } from '../../port/host-error';
import { isOutOfReach, isRefusedWhole, toHostError } from '../excel-error';
import type { OfficeLibrary } from '../office-library';
import type { OwnWrites } from '../own-writes';
import { RowBatch, type RowAbilities } from './row-batch';
import { readRowSheets, type RowSheet } from './row-sheets';

/** Row changes that were sent, and did not all come through. */
export interface BrokenRows {
  readonly planned: readonly RowChange[];
  /** The sheets concerned before each change, and after the last. */
  readonly states: readonly WorkbookSnapshot[];
  readonly abilities: RowAbilities;
  readonly library: OfficeLibrary;
  readonly ownWrites: OwnWrites;
}

/** How far a request came. */
interface Progress {
  /** Changes that are in effect. */
  readonly done: number;
  /** The row of the next one has come, but is not filled. */
  readonly isBegun: boolean;
}

/**
 * Excel takes nothing back by itself: finds out how far a request came, and takes that back. Rejects in any case, with what became of it.
 */
export async function takeBackRows(context: Excel.RequestContext, rows: BrokenRows, error: unknown): Promise<never> {
  if (isRefusedWhole(error)) throw error;
  const names = rows.planned.map(({ sheet }) => sheet);
  let isAsBefore: boolean;
  try {
    if (isOutOfReach(error)) throw error;
    const { concerned } = await readRowSheets(context, rows.library, names, []);
    const progress = findProgress(rows, concerned);
    if (progress === null) throw error;
    isAsBefore = progress.done === 0 && !progress.isBegun;
    if (!isAsBefore) await send(context, rows, concerned, progress);
  } catch {
    throw unfinished(names, error);
  }
  if (isAsBefore) throw error;
  const { code, message, advice } = toHostError(error);
  throw new HostError(code, `行的增删没有做完，已退回原样。${message}`, advice);
}

function unfinished(names: readonly string[], error: unknown): HostError {
  const { code, message, advice } = toHostError(error);
  const distinct = names.filter((name, place) => names.indexOf(name) === place);
  return new HostError(
    code,
    `行的增删没有做完，工作表${distinct.map((name) => `「${name}」`).join('、')}中可能只做了一部分。${message}`,
    `请核对这些工作表，需要时按 Ctrl+Z 撤销或手工改回。${advice}`,
  );
}

/** Null where the sheets are like none of the states. */
function findProgress({ planned, states }: BrokenRows, found: readonly RowSheet[]): Progress | null {
  const contents = found.map(({ content }) => content);
  for (let done = planned.length; done >= 0; done -= 1) {
    if (holdsSame(contents, states[done], null)) return { done, isBegun: false };
  }
  for (let done = planned.length - 1; done >= 0; done -= 1) {
    if (planned[done].kind === 'insert' && holdsSame(contents, states[done], planned[done])) {
      return { done, isBegun: true };
    }
  }
  return null;
}

/** @param begun A row that is not looked at, and counts as not there. */
function holdsSame(contents: readonly SheetContent[], state: WorkbookSnapshot, begun: RowChange | null): boolean {
  return contents.every((content) => {
    const expected = state.findSheet(content.name);
    const skipped = begun !== null && begun.sheet === content.name ? begun.row : null;
    return expected !== undefined && printOf(content, skipped) === printOf(expected.content, null);
  });
}

/** Formulas are told from values only: they follow rows, and Excel may spell them its own way. */
function printOf({ cells }: SheetContent, skipped: number | null): string {
  const kept = cells.filter(({ row }) => row !== skipped);
  const placeOf = (row: number): number => (skipped !== null && row > skipped ? row - 1 : row);
  return JSON.stringify(
    kept.map(({ row, column, value, formula }) => [placeOf(row), column, formula === null ? value : '=']),
  );
}

async function send(
  context: Excel.RequestContext,
  { planned, states, abilities, ownWrites }: BrokenRows,
  sheets: readonly RowSheet[],
  { done, isBegun }: Progress,
): Promise<void> {
  const batch = new RowBatch(abilities, null);
  const add = (change: RowChange, before: WorkbookSnapshot): void => {
    const sheet = sheets.filter(({ name }) => name === change.sheet)[0];
    const found = before.findSheet(change.sheet);
    if (found) batch.add(sheet, change, found.content);
  };
  if (isBegun) {
    const { sheet, row } = planned[done];
    add({ kind: 'delete', sheet, row, cells: [] }, states[done + 1]);
  }
  for (let place = done - 1; place >= 0; place -= 1) {
    for (const change of invertRowChanges(states[place], [planned[place]])) add(change, states[place + 1]);
  }
  batch.expectEvents(ownWrites);
  await context.sync();
}
