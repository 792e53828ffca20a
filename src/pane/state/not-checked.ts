import type { UnreadArea } from '../../core/forms/form';
import type { CellRange } from '../../core/workbook/cell-address';
import type { PaneState } from './pane-state';
import { selectRule } from './selectors';

/** Sheets or parts of sheets that were read as no form, for the same reason. */
export interface UnreadPlaces {
  readonly reason: string;
  readonly places: readonly { readonly sheet: string; readonly range: CellRange }[];
}

/** Rules that could not decide on one form for the same reason. */
export interface UndecidedRules {
  readonly key: string;
  readonly caption: string;
  readonly reason: string;
  readonly ruleTitles: readonly string[];
}

export interface NotCheckedSection {
  readonly unread: readonly UnreadPlaces[];
  readonly undecided: readonly UndecidedRules[];
}

/** What the review says nothing about, and why: silence must never look like "fine". */
export function selectNotChecked(state: PaneState): NotCheckedSection {
  if (state.result === null) return { unread: [], undecided: [] };
  const { workbookForms, notChecked } = state.result.review;
  const keys: string[] = [];
  const titles = new Map<string, string[]>();
  const heads = new Map<string, Pick<UndecidedRules, 'caption' | 'reason'>>();
  for (const { ruleId, form: formId, reason } of notChecked) {
    // "*" repeats the unread areas, which are listed with their place.
    if (ruleId === '*') continue;
    const key = `${formId || ''}|${reason}`;
    const rule = selectRule(state, ruleId);
    const title = rule ? rule.title : ruleId;
    const known = titles.get(key);
    if (known) {
      if (known.indexOf(title) < 0) known.push(title);
      continue;
    }
    const form = workbookForms.forms.find(({ id }) => id === formId);
    keys.push(key);
    titles.set(key, [title]);
    heads.set(key, { caption: form ? form.caption : '', reason });
  }
  const undecided = keys.map((key) => {
    const { caption, reason } = heads.get(key) as Pick<UndecidedRules, 'caption' | 'reason'>;
    return { key, caption, reason, ruleTitles: titles.get(key) as string[] };
  });
  return { unread: groupByReason(workbookForms.unread), undecided };
}

function groupByReason(areas: readonly UnreadArea[]): readonly UnreadPlaces[] {
  const reasons: string[] = [];
  for (const { reason } of areas) if (reasons.indexOf(reason) < 0) reasons.push(reason);
  return reasons.map((reason) => ({
    reason,
    places: areas.filter((area) => area.reason === reason).map(({ sheet, range }) => ({ sheet, range })),
  }));
}
