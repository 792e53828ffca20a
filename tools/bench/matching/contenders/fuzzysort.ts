import fuzzysort from 'fuzzysort';
import { HITS, type Contender } from '../contender';
import { bigrams, searchPerLevel, withTails } from './searchable-name';

export const fuzzySort: readonly Contender[] = [
  contender('whole query', (text) => text, false),
  contender('bigrams in any order', (text) => bigrams(text).join(' '), false),
  contender('longest tail of the query that finds anything', (text) => text, true),
  contender('longest tail, letters in any order', (text) => [...text].join(' '), true),
];

function contender(setting: string, queryOf: (text: string) => string, hasTails: boolean): Contender {
  return {
    name: 'fuzzysort',
    setting,
    build: (catalogue) =>
      searchPerLevel(catalogue, (names) => {
        const targets = fuzzysort.snapshot(
          names.map((name, at) => ({ name, at })),
          { key: 'name' },
        );
        const search = (text: string): readonly { at: number; score: number }[] =>
          fuzzysort
            .go(queryOf(text), targets, { limit: HITS, threshold: 0 })
            .map(({ obj, score }) => ({ at: obj.at, score }));
        return hasTails ? withTails(search) : search;
      }),
  };
}
