import { selectAccepted } from './accepted-findings';
import type { FindingItem } from './checked-workbook';
import { headingOf } from './form-heading';
import { PAGE_SIZE, type PaneState } from './pane-state';
import { countSeverities, isFiltered, selectItems, type SeverityCounts } from './selectors';

/** The findings of one form, or those on a sheet outside every form. */
export interface FindingGroup {
  readonly id: string;
  readonly caption: string;
  /** "" when the caption is the sheet's name. */
  readonly sheet: string;
  readonly isOutsideForms: boolean;
  readonly counts: SeverityCounts;
  /** Findings here that were accepted and are not listed. */
  readonly acceptedCount: number;
  /** Some rule could not decide here: no findings then does not mean that nothing is wrong. */
  readonly isPartlyUnchecked: boolean;
  readonly isOpen: boolean;
  /** Those to be shown; none while the group is closed. */
  readonly items: readonly FindingItem[];
  /** Findings of an open group beyond those shown. */
  readonly hiddenCount: number;
}

/** Groups are open at first as long as the list stays this short. */
const OPEN_AT_FIRST = 40;

/**
 * The list: one group per form in reading order, findings outside of forms after the forms of their sheet. Forms
 * without findings are listed too, so that one sees they were checked; not so under a filter.
 */
export function selectGroups(state: PaneState): readonly FindingGroup[] {
  if (state.result === null) return [];
  const { forms } = state.result.review;
  const items = selectItems(state);
  const keepsClean = !isFiltered(state.filter);
  const inside = new Map<string, FindingItem[]>();
  const outside = new Map<string, FindingItem[]>();
  for (const item of items) {
    const { form, sheet } = item.finding;
    const [place, id] = form === null ? [outside, sheet] : [inside, form];
    const known = place.get(id);
    if (known) known.push(item);
    else place.set(id, [item]);
  }
  const drafts: GroupDraft[] = [];
  for (const form of forms) {
    const own = inside.get(form.id) || [];
    if (own.length === 0 && !keepsClean) continue;
    drafts.push({ id: form.id, ...headingOf(form), onSheet: form.sheet, isOutsideForms: false, items: own });
  }
  outside.forEach((own, sheet) => {
    const draft = {
      id: `outside|${sheet}`,
      caption: sheet,
      sheet: '',
      onSheet: sheet,
      isOutsideForms: true,
      items: own,
    };
    drafts.splice(placeFor(draft, drafts, items), 0, draft);
  });
  return openGroups(drafts, state);
}

interface GroupDraft {
  readonly id: string;
  readonly caption: string;
  readonly sheet: string;
  readonly onSheet: string;
  readonly isOutsideForms: boolean;
  readonly items: readonly FindingItem[];
}

/** Behind the last form of the same sheet; on a sheet without forms, before the first group that is read later. */
function placeFor(draft: GroupDraft, drafts: readonly GroupDraft[], items: readonly FindingItem[]): number {
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    if (drafts[index].onSheet === draft.onSheet) return index + 1;
  }
  const first = items.indexOf(draft.items[0]);
  for (let index = 0; index < drafts.length; index += 1) {
    if (drafts[index].items.length > 0 && items.indexOf(drafts[index].items[0]) > first) return index;
  }
  return drafts.length;
}

function openGroups(drafts: readonly GroupDraft[], state: PaneState): readonly FindingGroup[] {
  const notChecked = state.result === null ? [] : state.result.review.notChecked;
  const undecided = new Set(notChecked.map(({ form }) => form));
  const accepted = new Map<string | null, number>();
  for (const { item } of selectAccepted(state)) {
    const { form } = item.finding;
    accepted.set(form, (accepted.get(form) || 0) + 1);
  }
  let listed = 0;
  return drafts.map(({ id, caption, sheet, isOutsideForms, items }) => {
    const isFirst = listed === 0;
    listed += items.length;
    const chosen = state.groupsOpened[id];
    const isOpen = items.length > 0 && (chosen === undefined ? isFirst || listed <= OPEN_AT_FIRST : chosen);
    const shown = isOpen ? items.slice(0, state.shownInGroup[id] || PAGE_SIZE) : [];
    const isPartlyUnchecked = undecided.has(id);
    const acceptedCount = accepted.get(id) || 0;
    const hiddenCount = isOpen ? items.length - shown.length : 0;
    return {
      id,
      caption,
      sheet,
      isOutsideForms,
      counts: countSeverities(items),
      acceptedCount,
      isPartlyUnchecked,
      isOpen,
      items: shown,
      hiddenCount,
    };
  });
}
