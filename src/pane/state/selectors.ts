import { SEVERITIES, type Severity } from '../../core/review/finding';
import type { Profile } from '../../core/review/profile';
import { searchable, type RuleDescription } from '../../session';
import { selectOpenItems } from './accepted-findings';
import type { FindingItem } from './checked-workbook';
import type { Filter, PaneState } from './pane-state';

export type Screen = 'start' | 'busy' | 'failed' | 'no-forms' | 'clean' | 'findings';

export type SeverityCounts = Readonly<Record<Severity, number>>;

export interface RuleChoice {
  readonly ruleId: string;
  readonly title: string;
  readonly count: number;
}

/** Which of the designed states the pane is in. Results stay on screen while the workbook is checked again. */
export function selectScreen(state: PaneState): Screen {
  if (state.result === null) {
    if (state.activity.kind === 'checking') return 'busy';
    return state.activity.kind === 'failed' ? 'failed' : 'start';
  }
  if (selectOpenItems(state).length > 0) return 'findings';
  return state.result.review.forms.length === 0 ? 'no-forms' : 'clean';
}

/** There is something to choose from: results, or the codes or repairs that the pane was opened for. */
export function hasSections({ result, section, codes, normalizing }: PaneState): boolean {
  return (
    result !== null || section === 'codes' || section === 'repairs' || codes.plan !== null || normalizing.plan !== null
  );
}

/** Findings that pass the whole filter, in reading order. */
export function selectItems(state: PaneState): readonly FindingItem[] {
  return filterItems(state, state.filter);
}

/** What each severity button would show: the other filters apply, the severities do not. */
export function selectSeverityCounts(state: PaneState): SeverityCounts {
  return countSeverities(filterItems(state, { ...state.filter, severities: [] }));
}

/** Rules with findings under the other filters, the most frequent first; the chosen rule is always there. */
export function selectRuleChoices(state: PaneState): readonly RuleChoice[] {
  const counts = new Map<string, number>();
  for (const { finding } of filterItems(state, { ...state.filter, ruleId: null })) {
    counts.set(finding.ruleId, (counts.get(finding.ruleId) || 0) + 1);
  }
  const chosen = state.filter.ruleId;
  if (chosen !== null && !counts.has(chosen)) counts.set(chosen, 0);
  const choices: RuleChoice[] = [];
  counts.forEach((count, ruleId) => {
    const rule = selectRule(state, ruleId);
    choices.push({ ruleId, title: rule ? rule.title : ruleId, count });
  });
  return choices.sort((one, other) => other.count - one.count);
}

export function selectRule(state: PaneState, ruleId: string): RuleDescription | undefined {
  return state.rules.find((rule) => rule.id === ruleId);
}

/** Profiles to choose from: those of the program, then the user's own. */
export function selectProfiles({ profiles, ownProfiles }: PaneState): readonly Profile[] {
  const usable = ownProfiles.map(({ profile }) => profile).filter((profile): profile is Profile => profile !== null);
  return [...profiles, ...usable];
}

/** The profile the user chose; null where it is chosen by what the forms look like, or was removed since. */
export function selectChosenProfile(state: PaneState): Profile | null {
  return selectProfiles(state).find(({ id }) => id === state.preferences.profileId) || null;
}

/** A finding that was repaired, as long as that is in effect; `isLatest` when nothing was done after it. Null for the others. */
export function selectRepair(
  { repaired, history }: Pick<PaneState, 'repaired' | 'history'>,
  findingKey: string,
): { readonly entry: string; readonly isLatest: boolean } | null {
  const entry = repaired[findingKey];
  if (entry === undefined) return null;
  const undoable = history === null ? [entry] : history.undoable.map(({ id }) => id);
  const place = undoable.indexOf(entry);
  return place < 0 ? null : { entry, isLatest: place === 0 };
}

export function isFiltered({ severities, ruleId, text }: Filter): boolean {
  return severities.length > 0 || ruleId !== null || searchable(text) !== '';
}

export function countSeverities(items: readonly FindingItem[]): SeverityCounts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { finding } of items) counts[finding.severity] += 1;
  return counts;
}

export function totalOf(counts: SeverityCounts): number {
  return SEVERITIES.reduce((total, severity) => total + counts[severity], 0);
}

function filterItems(state: PaneState, { severities, ruleId, text }: Filter): readonly FindingItem[] {
  if (state.result === null) return [];
  const wanted = searchable(text);
  return selectOpenItems(state).filter(
    ({ finding }) =>
      (severities.length === 0 || severities.indexOf(finding.severity) >= 0) &&
      (ruleId === null || finding.ruleId === ruleId) &&
      finding.searchText.indexOf(wanted) >= 0,
  );
}
