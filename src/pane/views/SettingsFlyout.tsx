import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { FocusTrapCallout } from 'office-ui-fabric-react/lib/Callout';
import { DirectionalHint } from 'office-ui-fabric-react/lib/common/DirectionalHint';
import { Toggle } from 'office-ui-fabric-react/lib/Toggle';
import type { Preferences } from '../../session';
import type { PaneEffects } from '../state/effects';
import type { PaneState } from '../state/pane-state';
import { STRINGS } from '../strings';
import { ProfileSettings } from './ProfileSettings';

interface SettingsFlyoutProps {
  readonly target: React.RefObject<HTMLElement>;
  readonly state: PaneState;
  readonly effects: Pick<PaneEffects, 'importProfile' | 'removeProfile'>;
  readonly onChange: (change: Partial<Preferences>) => void;
  readonly onClose: () => void;
}

export function SettingsFlyout(props: SettingsFlyoutProps): React.ReactElement {
  const { target, state, effects, onChange, onClose } = props;
  const canWatch = state.capabilities.watch;
  return (
    <FocusTrapCallout
      target={target}
      directionalHint={DirectionalHint.bottomRightEdge}
      isBeakVisible={false}
      role="dialog"
      ariaLabel={STRINGS.settings}
      calloutMaxWidth={296}
      focusTrapProps={{ isClickableOutsideFocusTrap: true, firstFocusableTarget: 'input:checked' }}
      preventDismissOnScroll
      onDismiss={onClose}
    >
      <div className="settings">
        <h2>{STRINGS.settings}</h2>
        <ProfileSettings state={state} effects={effects} onChange={onChange} />
        <Toggle
          label={STRINGS.autoRecheck}
          inlineLabel
          disabled={!canWatch}
          checked={canWatch && state.preferences.autoRecheck}
          onChange={(_event, isOn) => onChange({ autoRecheck: Boolean(isOn) })}
        />
        <p className="quiet">{canWatch ? STRINGS.autoRecheckHint : STRINGS.watchingUnavailable}</p>
        <p className="privacy">{STRINGS.privacy}</p>
        <DefaultButton text={STRINGS.close} onClick={onClose} />
      </div>
    </FocusTrapCallout>
  );
}
