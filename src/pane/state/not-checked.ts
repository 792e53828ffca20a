import type { UnreadArea } from '../../core/forms/form';
import { groupNotChecked } from '../../core/reporting/not-checked-groups';
import type { CellRange } from '../../core/workbook/cell-address';
import type { PaneState } from './pane-state';
import { selectRule } from './selectors';

/** Sheets or parts of sheets that were read as no form, for the same reason. */
export interface UnreadPlaces {
  readonly reason: string;
  readonly places: readonly { readonly sheet: string; readonly range: CellRange }[];
}

/** Rules that could not decide, for the same reason. */
export interface UndecidedRules {
  readonly reason: string;
  /** Forms that the reason does not name; null for the workbook as a whole. */
  readonly captions: readonly (string | null)[];
  readonly ruleTitles: readonly string[];
}

export interface NotCheckedSection {
  readonly unread: readonly UnreadPlaces[];
  readonly undecided: readonly UndecidedRules[];
}

/** What the review says nothing about, and why: silence must never look like "fine". */
export function selectNotChecked(state: PaneState): NotCheckedSection {
  if (state.result === null) return { unread: [], undecided: [] };
  const { forms, unread, notChecked } = state.result.review;
  const captions = new Map(forms.map(({ id, caption }) => [id, caption] as const));
  const titleOf = (ruleId: string): string => {
    const rule = selectRule(state, ruleId);
    return rule ? rule.title : ruleId;
  };
  // "*" repeats the unread areas, which are listed with their place.
  const byRules = notChecked.filter(({ ruleId }) => ruleId !== '*');
  const undecided = groupNotChecked(byRules).map(({ reason, ruleIds, forms: ids }) => ({
    reason,
    captions: ids
      .map((id) => (id === null ? null : captions.get(id) || null))
      .filter((caption) => caption === null || reason.indexOf(`“${caption}”`) < 0),
    ruleTitles: ruleIds.map(titleOf),
  }));
  return { unread: groupByReason(unread), undecided };
}

function groupByReason(areas: readonly UnreadArea[]): readonly UnreadPlaces[] {
  const reasons: string[] = [];
  for (const { reason } of areas) if (reasons.indexOf(reason) < 0) reasons.push(reason);
  return reasons.map((reason) => ({
    reason,
    places: areas.filter((area) => area.reason === reason).map(({ sheet, range }) => ({ sheet, range })),
  }));
}
