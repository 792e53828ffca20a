import { formatReviewOpinions } from '../../core/reporting/review-opinions';
import { selectAccepted, selectOpenItems } from './accepted-findings';
import type { PaneState } from './pane-state';

/** The review opinions on the workbook as it was last checked; "" before that. */
export function selectOpinions(state: PaneState): string {
  if (state.result === null) return '';
  const { workbook, forms } = state.result.review;
  return formatReviewOpinions({
    workbook,
    forms,
    findings: selectOpenItems(state).map(({ finding }) => finding),
    accepted: selectAccepted(state).map(({ item, acceptance: { reason, date } }) => ({
      finding: item.finding,
      reason,
      date,
    })),
  });
}
