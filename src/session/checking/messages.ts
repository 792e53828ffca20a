import type { NormalizationPlan } from '../../core/normalizing/normalization-plan';
import type { ReviewProgress } from '../../core/review/run-review';
import type { HostErrorCode } from '../../host/port/host-error';
import type { CatalogueDescription, CatalogueName } from '../catalogues/catalogue-works';
import type { NormalizationWish } from '../normalizing/normalization-wish';
import type { RequestAnswers, RequestTask } from './conversion-tasks';
import type { PackedCells, SheetHead } from './packed-sheets';
import type { ReportedFinding, ReviewReport } from './review-report';
import type { ProfileWish, Rulebook } from './review-runner';

/**
 * What crosses between the pane and the worker that checks for it:
 *
 *     pane                     worker
 *                  <-  ready        once, when its rules are loaded
 *       keep       ->               before sheets are sent: those not named here are forgotten
 *       sheet      ->               a sheet without its cells, under a number
 *       cells      ->               some of its cells, as often as it takes
 *       review     ->               which sheets make up the workbook, and by what to check it
 *                  <-  progress     about ten times a second
 *                  <-  findings     some of the findings, as often as it takes
 *                  <-  report       all the rest: the run is over
 *       plan       ->               as review, to be brought into the template's writing
 *                  <-  repairs      some of the repairs, or of what is left, as often as it takes
 *                  <-  planned      that was all: the run is over
 *                  <-  failed       instead of a report or plan
 *       cancel     ->               the run is not wanted any more; nothing comes back
 *
 * and, whether a review runs or not:
 *
 *       catalogue  ->               the text of an own catalogue, before it is first named
 *       request    ->               something to be worked out with catalogues or templates, under a number
 *                  <-  answer       what came of it
 *                  <-  refused      instead of an answer: what the user must be told
 *                  <-  broken       instead of either: a defect
 *       forget     ->               the answer is not wanted any more
 *
 * All of it is plain data. Large things go in portions, so that neither side is kept from its other work.
 */
export type PaneMessage =
  | { readonly kind: 'keep'; readonly sheets: readonly number[] }
  | { readonly kind: 'sheet'; readonly sheet: number; readonly head: SheetHead }
  | { readonly kind: 'cells'; readonly sheet: number; readonly cells: PackedCells }
  | {
      readonly kind: 'review';
      readonly run: number;
      readonly workbook: string;
      readonly sheets: readonly number[];
      readonly wish: SentWish;
    }
  | {
      readonly kind: 'plan';
      readonly run: number;
      readonly workbook: string;
      readonly sheets: readonly number[];
      readonly wish: SentWish & NormalizationWish;
    }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'catalogue'; readonly name: CatalogueName; readonly text: string }
  | { readonly kind: 'request'; readonly request: number; readonly task: RequestTask }
  | { readonly kind: 'forget'; readonly request: number };

/** By what to check, without what only the pane's thread can do. */
export interface SentWish extends Omit<ProfileWish, 'catalogue'> {
  readonly catalogue?: CatalogueName | null;
}

export type WorkerMessage =
  | { readonly kind: 'ready'; readonly rulebook: Rulebook; readonly catalogues: readonly CatalogueDescription[] }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: ReviewProgress }
  | { readonly kind: 'findings'; readonly run: number; readonly findings: readonly ReportedFinding[] }
  | { readonly kind: 'report'; readonly run: number; readonly report: ReportWithoutFindings }
  | ({ readonly kind: 'repairs'; readonly run: number } & NormalizationPlan)
  | { readonly kind: 'planned'; readonly run: number }
  | { readonly kind: 'failed'; readonly run: number; readonly reason: string }
  | { readonly kind: 'answer'; readonly request: number; readonly answer: RequestAnswers[keyof RequestAnswers] }
  | {
      readonly kind: 'refused';
      readonly request: number;
      readonly code: HostErrorCode;
      readonly message: string;
      readonly advice: string;
    }
  | { readonly kind: 'broken'; readonly request: number; readonly reason: string };

export type ReportWithoutFindings = Omit<ReviewReport, 'findings'>;
