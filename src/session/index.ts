export { createReviewSession, type ReviewRun, type ReviewSession } from './review-session';
export { activeRules, type ReviewResources } from './review-resources';
export { ReviewCancelled, type CancelSignal } from './time-slices';
export { DEFAULT_PREFERENCES, type Preferences } from './preferences';
export type { AppliedChange } from './applied-change';
export type { OwnProfile, ProfileImport } from './own-profiles';
