import type { Preferences, ReviewSession } from '../../session';
import type { SelectResult } from '../../host/port/workbook-host';
import type { CellRange } from '../../core/workbook/cell-address';
import { STRINGS } from '../strings';
import { createAcceptanceEffects, type AcceptanceEffects } from './acceptance-effects';
import { createChangeEffects, type ChangeEffects } from './change-effects';
import { createCheckEffects } from './check-effects';
import { createCatalogueEffects, type CatalogueEffects } from './codes/catalogue-effects';
import { createCodeEffects, type CodeEffects } from './codes/code-effects';
import type { Place } from './checked-workbook';
import { createNotices } from './notices';
import type { NoticeAction, PaneStart, Section } from './pane-state';
import { createProfileEffects, type ProfileEffects } from './profile-effects';
import type { PaneStore } from './store';

/** What the user's gestures do to the workbook. None of these rejects: what goes wrong is shown in the pane. */
export interface PaneEffects extends ProfileEffects, ChangeEffects, AcceptanceEffects, CodeEffects, CatalogueEffects {
  /** Reads the preferences, begins to listen to the workbook and with what the pane was opened for; returns the function that ends it. */
  start(begin?: PaneStart | null): () => void;
  check(): Promise<void>;
  cancel(): void;
  chooseSection(section: Section): Promise<void>;
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
  const checks = createCheckEffects(session, store, notices, now, () => acceptances.read());
  const edited = (): void => {
    checks.edited();
    codes.reader.edited();
  };
  const changes = createChangeEffects(session, store, notices, edited);

  const acceptances = createAcceptanceEffects(session, store, notices, checks, now);

  const check = (): Promise<void> => checks.check(false);

  const changePreferences = async (change: Partial<Preferences>): Promise<void> => {
    const { preferences: former, result, isOutdated } = getState();
    const preferences: Preferences = { ...former, ...change };
    dispatch({ type: 'preferencesChanged', preferences });
    if (!preferences.autoRecheck) checks.forgetEdits();
    await session.savePreferences(preferences).catch(notices.showFailure);
    if (preferences.marks !== former.marks) await checks.refreshMarks(false);
    if (preferences.catalogueId !== former.catalogueId) await renewAll();
    else if (result === null) return;
    else if (preferences.profileId !== former.profileId) await check();
    else if (preferences.autoRecheck && !former.autoRecheck && isOutdated) await checks.check(true);
  };

  /** Rules and proposals go by the catalogue in use. */
  const renewAll = async (): Promise<void> => {
    await codes.beginAnew();
    if (getState().result !== null) await check();
  };

  const catalogues = createCatalogueEffects(session, store, notices, { changePreferences, renew: renewAll });
  const codes = createCodeEffects(session, store, notices, edited, catalogues.readCatalogues);

  const chooseSection = async (section: Section): Promise<void> => {
    dispatch({ type: 'sectionChosen', section });
    if (section === 'codes') await codes.reader.show();
  };

  const undo = async (key: string): Promise<void> => {
    await changes.undo(key);
    await codes.reader.renew();
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
    if (begin === 'codes') {
      await chooseSection(begin);
      return;
    }
    if (begin === 'repairs' || begin === 'opinions') dispatch({ type: 'sectionChosen', section: begin });
    await check();
  };

  return {
    ...createProfileEffects(session, store, { changePreferences, check }),
    ...codes,
    ...catalogues,
    ...changes,
    undo,
    accept: acceptances.accept,
    withdraw: acceptances.withdraw,

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
        codes.reader.stop();
        acceptances.forget();
        dispatch({ type: 'workbookOpened' });
        if (getState().section === 'codes') void codes.reader.show();
      });
      if (begin !== null) void preferencesRead.then(() => beginWith(begin));
      return () => {
        stopWatching();
        checks.stop();
        codes.reader.stop();
      };
    },

    check,
    cancel: checks.cancel,
    chooseSection,

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
          return undo(action.key);
        case 'conceal':
          return conceal(action.sheet);
        case 'withdraw':
          return acceptances.withdraw([action.acceptance]);
      }
    },
  };
}
