import type { LeftToPerson, NormalizationPlan, PlannedRepair } from '../../../core/normalizing/normalization-plan';
import { searchable } from '../../../session';
import { PAGE_SIZE, type PaneState } from '../pane-state';
import { describeRow, shownText } from './repair-texts';

/** Repairs that do the same. */
export interface RepairGroup {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly tickedCount: number;
  readonly isOpen: boolean;
  /** Those to be shown; none while the group is closed. */
  readonly repairs: readonly PlannedRepair[];
  readonly hiddenCount: number;
}

export interface RepairGroups {
  readonly groups: readonly RepairGroup[];
  /** Groups beyond those shown. */
  readonly hiddenCount: number;
}

/** What applying would write. */
export interface WritingPreview {
  readonly keys: readonly string[];
  /** Ticked repairs that the search hides: they are not written. */
  readonly hiddenCount: number;
}

type Shown = Pick<PaneState, 'normalizing'>;

/** Groups are open at first as long as the list stays this short. */
const OPEN_AT_FIRST = 40;

/** Shown of a long list at first, and how many more each time. */
export const GROUPS_ON_PAGE = 60;
export const REPAIR_GROUPS = 'normalizing';
export const LEFT_GROUP = 'normalizing-left';

/** Long lists are put in order and searched by every view: what came of it is kept. */
const orderedLeft = new WeakMap<NormalizationPlan, readonly LeftToPerson[]>();
const searchTexts = new WeakMap<PlannedRepair, string>();

/** In the order of the plan. */
export function selectRepairs({ normalizing: { plan } }: Shown): readonly PlannedRepair[] {
  return plan === null ? [] : plan.repairs;
}

/** What is left to a person, what cannot be written first. */
export function selectLeft({ normalizing: { plan } }: Shown): readonly LeftToPerson[] {
  if (plan === null) return [];
  const known = orderedLeft.get(plan);
  if (known !== undefined) return known;
  const isRefused = ({ kind }: LeftToPerson): boolean => kind === 'refused';
  const ordered = [...plan.left.filter(isRefused), ...plan.left.filter((one) => !isRefused(one))];
  orderedLeft.set(plan, ordered);
  return ordered;
}

/** Those that the search lets through. */
export function selectListed(state: Shown): readonly PlannedRepair[] {
  const wanted = searchable(state.normalizing.text);
  const repairs = selectRepairs(state);
  return wanted === '' ? repairs : repairs.filter((repair) => searchTextOf(repair).indexOf(wanted) >= 0);
}

/** What is ticked and seen is what is written. */
export function selectWriting(state: Shown): WritingPreview {
  const { unticked } = state.normalizing;
  const isTicked = ({ key }: PlannedRepair): boolean => !unticked.has(key);
  const keys = selectListed(state)
    .filter(isTicked)
    .map(({ key }) => key);
  return { keys, hiddenCount: selectRepairs(state).filter(isTicked).length - keys.length };
}

/** The list by what the repairs do, in the order of the first of each. */
export function selectRepairGroups(
  state: Pick<PaneState, 'normalizing' | 'groupsOpened' | 'shownInGroup'>,
): RepairGroups {
  const { normalizing, groupsOpened, shownInGroup } = state;
  const byLabel = new Map<string, PlannedRepair[]>();
  for (const repair of selectListed(state)) {
    const known = byLabel.get(repair.label);
    if (known) known.push(repair);
    else byLabel.set(repair.label, [repair]);
  }
  const most = shownInGroup[REPAIR_GROUPS] || GROUPS_ON_PAGE;
  const groups: RepairGroup[] = [];
  let listed = 0;
  byLabel.forEach((repairs, label) => {
    if (groups.length >= most) return;
    const id = `${REPAIR_GROUPS}|${label}`;
    const isFirst = listed === 0;
    listed += repairs.length;
    const chosen = groupsOpened[id];
    const isOpen = chosen === undefined ? isFirst || listed <= OPEN_AT_FIRST : chosen;
    const shown = isOpen ? repairs.slice(0, shownInGroup[id] || PAGE_SIZE) : [];
    groups.push({
      id,
      label,
      keys: repairs.map(({ key }) => key),
      tickedCount: repairs.filter(({ key }) => !normalizing.unticked.has(key)).length,
      isOpen,
      repairs: shown,
      hiddenCount: isOpen ? repairs.length - shown.length : 0,
    });
  });
  return { groups, hiddenCount: byLabel.size - groups.length };
}

function searchTextOf(repair: PlannedRepair): string {
  const known = searchTexts.get(repair);
  if (known !== undefined) return known;
  const { label, sheet, cell, project, edits, row } = repair;
  const texts = edits.map(({ before, after }) => `${shownText(before)} ${shownText(after)}`);
  const text = searchable([label, sheet, cell, project, ...texts, row === null ? '' : describeRow(row).text].join(' '));
  searchTexts.set(repair, text);
  return text;
}
