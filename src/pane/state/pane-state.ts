import type { Severity } from '../../core/review/finding';
import type { Profile } from '../../core/review/profile';
import type { ReviewProgress } from '../../core/review/run-review';
import type { Acceptance, OwnProfile, Preferences, ReviewSession, RuleDescription } from '../../session';
import { DEFAULT_PREFERENCES } from '../../session';
import type { HistoryView } from '../../session/history/operation-history';
import type { CheckedWorkbook } from './checked-workbook';
import { INITIAL_CODES, type CodesState } from './codes/codes-state';
import { INITIAL_NORMALIZING, type NormalizingState } from './normalizing/normalizing-state';
import { INITIAL_TEMPLATES, type TemplatesState } from './templates/templates-state';

/** Something that went wrong, for the user: what, and what to do about it. */
export interface Failure {
  readonly message: string;
  readonly advice: string;
  /** For whoever maintains the program; null when the message says it all. */
  readonly technical: string | null;
}

export type Activity =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'checking';
      readonly progress: ReviewProgress | null;
      /** Started by an edit rather than by the user. */
      readonly isAutomatic: boolean;
      /** The results shown meanwhile were outdated when it started. */
      readonly wasOutdated: boolean;
      /** Reading has had no answer for long. */
      readonly isStalled: boolean;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the pane shows: results to be looked at, repaired or written about, or the codes of the indicators. */
export type Section = 'findings' | 'codes' | 'repairs' | 'opinions';

export const SECTIONS: readonly Section[] = ['findings', 'codes', 'repairs', 'opinions'];

/** What the pane can be opened for. */
export type PaneStart = 'check' | 'codes' | 'repairs' | 'opinions' | 'settings';

export const STARTS: readonly PaneStart[] = ['check', 'codes', 'repairs', 'opinions', 'settings'];

export interface Filter {
  /** Only these; none chosen means all. */
  readonly severities: readonly Severity[];
  readonly ruleId: string | null;
  readonly text: string;
}

/** What a notice offers to do next. */
export type NoticeAction =
  /** Takes back the operation of this entry, or does it again. */
  | { readonly kind: 'undo' | 'redo'; readonly entry: string }
  /** Shows a sheet. */
  | { readonly kind: 'show'; readonly sheet: string }
  | { readonly kind: 'conceal'; readonly sheet: string }
  | { readonly kind: 'withdraw'; readonly acceptance: Acceptance };

export interface Notice {
  readonly tone: 'done' | 'problem';
  readonly text: string;
  /** Sentences about single cells, rows or sheets, listed below the text. */
  readonly details: readonly string[];
  readonly actions: readonly NoticeAction[];
}

/** What came of importing or removing a profile. */
export type ProfileNotice = Pick<Notice, 'tone' | 'text'>;

export interface PaneState {
  readonly capabilities: ReviewSession['capabilities'];
  /** Those that ship with the program. */
  readonly profiles: readonly Profile[];
  readonly ownProfiles: readonly OwnProfile[];
  /** Shown in the settings until they are closed. */
  readonly profileNotice: ProfileNotice | null;
  readonly rules: readonly RuleDescription[];
  readonly preferences: Preferences;
  readonly activity: Activity;
  readonly result: CheckedWorkbook | null;
  /** The workbook was edited after it was read for `result`. */
  readonly isOutdated: boolean;
  /** Checking after an edit was refused because the workbook is busy; it will be tried again. */
  readonly isPostponed: boolean;
  /** Findings that were accepted in this workbook, those that are no longer there included. */
  readonly acceptances: readonly Acceptance[];
  readonly section: Section;
  readonly codes: CodesState;
  readonly normalizing: NormalizingState;
  readonly templates: TemplatesState;
  /** What can be taken back and done again; null before it is read. */
  readonly history: HistoryView | null;
  readonly isHistoryOpen: boolean;
  /** Something is being taken back, or done again. */
  readonly isTakingBack: boolean;
  readonly filter: Filter;
  /** Key of the finding whose details are shown. */
  readonly openFinding: string | null;
  /** Groups the user opened or closed; the others follow `selectGroups`. */
  readonly groupsOpened: Readonly<Record<string, boolean>>;
  /** How many findings of a group are shown, where more than a page was asked for. */
  readonly shownInGroup: Readonly<Record<string, number>>;
  /** By key of the finding: the entry of the history that repaired it. */
  readonly repaired: Readonly<Record<string, string>>;
  readonly notice: Notice | null;
  readonly areSettingsOpen: boolean;
}

export const NO_FILTER: Filter = { severities: [], ruleId: null, text: '' };

/** Findings of a group shown at first, and how many more each time. */
export const PAGE_SIZE = 50;

export function initialState({ capabilities, rulebook }: Pick<ReviewSession, 'capabilities' | 'rulebook'>): PaneState {
  return {
    capabilities,
    profiles: rulebook.profiles,
    ownProfiles: [],
    profileNotice: null,
    rules: rulebook.rules,
    preferences: DEFAULT_PREFERENCES,
    activity: { kind: 'idle' },
    result: null,
    isOutdated: false,
    isPostponed: false,
    acceptances: [],
    section: 'findings',
    codes: INITIAL_CODES,
    normalizing: INITIAL_NORMALIZING,
    templates: INITIAL_TEMPLATES,
    history: null,
    isHistoryOpen: false,
    isTakingBack: false,
    filter: NO_FILTER,
    openFinding: null,
    groupsOpened: {},
    shownInGroup: {},
    repaired: {},
    notice: null,
    areSettingsOpen: false,
  };
}
