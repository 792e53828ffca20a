import type { LeftToPerson, NormalizationPlan, PlannedRepair } from '../../../core/normalizing/normalization-plan';
import { searchable } from '../../../session';
import { NORMALIZING_STRINGS } from '../../normalizing-strings';
import { PAGE_SIZE, type PaneState } from '../pane-state';
import type { NormalizingState } from './normalizing-state';
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

/** A plan as this workbook can take it. */
interface UsablePlan {
  readonly repairs: readonly PlannedRepair[];
  /** Refused ones first. */
  readonly left: readonly LeftToPerson[];
}

type Shown = Pick<PaneState, 'normalizing' | 'capabilities'>;

/** Groups are open at first as long as the list stays this short. */
const OPEN_AT_FIRST = 40;

/** Shown of a long list at first, and how many more each time. */
export const GROUPS_ON_PAGE = 60;
export const REPAIR_GROUPS = 'normalizing';
export const LEFT_GROUP = 'normalizing-left';

const NOTHING: UsablePlan = { repairs: [], left: [] };

/** Long plans are split and searched by every view: the last answer for each is kept. */
const usablePlans = new WeakMap<NormalizationPlan, { canStructure: boolean; usable: UsablePlan }>();
const searchTexts = new WeakMap<PlannedRepair, string>();

/** Repairs that can be made here, in the order of the plan. */
export function selectRepairs(state: Shown): readonly PlannedRepair[] {
  return usableOf(state).repairs;
}

/** What is left to a person, what cannot be written first. */
export function selectLeft(state: Shown): readonly LeftToPerson[] {
  return usableOf(state).left;
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
  state: Pick<PaneState, 'normalizing' | 'capabilities' | 'groupsOpened' | 'shownInGroup'>,
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

function usableOf({ normalizing, capabilities }: Shown): UsablePlan {
  const { plan }: Pick<NormalizingState, 'plan'> = normalizing;
  if (plan === null) return NOTHING;
  const last = usablePlans.get(plan);
  if (last && last.canStructure === capabilities.structure) return last.usable;
  const usable = usablePlan(plan, capabilities.structure);
  usablePlans.set(plan, { canStructure: capabilities.structure, usable });
  return usable;
}

function usablePlan({ repairs, left }: NormalizationPlan, canStructure: boolean): UsablePlan {
  const isUsable = ({ row }: PlannedRepair): boolean => row === null || canStructure;
  const refused = repairs.filter((repair) => !isUsable(repair)).map(leftForStructure);
  const isRefused = ({ kind }: LeftToPerson): boolean => kind === 'refused';
  return {
    repairs: refused.length === 0 ? repairs : repairs.filter(isUsable),
    left: [...refused, ...left.filter(isRefused), ...left.filter((one) => !isRefused(one))],
  };
}

function leftForStructure({ ruleIds, label, sheet, cell, project }: PlannedRepair): LeftToPerson {
  const reason = NORMALIZING_STRINGS.noStructure(label);
  return { ruleId: ruleIds[0], sheet, cell, project, reason, kind: 'refused' };
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
