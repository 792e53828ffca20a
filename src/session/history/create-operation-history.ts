import type { Operation, Step } from '../../core/changes/operation';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';
import { structureUnavailable } from '../../host/port/structure-unavailable';
import type { WorkbookHost } from '../../host/port/workbook-host';
import { carryOut, type CarriedOut } from './carry-out';
import { isUsable, type HistoryDocument, type KeptOperation } from './history-document';
import { HistoryShelf, MOST_OPERATIONS } from './history-shelf';
import { afterSteps, countsOf, expectationsOf, hasStructure, keptOperation, switchedBy } from './kept-operation';
import type { HistoryEntry, HistoryView, OperationHistory, OperationOutcome } from './operation-history';
import { planTransition, type Expectations, type PlannedStep } from './plan-transition';

const SHORTENED = `较早的操作没有保留（最多保留 ${MOST_OPERATIONS} 次），不能再撤销。`;
const UNUSABLE = '有的操作内容太多，没能存入工作簿，它和更早的操作不能再撤销或重做。';

export interface KeptHistory extends OperationHistory {
  /** Another workbook is shown. */
  forget(): void;
}

export interface HistoryMeans {
  readonly host: WorkbookHost;
  /** Rows of a sheet came or went by an operation. */
  readonly onMoved?: (sheet: string) => void;
  /** For the time of an operation. */
  readonly now?: () => Date;
}

export function createOperationHistory({
  host,
  onMoved = () => undefined,
  now = () => new Date(),
}: HistoryMeans): KeptHistory {
  const shelf = new HistoryShelf(host.workbookStorage);
  let lastTurn: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const working = lastTurn.then(work, work);
    lastTurn = working;
    return working;
  };

  const carry = async (label: string, planned: readonly PlannedStep[], isInverse = false): Promise<CarriedOut> => {
    if (planned.length === 0) return NOTHING;
    const result = await carryOut(host, label, planned, isInverse);
    for (const step of result.steps) if (step.kind === 'rows') step.changes.forEach(({ sheet }) => onMoved(sheet));
    return result;
  };

  /** Sheets that came can be told from edited ones only by what the host reads. */
  const afterwards = (before: WorkbookSnapshot, steps: readonly Step[]): Promise<WorkbookSnapshot> =>
    steps.some(({ kind }) => kind === 'addSheets') ? host.read('edited') : Promise.resolve(afterSteps(before, steps));

  const perform = async (operation: Operation, expectations: Expectations): Promise<OperationOutcome> => {
    const { label } = operation;
    refuseStructure(host, operation);
    const { document } = await shelf.load(true);
    const before = await host.read('edited');
    const plan = planTransition(before, operation, expectations);
    const at = now().toISOString();
    const named = { id: `${at} ${Math.floor(Math.random() * 1e6)}`, label, at };
    const saveWith = (kept: KeptOperation): Promise<void> =>
      shelf.save({ ...document, done: document.done.concat([kept]), undone: [] });
    if (plan.steps.length > 0) await saveWith(foreseen(named, plan.steps, before));
    const result = await carry(label, plan.steps).catch(async (error: unknown) => {
      await shelf.save(document);
      throw error;
    });
    const isInEffect = result.steps.length > 0;
    if (isInEffect) {
      await saveWith(keptOperation(named, result.steps, result.inverse, await afterwards(before, result.steps)));
    } else if (plan.steps.length > 0) await shelf.save(document);
    return outcomeOf(label, result, plan.conflicts, isInEffect ? named.id : null);
  };

  const undo = async (): Promise<OperationOutcome> => {
    const { document } = await shelf.load(true);
    const { kept, operation } = latest(document.done, '撤销');
    refuseStructure(host, operation);
    const before = await host.read('edited');
    const plan = planTransition(before, operation, expectationsOf(kept, before));
    // Until it is done the record says how to do it: that is all an interrupted undo needs.
    const result = await carry(`撤销：${kept.label}`, plan.steps, true);
    const after = await afterwards(before, result.steps);
    const { left, joined } = switched(document.done, document.undone, kept, result, after);
    await shelf.save({ ...document, done: left, undone: joined });
    return outcomeOf(kept.label, result, plan.conflicts, result.steps.length > 0 ? kept.id : null);
  };

  const redo = async (): Promise<OperationOutcome> => {
    const { document } = await shelf.load(true);
    const { kept, operation } = latest(document.undone, '重做');
    refuseStructure(host, operation);
    const before = await host.read('edited');
    const plan = planTransition(before, operation, expectationsOf(kept, before));
    if (plan.steps.length > 0) {
      const done = document.done.concat([foreseen(kept, plan.steps, before)]);
      await shelf.save({ ...document, done, undone: document.undone.slice(0, -1) });
    }
    const result = await carry(kept.label, plan.steps).catch(async (error: unknown) => {
      await shelf.save(document);
      throw error;
    });
    const after = await afterwards(before, result.steps);
    const { left, joined } = switched(document.undone, document.done, kept, result, after);
    await shelf.save({ ...document, done: joined, undone: left });
    return outcomeOf(kept.label, result, plan.conflicts, result.steps.length > 0 ? kept.id : null);
  };

  return {
    async read() {
      const { document, problem } = await shelf.load(false);
      return viewOf(document, problem);
    },
    perform: (operation, hasMoved = () => false) =>
      inTurn(() => perform(operation, { stands: (sheet) => !hasMoved(sheet), isAsAdded: () => true, isReturn: false })),
    undo: () => inTurn(undo),
    redo: () => inTurn(redo),
    clear: () => inTurn(() => shelf.clear()),
    forget: () => shelf.forget(),
  };
}

const NOTHING: CarriedOut = { steps: [], written: [], inverse: [], rest: [], conflicts: [], interruption: [] };

/** What the record says while an operation is being written: whatever of it will be in effect can be taken back. */
function foreseen(
  named: Pick<KeptOperation, 'id' | 'label' | 'at'>,
  planned: readonly PlannedStep[],
  before: WorkbookSnapshot,
): KeptOperation {
  const steps = planned.map(({ step, settled }): Step => {
    if (step.kind !== 'cells') return step;
    return { ...step, changes: { ...step.changes, edits: step.changes.edits.concat(settled) } };
  });
  const inverse: Step[] = [];
  for (const { inverse: ofStep } of planned) inverse.unshift(...ofStep);
  const { id, label, at } = named;
  return keptOperation({ id, label, at }, steps, inverse, afterSteps(before, steps));
}

/** Of two lists of operations: the last one of the first goes over to the second, as much of it as is in effect; what could not be written stays. */
function switched(
  from: readonly KeptOperation[],
  to: readonly KeptOperation[],
  kept: KeptOperation,
  { steps, inverse, rest }: CarriedOut,
  after: WorkbookSnapshot,
): { readonly left: readonly KeptOperation[]; readonly joined: readonly KeptOperation[] } {
  const { id, label, at } = kept;
  const others = from.slice(0, -1);
  return {
    left:
      rest.length === 0 ? others : others.concat([{ ...kept, ...countsOf(rest), ...switchedBy(label, rest, after) }]),
    joined: steps.length === 0 ? to : to.concat([keptOperation({ id, label, at }, steps, inverse, after)]),
  };
}

/** Rejects where there is none, or where the workbook did not keep what it takes. */
function latest(
  operations: readonly KeptOperation[],
  what: string,
): { readonly kept: KeptOperation; readonly operation: Operation } {
  const kept = operations[operations.length - 1];
  if (kept === undefined) throw new HostError('gone', `没有可以${what}的操作。`);
  if (kept.switch === null || !isUsable(kept)) {
    throw new HostError('gone', `“${kept.label}”的内容太多，没能存入工作簿，不能${what}。`);
  }
  return { kept, operation: kept.switch };
}

function refuseStructure({ capabilities }: WorkbookHost, operation: Operation): void {
  if (hasStructure(operation) && !capabilities.structure) throw structureUnavailable();
}

function outcomeOf(
  label: string,
  { steps, written, conflicts, interruption }: CarriedOut,
  planConflicts: readonly string[],
  entry: string | null,
): OperationOutcome {
  const { rows, sheets } = countsOf(steps);
  return {
    label,
    cells: written.length,
    rows,
    sheets,
    written,
    conflicts: planConflicts.concat(conflicts),
    interruption,
    entry,
  };
}

function viewOf({ done, undone, isShortened }: HistoryDocument, problem: string | null): HistoryView {
  const undoable = usableFromEnd(done);
  const redoable = usableFromEnd(undone);
  const isComplete = undoable.length + redoable.length === done.length + undone.length;
  return {
    undoable,
    redoable,
    note: problem || (isComplete ? (isShortened ? SHORTENED : null) : UNUSABLE),
  };
}

function usableFromEnd(operations: readonly KeptOperation[]): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const kept of operations.slice().reverse()) {
    if (!isUsable(kept)) break;
    const { id, label, at, cells, rows, sheets } = kept;
    entries.push({ id, label, at, cells, rows, sheets });
  }
  return entries;
}
