import { readNumberWords } from '../../../src/core/values/number-words';

test.each([
  ['百分之九十五', '95%'],
  ['百分之百', '100%'],
  ['百分之98', '98%'],
  ['九成', '90%'],
  ['八成以上', '80%以上'],
  ['两场', '2场'],
  ['十次', '10次'],
  ['十二场', '12场'],
  ['二十家', '20家'],
  ['三十五个', '35个'],
  ['三个月', '3个月'],
  ['一年', '1年'],
  ['两个工作日', '2个工作日'],
])('“%s”即“%s”', (text, expected) => {
  expect(readNumberWords(text)).toBe(expected);
});

test.each(['一级', '国家一级', '二等奖', '三甲', '一流水平', '一月', '十分满意', '成果', '95%', ''])(
  '“%s”不是数',
  (text) => {
    expect(readNumberWords(text)).toBe(text);
  },
);
