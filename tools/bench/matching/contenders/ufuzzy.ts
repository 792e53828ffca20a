import UFuzzy from '@leeoniya/ufuzzy';
import { HITS, type Contender } from '../contender';
import { bigrams, likeness, searchPerLevel, withTails } from './searchable-name';

/** Chinese letters beside Latin ones; its other way, the u flag of regular expressions, finds the same and is slower. */
const LETTERS: UFuzzy.Options = { alpha: 'a-z一-鿿' };

export const uFuzzy: readonly Contender[] = [
  contender('letters in order, any gaps', { intraIns: Infinity }, (text) => text, false),
  contender('one wrong letter', { intraMode: 1, intraIns: 1 }, (text) => text, true),
  contender('longest tail that finds anything, any gaps', { intraIns: Infinity }, (text) => text, true),
  contender('longest tail, bigrams with gaps between', {}, (text) => bigrams(text).join(' '), true),
];

function contender(
  setting: string,
  options: UFuzzy.Options,
  queryOf: (text: string) => string,
  hasTails: boolean,
): Contender {
  return {
    name: 'uFuzzy',
    setting,
    build: (catalogue) =>
      searchPerLevel(catalogue, (names) => {
        const index = new UFuzzy({ ...LETTERS, ...options });
        const haystack = [...names];
        const search = (text: string): readonly { at: number; score: number }[] => {
          const [, info, order] = index.search(haystack, queryOf(text), 0, Infinity);
          if (info === null || info === undefined || order === null || order === undefined) return [];
          // It tells an order and no scores.
          return order.slice(0, HITS).map((place) => {
            const at = info.idx[place];
            return { at, score: likeness(text, names[at]) };
          });
        };
        return hasTails ? withTails(search) : search;
      }),
  };
}
