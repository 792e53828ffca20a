import type { LeftToPerson, NormalizationPlan, PlannedRepair } from '../../core/normalizing/normalization-plan';
import type { ReviewProgress } from '../../core/review/run-review';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { CatalogueName } from '../catalogues/catalogue-works';
import type { NormalizationWish } from '../normalizing/normalization-wish';
import { ReviewCancelled, type CancelSignal } from '../time-slices';
import type { PaneMessage, WorkerMessage } from './messages';
import type { ReportedFinding, ReviewReport } from './review-report';
import type { ProfileWish, ReviewRunner, Rulebook } from './review-runner';
import { SheetTransfer } from './sheet-transfer';
import type { ConversionWorks } from '../normalizing/conversion-works';
import { WorkerCatalogues } from './worker-catalogues';
import { createWorkerConversions } from './worker-conversions';

/** A worker as the pane reaches it. */
export interface CheckingWorker {
  send(message: PaneMessage): void;
  end(): void;
}

/** Starts a worker; what it says and that it broke down is told to the listener, as long as it lives. */
export type OpenWorker = (listener: {
  readonly onMessage: (message: WorkerMessage) => void;
  readonly onFailure: (reason: string) => void;
}) => CheckingWorker;

/** The worker does not do its work: it never started, broke down or fell silent. The review can be run elsewhere. */
export class WorkerLost extends Error {
  constructor(reason: string) {
    super(`The worker is lost: ${reason}`);
    this.name = 'WorkerLost';
    // Class extends Error loses its prototype when compiled to ES5.
    Object.setPrototypeOf(this, WorkerLost.prototype);
  }
}

/** Milliseconds. */
export interface WorkerTimeouts {
  /** How long the worker may take to load its rules. */
  readonly start: number;
  /** How long it may say nothing during a review: a single step over a very large sheet, on an old machine. */
  readonly silence: number;
  /** How long it may take for one thing worked out with catalogues: to read a file of many megabytes, on such a machine. */
  readonly answer: number;
}

const TIMEOUTS: WorkerTimeouts = { start: 5000, silence: 60000, answer: 300000 };

type SentAs<Wish extends ProfileWish> = Omit<Wish, 'catalogue'> & {
  readonly catalogue: CatalogueName | null | undefined;
};

type RunStart =
  | Pick<Extract<PaneMessage, { readonly kind: 'review' }>, 'kind' | 'wish'>
  | Pick<Extract<PaneMessage, { readonly kind: 'plan' }>, 'kind' | 'wish'>;

/** A cancel signal is asked so often; it cannot speak by itself. */
const CANCEL_POLL_MILLISECONDS = 50;

/** Messages that come of a run. */
type RunMessage = Exclude<Extract<WorkerMessage, { readonly run: number }>, { readonly kind: 'progress' | 'failed' }>;

interface Run {
  readonly number: number;
  /** True as soon as the run is over or not wanted any more. */
  readonly signal: CancelSignal;
  readonly onProgress: (progress: ReviewProgress) => void;
  lastSign: number;
  receive(message: RunMessage): void;
  reject(error: Error): void;
}

/**
 * Checks in a worker, which keeps the sheets that it was sent: only those with new content are sent again.
 * @returns Rejects with WorkerLost, as do reviews from the moment on that the worker is lost.
 */
export function startWorkerRunner(open: OpenWorker, timeouts: WorkerTimeouts = TIMEOUTS): Promise<ReviewRunner> {
  return new Promise((resolve, reject) => {
    let runner: WorkerRunner | null = null;
    let worker: CheckingWorker | null = null;
    let lost: WorkerLost | null = null;

    const lose = (reason: string): void => {
      if (lost !== null) return;
      lost = new WorkerLost(reason);
      clearTimeout(startTimer);
      if (worker !== null) worker.end();
      if (runner !== null) runner.lose(lost);
      reject(lost);
    };

    const startTimer = setTimeout(() => lose('it did not start in time'), timeouts.start);
    try {
      worker = open({
        onMessage(message) {
          if (runner !== null) runner.receive(message);
          else if (message.kind === 'ready' && worker !== null && lost === null) {
            clearTimeout(startTimer);
            runner = new WorkerRunner(worker, message, timeouts, lose);
            resolve(runner);
          }
        },
        onFailure: lose,
      });
      if (lost !== null) worker.end();
    } catch (error) {
      lose(String(error));
    }
  });
}

class WorkerRunner implements ReviewRunner {
  readonly rulebook: Rulebook;
  readonly catalogues: WorkerCatalogues;
  readonly conversions: ConversionWorks;
  private readonly sheets: SheetTransfer;
  private lost: WorkerLost | null = null;
  private current: Run | null = null;
  private lastNumber = 0;

  constructor(
    private readonly worker: CheckingWorker,
    { rulebook, catalogues }: Extract<WorkerMessage, { readonly kind: 'ready' }>,
    private readonly timeouts: WorkerTimeouts,
    private readonly onLost: (reason: string) => void,
  ) {
    const send = (message: PaneMessage): void => worker.send(message);
    this.rulebook = rulebook;
    this.sheets = new SheetTransfer(send);
    this.catalogues = new WorkerCatalogues(catalogues, send, this.sheets, timeouts.answer, onLost);
    this.conversions = createWorkerConversions(this.catalogues);
  }

  review(
    snapshot: WorkbookSnapshot,
    wish: ProfileWish,
    signal: CancelSignal,
    onProgress: (progress: ReviewProgress) => void,
  ): Promise<ReviewReport> {
    const findings: ReportedFinding[] = [];
    const sentAs = ({ catalogue, ...sent }: SentAs<ProfileWish>): RunStart => ({
      kind: 'review',
      wish: catalogue === undefined ? sent : { ...sent, catalogue },
    });
    return this.run(snapshot, wish, sentAs, signal, onProgress, (message) => {
      if (message.kind === 'findings') for (const finding of message.findings) findings.push(finding);
      return message.kind === 'report' ? { ...message.report, findings } : null;
    });
  }

  plan(
    snapshot: WorkbookSnapshot,
    wish: ProfileWish & NormalizationWish,
    signal: CancelSignal,
    onProgress: (progress: ReviewProgress) => void,
  ): Promise<NormalizationPlan> {
    const repairs: PlannedRepair[] = [];
    const left: LeftToPerson[] = [];
    const sentAs = ({ catalogue, ...sent }: SentAs<ProfileWish & NormalizationWish>): RunStart => ({
      kind: 'plan',
      wish: catalogue === undefined ? sent : { ...sent, catalogue },
    });
    return this.run(snapshot, wish, sentAs, signal, onProgress, (message) => {
      if (message.kind === 'repairs') {
        for (const repair of message.repairs) repairs.push(repair);
        for (const one of message.left) left.push(one);
      }
      return message.kind === 'planned' ? { repairs, left } : null;
    });
  }

  receive(message: WorkerMessage): void {
    if ('request' in message) {
      this.catalogues.receive(message);
      return;
    }
    const run = this.current;
    if (run === null || message.kind === 'ready' || message.run !== run.number) return;
    if (run.signal.aborted) {
      this.cancel();
      return;
    }
    run.lastSign = Date.now();
    if (message.kind === 'progress') run.onProgress(message.progress);
    else if (message.kind === 'failed') this.onLost(message.reason);
    else run.receive(message);
  }

  lose(lost: WorkerLost): void {
    this.lost = lost;
    this.sheets.forget();
    this.catalogues.lose(lost);
    if (this.current !== null) this.current.reject(lost);
  }

  private cancel(): void {
    if (this.current === null) return;
    this.current.reject(new ReviewCancelled());
    this.worker.send({ kind: 'cancel' });
  }

  /** @param take Gets what comes of the run; what it returns, unless null, is the result. */
  private run<Wish extends ProfileWish, Result>(
    snapshot: WorkbookSnapshot,
    wish: Wish,
    sentAs: (wish: SentAs<Wish>) => RunStart,
    signal: CancelSignal,
    onProgress: (progress: ReviewProgress) => void,
    take: (message: RunMessage) => Result | null,
  ): Promise<Result> {
    if (this.lost !== null) return Promise.reject(this.lost);
    this.cancel();
    if (signal.aborted) return Promise.reject(new ReviewCancelled());
    return new Promise((resolve, reject) => {
      this.lastNumber += 1;
      let isOver = false;
      const run: Run = {
        number: this.lastNumber,
        signal: {
          get aborted() {
            return isOver || signal.aborted;
          },
        },
        onProgress,
        lastSign: Date.now(),
        receive: (message) => {
          const result = take(message);
          if (result === null) return;
          finish();
          resolve(result);
        },
        reject: (error) => {
          finish();
          reject(error);
        },
      };
      const watch = setInterval(() => {
        if (signal.aborted) this.cancel();
        // Busy with something else, it cannot speak of the review.
        else if (this.catalogues.isBusy) run.lastSign = Date.now();
        else if (Date.now() - run.lastSign > this.timeouts.silence) this.onLost('it fell silent');
      }, CANCEL_POLL_MILLISECONDS);
      const finish = (): void => {
        clearInterval(watch);
        isOver = true;
        if (this.current === run) this.current = null;
      };
      this.current = run;
      this.begin(run, snapshot, wish, sentAs).catch((error) => {
        if (!(error instanceof ReviewCancelled)) this.onLost(String(error));
      });
    });
  }

  private async begin<Wish extends ProfileWish>(
    run: Run,
    snapshot: WorkbookSnapshot,
    wish: Wish,
    sentAs: (wish: SentAs<Wish>) => RunStart,
  ): Promise<void> {
    const { catalogue } = wish;
    let name: CatalogueName | null | undefined = null;
    if (catalogue === undefined) name = undefined;
    else if (catalogue !== null) name = await this.catalogues.bring(catalogue).catch(() => null);
    await this.sheets.bring(snapshot, run.signal, (sheets) => {
      run.lastSign = Date.now();
      const start = sentAs({ ...wish, catalogue: name });
      this.worker.send({ ...start, run: run.number, workbook: snapshot.name, sheets });
    });
  }
}
