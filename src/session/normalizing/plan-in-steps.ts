import type { NormalizationPlan } from '../../core/normalizing/normalization-plan';
import { planInSteps } from '../../core/normalizing/plan-normalization';
import type { ReviewProgress } from '../../core/review/run-review';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { acceptanceKey } from '../acceptances';
import type { CheckingMemory } from '../checking/checking-memory';
import { describeFinding, reviewOptions } from '../checking/report-in-steps';
import type { ProfileWish } from '../checking/review-runner';
import type { ReviewResources } from '../review-resources';
import type { NormalizationWish } from './normalization-wish';

/** Plans by the same means, and with the same memory, as `reportInSteps` reviews. */
export function planWishedInSteps(
  snapshot: WorkbookSnapshot,
  resources: ReviewResources,
  wish: Omit<ProfileWish, 'catalogue'>,
  { accepted, locked }: NormalizationWish,
  memory: CheckingMemory,
): Generator<ReviewProgress, NormalizationPlan> {
  const keys = new Set(accepted);
  const options = {
    ...reviewOptions(resources, wish, memory),
    repairs: resources.repairs || [],
    locked: new Set(locked),
    ...(keys.size === 0
      ? {}
      : {
          isAccepted: (...[finding, form, cell]: Parameters<NonNullable<IsAccepted>>) =>
            keys.has(acceptanceKey({ ...describeFinding(finding, form || undefined), cell })),
        }),
  };
  return planInSteps(snapshot, options, memory.reviews);
}

type IsAccepted = Parameters<typeof planInSteps>[1]['isAccepted'];
