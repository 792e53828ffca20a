import type { ReviewProgress } from '../../core/review/run-review';
import type { PackedCells, SheetHead } from './packed-sheets';
import type { ReportedFinding, ReviewReport } from './review-report';
import type { ProfileWish, Rulebook } from './review-runner';

/**
 * What crosses between the pane and the worker that checks for it:
 *
 *     pane                     worker
 *                  <-  ready        once, when its rules are loaded
 *       keep       ->               begins a run: sheets not named here are forgotten
 *       sheet      ->               a sheet without its cells, under a number
 *       cells      ->               some of its cells, as often as it takes
 *       review     ->               which sheets make up the workbook, and by what to check it
 *                  <-  progress     about ten times a second
 *                  <-  findings     some of the findings, as often as it takes
 *                  <-  report       all the rest: the run is over
 *                  <-  failed       instead of a report
 *       cancel     ->               the run is not wanted any more; nothing comes back
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
      readonly wish: ProfileWish;
    }
  | { readonly kind: 'cancel' };

export type WorkerMessage =
  | { readonly kind: 'ready'; readonly rulebook: Rulebook }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: ReviewProgress }
  | { readonly kind: 'findings'; readonly run: number; readonly findings: readonly ReportedFinding[] }
  | { readonly kind: 'report'; readonly run: number; readonly report: ReportWithoutFindings }
  | { readonly kind: 'failed'; readonly run: number; readonly reason: string };

export type ReportWithoutFindings = Omit<ReviewReport, 'findings'>;
