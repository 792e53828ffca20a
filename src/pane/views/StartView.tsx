import * as React from 'react';
import type { PaneState } from '../state/pane-state';
import { selectChosenProfile, selectProfiles } from '../state/selectors';
import { STRINGS } from '../strings';
import { LockIcon, SheetPicture } from './icons';

export function StartView({ state }: { readonly state: PaneState }): React.ReactElement {
  const chosen = selectChosenProfile(state) || (selectProfiles(state).length === 1 ? state.profiles[0] : null);
  return (
    <section className="message-screen">
      <SheetPicture />
      <h2>{STRINGS.productName}</h2>
      <p className="lead">{STRINGS.purpose}</p>
      <p>{STRINGS.startHint}</p>
      <p className="privacy">
        <LockIcon />
        <span>{STRINGS.privacy}</span>
      </p>
      <p className="quiet">{STRINGS.profileShown(chosen === null ? STRINGS.automaticProfile : chosen.name)}</p>
    </section>
  );
}
