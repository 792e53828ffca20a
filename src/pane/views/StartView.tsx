import * as React from 'react';
import { selectChosenProfile, selectProfiles } from '../state/selectors';
import { CODE_STRINGS } from '../code-strings';
import { NORMALIZING_STRINGS } from '../normalizing-strings';
import { STRINGS } from '../strings';
import { LockIcon, SheetPicture } from './icons';
import type { PaneViewProps } from './PaneView';

export function StartView({ state, effects }: PaneViewProps): React.ReactElement {
  const chosen = selectChosenProfile(state) || (selectProfiles(state).length === 1 ? state.profiles[0] : null);
  return (
    <section className="message-screen">
      <SheetPicture />
      <h2>{STRINGS.productName}</h2>
      <p className="lead">{STRINGS.purpose}</p>
      <p>{STRINGS.startHint}</p>
      <p>
        {CODE_STRINGS.beginHint}
        <button type="button" className="text-button" onClick={() => void effects.chooseSection('codes')}>
          {CODE_STRINGS.begin}
        </button>
        {NORMALIZING_STRINGS.beginOr}
        <button type="button" className="text-button" onClick={() => void effects.chooseSection('repairs')}>
          {NORMALIZING_STRINGS.begin}
        </button>
      </p>
      <p className="privacy">
        <LockIcon />
        <span>{STRINGS.privacy}</span>
      </p>
      <p className="quiet">{STRINGS.profileShown(chosen === null ? STRINGS.automaticProfile : chosen.name)}</p>
    </section>
  );
}
