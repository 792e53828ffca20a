import type { Severity } from '../../core/review/finding';
import type { ReviewProgress } from '../../core/review/run-review';
import type { Acceptance, OwnProfile, Preferences } from '../../session';
import type { CheckedWorkbook } from './checked-workbook';
import type { CodesAction } from './codes/codes-actions';
import type { AppliedFixes, Failure, Notice, ProfileNotice, Section } from './pane-state';

export type PaneAction =
  | { readonly type: 'preferencesChanged'; readonly preferences: Preferences }
  | { readonly type: 'ownProfilesRead'; readonly profiles: readonly OwnProfile[] }
  | { readonly type: 'profileNoticeShown'; readonly notice: ProfileNotice }
  | { readonly type: 'checkStarted'; readonly isAutomatic: boolean }
  | { readonly type: 'checkProgressed'; readonly progress: ReviewProgress }
  | { readonly type: 'checkFinished'; readonly result: CheckedWorkbook }
  | { readonly type: 'checkStalled' }
  | { readonly type: 'checkPostponed' }
  | { readonly type: 'checkCancelled' }
  | { readonly type: 'checkFailed'; readonly failure: Failure }
  | { readonly type: 'workbookEdited' }
  | { readonly type: 'workbookOpened' }
  | { readonly type: 'acceptancesRead'; readonly acceptances: readonly Acceptance[] }
  | { readonly type: 'severityToggled'; readonly severity: Severity }
  | { readonly type: 'sectionChosen'; readonly section: Section }
  | { readonly type: 'ruleChosen'; readonly ruleId: string | null }
  | { readonly type: 'textSearched'; readonly text: string }
  | { readonly type: 'filterCleared' }
  | { readonly type: 'findingOpened'; readonly key: string }
  | { readonly type: 'findingClosed' }
  | { readonly type: 'groupToggled'; readonly group: string; readonly isOpen: boolean }
  | { readonly type: 'moreShown'; readonly group: string; readonly pageSize?: number }
  | { readonly type: 'repairsTicked'; readonly keys: readonly string[]; readonly isTicked: boolean }
  | { readonly type: 'fixApplied'; readonly applied: AppliedFixes; readonly notice: Notice }
  | { readonly type: 'fixUndone'; readonly key: string; readonly notice: Notice }
  | { readonly type: 'noticeShown'; readonly notice: Notice }
  | { readonly type: 'noticeClosed' }
  | { readonly type: 'codes'; readonly action: CodesAction }
  | { readonly type: 'settingsToggled'; readonly isOpen: boolean };
