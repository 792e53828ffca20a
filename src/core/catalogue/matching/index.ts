import { oncePer } from '../../forms/once-per';
import type { IndicatorCatalogue } from '../indicator-catalogue';
import { IndexedMatcher } from './catalogue-matcher';
import type { CatalogueMatcher } from './match';

export type { CatalogueMatcher, Match, MatchCandidate, MatchDecision, MatchQuery } from './match';

/** The matcher of a catalogue; its index is built when first asked for and kept as long as the catalogue is. */
export const matcherOf = oncePer((catalogue: IndicatorCatalogue): CatalogueMatcher => new IndexedMatcher(catalogue));
