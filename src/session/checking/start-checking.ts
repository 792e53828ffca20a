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
 * the review that was running is run again.
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
  return {
    rulebook: worker.rulebook,
    async review(snapshot, wish, signal, onProgress) {
      try {
        return await worker.review(snapshot, wish, signal, onProgress);
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
      }
      const runner = await fallback();
      return runner.review(snapshot, wish, signal, onProgress);
    },
  };
}
