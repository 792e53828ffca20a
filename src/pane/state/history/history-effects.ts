import type { ReviewSession } from '../../../session';
import type { OperationOutcome } from '../../../session/history/operation-history';
import { HISTORY_STRINGS } from '../../normalizing-strings';
import { noticeOf } from '../applied-notice';
import type { Notices } from '../notices';
import type { NoticeAction } from '../pane-state';
import type { PaneStore } from '../store';

/** Taking back what was done in the workbook, and doing it again. */
export interface HistoryEffects {
  /** Takes back the latest operation. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  clearHistory(): Promise<void>;
  /** Shows the operations as they are now: other panes write to the same workbook. */
  showHistory(isShown: boolean): Promise<void>;
}

export interface HistoryKeeping extends HistoryEffects {
  read(): Promise<void>;
  /**
   * Says what came of an operation and offers to take it back.
   * @param actions What else is offered.
   * @param findings Keys of the findings that it repairs.
   */
  told(
    outcome: OperationOutcome,
    text: string,
    actions?: readonly NoticeAction[],
    findings?: readonly string[],
  ): Promise<void>;
  /** Undoes this operation as long as it is the latest. */
  undoEntry(entry: string): Promise<void>;
  redoEntry(entry: string): Promise<void>;
}

export function createHistoryEffects(
  session: Pick<ReviewSession, 'history'>,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  edited: () => void,
  renew: () => Promise<void>,
): HistoryKeeping {
  const { history } = session;

  /** @param isQuiet Nobody asked for it. */
  const read = async (isQuiet: boolean): Promise<void> => {
    try {
      dispatch({ type: 'historyRead', history: await history.read() });
    } catch (error) {
      if (!isQuiet) notices.showFailure(error);
    }
  };

  const firstOf = (which: 'undoable' | 'redoable'): string | null => {
    const view = getState().history;
    return view === null || view[which].length === 0 ? null : view[which][0].id;
  };

  const step = async (
    which: 'undoable' | 'redoable',
    stepping: () => Promise<OperationOutcome>,
    done: (label: string) => string,
    refused: (label: string) => string,
  ): Promise<void> => {
    if (getState().isTakingBack) return;
    const former = firstOf(which);
    dispatch({ type: 'takingBack', isTakingBack: true });
    try {
      const outcome = await stepping();
      await read(true);
      const isInEffect = outcome.cells + outcome.rows + outcome.sheets.length > 0;
      const text = isInEffect ? done(outcome.label) : refused(outcome.label);
      dispatch({ type: 'noticeShown', notice: noticeOf(outcome, text, nextOf(which, former)) });
      if (isInEffect) edited();
      await renew();
    } catch (error) {
      notices.showFailure(error);
    } finally {
      dispatch({ type: 'takingBack', isTakingBack: false });
    }
  };

  /** The way back; where it broke off half-way, the way on. */
  const nextOf = (which: 'undoable' | 'redoable', former: string | null): readonly NoticeAction[] => {
    const rest = firstOf(which);
    const isStuck = rest !== null && rest === former;
    const next = (which === 'undoable') === isStuck ? ('undo' as const) : ('redo' as const);
    const entry = firstOf(next === 'undo' ? 'undoable' : 'redoable');
    return entry === null ? [] : [{ kind: next, entry }];
  };

  const undo = (): Promise<void> =>
    step('undoable', () => history.undo(), HISTORY_STRINGS.undone, HISTORY_STRINGS.nothingUndone);
  const redo = (): Promise<void> =>
    step('redoable', () => history.redo(), HISTORY_STRINGS.redone, HISTORY_STRINGS.nothingRedone);

  /** Another pane may have written since. */
  const isFirst = async (which: 'undoable' | 'redoable', entry: string): Promise<boolean> => {
    await read(true);
    const first = firstOf(which);
    if (first === null || first === entry) return true;
    notices.show('problem', HISTORY_STRINGS.notLatest);
    return false;
  };

  return {
    undo,
    redo,
    read: () => read(true),

    async undoEntry(entry) {
      if (await isFirst('undoable', entry)) await undo();
    },

    async redoEntry(entry) {
      if (await isFirst('redoable', entry)) await redo();
    },

    async told(outcome, text, actions = [], findings = []) {
      const { entry } = outcome;
      const all = entry === null ? [] : [...actions, { kind: 'undo' as const, entry }];
      dispatch({ type: 'operationDone', notice: noticeOf(outcome, text, all), entry, findings });
      if (entry !== null) edited();
      await read(true);
    },

    async clearHistory() {
      try {
        await history.clear();
        await read(true);
        notices.show('done', HISTORY_STRINGS.cleared);
      } catch (error) {
        notices.showFailure(error);
      }
    },

    async showHistory(isShown) {
      dispatch({ type: 'historyToggled', isOpen: isShown });
      if (isShown) await read(false);
    },
  };
}
