import * as React from 'react';
import type { PaneState } from '../state/pane-state';
import { STRINGS } from '../strings';
import { WarningIcon } from './icons';

interface StatusLineProps {
  readonly state: PaneState;
  readonly isQuietlyChecking: boolean;
}

/** Which workbook was checked, when and how widely; and whether that still holds. */
export function StatusLine({ state, isQuietlyChecking }: StatusLineProps): React.ReactElement | null {
  const { result, isOutdated, preferences, activity } = state;
  if (result === null) return null;
  const { review, checkedAt, ruleCount } = result;
  // In a moment the results hold again: said in place, so that nothing jumps at every edit.
  const isRecheckDue = isOutdated && preferences.autoRecheck && activity.kind !== 'failed';
  const time = isRecheckDue ? STRINGS.recheckSoon : STRINGS.checkedAt(checkedAt);
  return (
    <>
      <p className="status-line">
        <span className="status-workbook" title={review.workbook}>
          {review.workbook}
        </span>
        <span className="status-time">{isQuietlyChecking ? STRINGS.checkingAgain : time}</span>
      </p>
      <p className="status-line status-scope">
        {STRINGS.profileShown(review.profile.name)}
        <span aria-hidden="true">　</span>
        {STRINGS.scope(review.workbookForms.forms.length, ruleCount)}
      </p>
      {isOutdated && !isRecheckDue && (
        <p className="outdated">
          <WarningIcon />
          <span>{STRINGS.outdated}</span>
        </p>
      )}
    </>
  );
}
