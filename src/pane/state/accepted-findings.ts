import { acceptanceKey, type Acceptance } from '../../session';
import type { CheckedWorkbook, FindingItem } from './checked-workbook';
import type { PaneState } from './pane-state';

export interface AcceptedItem {
  readonly item: FindingItem;
  readonly acceptance: Acceptance;
}

interface SplitFindings {
  readonly open: readonly FindingItem[];
  readonly accepted: readonly AcceptedItem[];
  /** Acceptances of findings that are no longer there. */
  readonly idle: readonly Acceptance[];
}

type Reviewed = Pick<PaneState, 'result' | 'acceptances'>;

const NOTHING: SplitFindings = { open: [], accepted: [], idle: [] };

/** Splitting long lists takes a moment, and every view asks: the last answer for each result is kept. */
const lastSplits = new WeakMap<CheckedWorkbook, { acceptances: readonly Acceptance[]; split: SplitFindings }>();

/** Findings that nobody has accepted, in reading order. */
export function selectOpenItems(state: Reviewed): readonly FindingItem[] {
  return splitOf(state).open;
}

/** Findings that were accepted, in reading order. */
export function selectAccepted(state: Reviewed): readonly AcceptedItem[] {
  return splitOf(state).accepted;
}

/** Acceptances kept in the workbook whose finding is no longer there. */
export function selectIdleAcceptances(state: Reviewed): readonly Acceptance[] {
  return splitOf(state).idle;
}

function splitOf({ result, acceptances }: Reviewed): SplitFindings {
  if (result === null) return NOTHING;
  const last = lastSplits.get(result);
  if (last && last.acceptances === acceptances) return last.split;
  const split = splitFindings(result.items, acceptances);
  lastSplits.set(result, { acceptances, split });
  return split;
}

function splitFindings(items: readonly FindingItem[], acceptances: readonly Acceptance[]): SplitFindings {
  if (acceptances.length === 0) return { open: items, accepted: [], idle: [] };
  const byKey = new Map(acceptances.map((acceptance) => [acceptanceKey(acceptance), acceptance] as const));
  const open: FindingItem[] = [];
  const accepted: AcceptedItem[] = [];
  const met = new Set<string>();
  for (const item of items) {
    const key = acceptanceKey(item.finding);
    const acceptance = byKey.get(key);
    if (acceptance === undefined) {
      open.push(item);
    } else {
      accepted.push({ item, acceptance });
      met.add(key);
    }
  }
  return { open, accepted, idle: acceptances.filter((acceptance) => !met.has(acceptanceKey(acceptance))) };
}
