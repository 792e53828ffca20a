import type { ReviewResources } from '../review-resources';
import type { Rulebook } from './review-runner';

/** What of the resources is plain data that users read. */
export function rulebookOf({ rules, repairs = [], profiles }: ReviewResources): Rulebook {
  return {
    rules: rules.map(({ id, title, why, basis, example, thresholds }) => ({
      id,
      title,
      why,
      basis,
      example,
      thresholds,
    })),
    repairs: repairs.map(({ id }) => id),
    profiles,
  };
}
