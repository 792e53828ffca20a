import Fuse, { type IFuseOptions } from 'fuse.js';
import { HITS, type Contender } from '../contender';
import { bigrams, searchPerLevel } from './searchable-name';

export const fuse: readonly Contender[] = [
  contender('anywhere in the name, threshold 0.6', { ignoreLocation: true, threshold: 0.6 }),
  contender('anywhere in the name, threshold 0.8', { ignoreLocation: true, threshold: 0.8 }),
  contender('near its place in the name, threshold 0.8', { threshold: 0.8 }),
  contender('token search of bigrams', { useTokenSearch: true, tokenize: bigrams, threshold: 0.4 }),
  contender('token search of bigrams, exact', { useTokenSearch: true, tokenize: bigrams, threshold: 0 }),
];

function contender(setting: string, options: IFuseOptions<string>): Contender {
  return {
    name: 'Fuse.js',
    setting,
    build: (catalogue) =>
      searchPerLevel(catalogue, (names) => {
        const index = new Fuse(names, { ...options, includeScore: true });
        return (text) =>
          index.search(text, { limit: HITS }).map(({ refIndex, score }) => ({ at: refIndex, score: 1 - (score || 0) }));
      }),
  };
}
