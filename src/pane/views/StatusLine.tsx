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
  const { result, isOutdated, preferences } = state;
  if (result === null) return null;
  const { review, checkedAt, ruleCount } = result;
  return (
    <>
      <p className="status-line">
        <span className="status-workbook" title={review.workbook}>
          {review.workbook}
        </span>
        <span className="status-time">{isQuietlyChecking ? STRINGS.checkingAgain : STRINGS.checkedAt(checkedAt)}</span>
      </p>
      <p className="status-line status-scope">
        {STRINGS.profileShown(review.profile.name)}
        <span aria-hidden="true">　</span>
        {STRINGS.scope(review.workbookForms.forms.length, ruleCount)}
      </p>
      {isOutdated && (
        <p className="outdated">
          <WarningIcon />
          <span>{preferences.autoRecheck ? STRINGS.outdatedRechecking : STRINGS.outdated}</span>
        </p>
      )}
    </>
  );
}
