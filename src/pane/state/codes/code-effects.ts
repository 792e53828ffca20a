import type { CodingRow } from '../../../core/coding/coding-plan';
import { cellKeyOf } from '../../../core/changes/change-set';
import type { AppliedChange, ReviewSession } from '../../../session';
import { CODE_STRINGS } from '../../code-strings';
import { noticeOf } from '../applied-notice';
import { describeFailure } from '../failure';
import type { Notices } from '../notices';
import { createTimer, isBusy, RECHECK_DELAY, STALL_DELAY } from '../repeat-timer';
import type { PaneStore } from '../store';
import { searchOptions, type FoundOptions } from './code-options';
import type { CodesAction } from './codes-actions';
import { selectFilling } from './codes-selectors';
import type { CodesState } from './codes-state';

/** What the user does in the section 编码 with the rows of the workbook. */
export interface CodeEffects {
  /** Reads the workbook as it is now and proposes codes. */
  proposeCodes(): Promise<void>;
  /** Writes what is ticked and shown. */
  fillCodes(): Promise<void>;
  /** Takes codes off the rows of these keys, off all rows when left out. */
  stripCodes(keys?: readonly string[]): Promise<void>;
  /** Rejects where the catalogue cannot be searched. */
  searchCodes(row: CodingRow, text: string): Promise<FoundOptions>;
}

export interface CodeReading extends CodeEffects {
  /** The section is shown: what is not read yet, or outdated, is read. */
  show(): Promise<void>;
  /** The workbook was changed: what is shown is renewed when the user pauses. */
  edited(): void;
  /** Something was taken back: nobody is to see for long what was before. */
  renew(): Promise<void>;
  /** Codes come from another catalogue now: nothing of the former proposal may be filled in. */
  beginAnew(): Promise<void>;
  /** Ends what is running and what was to follow. */
  stop(): void;
}

export function createCodeEffects(
  session: Pick<ReviewSession, 'catalogues'>,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  tellEdited: () => void,
  readCatalogues: () => Promise<void>,
): CodeReading {
  const { catalogues } = session;
  const reread = createTimer();
  const stall = createTimer();
  let run = 0;
  let changes = 0;

  const tell = (action: CodesAction): void => dispatch({ type: 'codes', action });
  const codes = (): CodesState => getState().codes;
  const isShown = (): boolean => getState().section === 'codes';

  const catalogueId = (): string | null => getState().preferences.catalogueId;

  /** @param isQuiet Nobody waits for it: where the workbook is busy it is read later. */
  const read = async (isQuiet: boolean): Promise<void> => {
    reread.clear();
    run += 1;
    const own = run;
    tell({ type: 'readingStarted', isQuiet: isQuiet && codes().plan !== null });
    stall.set(() => tell({ type: 'readingStalled' }), STALL_DELAY);
    try {
      const listed = codes().catalogues === null ? readCatalogues() : Promise.resolve();
      const [plan] = await Promise.all([catalogues.propose(catalogueId()), listed]);
      if (own !== run) return;
      reread.reset();
      tell({ type: 'planRead', plan });
    } catch (error) {
      if (own !== run) return;
      if (isQuiet && isBusy(error)) {
        tell({ type: 'readingPostponed' });
        reread.setNextPause(() => void read(true));
      } else {
        reread.reset();
        tell({ type: 'readingFailed', failure: describeFailure(error) });
      }
    } finally {
      if (own === run) stall.clear();
    }
  };

  const write = async (
    writing: () => Promise<AppliedChange>,
    describe: (change: AppliedChange) => string,
  ): Promise<void> => {
    if (codes().activity.kind === 'writing') return;
    // What is being read would tell of the workbook as it was.
    run += 1;
    reread.clear();
    stall.clear();
    tell({ type: 'writingStarted' });
    try {
      const change = await writing();
      tell({ type: 'writingEnded' });
      changes += 1;
      const key = `codes ${changes}`;
      const isWritten = change.inverse !== null;
      const notice = noticeOf(change, describe(change), isWritten ? { kind: 'undo', key } : null);
      dispatch({ type: 'fixApplied', applied: { key, findings: [], change }, notice });
      if (isWritten) tellEdited();
      // What was refused is refused because the cells hold something else now.
      await read(true);
    } catch (error) {
      tell({ type: 'writingEnded' });
      notices.showFailure(error);
    }
  };

  return {
    proposeCodes: () => read(false),

    async fillCodes() {
      const { plan } = codes();
      const { choices, rowCount } = selectFilling(codes());
      if (plan === null || rowCount === 0) return;
      const rows = plan.rows.filter(({ key }) => choices[key] !== undefined);
      await write(
        () => catalogues.fill(plan, choices),
        (change) => {
          const count = writtenRows(rows, change);
          return count === 0 ? CODE_STRINGS.nothingFilled : CODE_STRINGS.filled(count);
        },
      );
    },

    async stripCodes(keys) {
      const { plan } = codes();
      if (plan === null) return;
      const rows = plan.rows.filter(
        ({ key, state }) => state === 'coded' && (keys === undefined || keys.indexOf(key) >= 0),
      );
      await write(
        () => catalogues.strip(plan, keys),
        (change) => {
          const count = writtenRows(rows, change);
          return count === 0 ? CODE_STRINGS.nothingStripped : CODE_STRINGS.stripped(count);
        },
      );
    },

    searchCodes: (row, text) => searchOptions(catalogues, catalogueId(), row, text),

    async show() {
      const { plan, activity, isOutdated } = codes();
      if (activity.kind === 'reading' || activity.kind === 'writing') return;
      // Where nobody tells of edits, there may have been some.
      if (plan === null || isOutdated || !getState().capabilities.watch) await read(plan !== null);
    },

    edited() {
      const { plan, activity } = codes();
      if (!isShown() || !getState().preferences.autoRecheck || (plan === null && activity.kind !== 'reading')) return;
      reread.set(() => void read(true), RECHECK_DELAY);
    },

    async renew() {
      if (isShown()) await read(true);
      else if (codes().plan !== null) tell({ type: 'outdated' });
    },

    async beginAnew() {
      run += 1;
      tell({ type: 'planForgotten' });
      if (isShown()) await read(false);
    },

    stop() {
      run += 1;
      reread.clear();
      stall.clear();
    },
  };
}

/** Rows whose name or code was written, as far as is in effect or may be. */
function writtenRows(rows: readonly CodingRow[], { inverse }: AppliedChange): number {
  if (inverse === null) return 0;
  const written = new Set(inverse.edits.map(cellKeyOf));
  return rows.filter(({ places: { name, code } }) =>
    [name, code].some((place) => place !== null && written.has(cellKeyOf(place))),
  ).length;
}
