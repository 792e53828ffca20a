import type { CatalogueEntry } from '../../../core/catalogue/indicator-catalogue';
import type { CodingChoices, CodingPlan, CodingRow, CodingState } from '../../../core/coding/coding-plan';
import { cellKeyOf } from '../../../core/changes/change-set';
import { fillingChanges } from '../../../core/coding/fill-codes';
import type { CatalogueSummary } from '../../../session/catalogues/catalogue-desk';
import { PAGE_SIZE, type PaneState } from '../pane-state';
import type { CodesState } from './codes-state';

export const CODING_STATES: readonly CodingState[] = ['certain', 'choose', 'none', 'coded', 'left'];

export type CodingCounts = Readonly<Record<CodingState, number>>;

/** A row with what is to become of it. */
export interface CodingItem {
  readonly row: CodingRow;
  /** What the row gets when it is ticked; null while nothing is chosen. */
  readonly entry: CatalogueEntry | null;
  readonly isTicked: boolean;
  /** The user decided about it. */
  readonly isDecided: boolean;
}

/** The rows of one project. */
export interface CodingGroup {
  readonly id: string;
  readonly caption: string;
  /** "" where the caption is the sheet's name. */
  readonly sheet: string;
  /** Keys of the rows that can be ticked. */
  readonly tickable: readonly string[];
  readonly tickedCount: number;
  readonly isOpen: boolean;
  /** Those to be shown; none while the group is closed. */
  readonly items: readonly CodingItem[];
  readonly hiddenCount: number;
}

export interface CodingGroups {
  readonly groups: readonly CodingGroup[];
  /** Groups beyond those shown. */
  readonly hiddenCount: number;
}

/** What filling in the ticked rows would write. */
export interface FillingPreview {
  readonly choices: CodingChoices;
  readonly rowCount: number;
  /** Cells of first and second levels that are written besides. */
  readonly levelCellCount: number;
  /** Ticked rows that the filter hides: they are not written. */
  readonly hiddenCount: number;
}

/** Groups are open at first as long as the list stays this short. */
const OPEN_AT_FIRST = 40;

/** Shown of a long list at first, and how many more each time. */
export const GROUPS_ON_PAGE = 100;
export const GROUP_LIST = 'codes';

export function isFillable({ state, places }: CodingRow): boolean {
  const isOpen = state === 'certain' || state === 'choose' || state === 'none';
  return isOpen && places.name !== null;
}

/** All rows in the order of the workbook. */
export function selectCodingItems({ plan, decisions }: Pick<CodesState, 'plan' | 'decisions'>): readonly CodingItem[] {
  if (plan === null) return [];
  return plan.rows.map((row) => {
    const decision = isFillable(row) ? decisions[row.key] : undefined;
    if (decision !== undefined) return { row, ...decision, isDecided: true };
    const isCertain = row.state === 'certain' && isFillable(row) && row.candidates.length > 0;
    return { row, entry: isCertain ? row.candidates[0].entry : null, isTicked: isCertain, isDecided: false };
  });
}

export function stateCounts(plan: CodingPlan | null): CodingCounts {
  const counts: Record<CodingState, number> = { certain: 0, choose: 0, none: 0, coded: 0, left: 0 };
  if (plan !== null) for (const { state } of plan.rows) counts[state] += 1;
  return counts;
}

/** Those that the filter lets through. */
export function filterItems(
  items: readonly CodingItem[],
  { filter }: Pick<CodesState, 'filter'>,
): readonly CodingItem[] {
  return filter.length === 0 ? items : items.filter(({ row }) => filter.indexOf(row.state) >= 0);
}

/** What is ticked and seen is what is written. */
export function selectFilling(codes: Pick<CodesState, 'plan' | 'decisions' | 'filter'>): FillingPreview {
  const items = selectCodingItems(codes);
  const isTicked = ({ entry, isTicked: isOn }: CodingItem): boolean => isOn && entry !== null;
  const written = filterItems(items, codes).filter(isTicked);
  const choices: Record<string, CatalogueEntry> = {};
  const own = new Set<string>();
  for (const { row, entry } of written) {
    choices[row.key] = entry as CatalogueEntry;
    for (const place of [row.places.name, row.places.code]) if (place !== null) own.add(cellKeyOf(place));
  }
  const edits = codes.plan === null ? [] : fillingChanges(codes.plan, choices).edits;
  return {
    choices,
    rowCount: written.length,
    levelCellCount: edits.filter((edit) => !own.has(cellKeyOf(edit))).length,
    hiddenCount: items.filter(isTicked).length - written.length,
  };
}

/** The list: one group per project of a form, in the order of the workbook. */
export function selectCodingGroups(state: PaneState): CodingGroups {
  const { codes, groupsOpened, shownInGroup } = state;
  const byProject = new Map<string, CodingItem[]>();
  for (const item of filterItems(selectCodingItems(codes), codes)) {
    const id = `codes|${item.row.form}|${item.row.project}`;
    const known = byProject.get(id);
    if (known) known.push(item);
    else byProject.set(id, [item]);
  }
  const most = shownInGroup[GROUP_LIST] || GROUPS_ON_PAGE;
  const groups: CodingGroup[] = [];
  let listed = 0;
  byProject.forEach((items, id) => {
    if (groups.length >= most) return;
    const isFirst = listed === 0;
    listed += items.length;
    const chosen = groupsOpened[id];
    const isOpen = chosen === undefined ? isFirst || listed <= OPEN_AT_FIRST : chosen;
    const shown = isOpen ? items.slice(0, shownInGroup[id] || PAGE_SIZE) : [];
    const tickable = items.filter(({ entry }) => entry !== null);
    const { sheet, project } = items[0].row;
    groups.push({
      id,
      caption: project === '' ? sheet : project,
      sheet: project === '' || project === sheet ? '' : sheet,
      tickable: tickable.map(({ row }) => row.key),
      tickedCount: tickable.filter(({ isTicked }) => isTicked).length,
      isOpen,
      items: shown,
      hiddenCount: isOpen ? items.length - shown.length : 0,
    });
  });
  return { groups, hiddenCount: byProject.size - groups.length };
}

/** The catalogue that codes are taken from: the one the user chose, or the first built-in; null where that is not there any more. */
export function selectCatalogue({ codes, preferences }: PaneState): CatalogueSummary | null {
  const { catalogueId } = preferences;
  const isMeant = ({ id, isBuiltin }: CatalogueSummary): boolean =>
    catalogueId === null ? isBuiltin : id === catalogueId;
  return (codes.catalogues || []).find(isMeant) || null;
}
