import { parseCatalogue } from '../../src/core/catalogue/indicator-catalogue';
import { matcherOf, type MatchQuery } from '../../src/core/catalogue/matching';
import { compactCatalogue, readCompactCatalogue } from '../../src/session/catalogues/compact-catalogue';
import { generateCatalogue, generateQueries } from '../../tools/bench/matching/generated-catalogue';

test('what functions know of a catalogue is enough to decide as the pane does', () => {
  const file = generateCatalogue(2000);
  const { file: compact } = readCompactCatalogue(compactCatalogue(file));
  const [whole, known] = [parseCatalogue(file), parseCatalogue(compact)].map(matcherOf);
  const inShort = (matcher: typeof whole, query: MatchQuery): string => {
    const { decision, candidates } = matcher.match(query);
    return [query.name, decision, ...candidates.map(({ entry, score }) => `${entry.code} ${score}`)].join(', ');
  };
  const queries = generateQueries(file, 200).map(({ name, level2 }) => ({ name, level2 }));
  const decisions = new Set(queries.map((query) => whole.match(query).decision));
  expect(decisions.size).toBeGreaterThan(1);
  expect(queries.map((query) => inShort(known, query))).toEqual(queries.map((query) => inShort(whole, query)));
});
