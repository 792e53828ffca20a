import { STARTS, type PaneStart } from './state/pane-state';

/** What the address asks the pane to begin with, e.g. `?view=codes` of a ribbon button; null when nothing that we know. */
export function requestedView(search: string): PaneStart | null {
  // Internet Explorer 11 has no URLSearchParams.
  const asked = /[?&]view=([a-z]+)(?:&|$)/.exec(search);
  return (asked && STARTS.find((start) => start === asked[1])) || null;
}
