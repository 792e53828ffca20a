import * as React from 'react';
import type { CodeOption, FoundOptions } from '../../state/codes/code-options';

export type SearchState = 'idle' | 'searching' | 'failed';

export interface CodeSearch {
  readonly options: readonly CodeOption[];
  readonly isCut: boolean;
  readonly state: SearchState;
  /** Searches as soon as the user pauses. */
  start(text: string): void;
  clear(): void;
}

const PAUSE = 200;

const NOTHING: FoundOptions = { options: [], isCut: false };

/** What the catalogue holds of a text that is being typed; of several answers only that to the last text counts. */
export function useCodeSearch(find: (text: string) => Promise<FoundOptions>): CodeSearch {
  const [found, setFound] = React.useState(NOTHING);
  const [state, setState] = React.useState<SearchState>('idle');
  const run = React.useRef(0);
  const timer = React.useRef<number | null>(null);

  const stop = (): void => {
    run.current += 1;
    if (timer.current !== null) window.clearTimeout(timer.current);
  };
  React.useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );

  return {
    ...found,
    state,
    start(text) {
      stop();
      const wanted = text.trim();
      if (wanted === '') {
        setState('idle');
        return;
      }
      const own = run.current;
      setState('searching');
      const settle = (result: FoundOptions, how: SearchState): void => {
        if (own !== run.current) return;
        setFound(result);
        setState(how);
      };
      timer.current = window.setTimeout(() => {
        find(wanted).then(
          (result) => settle(result, 'idle'),
          () => settle(NOTHING, 'failed'),
        );
      }, PAUSE);
    },
    clear() {
      stop();
      setFound(NOTHING);
      setState('idle');
    },
  };
}
