import type { Preferences, ReviewSession } from '../../session';
import { STRINGS } from '../strings';
import { describeFailure } from './failure';
import type { ProfileNotice } from './pane-state';
import type { PaneStore } from './store';

/** What the user does with profile files of their own. */
export interface ProfileEffects {
  /** Keeps a profile file and goes by it from now on; what is wrong in it is said in the settings. */
  importProfile(readText: () => Promise<string>): Promise<void>;
  removeProfile(id: string): Promise<void>;
}

interface PaneCommands {
  readonly changePreferences: (change: Partial<Preferences>) => Promise<void>;
  readonly check: () => Promise<void>;
}

export function createProfileEffects(
  session: ReviewSession,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  { changePreferences, check }: PaneCommands,
): ProfileEffects {
  const show = (tone: ProfileNotice['tone'], text: string): void =>
    dispatch({ type: 'profileNoticeShown', notice: { tone, text } });

  const showFailure = (error: unknown): void => {
    const { message, advice } = describeFailure(error);
    show('problem', STRINGS.withAdvice(message, advice));
  };

  const readOwn = async (): Promise<void> =>
    dispatch({ type: 'ownProfilesRead', profiles: await session.readOwnProfiles() });

  /** The id stays the same when a file replaces its former version: results by that one are void all the same. */
  const goBy = async (profileId: string | null): Promise<void> => {
    const { preferences, result } = getState();
    if (preferences.profileId !== profileId) await changePreferences({ profileId });
    else if (result !== null) await check();
  };

  return {
    async importProfile(readText) {
      let text: string;
      try {
        text = await readText();
      } catch {
        show('problem', STRINGS.profileUnread);
        return;
      }
      try {
        const imported = await session.importProfile(text);
        if ('problem' in imported) {
          show('problem', STRINGS.profileRefused(imported.problem));
          return;
        }
        await readOwn();
        show('done', STRINGS.profileImported(imported.profile.name));
        await goBy(imported.profile.id);
      } catch (error) {
        showFailure(error);
      }
    },

    async removeProfile(id) {
      const removed = getState().ownProfiles.find((profile) => profile.id === id);
      try {
        await session.removeProfile(id);
        await readOwn();
        if (removed) show('done', STRINGS.profileRemoved(removed.name));
        const { preferences, result } = getState();
        if (preferences.profileId === id) await goBy(null);
        else if (result !== null && result.review.profile.id === id) await check();
      } catch (error) {
        showFailure(error);
      }
    },
  };
}
