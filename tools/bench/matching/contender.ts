import type { IndicatorCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import type { MatchQuery } from '../../../src/core/catalogue/matching';

export interface Hit {
  readonly code: string;
  /** The greater the better; comparable within one contender only. */
  readonly score: number;
}

export interface Answer {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Null for libraries: they rank, and leave to the caller which score is enough. */
  readonly isCertain: boolean | null;
}

export type Search = (query: MatchQuery) => Answer;

/** A search library, or our matcher, made ready for names of indicators in one way. */
export interface Contender {
  readonly name: string;
  /** How it is set up, in a few words. */
  readonly setting: string;
  /** Makes the index; what happens in here is its building time and stays as its memory. */
  build(catalogue: IndicatorCatalogue): Search;
}

/** How many hits each is asked for, as the pane asks the matcher. */
export const HITS = 5;
