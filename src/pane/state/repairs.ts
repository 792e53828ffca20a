import type { CellContent, Edit } from '../../core/changes/change-set';
import { formatAddress } from '../../core/workbook/cell-address';
import { selectOpenItems } from './accepted-findings';
import type { FindingItem } from './checked-workbook';
import { PAGE_SIZE, type PaneState } from './pane-state';
import { selectRepair } from './selectors';

/** One cell that a repair writes. */
export interface RepairedCell {
  readonly place: string;
  readonly before: string;
  readonly after: string;
  /** The text stays, what it is taken for changes: a code becomes text, say. */
  readonly isFormatOnly: boolean;
}

export interface Repair {
  readonly item: FindingItem;
  readonly cells: readonly RepairedCell[];
  readonly isTicked: boolean;
}

/** Repairs that do the same. */
export interface RepairGroup {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly tickedCount: number;
  readonly isOpen: boolean;
  /** Those to be shown; none while the group is closed. */
  readonly repairs: readonly Repair[];
  readonly hiddenCount: number;
}

/** Groups are open at first as long as the list stays this short. */
const OPEN_AT_FIRST = 40;

/** Findings that can be repaired and are not yet, in reading order. */
export function selectRepairable(state: PaneState): readonly FindingItem[] {
  return selectOpenItems(state).filter(({ finding, key }) => finding.fix !== null && selectRepair(state, key) === null);
}

/** Those that the user did not take out. */
export function selectTicked(state: PaneState): readonly FindingItem[] {
  const unticked = new Set(state.unticked);
  return selectRepairable(state).filter(({ key }) => !unticked.has(key));
}

/** What can be repaired, by what the repair does, in the order of the first finding of each. */
export function selectRepairGroups(state: PaneState): readonly RepairGroup[] {
  const unticked = new Set(state.unticked);
  const byLabel = new Map<string, FindingItem[]>();
  for (const item of selectRepairable(state)) {
    const label = item.finding.fix === null ? '' : item.finding.fix.label;
    const known = byLabel.get(label);
    if (known) known.push(item);
    else byLabel.set(label, [item]);
  }
  const groups: RepairGroup[] = [];
  let listed = 0;
  byLabel.forEach((items, label) => {
    const id = `repairs|${label}`;
    listed += items.length;
    const chosen = state.groupsOpened[id];
    const isOpen = chosen === undefined ? groups.length === 0 || listed <= OPEN_AT_FIRST : chosen;
    const shown = isOpen ? items.slice(0, state.shownInGroup[id] || PAGE_SIZE) : [];
    groups.push({
      id,
      label,
      keys: items.map(({ key }) => key),
      tickedCount: items.filter(({ key }) => !unticked.has(key)).length,
      isOpen,
      repairs: shown.map((item) => ({ item, cells: cellsOf(item), isTicked: !unticked.has(item.key) })),
      hiddenCount: isOpen ? items.length - shown.length : 0,
    });
  });
  return groups;
}

function cellsOf({ finding }: FindingItem): readonly RepairedCell[] {
  if (finding.fix === null) return [];
  return finding.fix.edits.map((edit) => describeEdit(edit));
}

function describeEdit({ sheet, address, before, after }: Edit): RepairedCell {
  const [former, latter] = [textOf(before), textOf(after)];
  return {
    place: `${sheet} ${formatAddress(address)}`,
    before: former,
    after: latter,
    isFormatOnly: former === latter,
  };
}

function textOf({ value, formula }: CellContent): string {
  if (formula !== null) return `=${formula}`;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  return value === null ? '' : String(value);
}
