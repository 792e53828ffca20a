import * as React from 'react';
import type { PaneEffects } from '../state/effects';
import type { PaneStart } from '../state/pane-state';
import type { PaneStore } from '../state/store';
import { PaneView } from './PaneView';

interface PaneApplicationProps {
  readonly store: PaneStore;
  readonly effects: PaneEffects;
  /** What the pane was opened for. */
  readonly begin?: PaneStart | null;
}

/** Joins the pane's state to its views for as long as it is on screen. */
export function PaneApplication({ store, effects, begin = null }: PaneApplicationProps): React.ReactElement {
  const [state, setState] = React.useState(store.getState);
  React.useEffect(() => {
    const unsubscribe = store.subscribe(() => setState(store.getState()));
    const stop = effects.start(begin);
    setState(store.getState());
    return () => {
      unsubscribe();
      stop();
    };
  }, [store, effects, begin]);
  return <PaneView state={state} dispatch={store.dispatch} effects={effects} />;
}
