import { parseLevel2 } from '../../src/core/forms/indicator-levels';
import { accuracyOf, bestThreshold, certaintyOf, mostPrecise, thresholds } from '../../tools/bench/matching/accuracy';
import type { Outcome } from '../../tools/bench/matching/accuracy';
import { generateCatalogue, generateQueries } from '../../tools/bench/matching/generated-catalogue';
import { loadLabelledSets, parseLabelledRows } from '../../tools/bench/matching/labelled-rows';

function outcome(accepted: readonly string[], hits: readonly (readonly [code: string, score: number])[]): Outcome {
  return {
    row: { query: { name: '培训人数', level2: 'quantity' }, accepted },
    answer: { hits: hits.map(([code, score]) => ({ code, score })), isCertain: null },
  };
}

describe('what the benchmark of matching measures', () => {
  const outcomes = [
    outcome(['A'], [['A', 9]]),
    outcome(
      ['A', 'B'],
      [
        ['B', 8],
        ['C', 1],
      ],
    ),
    outcome(
      ['A'],
      [
        ['C', 7],
        ['D', 6],
        ['A', 5],
      ],
    ),
    outcome(
      ['A'],
      [
        ['C', 3],
        ['D', 2],
        ['E', 1],
        ['A', 0.5],
      ],
    ),
    outcome(['A'], []),
    outcome([], [['A', 6]]),
    outcome([], []),
  ];

  test('an accepted code first or among the first three, of the rows that have one', () => {
    expect(accuracyOf(outcomes)).toEqual({ rows: 7, rowsWithCode: 5, first: 2, firstThree: 3 });
  });

  test('decisions without asking: right ones, and those where no entry fits', () => {
    expect(certaintyOf([outcomes[0], outcomes[2], outcomes[5]])).toEqual({
      taken: 3,
      right: 1,
      takenWhereNoneFits: 1,
    });
  });

  test('a library gets the threshold with most right decisions that is precise enough, and the best one as eager as we are', () => {
    const scores = thresholds(outcomes);
    expect(bestThreshold(scores, 0.99)).toEqual({ taken: 2, right: 2, takenWhereNoneFits: 0 });
    expect(mostPrecise(scores, 2)).toEqual({ taken: 2, right: 2, takenWhereNoneFits: 0 });
    expect(mostPrecise(scores, 3)).toBeNull();
    expect(bestThreshold(thresholds([outcomes[2]]), 0.99)).toBeNull();
  });
});

describe('labelled rows', () => {
  test('every accepted code stands in the catalogue, under the second level of its row', () => {
    const astray = loadLabelledSets().flatMap(({ title, catalogue, rows }) =>
      rows.flatMap(({ query, accepted }) =>
        accepted
          .filter((code) => catalogue.findByCode(code)?.level2 !== query.level2)
          .map((code) => `${title}: ${query.name} ${code}`),
      ),
    );
    expect(astray).toEqual([]);
  });

  test('held-out rows are in no set that anybody looks at', () => {
    const sets = loadLabelledSets();
    const namesOf = (isHeldOut: boolean): readonly string[] =>
      sets
        .filter(({ title }) => title.startsWith('held out') === isHeldOut)
        .flatMap(({ catalogue, rows }) =>
          rows.map(({ query }) => `${catalogue.id} ${query.name} ${query.level2 || ''}`),
        );
    const seen = new Set(namesOf(false));
    expect(namesOf(true).length).toBeGreaterThan(300);
    expect(namesOf(true).filter((name) => seen.has(name))).toEqual([]);
  });

  test('a line without a second level or codes is named', () => {
    expect(parseLabelledRows('# head\n培训人数\t数量指标\t111,112\n投诉率\t质量指标\t-\n')).toEqual([
      { query: { name: '培训人数', level2: 'quantity' }, accepted: ['111', '112'] },
      { query: { name: '投诉率', level2: 'quality' }, accepted: [] },
    ]);
    expect(() => parseLabelledRows('培训人数\t数量指标')).toThrow('培训人数');
    expect(() => parseLabelledRows('培训人数\t别的\t111')).toThrow('培训人数');
  });
});

describe('the generated catalogue', () => {
  const file = generateCatalogue(3000);

  test('names are distinct, 6 to 16 letters long, and end with a measure of their level', () => {
    const names = file.entries.map(({ name }) => name);
    expect(new Set(names).size).toBe(3000);
    expect(new Set(file.entries.map(({ code }) => code)).size).toBe(3000);
    expect(names.filter((name) => name.length < 6 || name.length > 16)).toEqual([]);
    const satisfactions = file.entries.filter(({ level2 }) => level2 === parseLevel2('满意度').kind);
    expect(satisfactions.length).toBeGreaterThan(30);
    expect(satisfactions.filter(({ name }) => !name.endsWith('满意度'))).toEqual([]);
  });

  test('it and the queries are the same every time', () => {
    expect(generateCatalogue(3000)).toEqual(file);
    expect(generateQueries(file, 20)).toEqual(generateQueries(file, 20));
    expect(new Set(generateQueries(file, 20).map(({ name }) => name)).size).toBeGreaterThan(15);
  });
});
