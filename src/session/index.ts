export { createReviewSession, type ReviewRun, type ReviewSession } from './review-session';
export type { ReviewResources } from './review-resources';
export type { ReportedFinding, ReviewedForm, ReviewReport } from './checking/review-report';
export type { ProfileWish, ReviewRunner, RuleDescription, Rulebook } from './checking/review-runner';
export { searchable } from './checking/searchable';
export { ReviewCancelled, type CancelSignal } from './time-slices';
export { DEFAULT_PREFERENCES, type Preferences } from './preferences';
export type { AppliedChange } from './applied-change';
export type { OwnProfile, ProfileImport } from './own-profiles';
