import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCatalogue } from '../../../../src/core/catalogue/indicator-catalogue';
import { matcherOf } from '../../../../src/core/catalogue/matching';
import { parseLabelledRows } from '../../../../tools/bench/matching/labelled-rows';
import zhuhaiFile from '../../../../assets/catalogues/zhuhai-observed.json';

/** Names of published forms with the codes that two people would accept. */
const SHARED = path.join(__dirname, '../../../../tools/bench/matching/labelled/shared.tsv');

const matcher = matcherOf(parseCatalogue(zhuhaiFile));
const found = parseLabelledRows(readFileSync(SHARED, 'utf8')).map(({ query, accepted }) => {
  const { decision, candidates } = matcher.match(query);
  return {
    name: query.name,
    decision,
    accepted,
    rank: candidates.findIndex(({ entry }) => accepted.includes(entry.code)),
  };
});
const withCode = found.filter(({ accepted }) => accepted.length > 0);

test('可直接填的都是对的', () => {
  const certain = found.filter(({ decision }) => decision === 'certain');
  expect(certain.filter(({ rank }) => rank !== 0)).toEqual([]);
  expect(certain.length).toBeGreaterThanOrEqual(10);
});

test('对的在首位的不少于85%', () => {
  const first = withCode.filter(({ rank }) => rank === 0).length;
  expect(first / withCode.length).toBeGreaterThanOrEqual(0.85);
});

test('对的在前三位的不少于95%', () => {
  const near = withCode.filter(({ rank }) => rank >= 0 && rank < 3).length;
  expect(near / withCode.length).toBeGreaterThanOrEqual(0.95);
});

test('指标库自己的名称都认得', () => {
  const catalogue = parseCatalogue(zhuhaiFile);
  const others = catalogue.entries.filter(({ name, level2, code }) => {
    const { decision, candidates } = matcherOf(catalogue).match({ name: `${code}-${name}`, level2 });
    return decision !== 'certain' || candidates[0].entry.code !== code || candidates[0].score !== 1;
  });
  expect(others).toEqual([]);
});
