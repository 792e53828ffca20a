import type { ReviewProgress } from '../../../core/review/run-review';
import type { CancelSignal } from '../../../session';
import { describeFailure } from '../failure';
import { createTimer, isBusy, RECHECK_DELAY, STALL_DELAY } from '../repeat-timer';
import type { Turn, Turns } from './turns';
import type { ReadingAction, WorkbookReading } from './workbook-reading';

/** Reads the workbook for a section, as often as what it lists no longer holds. */
export interface Reader {
  /** The user asks for it, and waits. */
  read(): Promise<void>;
  cancel(): void;
  /** The section is shown: what is not read yet, or outdated, is read. */
  show(): Promise<void>;
  /** The workbook was changed: what is shown is renewed when the user pauses. */
  edited(): void;
  /** Something was written by others than the section: nobody is to see for long what was before. */
  renew(): Promise<void>;
  /** What was read is void. */
  beginAnew(forget: () => void): Promise<void>;
  /** Writes, unless it is being written already; what is listed is renewed after that. Rejects as the writing does. */
  write(writing: () => Promise<void>): Promise<void>;
  /** Ends what is running and what was to follow. */
  stop(): void;
}

interface Source<Plan> {
  readonly reading: () => WorkbookReading<Plan>;
  readonly isShown: () => boolean;
  /** The user has edits followed by new results. */
  readonly isAutomatic: () => boolean;
  /** The workbook tells of edits. */
  readonly isWatched: boolean;
  readonly tell: (action: ReadingAction) => void;
  /** Shared with all that must not run beside it. */
  readonly turns: Turns;
  readonly work: (signal: CancelSignal, onProgress: (progress: ReviewProgress) => void) => Promise<Plan>;
  readonly take: (plan: Plan) => void;
}

export function createReader<Plan>(source: Source<Plan>): Reader {
  const { reading, isShown, isAutomatic, isWatched, tell, turns, work, take } = source;
  const reread = createTimer();
  const stall = createTimer();
  let run: { aborted: boolean; turn: Turn } | null = null;

  const stop = (): void => {
    if (run !== null) {
      run.aborted = true;
      run.turn.end();
    }
    run = null;
    reread.clear();
    stall.clear();
  };

  /** @param isQuiet Nobody waits for it: where the workbook is busy it is read later. */
  const read = async (isQuiet: boolean): Promise<void> => {
    stop();
    const own = { aborted: false, turn: turns.next() };
    run = own;
    tell({ type: 'readingStarted', isQuiet: isQuiet && reading().plan !== null });
    stall.set(() => tell({ type: 'readingStalled' }), STALL_DELAY);
    try {
      await own.turn.ready;
      if (own.aborted) return;
      const plan = await work(own, (progress) => {
        if (own.aborted) return;
        stall.clear();
        tell({ type: 'readingProgressed', progress });
      });
      if (own.aborted) return;
      reread.reset();
      take(plan);
    } catch (error) {
      if (own.aborted) return;
      if (isQuiet && isBusy(error)) {
        tell({ type: 'readingPostponed' });
        reread.setNextPause(() => void read(true));
      } else {
        reread.reset();
        tell({ type: 'readingFailed', failure: describeFailure(error) });
      }
    } finally {
      own.turn.end();
      if (!own.aborted) stall.clear();
    }
  };

  const isBusyHere = (): boolean => reading().activity.kind === 'reading' || reading().activity.kind === 'writing';

  return {
    read: () => read(false),

    cancel() {
      if (reading().activity.kind !== 'reading') return;
      stop();
      tell({ type: 'readingCancelled' });
    },

    async show() {
      const { plan, isOutdated } = reading();
      if (isBusyHere()) return;
      // Where nobody tells of edits, there may have been some.
      if (plan === null || isOutdated || !isWatched) await read(plan !== null);
    },

    edited() {
      const { plan, activity } = reading();
      if (!isShown() || !isAutomatic() || (plan === null && activity.kind !== 'reading')) return;
      reread.set(() => void read(true), RECHECK_DELAY);
    },

    async renew() {
      if (isShown()) await read(true);
      else if (reading().plan !== null) tell({ type: 'outdated' });
    },

    async beginAnew(forget) {
      stop();
      forget();
      if (isShown()) await read(false);
    },

    async write(writing) {
      if (reading().activity.kind === 'writing') return;
      // What is being read would tell of the workbook as it was.
      stop();
      tell({ type: 'writingStarted' });
      try {
        await writing();
      } finally {
        tell({ type: 'writingEnded' });
      }
      // What was refused is refused because the cells hold something else now.
      await read(true);
    },

    stop,
  };
}
