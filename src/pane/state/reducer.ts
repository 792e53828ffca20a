import { selectOpenItems } from './accepted-findings';
import type { PaneAction } from './actions';
import { forgetWorkbook, reduceCodes } from './codes/codes-reducer';
import { withoutVoid } from './history/void-actions';
import { reduceNormalizing } from './normalizing/normalizing-reducer';
import { INITIAL_NORMALIZING } from './normalizing/normalizing-state';
import { reduceTemplates } from './templates/templates-reducer';
import { INITIAL_TEMPLATES } from './templates/templates-state';
import { NO_FILTER, PAGE_SIZE, type Filter, type PaneState } from './pane-state';

export function reducePane(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'preferencesChanged':
      return { ...state, preferences: action.preferences };
    case 'ownProfilesRead':
      return { ...state, ownProfiles: action.profiles };
    case 'profileNoticeShown':
      return { ...state, profileNotice: action.notice };
    case 'checkStarted':
      return {
        ...state,
        activity: {
          kind: 'checking',
          progress: null,
          isAutomatic: action.isAutomatic,
          wasOutdated: isKnownOutdated(state),
          isStalled: false,
        },
        isOutdated: false,
        notice: action.isAutomatic ? state.notice : null,
      };
    case 'checkProgressed':
      if (state.activity.kind !== 'checking') return state;
      return { ...state, activity: { ...state.activity, progress: action.progress, isStalled: false } };
    case 'checkStalled':
      if (state.activity.kind !== 'checking') return state;
      return { ...state, activity: { ...state.activity, isStalled: true } };
    case 'checkPostponed':
      return { ...state, activity: { kind: 'idle' }, isOutdated: true, isPostponed: true };
    case 'checkFinished':
      return finishCheck(state, action.result);
    case 'checkCancelled':
      return { ...state, activity: { kind: 'idle' }, isOutdated: isKnownOutdated(state), isPostponed: false };
    case 'checkFailed':
      return {
        ...state,
        activity: { kind: 'failed', failure: action.failure },
        isOutdated: isKnownOutdated(state),
        isPostponed: false,
      };
    case 'workbookEdited': {
      const outdated = { type: 'outdated' as const };
      const codes = reduceCodes(state.codes, outdated);
      const normalizing = reduceNormalizing(state.normalizing, outdated);
      const templates = reduceTemplates(state.templates, outdated);
      const isChecked = state.result !== null || state.activity.kind === 'checking';
      return { ...state, codes, normalizing, templates, isOutdated: isChecked };
    }
    case 'workbookOpened':
      return {
        ...state,
        activity: { kind: 'idle' },
        result: null,
        codes: forgetWorkbook(state.codes),
        normalizing: { ...INITIAL_NORMALIZING, page: state.normalizing.page },
        templates: { ...INITIAL_TEMPLATES, templateId: state.templates.templateId },
        history: null,
        isOutdated: false,
        isPostponed: false,
        acceptances: [],
        filter: NO_FILTER,
        openFinding: null,
        groupsOpened: {},
        shownInGroup: {},
        repaired: {},
        notice: null,
        areSettingsOpen: false,
      };
    case 'acceptancesRead':
      return keepWhatIsListed({ ...state, acceptances: action.acceptances });
    case 'severityToggled': {
      const { severities } = state.filter;
      const isChosen = severities.indexOf(action.severity) >= 0;
      return withFilter(state, {
        severities: isChosen
          ? severities.filter((severity) => severity !== action.severity)
          : [...severities, action.severity],
      });
    }
    case 'ruleChosen':
      return withFilter(state, { ruleId: action.ruleId });
    case 'sectionChosen':
      return { ...state, section: action.section, isHistoryOpen: false };
    case 'textSearched':
      return withFilter(state, { text: action.text });
    case 'filterCleared':
      return withFilter(state, NO_FILTER);
    case 'findingOpened':
      return { ...state, openFinding: action.key };
    case 'findingClosed':
      return { ...state, openFinding: null };
    case 'groupToggled':
      return { ...state, groupsOpened: { ...state.groupsOpened, [action.group]: action.isOpen } };
    case 'moreShown': {
      const { group, pageSize = PAGE_SIZE } = action;
      const shown = (state.shownInGroup[group] || pageSize) + pageSize;
      return { ...state, shownInGroup: { ...state.shownInGroup, [group]: shown } };
    }
    case 'noticeShown':
      return { ...state, notice: action.notice };
    case 'noticeClosed':
      return { ...state, notice: null };
    case 'codes':
      return { ...state, codes: reduceCodes(state.codes, action.action) };
    case 'normalizing':
      return { ...state, normalizing: reduceNormalizing(state.normalizing, action.action) };
    case 'templates':
      return { ...state, templates: reduceTemplates(state.templates, action.action) };
    case 'historyRead':
      return { ...state, history: action.history, notice: withoutVoid(state.notice, action.history) };
    case 'historyToggled':
      return { ...state, isHistoryOpen: action.isOpen };
    case 'takingBack':
      return { ...state, isTakingBack: action.isTakingBack };
    case 'operationDone': {
      const { notice, entry, findings } = action;
      if (entry === null || findings.length === 0) return { ...state, notice };
      const repaired: Record<string, string> = { ...state.repaired };
      for (const finding of findings) repaired[finding] = entry;
      return { ...state, notice, repaired };
    }
    case 'settingsToggled':
      return { ...state, areSettingsOpen: action.isOpen, profileNotice: null };
  }
}

function finishCheck(state: PaneState, result: PaneState['result']): PaneState {
  if (state.activity.kind !== 'checking' || result === null) return state;
  return keepWhatIsListed({ ...state, activity: { kind: 'idle' }, result, isPostponed: false });
}

function keepWhatIsListed(state: PaneState): PaneState {
  const items = selectOpenItems(state);
  const isStillThere = items.some(({ key }) => key === state.openFinding);
  const hasRule = items.some(({ finding }) => finding.ruleId === state.filter.ruleId);
  return {
    ...state,
    openFinding: isStillThere ? state.openFinding : null,
    // The last finding of the chosen rule is repaired: an empty list would look as if everything were.
    filter: hasRule ? state.filter : { ...state.filter, ruleId: null },
  };
}

function isKnownOutdated(state: PaneState): boolean {
  if (state.result === null) return false;
  return state.isOutdated || (state.activity.kind === 'checking' && state.activity.wasOutdated);
}

// A page count belongs to the list it was asked for.
function withFilter(state: PaneState, change: Partial<Filter>): PaneState {
  return { ...state, filter: { ...state.filter, ...change }, shownInGroup: {} };
}
