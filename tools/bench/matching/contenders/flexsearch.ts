import { Index, type IndexOptions } from 'flexsearch';
import { HITS, type Contender } from '../contender';
import { bigrams, likeness, searchPerLevel } from './searchable-name';

const letters = (text: string): string[] => [...text];

export const flexSearch: readonly Contender[] = [
  contender('bigrams, suggestions', { encode: bigrams, tokenize: 'strict' }),
  contender('letters, suggestions', { encode: letters, tokenize: 'strict' }),
  contender('letters in context, suggestions', { encode: letters, tokenize: 'strict', context: true }),
  contender('bigrams in context, suggestions', { encode: bigrams, tokenize: 'strict', context: true }),
];

function contender(setting: string, options: IndexOptions): Contender {
  return {
    name: 'FlexSearch',
    setting,
    build: (catalogue) =>
      searchPerLevel(catalogue, (names) => {
        const index = new Index(options);
        names.forEach((name, at) => index.add(at, name));
        // It tells an order and no scores.
        return (text) =>
          index
            .search(text, { limit: HITS, suggest: true })
            .map((at) => ({ at: at as number, score: likeness(text, names[at as number]) }));
      }),
  };
}
