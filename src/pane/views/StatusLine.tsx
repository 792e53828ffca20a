import * as React from 'react';
import type { PaneState } from '../state/pane-state';
import { STRINGS } from '../strings';
import { WarningIcon } from './icons';

interface StatusLineProps {
  readonly state: PaneState;
  readonly isQuietlyChecking: boolean;
  readonly onChangeProfile: () => void;
}

/** Which workbook was checked, when and how widely; and whether that still holds. */
export function StatusLine(props: StatusLineProps): React.ReactElement | null {
  const { state, isQuietlyChecking, onChangeProfile } = props;
  const { result, isOutdated, isPostponed, preferences, activity, capabilities } = state;
  if (result === null) return null;
  const { review, checkedAt } = result;
  // In a moment the results hold again: said in place, so that nothing jumps at every edit.
  const isRecheckDue = isOutdated && preferences.autoRecheck && activity.kind !== 'failed';
  const due = isPostponed ? STRINGS.recheckPostponed : STRINGS.recheckSoon;
  const time = isRecheckDue ? due : STRINGS.checkedAt(checkedAt);
  const isStalled = activity.kind === 'checking' && activity.isStalled;
  return (
    <>
      <p className="status-line">
        <span className="status-workbook" title={review.workbook}>
          {review.workbook}
        </span>
        <span className="status-time">
          {isStalled ? STRINGS.waitingForAnswer : isQuietlyChecking ? STRINGS.checkingAgain : time}
        </span>
      </p>
      <p className="status-line status-scope">
        <button type="button" className="text-button" title={STRINGS.changeProfile} onClick={onChangeProfile}>
          {STRINGS.profileUsed(review.profile.name, review.profile.isAutomatic)}
        </button>
        <span className="status-time">{STRINGS.scope(review.forms.length, review.ruleCount)}</span>
      </p>
      {!capabilities.watch && <p className="status-line status-scope">{STRINGS.watchingUnavailable}</p>}
      {isStalled && !isQuietlyChecking && (
        <p className="outdated">
          <WarningIcon />
          <span>{STRINGS.noAnswerYet}</span>
        </p>
      )}
      {isOutdated && !isRecheckDue && (
        <p className="outdated">
          <WarningIcon />
          <span>{STRINGS.outdated}</span>
        </p>
      )}
    </>
  );
}
