import { findDifferences } from '../../../src/core/values/text-similarity';

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
