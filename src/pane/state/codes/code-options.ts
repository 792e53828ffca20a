import type { CatalogueEntry } from '../../../core/catalogue/indicator-catalogue';
import type { CodingRow } from '../../../core/coding/coding-plan';
import { LEVEL2_TITLES } from '../../../core/forms/indicator-levels';
import type { CatalogueDesk } from '../../../session/catalogues/catalogue-desk';
import { CODE_STRINGS } from '../../code-strings';

/** An entry of the catalogue as a row's list offers it. */
export interface CodeOption {
  readonly entry: CatalogueEntry;
  /** Why it is offered; "" where nothing is to be said. */
  readonly reason: string;
  /** Chinese sentence: why it cannot be filled in here; null when it can. */
  readonly problem: string | null;
}

/** What was found of a text. */
export interface FoundOptions {
  readonly options: readonly CodeOption[];
  /** The catalogue may hold more of the kind. */
  readonly isCut: boolean;
}

/** A list that is seen as a whole needs no scrolling within. */
const OF_OWN_LEVEL = 8;
const OF_OTHER_LEVELS = 4;

/** Among so many entries of all levels those of others are looked for. */
const LOOKED_THROUGH = 40;

/** What the proposal offers for a row, the entries it may get first. */
export function proposedOptions(row: CodingRow): readonly CodeOption[] {
  return row.candidates.map(({ entry, reason, isOtherLevel2 }) => ({
    entry,
    reason,
    problem: isOtherLevel2 ? otherLevel(entry, row) : null,
  }));
}

/** What the catalogue holds by code, name or initials: entries that the row may get, then some that stand under other levels. */
export async function searchOptions(
  { search }: Pick<CatalogueDesk, 'search'>,
  catalogueId: string | null,
  row: CodingRow,
  text: string,
): Promise<FoundOptions> {
  const { level2 } = row;
  const [fitting, all] = await Promise.all([
    search(catalogueId, { text, level2, limit: OF_OWN_LEVEL + 1 }),
    level2 === null ? Promise.resolve([]) : search(catalogueId, { text, level2: null, limit: LOOKED_THROUGH }),
  ]);
  const others = all.filter((entry) => entry.level2 !== null && entry.level2 !== level2);
  return {
    options: [
      ...fitting.slice(0, OF_OWN_LEVEL).map((entry) => ({ entry, reason: describe(entry, row), problem: null })),
      ...others.slice(0, OF_OTHER_LEVELS).map((entry) => ({ entry, reason: '', problem: otherLevel(entry, row) })),
    ],
    isCut: fitting.length > OF_OWN_LEVEL,
  };
}

function otherLevel(entry: CatalogueEntry, { level2 }: CodingRow): string {
  return CODE_STRINGS.otherLevel(
    entry.level2 === null ? null : LEVEL2_TITLES[entry.level2],
    level2 === null ? null : LEVEL2_TITLES[level2],
  );
}

function describe({ level2, unit }: CatalogueEntry, row: CodingRow): string {
  return [
    level2 === null || level2 === row.level2 ? '' : LEVEL2_TITLES[level2],
    unit === null ? '' : CODE_STRINGS.unit(unit),
  ]
    .filter((part) => part !== '')
    .join('，');
}
