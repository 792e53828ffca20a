import type { Level2 } from '../../forms/indicator-levels';
import type { CatalogueEntry, EntryKind, IndicatorCatalogue } from '../indicator-catalogue';

/** What is known of an indicator that somebody named freely. */
export interface MatchQuery {
  /** As written; a code before it, marks and stops do no harm. */
  readonly name: string;
  /** Second level of the row; null when it is not known, and then no match is certain unless only one entry has the name. */
  readonly level2: Level2 | null;
  /** 计量单位 of its value; null or left out when not known. */
  readonly unit?: string | null;
  /** What its value is; null or left out when not known. */
  readonly kind?: EntryKind | null;
}

/**
 * `certain`: the first candidate may be filled in by one click. `likely`: candidates worth showing, for a person to choose from.
 * `none`: the catalogue holds nothing of the kind.
 */
export type MatchDecision = 'certain' | 'likely' | 'none';

export interface MatchCandidate {
  readonly entry: CatalogueEntry;
  /** From 0 to 1; 1 for the same name, whatever its second level, where nothing speaks against it. */
  readonly score: number;
  /** Chinese, short, for the user: what agrees, e.g. "名称相同", "“聘用”即“聘请”", "在指标库中属社会效益指标". */
  readonly reason: string;
  /** True when the catalogue lists it under another second level than the row: a hint, never to be filled in. */
  readonly isOtherLevel2: boolean;
}

export interface Match {
  readonly decision: MatchDecision;
  /** Best first; those of another second level after the others. For `none` the nearest few, which are hardly like it. */
  readonly candidates: readonly MatchCandidate[];
}

/** Finds standard indicators by free names; made once per catalogue, see `matcherOf`. */
export interface CatalogueMatcher {
  readonly catalogue: IndicatorCatalogue;
  /** @param limit Most candidates returned, 5 when left out. */
  match(query: MatchQuery, limit?: number): Match;
}
