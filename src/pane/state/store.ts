import type { PaneAction } from './actions';
import type { PaneState } from './pane-state';
import { reducePane } from './reducer';

export interface PaneStore {
  getState(): PaneState;
  dispatch(action: PaneAction): void;
  /** Calls the listener after each change; returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

export function createPaneStore(initial: PaneState): PaneStore {
  let state = initial;
  let listeners: readonly (() => void)[] = [];
  return {
    getState: () => state,
    dispatch(action) {
      const next = reducePane(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners = [...listeners, listener];
      return () => {
        listeners = listeners.filter((candidate) => candidate !== listener);
      };
    },
  };
}
