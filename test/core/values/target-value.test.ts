import fc from 'fast-check';
import { formatTargetValue, parseTargetValue, type TargetValue } from '../../../src/core/values/target-value';

const quantity = (number: string, unit: string, more: object = {}) => ({
  kind: 'quantity',
  comparison: null,
  number,
  scale: '',
  unit,
  leadingText: '',
  ...more,
});
const percentage = (number: string, more: object = {}) => ({
  kind: 'percentage',
  comparison: null,
  number,
  isGrowth: false,
  leadingText: '',
  ...more,
});
const date = (year: number, month: number | null, day: number | null, isDeadline = false) => ({
  kind: 'date',
  year,
  month,
  day,
  isDeadline,
});
const duration = (number: string, unit: string, comparison: string | null) => ({
  kind: 'duration',
  comparison,
  number,
  unit,
});

const cases: readonly (readonly [string, object])[] = [
  ['≥5个', quantity('5', '个', { comparison: '≥' })],
  ['大于等于20', quantity('20', '', { comparison: '≥' })],
  ['不少于１２场', quantity('12', '场', { comparison: '≥' })],
  ['>= 3 次', quantity('3', '次', { comparison: '≥' })],
  ['300人以上', quantity('300', '人', { comparison: '≥' })],
  ['≥300人以上', quantity('300', '人', { comparison: '≥' })],
  ['1,410.50万元', quantity('1410.5', '元', { scale: '万' })],
  ['1.2万人次', quantity('1.2', '人次', { scale: '万' })],
  ['1家事务所', quantity('1', '家事务所')],
  ['两场', quantity('2', '场')],
  ['宣传展板制作>20', quantity('20', '', { comparison: '>', leadingText: '宣传展板制作' })],
  ['98.5%', percentage('98.5')],
  ['≥９５％', percentage('95', { comparison: '≥' })],
  ['百分之九十五', percentage('95')],
  ['5‰', percentage('0.5')],
  ['95%以上', percentage('95', { comparison: '≥' })],
  ['同比增长5%', percentage('5', { isGrowth: true, leadingText: '同比增长' })],
  ['较上年提高≥3%', percentage('3', { comparison: '≥', isGrowth: true, leadingText: '较上年提高' })],
  ['比法定时限压缩50%', percentage('50', { isGrowth: true, leadingText: '比法定时限压缩' })],
  ['年均递增3%', percentage('3', { isGrowth: true, leadingText: '年均递增' })],
  ['比例达到95%', percentage('95', { comparison: '=', leadingText: '比例' })],
  ['每季度抽查合格率95%', percentage('95', { leadingText: '每季度抽查合格率' })],
  ['2025年12月31日前', date(2025, 12, 31, true)],
  ['2025/12/31', date(2025, 12, 31)],
  ['2025-06', date(2025, 6, null)],
  ['2025年底前完成', date(2025, null, null, true)],
  ['2025年1月-12月', date(2025, 12, null)],
  ['2024年11月至2025年3月', date(2025, 3, null)],
  ['2025年12月下旬', date(2025, 12, null)],
  ['2025年第四季度前', date(2025, 12, null, true)],
  ['2025年度2季度末', date(2025, 6, null)],
  ['2025年上半年', date(2025, 6, null)],
  ['2025年12月31日前全部完成支付', date(2025, 12, 31, true)],
  ['达到95%以上', percentage('95', { comparison: '≥' })],
  ['达5场', quantity('5', '场', { comparison: '=' })],
  ['1小时内', duration('1', '小时', '≤')],
  ['≤30天', duration('30', '天', '≤')],
  ['5个工作日内办结', duration('5', '个工作日', '≤')],
  ['12个月', duration('12', '个月', null)],
  ['7*24小时', { kind: 'schedule', text: '7*24小时' }],
  ['每月5日前', { kind: 'schedule', text: '每月5日前' }],
  ['全年', { kind: 'schedule', text: '全年' }],
  ['4期，500人次', { kind: 'composite', parts: [quantity('4', '期'), quantity('500', '人次')] }],
  ['2-3场', { kind: 'range', low: '2', high: '3', scale: '', unit: '场' }],
  ['80%~90%', { kind: 'range', low: '80', high: '90', scale: '', unit: '%' }],
  ['是', { kind: 'yes-no', isYes: true }],
  ['有效提升', { kind: 'qualitative', text: '有效提升' }],
  ['不适用', { kind: 'not-applicable' }],
  ['/', { kind: 'not-applicable' }],
  ['涉密项目不宜公开', { kind: 'secret' }],
  ['  ', { kind: 'blank' }],
  ['按2023年标准×1.5执行', { kind: 'unreadable', text: '按2023年标准x1.5执行' }],
];

test.each(cases)('“%s”', (text, expected) => {
  expect(parseTargetValue(text)).toEqual(
    'text' in expected && text.includes('×') ? { ...expected, text: '按2023年标准×1.5执行' } : expected,
  );
});

const unit = fc.constantFrom('个', '人', '人次', '家', '场', '份', '平方米', '次', '册', '台套');
const comparison = fc.constantFrom(null, '≥' as const, '≤' as const, '>' as const, '<' as const, '=' as const);
const number = fc.tuple(fc.nat(9999999), fc.nat(99)).map(([whole, cents]) => String(Number(`${whole}.${cents}`)));
const value: fc.Arbitrary<TargetValue> = fc.oneof(
  fc.record({
    kind: fc.constant('quantity' as const),
    comparison,
    number,
    scale: fc.constantFrom('' as const, '万' as const, '亿' as const),
    unit,
    leadingText: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('percentage' as const),
    comparison,
    number,
    isGrowth: fc.constant(false),
    leadingText: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('date' as const),
    year: fc.integer({ min: 1990, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    isDeadline: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('duration' as const),
    comparison,
    number,
    unit: fc.constantFrom('小时', '天', '个工作日', '个月', '年'),
  }),
  fc.record({ kind: fc.constant('yes-no' as const), isYes: fc.boolean() }),
);

test('写出规范文字再读，得到同一个值', () => {
  fc.assert(
    fc.property(value, (target) => expect(parseTargetValue(formatTargetValue(target))).toEqual(target)),
    { numRuns: 1000, seed: 1 },
  );
});

test('规范文字再读再写不变；任何文字都不抛错', () => {
  const piece = fc.constantFrom(
    '≥',
    '5',
    '%',
    '万',
    '人',
    '年',
    '2025',
    '12月',
    '-',
    '至',
    ',',
    '，',
    '（',
    '不少于',
    '以上',
    '增长',
    '每',
    '.',
    ' ',
    '１',
    '百分之',
    '十',
    '*',
    '元',
    '\n',
    '前',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (input) => {
      const once = formatTargetValue(parseTargetValue(input));
      expect(formatTargetValue(parseTargetValue(once))).toBe(once);
    }),
    { numRuns: 3000, seed: 2 },
  );
});

test.each(['9', '≥', '增长', '2025年', '每', ',', '(', '1,', '百分之'])('十万字的“%s”只当作文字', (piece) => {
  const long = piece.repeat(100000 / piece.length);
  expect(parseTargetValue(long).kind).toBe('qualitative');
});
