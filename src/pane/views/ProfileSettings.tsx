import * as React from 'react';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import type { Preferences } from '../../session';
import type { PaneEffects } from '../state/effects';
import type { PaneState } from '../state/pane-state';
import { selectChosenProfile, selectProfiles } from '../state/selectors';
import { STRINGS } from '../strings';
import { FilePicker } from './FilePicker';
import { readTextFile } from './read-picked-file';

interface ProfileSettingsProps {
  readonly state: PaneState;
  readonly effects: Pick<PaneEffects, 'importProfile' | 'removeProfile'>;
  readonly onChange: (change: Partial<Preferences>) => void;
}

const AUTOMATIC = '*';

/** Which profile the workbook is checked by, and those of the user's own. */
export function ProfileSettings({ state, effects, onChange }: ProfileSettingsProps): React.ReactElement {
  const profiles = selectProfiles(state);
  const chosen = selectChosenProfile(state);
  const used = state.result === null ? null : state.result.review.profile;
  const automatic =
    chosen === null && used !== null && used.isAutomatic
      ? STRINGS.automaticProfileUsed(used.name)
      : STRINGS.automaticProfile;
  return (
    <>
      {profiles.length > 1 ? (
        <>
          <ChoiceGroup
            label={STRINGS.profileLabel}
            selectedKey={chosen === null ? AUTOMATIC : chosen.id}
            options={[
              { key: AUTOMATIC, text: automatic },
              ...profiles.map(({ id, name }) => ({ key: id, text: name })),
            ]}
            onChange={(_event, option) =>
              option && onChange({ profileId: option.key === AUTOMATIC ? null : option.key })
            }
          />
          <p className="quiet">{chosen === null ? STRINGS.automaticProfileHint : chosen.description}</p>
        </>
      ) : (
        <>
          <p className="settings-profile">{STRINGS.profileShown(profiles[0].name)}</p>
          <p className="quiet">{profiles[0].description}</p>
        </>
      )}
      {state.ownProfiles.length > 0 && (
        <ul className="own-profiles" aria-label={STRINGS.ownProfilesLabel}>
          {state.ownProfiles.map(({ id, name, problem }) => (
            <li key={id}>
              <span className="own-profile-name">
                {name}
                {problem !== null && <span className="quiet">{STRINGS.profileOutdated(problem)}</span>}
              </span>
              <button
                type="button"
                className="text-button"
                aria-label={STRINGS.removeProfileNamed(name)}
                onClick={() => void effects.removeProfile(id)}
              >
                {STRINGS.removeProfile}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="profile-import">
        <FilePicker
          text={STRINGS.importProfile}
          accept=".json,application/json"
          onPick={(file) => void effects.importProfile(() => readTextFile(file))}
        />
        <p className="quiet">{STRINGS.importProfileHint}</p>
      </div>
      <p
        role="status"
        className={state.profileNotice === null ? 'visually-hidden' : `profile-notice ${state.profileNotice.tone}`}
      >
        {state.profileNotice === null ? '' : state.profileNotice.text}
      </p>
    </>
  );
}
