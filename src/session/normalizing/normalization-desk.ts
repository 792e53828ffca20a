import type { NormalizationPlan } from '../../core/normalizing/normalization-plan';
import type { OperationOutcome } from '../history/operation-history';
import type { ReviewProgress } from '../../core/review/run-review';
import type { CancelSignal } from '../time-slices';

export interface NormalizationRun {
  /** As in ReviewRun. */
  readonly profileId?: string | null;
  readonly catalogueId?: string | null;
  readonly signal?: CancelSignal;
  /** Captions may name a form more than once: it is reviewed until nothing is left to repair. */
  readonly onProgress?: (progress: ReviewProgress) => void;
}

/** Bringing the open workbook into the template's writing. Rejections are HostErrors, ReviewCancelled or defects of ours. */
export interface NormalizationDesk {
  /** Reads the workbook as it is now. Findings that were accepted in it, and locked cells, are left out of the repairs. */
  plan(run?: NormalizationRun): Promise<NormalizationPlan>;
  /**
   * Writes the repairs of these keys as one operation.
   * @param plan The one planned last.
   */
  apply(plan: NormalizationPlan, keys: readonly string[]): Promise<OperationOutcome>;
}
