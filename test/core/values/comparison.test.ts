import { readTypedComparison, splitComparison } from '../../../src/core/values/comparison';

test.each([
  ['≥5个', '≥', '5个'],
  ['>=5个', '≥', '5个'],
  ['=>5个', '≥', '5个'],
  ['≧5个', '≥', '5个'],
  ['大于或等于5个', '≥', '5个'],
  ['不得少于5个', '≥', '5个'],
  ['至少5个', '≥', '5个'],
  ['5个以上', '≥', '5个'],
  ['不少于5个以上', '≥', '5个'],
  ['≤5%', '≤', '5%'],
  ['不得超过5%', '≤', '5%'],
  ['低于等于5%', '≤', '5%'],
  ['控制在5%', '≤', '5%'],
  ['控制在5%以内', '≤', '5%'],
  ['5%以内', '≤', '5%'],
  ['达到95%', '=', '95%'],
  ['达到95%以上', '≥', '95%'],
  ['保持在95%以上', '≥', '95%'],
  ['维持在20℃', '=', '20℃'],
  ['超过5次', '>', '5次'],
  ['<3次', '<', '3次'],
  ['=100%', '=', '100%'],
  ['5次', null, '5次'],
  ['以上', null, '以上'],
  ['≥', null, '≥'],
])('“%s”的方向是 %s，余下“%s”', (text, comparison, rest) => {
  expect(splitComparison(text)).toMatchObject({ comparison, rest });
});

test.each([
  ['＞＝ 5场', { comparison: '≥', writing: '＞＝', isWord: false, rest: '5场' }],
  ['> = 5场', { comparison: '≥', writing: '> =', isWord: false, rest: '5场' }],
  [' 不少于 １２ 场 ', { comparison: '≥', writing: '不少于', isWord: true, rest: '１２ 场' }],
  ['大于 等于3次', { comparison: '≥', writing: '大于 等于', isWord: true, rest: '3次' }],
  ['小于或等于3%', { comparison: '≤', writing: '小于或等于', isWord: true, rest: '3%' }],
  ['高于九成', { comparison: '>', writing: '高于', isWord: true, rest: '九成' }],
  ['＜3次', { comparison: '<', writing: '＜', isWord: false, rest: '3次' }],
  ['⩽3次', { comparison: '≤', writing: '⩽', isWord: false, rest: '3次' }],
])('按原样读出“%s”的方向', (text, expected) => {
  expect(readTypedComparison(text)).toEqual(expected);
});

test.each(['5场', '5场以上', '不超过预算', '大于上年', '满意度≥90%', '≥', ''])('“%s”开头没有数的方向', (text) => {
  expect(readTypedComparison(text)).toBeNull();
});
