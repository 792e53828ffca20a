import type { NormalizationPlan } from '../../../core/normalizing/normalization-plan';
import { reduceReading, type ReadingAction } from '../reading/workbook-reading';
import type { NormalizingState } from './normalizing-state';

/** What changes in the section 规范. */
export type NormalizingAction =
  | ReadingAction
  | { readonly type: 'planRead'; readonly plan: NormalizationPlan }
  | { readonly type: 'planForgotten' }
  | { readonly type: 'repairsTicked'; readonly keys: readonly string[]; readonly isTicked: boolean }
  | { readonly type: 'textSearched'; readonly text: string }
  | { readonly type: 'pageChosen'; readonly page: NormalizingState['page'] };

export function reduceNormalizing(normalizing: NormalizingState, action: NormalizingAction): NormalizingState {
  switch (action.type) {
    case 'planRead':
      return { ...normalizing, plan: action.plan, activity: { kind: 'idle' } };
    case 'planForgotten':
      return { ...normalizing, plan: null, activity: { kind: 'idle' }, isOutdated: false, isPostponed: false };
    case 'repairsTicked': {
      const unticked = new Set(normalizing.unticked);
      for (const key of action.keys) {
        if (action.isTicked) unticked.delete(key);
        else unticked.add(key);
      }
      return { ...normalizing, unticked };
    }
    case 'textSearched':
      return { ...normalizing, text: action.text };
    case 'pageChosen':
      return { ...normalizing, page: action.page };
    default:
      return reduceReading(normalizing, action);
  }
}
