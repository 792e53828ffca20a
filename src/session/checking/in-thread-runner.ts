import type { ReviewResources } from '../review-resources';
import { runInSlices, type CancelSignal } from '../time-slices';
import { CheckingMemory } from './checking-memory';
import { reportInSteps } from './report-in-steps';
import type { ReviewRunner } from './review-runner';
import { rulebookOf } from './rulebook-of';

/** Checks on the thread it was made on, in slices short enough for a pane to answer clicks in between. */
export function createInThreadRunner(resources: ReviewResources): ReviewRunner {
  const memory = new CheckingMemory();
  let current: { isSuperseded: boolean } | null = null;
  return {
    rulebook: rulebookOf(resources),
    review(snapshot, wish, signal, onProgress) {
      if (current !== null) current.isSuperseded = true;
      const own = { isSuperseded: false };
      current = own;
      const eitherSignal: CancelSignal = {
        get aborted() {
          return own.isSuperseded || signal.aborted;
        },
      };
      return runInSlices(reportInSteps(snapshot, resources, wish, memory), eitherSignal, onProgress);
    },
  };
}
