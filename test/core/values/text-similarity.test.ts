import { contentWords } from '../../../src/core/values/content-words';
import {
  comparableText,
  compareTexts,
  findDifferences,
  sharesContent,
  similarityOf,
} from '../../../src/core/values/text-similarity';
import { LABELLED_PAIRS, LATER_PAIRS, type LabelledPair, type Relation } from './likeness-pairs';
import { LINEAR_WORK_MS } from '../../support/time-limits';

describe('findDifferences', () => {
  test.each([
    ['', '', 0, []],
    ['社区书屋', '社区书屋', 2, []],
    ['社区书屋', '社区书店', 1, [['屋', '店']]],
    ['社区书屋', '社区的书屋', 1, [['', '的']]],
    ['社区的书屋', '社区书屋', 3, [['的', '']]],
    [
      '河道巡查与清淤',
      '河湖巡查清淤量',
      3,
      [
        ['道', '湖'],
        ['与', ''],
        ['', '量'],
      ],
    ],
  ] as const)('“%s”与“%s”', (left, right, limit, expected) => {
    const found = findDifferences(left, right, limit);
    expect(found && found.map((difference) => [difference.left, difference.right])).toEqual(expected);
  });

  test('超出上限', () => {
    expect(findDifferences('社区书屋', '乡镇书店', 2)).toBeNull();
    expect(findDifferences('甲乙', '甲乙丙丁', 1)).toBeNull();
    expect(findDifferences('', '甲', 0)).toBeNull();
  });
});

/** Share of the pairs of this relation whose similarity satisfies the condition, in percent. */
function percentOf(
  pairs: readonly LabelledPair[],
  relation: Relation,
  condition: (similarity: number) => boolean,
): number {
  const similarities = pairs
    .filter((pair) => pair.relation === relation)
    .map(({ left, right }) => similarityOf(left, right));
  return Math.round((100 * similarities.filter(condition).length) / similarities.length);
}

/** How often a pair of one relation is more similar than a pair of the other, in percent. */
function percentOrdered(pairs: readonly LabelledPair[], higher: Relation, lower: Relation): number {
  const of = (relation: Relation): number[] =>
    pairs.filter((pair) => pair.relation === relation).map(({ left, right }) => similarityOf(left, right));
  const outcomes = of(higher).flatMap((high) => of(lower).map((low) => (high > low ? 1 : high === low ? 0.5 : 0)));
  return Math.floor((100 * outcomes.reduce<number>((sum, one) => sum + one, 0)) / outcomes.length);
}

describe('similarityOf', () => {
  test('标注的文字对各不相同，数量足够', () => {
    const keys = [...LABELLED_PAIRS, ...LATER_PAIRS].map(({ left, right }) => `${left}|${right}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(LABELLED_PAIRS.length).toBeGreaterThanOrEqual(240);
    expect(LATER_PAIRS.length).toBeGreaterThanOrEqual(80);
  });

  // Figures as measured; they may rise, and the lines below with them.
  test.each([
    ['调整时用过的', LABELLED_PAIRS, { same: 99, related: 95, unrelated: 100, sameAboveHalf: 87, relatedAboveHalf: 5 }],
    ['后来写的', LATER_PAIRS, { same: 100, related: 80, unrelated: 97, sameAboveHalf: 50, relatedAboveHalf: 10 }],
  ] as const)('准确率不下降：%s', (_name, pairs, least) => {
    expect({
      same: percentOf(pairs, 'same', (similarity) => similarity >= 0.1),
      related: percentOf(pairs, 'related', (similarity) => similarity >= 0.1),
      unrelated: percentOf(pairs, 'unrelated', (similarity) => similarity < 0.1),
      sameAboveHalf: percentOf(pairs, 'same', (similarity) => similarity >= 0.5),
      relatedAboveHalf: percentOf(pairs, 'related', (similarity) => similarity >= 0.5),
    }).toEqual(least);
  });

  test.each([
    ['调整时用过的', LABELLED_PAIRS, 99, 93],
    ['后来写的', LATER_PAIRS, 100, 85],
  ] as const)('同义的比无关的近，也比相关的近：%s', (_name, pairs, unrelated, related) => {
    expect(percentOrdered(pairs, 'same', 'unrelated')).toBeGreaterThanOrEqual(unrelated);
    expect(percentOrdered(pairs, 'same', 'related')).toBeGreaterThanOrEqual(related);
  });

  test('左右互换结果不变，自己与自己是1', () => {
    for (const { left, right } of LATER_PAIRS) {
      expect(similarityOf(left, right)).toBe(similarityOf(right, left));
      expect(similarityOf(left, left)).toBe(1);
    }
  });

  test.each([
    ['', '', 0],
    ['', '河道清淤', 0],
    ['12345', '。。。', 0],
    ['项目完成情况', '河道清淤', 0],
    ['项目完成率', '工作完成比例', 0.5],
    ['项目按期完成率', '是否按时完成', 1],
  ])('没有实词的文字：“%s”与“%s”', (left, right, expected) => expect(similarityOf(left, right)).toBe(expected));

  test('十万字的文字也很快', () => {
    const long = '组织开展农村公路养护里程数据参与行为按期完成率、'.repeat(4500);
    const start = Date.now();
    expect(similarityOf(long, `${long}其他`)).toBe(1);
    expect(contentWords(long).length).toBeGreaterThan(4000);
    expect(sharesContent('的'.repeat(100000), '数'.repeat(100000))).toBe(false);
    expect(Date.now() - start).toBeLessThan(LINEAR_WORK_MS);
  });

  test('备好一次，与许多文字比较', () => {
    const texts = LATER_PAIRS.map(({ left }) => comparableText(left));
    expect(texts.map((text) => compareTexts(text, texts[0])).indexOf(1)).toBe(0);
  });
});

describe('sharesContent', () => {
  test.each([
    ['拨付补助资金', '补贴资金的发放', true],
    ['居民满意度', '群众的满意程度', true],
    ['项目完成情况', '工作完成情况', false],
    ['河道清淤长度', '图书采购数量', false],
  ])('“%s”与“%s”', (left, right, expected) => expect(sharesContent(left, right)).toBe(expected));
});

describe('contentWords', () => {
  test.each([
    ['组织开展农村公路养护工作情况', ['农村公路养护']],
    ['参与行为规范数据接口的数量', ['参与行为规范数据接口']],
    ['是否按照年度预算完成', []],
    ['“一站式”服务≥95%', ['一站式服务']],
  ])('“%s”', (text, words) => expect(contentWords(text)).toEqual(words));
});
