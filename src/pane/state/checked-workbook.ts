import type { Finding } from '../../core/review/finding';
import type { ReportedFinding, ReviewReport } from '../../session';

/** Where a finding stands, or a number of its calculation. */
export type Place = Pick<Finding, 'sheet' | 'cell'>;

/** A finding as the list knows it. */
export interface FindingItem {
  /** The same for the same flaw in the next review, so that what is open stays open. */
  readonly key: string;
  readonly finding: ReportedFinding;
}

/** A finished review as the pane keeps it. */
export interface CheckedWorkbook {
  readonly review: ReviewReport;
  readonly items: readonly FindingItem[];
  /** Time of day, e.g. "09:05". */
  readonly checkedAt: string;
}

export function describeReview(review: ReviewReport, checkedAt: string): CheckedWorkbook {
  const seen = new Map<string, number>();
  const items = review.findings.map((finding) => {
    const flaw = [finding.ruleId, finding.sheet, finding.cell, finding.quote].join('|');
    const count = seen.get(flaw) || 0;
    seen.set(flaw, count + 1);
    return { key: `${flaw}|${count}`, finding };
  });
  return { review, items, checkedAt };
}
