import * as React from 'react';
import type { PaneEffects } from '../state/effects';
import type { PaneStore } from '../state/store';
import { PaneView } from './PaneView';

interface PaneApplicationProps {
  readonly store: PaneStore;
  readonly effects: PaneEffects;
}

/** Joins the pane's state to its views for as long as it is on screen. */
export function PaneApplication({ store, effects }: PaneApplicationProps): React.ReactElement {
  const [state, setState] = React.useState(store.getState);
  React.useEffect(() => {
    const unsubscribe = store.subscribe(() => setState(store.getState()));
    const stop = effects.start();
    setState(store.getState());
    return () => {
      unsubscribe();
      stop();
    };
  }, [store, effects]);
  return <PaneView state={state} dispatch={store.dispatch} effects={effects} />;
}
