import { CODE_STRINGS } from '../code-strings';
import { NORMALIZING_STRINGS } from '../normalizing-strings';
import { STRINGS } from '../strings';
import { selectAccepted, selectOpenItems } from './accepted-findings';
import { stateCounts } from './codes/codes-selectors';
import { selectLeft, selectRepairs } from './normalizing/normalizing-selectors';
import type { PaneState } from './pane-state';
import { countSeverities, selectScreen } from './selectors';

/** The rest of a long list is read in place. */
const DETAILS_TOLD = 3;

/** What a screen reader is told when the pane changes by itself; repeated checks stay silent while they run. */
export function announcementFor(state: PaneState): string {
  const { notice, activity, result } = state;
  if (activity.kind === 'failed') return `${STRINGS.failedHeading}：${activity.failure.message}`;
  if (notice !== null) return [notice.text, ...notice.details.slice(0, DETAILS_TOLD)].join('');
  if (state.section === 'codes') return codesAnnouncement(state);
  if (state.section === 'repairs') return repairsAnnouncement(state);
  const screen = selectScreen(state);
  if (screen === 'busy') {
    return activity.kind === 'checking' && activity.isStalled ? STRINGS.noAnswerYet : STRINGS.checking;
  }
  if (screen === 'clean') {
    const accepted = selectAccepted(state).length;
    return accepted > 0 ? STRINGS.announceAllAccepted(accepted) : STRINGS.announceClean;
  }
  if (screen === 'no-forms') return STRINGS.announceNoForms;
  if (result === null) return '';
  const { error, warning, info } = countSeverities(selectOpenItems(state));
  return STRINGS.announceFound(error, warning, info);
}

function codesAnnouncement({ codes: { plan, activity } }: PaneState): string {
  if (activity.kind === 'failed') return `${CODE_STRINGS.failedHeading}：${activity.failure.message}`;
  if (activity.kind === 'reading' && activity.isStalled) return STRINGS.noAnswerYet;
  if (plan === null) return activity.kind === 'reading' ? CODE_STRINGS.reading : '';
  if (plan.rows.length === 0) return CODE_STRINGS.announceNothing;
  const { certain, choose, none } = stateCounts(plan);
  return CODE_STRINGS.announceProposed(certain, choose, none);
}

function repairsAnnouncement(state: PaneState): string {
  const { page, plan, activity } = state.normalizing;
  if (page === 'templates') return '';
  if (activity.kind === 'failed') return `${NORMALIZING_STRINGS.failedHeading}：${activity.failure.message}`;
  if (activity.kind === 'reading' && activity.isStalled) return STRINGS.noAnswerYet;
  if (plan === null) return activity.kind === 'reading' ? NORMALIZING_STRINGS.planning : '';
  return NORMALIZING_STRINGS.announcePlanned(selectRepairs(state).length, selectLeft(state).length);
}
