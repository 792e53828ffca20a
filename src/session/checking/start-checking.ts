import type { ReviewRunner } from './review-runner';
import { startWorkerRunner, WorkerLost, type OpenWorker, type WorkerTimeouts } from './worker-runner';

/** Ways to check. */
export interface CheckingMeans {
  readonly openWorker: OpenWorker;
  /** Loads what checks on this thread; asked for only where the worker fails. */
  readonly loadInThread: () => Promise<ReviewRunner>;
  readonly timeouts?: WorkerTimeouts;
}

/**
 * Checks in a worker; once that is lost, and where there is none, on this thread for good. Users see no difference but in speed:
 * what was running is run again.
 */
export async function startChecking({ openWorker, loadInThread, timeouts }: CheckingMeans): Promise<ReviewRunner> {
  let worker: ReviewRunner;
  try {
    worker = await startWorkerRunner(openWorker, timeouts);
  } catch {
    return loadInThread();
  }
  let loading: Promise<ReviewRunner> | null = null;
  const fallback = (): Promise<ReviewRunner> => {
    if (loading === null) {
      loading = loadInThread();
      // Tried again at the next review.
      loading.catch(() => (loading = null));
    }
    return loading;
  };
  const byEither = async <Result>(work: (runner: ReviewRunner) => Promise<Result>): Promise<Result> => {
    try {
      return await work(worker);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
    }
    return work(await fallback());
  };
  return {
    rulebook: worker.rulebook,
    review: (snapshot, wish, signal, onProgress) =>
      byEither((runner) => runner.review(snapshot, wish, signal, onProgress)),
    plan: (snapshot, wish, signal, onProgress) => byEither((runner) => runner.plan(snapshot, wish, signal, onProgress)),
    catalogues: {
      builtin: worker.catalogues.builtin,
      inspect: (source, options) => byEither(({ catalogues }) => catalogues.inspect(source, options)),
      propose: (snapshot, catalogue) => byEither(({ catalogues }) => catalogues.propose(snapshot, catalogue)),
      search: (catalogue, search) => byEither(({ catalogues }) => catalogues.search(catalogue, search)),
      export: (catalogue, format) => byEither(({ catalogues }) => catalogues.export(catalogue, format)),
      compact: (catalogue) => byEither(({ catalogues }) => catalogues.compact(catalogue)),
    },
    conversions: {
      templates: () => byEither(({ conversions }) => conversions.templates()),
      inspect: (name, bytes) => byEither(({ conversions }) => conversions.inspect(name, bytes)),
      projects: (snapshot) => byEither(({ conversions }) => conversions.projects(snapshot)),
      convert: (snapshot, keys, template) =>
        byEither(({ conversions }) => conversions.convert(snapshot, keys, template)),
    },
  };
}
