import MiniSearch, { type BM25Params } from 'minisearch';
import { HITS, type Contender } from '../contender';
import { bigrams, searchPerLevel } from './searchable-name';

const lettersAndBigrams = (text: string): string[] => [...text, ...bigrams(text)];

export const miniSearch: readonly Contender[] = [
  contender('bigrams, BM25', bigrams),
  contender('bigrams, BM25 for short texts', bigrams, { k: 1.2, b: 1, d: 0 }),
  contender('letters and bigrams, BM25', lettersAndBigrams),
  contender('letters and bigrams, BM25 for short texts', lettersAndBigrams, { k: 1.2, b: 1, d: 0 }),
];

function contender(setting: string, tokenize: (text: string) => string[], bm25?: BM25Params): Contender {
  return {
    name: 'MiniSearch',
    setting,
    build: (catalogue) =>
      searchPerLevel(catalogue, (names) => {
        const index = new MiniSearch<{ id: number; name: string }>({
          fields: ['name'],
          tokenize,
          processTerm: (term) => term,
          searchOptions: { ...(bm25 === undefined ? {} : { bm25 }), combineWith: 'OR' },
        });
        index.addAll(names.map((name, id) => ({ id, name })));
        return (text) =>
          index
            .search(text)
            .slice(0, HITS)
            .map(({ id, score }) => ({ at: id as number, score }));
      }),
  };
}
