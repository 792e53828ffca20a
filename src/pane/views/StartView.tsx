import * as React from 'react';
import type { PaneState } from '../state/pane-state';
import { selectProfile } from '../state/selectors';
import { STRINGS } from '../strings';
import { LockIcon, SheetPicture } from './icons';

export function StartView({ state }: { readonly state: PaneState }): React.ReactElement {
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
      <p className="quiet">{STRINGS.profileShown(selectProfile(state).name)}</p>
    </section>
  );
}
