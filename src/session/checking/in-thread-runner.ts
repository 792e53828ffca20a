import type { ReviewResources } from '../review-resources';
import { runInSlices, type CancelSignal } from '../time-slices';
import { reportInSteps } from './report-in-steps';
import type { ReviewRunner, Rulebook } from './review-runner';

/** Checks on the thread it was made on, in slices short enough for a pane to answer clicks in between. */
export function createInThreadRunner(resources: ReviewResources): ReviewRunner {
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
      return runInSlices(reportInSteps(snapshot, resources, wish), eitherSignal, onProgress);
    },
  };
}

/** What of the resources is plain data that users read. */
export function rulebookOf({ rules, profiles }: ReviewResources): Rulebook {
  return {
    rules: rules.map(({ id, title, why, basis, example, thresholds }) => ({
      id,
      title,
      why,
      basis,
      example,
      thresholds,
    })),
    profiles,
  };
}
