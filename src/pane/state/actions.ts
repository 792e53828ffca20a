import type { Severity } from '../../core/review/finding';
import type { ReviewProgress } from '../../core/review/run-review';
import type { Acceptance, OwnProfile, Preferences } from '../../session';
import type { CheckedWorkbook } from './checked-workbook';
import type { CodesAction } from './codes/codes-actions';
import type { HistoryView } from '../../session/history/operation-history';
import type { NormalizingAction } from './normalizing/normalizing-reducer';
import type { TemplatesAction } from './templates/templates-reducer';
import type { Failure, Notice, ProfileNotice, Section } from './pane-state';

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
  | { readonly type: 'noticeShown'; readonly notice: Notice }
  | { readonly type: 'noticeClosed' }
  | { readonly type: 'codes'; readonly action: CodesAction }
  | { readonly type: 'normalizing'; readonly action: NormalizingAction }
  | { readonly type: 'templates'; readonly action: TemplatesAction }
  | { readonly type: 'historyRead'; readonly history: HistoryView }
  | { readonly type: 'historyToggled'; readonly isOpen: boolean }
  | { readonly type: 'takingBack'; readonly isTakingBack: boolean }
  | {
      readonly type: 'operationDone';
      readonly notice: Notice;
      /** Of the history; null where nothing is in effect. */
      readonly entry: string | null;
      /** Keys of the findings that it repairs. */
      readonly findings: readonly string[];
    }
  | { readonly type: 'settingsToggled'; readonly isOpen: boolean };
