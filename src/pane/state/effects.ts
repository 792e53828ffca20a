import { ReviewCancelled, type Preferences, type ReviewSession } from '../../session';
import type { WorkbookChange } from '../../host/port/workbook-host';
import type { CellRange } from '../../core/workbook/cell-address';
import { STRINGS } from '../strings';
import { describeReview, type FindingItem, type Place } from './checked-workbook';
import { describeFailure } from './failure';
import type { Notice } from './pane-state';
import { createProfileEffects, type ProfileEffects } from './profile-effects';
import { selectApplied } from './selectors';
import type { PaneStore } from './store';

/** What the user's gestures do to the workbook. None of these rejects: what goes wrong is shown in the pane. */
export interface PaneEffects extends ProfileEffects {
  /** Reads the preferences and begins to listen to the workbook; returns the function that ends it. */
  start(): () => void;
  check(): Promise<void>;
  cancel(): void;
  select(place: Place): Promise<void>;
  selectRange(sheet: string, range: CellRange): Promise<void>;
  fix(item: FindingItem): Promise<void>;
  undo(key: string): Promise<void>;
  changePreferences(change: Partial<Preferences>): Promise<void>;
}

/** An edit is followed by others: the workbook is checked again when the user pauses. */
export const RECHECK_DELAY = 600;

interface Run {
  aborted: boolean;
}

export function createPaneEffects(
  session: ReviewSession,
  { getState, dispatch }: PaneStore,
  now: () => Date = () => new Date(),
): PaneEffects {
  let run: Run | null = null;
  let recheckTimer: ReturnType<typeof setTimeout> | null = null;

  const show = (tone: Notice['tone'], text: string): void =>
    dispatch({ type: 'noticeShown', notice: { tone, text, undoKey: null } });

  const showFailure = (error: unknown): void => {
    const { message, advice } = describeFailure(error);
    show('problem', STRINGS.withAdvice(message, advice));
  };

  const stopRun = (): void => {
    if (recheckTimer !== null) clearTimeout(recheckTimer);
    recheckTimer = null;
    if (run !== null) run.aborted = true;
    run = null;
  };

  const refreshMarks = async (): Promise<void> => {
    const { capabilities, preferences, result } = getState();
    if (!capabilities.mark || result === null) return;
    try {
      await (preferences.marks ? session.mark(result.review.findings) : session.clearMarks());
    } catch (error) {
      showFailure(error);
    }
  };

  const check = async (isAutomatic: boolean): Promise<void> => {
    stopRun();
    const own: Run = { aborted: false };
    run = own;
    dispatch({ type: 'checkStarted', isAutomatic });
    try {
      const review = await session.review({
        profileId: getState().preferences.profileId,
        extent: isAutomatic ? 'edited' : 'whole',
        signal: own,
        onProgress: (progress) => {
          if (!own.aborted) dispatch({ type: 'checkProgressed', progress });
        },
      });
      if (own.aborted) return;
      run = null;
      dispatch({ type: 'checkFinished', result: describeReview(review, timeOfDay(now())) });
    } catch (error) {
      // Whoever aborted the run has already told the store.
      if (own.aborted || error instanceof ReviewCancelled) return;
      run = null;
      dispatch({ type: 'checkFailed', failure: describeFailure(error) });
      return;
    }
    await refreshMarks();
  };

  const scheduleRecheck = (): void => {
    const { preferences, result, activity } = getState();
    if (!preferences.autoRecheck || (result === null && activity.kind !== 'checking')) return;
    if (recheckTimer !== null) clearTimeout(recheckTimer);
    recheckTimer = setTimeout(() => {
      recheckTimer = null;
      void check(true);
    }, RECHECK_DELAY);
  };

  const edited = (): void => {
    dispatch({ type: 'workbookEdited' });
    scheduleRecheck();
  };

  const changed = ({ kind }: WorkbookChange): void => {
    if (kind === 'edited') {
      edited();
      return;
    }
    stopRun();
    dispatch({ type: 'workbookOpened' });
  };

  const changePreferences = async (change: Partial<Preferences>): Promise<void> => {
    const { preferences: former, result, isOutdated } = getState();
    const preferences: Preferences = { ...former, ...change };
    dispatch({ type: 'preferencesChanged', preferences });
    await session.savePreferences(preferences).catch(showFailure);
    if (preferences.marks !== former.marks) await refreshMarks();
    if (result === null) return;
    if (preferences.profileId !== former.profileId) await check(false);
    else if (preferences.autoRecheck && !former.autoRecheck && isOutdated) await check(true);
  };

  return {
    ...createProfileEffects(session, { getState, dispatch }, { changePreferences, check: () => check(false) }),

    start() {
      session.readOwnProfiles().then(
        (profiles) => dispatch({ type: 'ownProfilesRead', profiles }),
        () => show('problem', STRINGS.preferencesUnread),
      );
      session.readPreferences().then(
        (preferences) => dispatch({ type: 'preferencesChanged', preferences }),
        () => show('problem', STRINGS.preferencesUnread),
      );
      const stopWatching = session.watch(changed);
      return () => {
        stopWatching();
        stopRun();
      };
    },

    check: () => check(false),

    cancel() {
      stopRun();
      dispatch({ type: 'checkCancelled' });
    },

    async select(place) {
      if (!session.capabilities.select) return;
      await session.select(place).catch(showFailure);
    },

    async selectRange(sheet, range) {
      if (!session.capabilities.select) return;
      await session.selectRange(sheet, range).catch(showFailure);
    },

    async fix({ key, finding }) {
      try {
        const change = await session.applyFix(finding);
        const isWritten = change.inverse !== null;
        const text = isWritten ? STRINGS.fixed(change.label, finding.sheet, finding.cell) : STRINGS.fixRefused;
        const notice: Notice = {
          tone: change.conflicts.length === 0 ? 'done' : 'problem',
          text: [text, ...change.conflicts].join(''),
          undoKey: isWritten ? key : null,
        };
        dispatch({ type: 'fixApplied', key, change, notice });
        if (isWritten) edited();
      } catch (error) {
        showFailure(error);
      }
    },

    async undo(key) {
      const applied = selectApplied(getState(), key);
      if (applied === null) return;
      try {
        const { inverse, conflicts } = await session.undo(applied);
        const text = inverse === null ? STRINGS.undoRefused : STRINGS.undone(applied.label);
        const notice: Notice = {
          tone: conflicts.length === 0 ? 'done' : 'problem',
          text: [text, ...conflicts].join(''),
          undoKey: null,
        };
        dispatch({ type: 'fixUndone', key, notice });
        if (inverse !== null) edited();
      } catch (error) {
        showFailure(error);
      }
    },

    changePreferences,
  };
}

function timeOfDay(time: Date): string {
  const twoDigits = (count: number): string => (count < 10 ? `0${count}` : String(count));
  return `${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}
