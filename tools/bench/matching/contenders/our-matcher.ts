import { matcherOf } from '../../../../src/core/catalogue/matching';
import { HITS, type Contender } from '../contender';

export const ourMatcher: Contender = {
  name: 'shenbao',
  setting: 'as shipped',
  build(catalogue) {
    const matcher = matcherOf(catalogue);
    return (query) => {
      const { decision, candidates } = matcher.match(query, HITS);
      return {
        hits: candidates.map(({ entry, score }) => ({ code: entry.code, score })),
        isCertain: decision === 'certain',
      };
    };
  },
};
