import { ReviewCancelled, type ReviewSession } from '../../session';
import { selectOpenItems } from './accepted-findings';
import { describeReview } from './checked-workbook';
import { describeFailure } from './failure';
import type { Notices } from './notices';
import type { Turn, Turns } from './reading/turns';
import { createTimer, isBusy, RECHECK_DELAY, STALL_DELAY } from './repeat-timer';
import type { PaneStore } from './store';

/** Checking, by the user or after an edit, and the marks that follow from it. */
export interface CheckEffects {
  check(isAutomatic: boolean): Promise<void>;
  cancel(): void;
  /** The workbook was changed: its results are outdated, and renewed when the user pauses. */
  edited(): void;
  /** No check is to follow the edits made so far. */
  forgetEdits(): void;
  /** @param isAutomatic Nobody waits for them: where the workbook is busy they are put on later. */
  refreshMarks(isAutomatic: boolean): Promise<void>;
  /** Ends what is running and what was to follow. */
  stop(): void;
}

type Timer = ReturnType<typeof setTimeout>;

interface Run {
  aborted: boolean;
  readonly turn: Turn;
  stallTimer: Timer;
}

export function createCheckEffects(
  session: ReviewSession,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  now: () => Date,
  readAcceptances: () => Promise<void>,
  turns: Turns,
): CheckEffects {
  let run: Run | null = null;
  const recheck = createTimer();
  const remark = createTimer();

  const endRun = (): void => {
    if (run !== null) {
      clearTimeout(run.stallTimer);
      run.turn.end();
    }
    run = null;
  };

  const stopRun = (): void => {
    recheck.clear();
    if (run !== null) run.aborted = true;
    endRun();
  };

  const startRun = (): Run => {
    stopRun();
    const stallTimer = setTimeout(() => dispatch({ type: 'checkStalled' }), STALL_DELAY);
    run = { aborted: false, turn: turns.next(), stallTimer };
    return run;
  };

  const refreshMarks = async (isAutomatic: boolean): Promise<void> => {
    const { capabilities, preferences, result } = getState();
    remark.clear();
    if (!capabilities.mark || result === null) return;
    try {
      await (preferences.marks
        ? session.mark(selectOpenItems(getState()).map(({ finding }) => finding))
        : session.clearMarks());
      remark.reset();
    } catch (error) {
      if (isAutomatic && isBusy(error)) remark.setNextPause(() => void refreshMarks(true));
      else notices.showFailure(error);
    }
  };

  const check = async (isAutomatic: boolean): Promise<void> => {
    const own = startRun();
    dispatch({ type: 'checkStarted', isAutomatic });
    try {
      await own.turn.ready;
      if (own.aborted) return;
      const review = await session.review({
        profileId: getState().preferences.profileId,
        catalogueId: getState().preferences.catalogueId,
        extent: isAutomatic ? 'edited' : 'whole',
        signal: own,
        onProgress: (progress) => {
          if (own.aborted) return;
          clearTimeout(own.stallTimer);
          dispatch({ type: 'checkProgressed', progress });
        },
      });
      if (own.aborted) return;
      // Before anything is shown: what was accepted is not to flash up.
      await readAcceptances();
      if (own.aborted) return;
      endRun();
      recheck.reset();
      dispatch({ type: 'checkFinished', result: describeReview(review, timeOfDay(now())) });
    } catch (error) {
      // Whoever aborted the run has already told the store.
      if (own.aborted || error instanceof ReviewCancelled) return;
      endRun();
      if (isAutomatic && isBusy(error)) {
        dispatch({ type: 'checkPostponed' });
        recheck.setNextPause(() => void check(true));
      } else {
        recheck.reset();
        dispatch({ type: 'checkFailed', failure: describeFailure(error) });
      }
      return;
    }
    // Marks that are there although they are switched off here are somebody else's: no edit takes them off again.
    if (getState().preferences.marks || !isAutomatic) await refreshMarks(isAutomatic);
  };

  return {
    check,

    cancel() {
      stopRun();
      dispatch({ type: 'checkCancelled' });
    },

    edited() {
      dispatch({ type: 'workbookEdited' });
      const { preferences, result, activity } = getState();
      if (!preferences.autoRecheck || (result === null && activity.kind !== 'checking')) return;
      // The first check is the user's own, also when it has to begin again: its failure must be seen.
      recheck.set(() => void check(getState().result !== null), RECHECK_DELAY);
    },

    forgetEdits: () => recheck.clear(),
    refreshMarks,

    stop() {
      stopRun();
      remark.clear();
    },
  };
}

function timeOfDay(time: Date): string {
  const twoDigits = (count: number): string => (count < 10 ? `0${count}` : String(count));
  return `${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}
