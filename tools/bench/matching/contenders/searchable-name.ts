import type { CatalogueEntry, IndicatorCatalogue } from '../../../../src/core/catalogue/indicator-catalogue';
import type { Level2 } from '../../../../src/core/forms/indicator-levels';
import { bareText, compactText } from '../../../../src/core/values/normalize-text';
import type { Answer, Hit, Search } from '../contender';

const LEADING_NUMBER = /^(?:\([0-9]{1,2}\)|[0-9]{1,2}[.、)]|指标[0-9]{1,2}:?)/;

/** What libraries are given instead of a name: half width, no numbering, blanks or punctuation. */
export function searchableName(name: string): string {
  return bareText(compactText(name).replace(LEADING_NUMBER, ''));
}

/** Pairs of neighbouring letters: what stands for words where a text has no blanks. */
export function bigrams(text: string): string[] {
  if (text.length < 2) return [text];
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
}

/** Share of bigrams two names have in common: stands for a score where a library tells an order only. */
export function likeness(left: string, right: string): number {
  const rest = bigrams(right);
  const total = rest.length + bigrams(left).length;
  const common = bigrams(left).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / total;
}

/**
 * One index for each second level, so that no library loses time or rank to entries a row can not take.
 * @param search Finds positions in `names`, best first.
 */
export function searchPerLevel(
  catalogue: IndicatorCatalogue,
  indexOf: (names: readonly string[]) => (text: string) => readonly { readonly at: number; readonly score: number }[],
): Search {
  const levels = new Map<Level2 | null, CatalogueEntry[]>();
  for (const entry of catalogue.entries) {
    const entries = levels.get(entry.level2);
    if (entries === undefined) levels.set(entry.level2, [entry]);
    else entries.push(entry);
  }
  const searches = new Map(
    Array.from(levels, ([level2, entries]) => {
      const search = indexOf(entries.map(({ name }) => searchableName(name)));
      const codes = entries.map(({ code }) => code);
      return [level2, (text: string): Hit[] => search(text).map(({ at, score }) => ({ code: codes[at], score }))];
    }),
  );
  return ({ name, level2 }): Answer => {
    const search = searches.get(level2);
    return { hits: search === undefined ? [] : search(searchableName(name)), isCertain: null };
  };
}

/** For libraries that want every letter of the query: its longest tail that finds anything, as the noun stands last. */
export function withTails<Found>(search: (text: string) => readonly Found[]): (text: string) => readonly Found[] {
  return (text) => {
    for (let start = 0; start < text.length - 1; start += 1) {
      const found = search(text.slice(start));
      if (found.length > 0) return found;
    }
    return [];
  };
}
