import * as React from 'react';
import type { PaneState } from '../state/pane-state';
import type { WorkbookReading } from '../state/reading/workbook-reading';
import { CODE_STRINGS } from '../code-strings';
import { STRINGS } from '../strings';
import { WarningIcon } from './icons';

interface OutdatedNoteProps {
  readonly state: Pick<PaneState, 'capabilities' | 'preferences'>;
  readonly reading: WorkbookReading<unknown>;
  readonly onRead: () => void;
}

/** That the list may not tell of the workbook as it is, where the user has to do something about it. */
export function OutdatedNote({ state, reading, onRead }: OutdatedNoteProps): React.ReactElement | null {
  const { activity, isOutdated } = reading;
  const readAgain = (
    <button type="button" className="text-button" onClick={onRead}>
      {CODE_STRINGS.readAgain}
    </button>
  );
  if (!state.capabilities.watch) {
    return (
      <p className="codes-freshness quiet">
        <span>{CODE_STRINGS.notWatched}</span>
        {readAgain}
      </p>
    );
  }
  if (!isOutdated || (state.preferences.autoRecheck && activity.kind !== 'failed')) return null;
  return (
    <p className="codes-freshness codes-outdated">
      <WarningIcon />
      <span>{CODE_STRINGS.outdated}</span>
      {readAgain}
    </p>
  );
}

/** What happens to the list by itself; "" for nothing. Said in place, so that nothing jumps at every edit. */
export function freshnessOf(
  { plan, activity, isOutdated, isPostponed }: WorkbookReading<unknown>,
  { preferences }: Pick<PaneState, 'preferences'>,
): string {
  if (plan === null) return '';
  if (activity.kind === 'reading') return activity.isStalled ? STRINGS.waitingForAnswer : CODE_STRINGS.readingAgain;
  if (!isOutdated || !preferences.autoRecheck || activity.kind === 'failed') return '';
  return isPostponed ? CODE_STRINGS.readPostponed : CODE_STRINGS.readSoon;
}
