import { theLexicon } from '../../../../src/core/catalogue/matching/lexicon';
import { ALL_WORDS } from '../../../../src/core/catalogue/matching/words';
import { MEASURE_WORDS } from '../../../../src/core/catalogue/matching/words/measures';
import { WORD_RELATIONS } from '../../../../src/core/catalogue/matching/words/relations';

const words = ALL_WORDS.reduce<readonly string[]>(
  (all, { groups }) => groups.reduce((more, group) => more.concat(group.split(' ')), all),
  [],
);

test('没有一个词在两组里', () => {
  const seen = new Set<string>();
  expect(words.filter((word) => seen.size === seen.add(word).size)).toEqual([]);
});

test('词只由汉字组成', () => {
  const measures = Object.values(MEASURE_WORDS).join(' ').split(' ');
  expect([...words, ...measures].filter((word) => !/^[\u4e00-\u9fff]+$/.test(word))).toEqual([]);
});

test('有关系的词都在组里，不在同一组里', () => {
  const { conceptOf } = theLexicon();
  const lines = [...WORD_RELATIONS.near, ...WORD_RELATIONS.kinds.map((line) => line.replace(':', ''))];
  const known = new Set(words);
  for (const line of lines) {
    const members = line.split(' ');
    expect(members.filter((member) => !known.has(member))).toEqual([]);
    const concepts = members.map(conceptOf);
    expect([line, new Set(concepts).size]).toEqual([line, members.length]);
  }
});
