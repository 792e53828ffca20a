import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { FocusTrapCallout } from 'office-ui-fabric-react/lib/Callout';
import { DirectionalHint } from 'office-ui-fabric-react/lib/common/DirectionalHint';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { Toggle } from 'office-ui-fabric-react/lib/Toggle';
import type { Profile } from '../../core/review/profile';
import type { Preferences } from '../../session';
import { STRINGS } from '../strings';

interface SettingsFlyoutProps {
  readonly target: React.RefObject<HTMLElement>;
  readonly preferences: Preferences;
  readonly profiles: readonly Profile[];
  readonly chosenProfile: Profile;
  readonly canWatch: boolean;
  readonly onChange: (change: Partial<Preferences>) => void;
  readonly onClose: () => void;
}

export function SettingsFlyout(props: SettingsFlyoutProps): React.ReactElement {
  const { target, preferences, profiles, chosenProfile, canWatch, onChange, onClose } = props;
  return (
    <FocusTrapCallout
      target={target}
      directionalHint={DirectionalHint.bottomRightEdge}
      isBeakVisible={false}
      role="dialog"
      ariaLabel={STRINGS.settings}
      calloutMaxWidth={296}
      focusTrapProps={{ isClickableOutsideFocusTrap: true }}
      setInitialFocus
      onDismiss={onClose}
    >
      <div className="settings">
        <h2>{STRINGS.settings}</h2>
        {profiles.length > 1 ? (
          <ChoiceGroup
            label={STRINGS.profileLabel}
            selectedKey={chosenProfile.id}
            options={profiles.map(({ id, name }) => ({ key: id, text: name }))}
            onChange={(_event, option) => option && onChange({ profileId: option.key })}
          />
        ) : (
          <p className="settings-profile">{STRINGS.profileShown(chosenProfile.name)}</p>
        )}
        <p className="quiet">{chosenProfile.description}</p>
        {canWatch ? (
          <>
            <Toggle
              label={STRINGS.autoRecheck}
              inlineLabel
              checked={preferences.autoRecheck}
              onChange={(_event, isOn) => onChange({ autoRecheck: Boolean(isOn) })}
            />
            <p className="quiet">{STRINGS.autoRecheckHint}</p>
          </>
        ) : (
          <p className="quiet">{STRINGS.watchingUnavailable}</p>
        )}
        <p className="privacy">{STRINGS.privacy}</p>
        <DefaultButton text={STRINGS.close} onClick={onClose} />
      </div>
    </FocusTrapCallout>
  );
}
