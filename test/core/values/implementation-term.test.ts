import { parseTermYears } from '../../../src/core/values/implementation-term';

test.each([
  ['3', 3],
  [' 3年 ', 3],
  ['３个年度', 3],
  ['三年', 3],
  ['十年', 10],
  ['36个月', 3],
  ['2024-2026', 3],
  ['2024年至2026年', 3],
  ['2024.1-2026.12', 3],
  ['2024年1月1日—2024年12月31日', 1],
  ['3年（2024-2026年）', 3],
])('%s 是 %i 年', (text, years) => expect(parseTermYears(text)).toBe(years));

test.each(['', '长期', '2024', '2024年起', '18个月', '2023年7月-2024年6月', '2026-2024', '0', '1-3', '99年'])(
  '%s 不是整年数',
  (text) => expect(parseTermYears(text)).toBeUndefined(),
);
