import type { ReviewProgress } from '../../../core/review/run-review';
import type { Failure } from '../pane-state';

export type ReadingActivity =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'reading';
      /** What is listed stays; nobody waits for it. */
      readonly isQuiet: boolean;
      readonly isStalled: boolean;
      /** Null until there is any to tell of. */
      readonly progress: ReviewProgress | null;
    }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A section whose list is worked out from the workbook by itself: when it is opened, and again after edits. */
export interface WorkbookReading<Plan> {
  /** Null before the workbook is read. */
  readonly plan: Plan | null;
  readonly activity: ReadingActivity;
  /** The workbook was edited after it was read for `plan`. */
  readonly isOutdated: boolean;
  /** Reading after an edit was refused because the workbook is busy; it will be tried again. */
  readonly isPostponed: boolean;
}

export type ReadingAction =
  | { readonly type: 'readingStarted'; readonly isQuiet: boolean }
  | { readonly type: 'readingProgressed'; readonly progress: ReviewProgress }
  | { readonly type: 'readingStalled' }
  | { readonly type: 'readingPostponed' }
  | { readonly type: 'readingCancelled' }
  | { readonly type: 'readingFailed'; readonly failure: Failure }
  | { readonly type: 'outdated' }
  | { readonly type: 'writingStarted' }
  | { readonly type: 'writingEnded' };

export const NOT_READ: WorkbookReading<never> = {
  plan: null,
  activity: { kind: 'idle' },
  isOutdated: false,
  isPostponed: false,
};

export function reduceReading<State extends WorkbookReading<unknown>>(reading: State, action: ReadingAction): State {
  const { activity, plan } = reading;
  switch (action.type) {
    case 'readingStarted':
      return {
        ...reading,
        activity: { kind: 'reading', isQuiet: action.isQuiet, isStalled: false, progress: null },
        isOutdated: false,
        isPostponed: false,
      };
    case 'readingProgressed':
      if (activity.kind !== 'reading') return reading;
      return { ...reading, activity: { ...activity, progress: action.progress, isStalled: false } };
    case 'readingStalled':
      if (activity.kind !== 'reading') return reading;
      return { ...reading, activity: { ...activity, isStalled: true } };
    case 'readingPostponed':
      return { ...reading, activity: { kind: 'idle' }, isOutdated: plan !== null, isPostponed: true };
    case 'readingCancelled':
      return { ...reading, activity: { kind: 'idle' }, isOutdated: plan !== null };
    case 'readingFailed':
      return { ...reading, activity: { kind: 'failed', failure: action.failure }, isOutdated: plan !== null };
    case 'outdated':
      return plan === null && activity.kind !== 'reading' ? reading : { ...reading, isOutdated: true };
    case 'writingStarted':
      return { ...reading, activity: { kind: 'writing' } };
    case 'writingEnded':
      return activity.kind === 'writing' ? { ...reading, activity: { kind: 'idle' } } : reading;
  }
}
