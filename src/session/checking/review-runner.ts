import type { NormalizationPlan } from '../../core/normalizing/normalization-plan';
import type { Profile } from '../../core/review/profile';
import type { ReviewProgress } from '../../core/review/run-review';
import type { Rule } from '../../core/rules/define-rule';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { CatalogueReference, CatalogueWorks } from '../catalogues/catalogue-works';
import type { ConversionWorks } from '../normalizing/conversion-works';
import type { NormalizationWish } from '../normalizing/normalization-wish';
import type { CancelSignal } from '../time-slices';
import type { ReviewReport } from './review-report';

/** What users read about a rule, and what a profile may set of it. */
export type RuleDescription = Pick<Rule, 'id' | 'title' | 'why' | 'basis' | 'example' | 'thresholds'>;

/** The rules and profiles that ship with the program, as plain data. */
export interface Rulebook {
  readonly rules: readonly RuleDescription[];
  /** Ids of what normalising does beside the fixes of rules: a profile may switch them off, too. */
  readonly repairs: readonly string[];
  /** At least one; the first is the one for all cases. */
  readonly profiles: readonly Profile[];
}

/** By what a workbook is to be checked. */
export interface ProfileWish {
  /** Null, or unknown because it was removed: chosen by what the forms look like. */
  readonly profileId: string | null;
  /** Profiles of the user's own, to choose from beside those of the program. */
  readonly ownProfiles: readonly Profile[];
  /** Left out: the catalogue that ships with the program. Null, or one that cannot be read: codes are held against none. */
  readonly catalogue?: CatalogueReference | null;
}

/** Checks the workbooks of one session, on whatever thread. One review or plan at a time: the next one cancels it. */
export interface ReviewRunner {
  readonly rulebook: Rulebook;
  /** What else is worked out on that thread, of the same catalogues. */
  readonly catalogues: CatalogueWorks;
  /** Forms brought into templates, likewise. */
  readonly conversions: ConversionWorks;
  /** Rejects with ReviewCancelled, or with a defect of ours. */
  review(
    snapshot: WorkbookSnapshot,
    wish: ProfileWish,
    signal: CancelSignal,
    onProgress: (progress: ReviewProgress) => void,
  ): Promise<ReviewReport>;
  /** What brings the workbook into the template's writing. Rejects as `review`. */
  plan(
    snapshot: WorkbookSnapshot,
    wish: ProfileWish & NormalizationWish,
    signal: CancelSignal,
    onProgress: (progress: ReviewProgress) => void,
  ): Promise<NormalizationPlan>;
}
