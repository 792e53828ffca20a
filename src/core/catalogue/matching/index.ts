import { oncePer } from '../../forms/once-per';
import type { IndicatorCatalogue } from '../indicator-catalogue';
import type { CatalogueMatcher } from './match';

export type { CatalogueMatcher, Match, MatchCandidate, MatchDecision, MatchQuery } from './match';

/** The matcher of a catalogue; its index is built when first asked for and kept as long as the catalogue is. */
export const matcherOf = oncePer((catalogue: IndicatorCatalogue): CatalogueMatcher => ({
  catalogue,
  match({ name, level2 }) {
    const candidates = catalogue.findByName(name).map((entry) => ({
      entry,
      score: 1,
      reason: '名称相同',
      isOtherLevel2: level2 !== null && entry.level2 !== level2,
    }));
    const isCertain = candidates.length === 1 && !candidates[0].isOtherLevel2;
    return { decision: isCertain ? 'certain' : candidates.length > 0 ? 'likely' : 'none', candidates };
  },
}));
