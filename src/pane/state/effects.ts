import type { Acceptance, Preferences, ReviewSession } from '../../session';
import type { SelectResult } from '../../host/port/workbook-host';
import type { CellRange } from '../../core/workbook/cell-address';
import { STRINGS } from '../strings';
import { createAcceptanceEffects, type AcceptanceEffects } from './acceptance-effects';
import { createChangeEffects, type ChangeEffects } from './change-effects';
import { createCheckEffects } from './check-effects';
import { createCatalogueEffects, type CatalogueEffects } from './codes/catalogue-effects';
import { createCodeEffects, type CodeEffects } from './codes/code-effects';
import type { Place } from './checked-workbook';
import { createHistoryEffects, type HistoryEffects } from './history/history-effects';
import { createNormalizingEffects, type NormalizingEffects } from './normalizing/normalizing-effects';
import type { NormalizingState } from './normalizing/normalizing-state';
import { createNotices } from './notices';
import type { NoticeAction, PaneStart, Section } from './pane-state';
import { createProfileEffects, type ProfileEffects } from './profile-effects';
import type { Reader } from './reading/reading-effects';
import { createTurns } from './reading/turns';
import type { PaneStore } from './store';
import { createTemplatesEffects, type TemplatesEffects } from './templates/templates-effects';

/** What the user's gestures do to the workbook. None of these rejects: what goes wrong is shown in the pane. */
export interface PaneEffects
  extends
    ProfileEffects,
    ChangeEffects,
    AcceptanceEffects,
    CodeEffects,
    CatalogueEffects,
    NormalizingEffects,
    TemplatesEffects,
    HistoryEffects {
  /** Reads the preferences, begins to listen to the workbook and with what the pane was opened for; returns the function that ends it. */
  start(begin?: PaneStart | null): () => void;
  check(): Promise<void>;
  cancel(): void;
  chooseSection(section: Section): Promise<void>;
  /** Repairs, or forms in another template, of the section 规范. */
  choosePage(page: NormalizingState['page']): Promise<void>;
  select(place: Place): Promise<void>;
  selectRange(sheet: string, range: CellRange): Promise<void>;
  changePreferences(change: Partial<Preferences>): Promise<void>;
  /** Does what a notice offers. */
  act(action: NoticeAction): Promise<void>;
}

export function createPaneEffects(
  session: ReviewSession,
  store: PaneStore,
  now: () => Date = () => new Date(),
): PaneEffects {
  const { getState, dispatch } = store;
  const notices = createNotices(store);
  const turns = createTurns();
  const checks = createCheckEffects(session, store, notices, now, () => acceptances.read(), turns);
  const edited = (): void => {
    checks.edited();
    for (const reader of readers()) reader.edited();
  };

  const acceptances = createAcceptanceEffects(session, store, notices, checks, now);

  const check = (): Promise<void> => {
    // Planned again when its section is shown again: whoever checks waits for the check.
    if (getState().section !== 'repairs') normalizing.reader.cancel();
    return checks.check(false);
  };

  const changePreferences = async (change: Partial<Preferences>): Promise<void> => {
    const { preferences: former, result, isOutdated } = getState();
    const preferences: Preferences = { ...former, ...change };
    dispatch({ type: 'preferencesChanged', preferences });
    if (!preferences.autoRecheck) checks.forgetEdits();
    await session.savePreferences(preferences).catch(notices.showFailure);
    if (preferences.marks !== former.marks) await checks.refreshMarks(false);
    if (preferences.catalogueId !== former.catalogueId) await renewAll();
    else if (preferences.profileId !== former.profileId) await renewFindings();
    else if (result === null) return;
    else if (preferences.autoRecheck && !former.autoRecheck && isOutdated) await checks.check(true);
  };

  /** Findings and repairs go by the profile. */
  const renewFindings = async (): Promise<void> => {
    await Promise.all([normalizing.beginAnew(), getState().result === null ? undefined : check()]);
  };

  /** Rules and proposals go by the catalogue in use. */
  const renewAll = async (): Promise<void> => {
    await codes.beginAnew();
    await renewFindings();
  };

  const catalogues = createCatalogueEffects(session, store, notices, { changePreferences, renew: renewAll });

  const renewReaders = async (): Promise<void> => {
    await Promise.all(readers().map((reader) => reader.renew()));
  };
  const history = createHistoryEffects(session, store, notices, edited, renewReaders);
  const changes = createChangeEffects(session, notices, history);
  const codes = createCodeEffects(session, store, notices, history, catalogues.readCatalogues);
  const normalizing = createNormalizingEffects(session, store, notices, history, turns);
  const templates = createTemplatesEffects(session, store, notices, history);
  const readers = (): readonly Reader[] => [codes.reader, normalizing.reader, templates.reader];

  /** What is accepted is not repaired. */
  const withdraw = async (withdrawn: readonly Acceptance[]): Promise<void> => {
    await acceptances.withdraw(withdrawn);
    await normalizing.reader.renew();
  };

  const showSection = async (): Promise<void> => {
    const { section, normalizing: shown } = getState();
    if (section === 'codes') await codes.reader.show();
    if (section === 'repairs') await (shown.page === 'repairs' ? normalizing : templates).reader.show();
  };

  const chooseSection = (section: Section): Promise<void> => {
    dispatch({ type: 'sectionChosen', section });
    return showSection();
  };

  const show = async (sheet: string, selecting: Promise<SelectResult>): Promise<void> => {
    try {
      const { isRevealed } = await selecting;
      if (isRevealed) notices.show('done', STRINGS.sheetRevealed(sheet), { kind: 'conceal', sheet });
    } catch (error) {
      notices.showFailure(error);
    }
  };

  const conceal = async (sheet: string): Promise<void> => {
    try {
      await session.conceal(sheet);
      notices.show('done', STRINGS.sheetConcealed(sheet));
    } catch (error) {
      notices.showFailure(error);
    }
  };

  const beginWith = async (begin: PaneStart): Promise<void> => {
    if (begin === 'settings') {
      dispatch({ type: 'settingsToggled', isOpen: true });
      return;
    }
    if (begin === 'codes' || begin === 'repairs') {
      await chooseSection(begin);
      return;
    }
    if (begin === 'opinions') dispatch({ type: 'sectionChosen', section: begin });
    await check();
  };

  return {
    ...createProfileEffects(session, store, { changePreferences, check: renewFindings }),
    ...codes,
    ...catalogues,
    ...changes,
    ...normalizing,
    ...templates,
    ...history,

    async accept(item, reason) {
      await acceptances.accept(item, reason);
      await normalizing.reader.renew();
    },
    withdraw,

    start(begin = null) {
      session.readOwnProfiles().then(
        (profiles) => dispatch({ type: 'ownProfilesRead', profiles }),
        () => notices.show('problem', STRINGS.preferencesUnread),
      );
      const preferencesRead = session.readPreferences().then(
        (preferences) => dispatch({ type: 'preferencesChanged', preferences }),
        () => notices.show('problem', STRINGS.preferencesUnread),
      );
      const stopWatching = session.watch(({ kind }) => {
        if (kind === 'edited') {
          edited();
          return;
        }
        checks.stop();
        for (const reader of readers()) reader.stop();
        acceptances.forget();
        dispatch({ type: 'workbookOpened' });
        void history.read();
        void showSection();
      });
      void history.read();
      if (begin !== null) void preferencesRead.then(() => beginWith(begin));
      return () => {
        stopWatching();
        checks.stop();
        for (const reader of readers()) reader.stop();
      };
    },

    check,
    cancel: checks.cancel,
    chooseSection,

    choosePage(page) {
      dispatch({ type: 'normalizing', action: { type: 'pageChosen', page } });
      return showSection();
    },

    async select(place) {
      if (session.capabilities.select) await show(place.sheet, session.select(place));
    },

    async selectRange(sheet, range) {
      if (session.capabilities.select) await show(sheet, session.selectRange(sheet, range));
    },

    changePreferences,

    async act(action) {
      switch (action.kind) {
        case 'undo':
          return history.undoEntry(action.entry);
        case 'redo':
          return history.redoEntry(action.entry);
        case 'show':
          return show(action.sheet, session.selectRange(action.sheet, { top: 0, left: 0, bottom: 0, right: 0 }));
        case 'conceal':
          return conceal(action.sheet);
        case 'withdraw':
          return withdraw([action.acceptance]);
      }
    },
  };
}
