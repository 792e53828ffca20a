import fc from 'fast-check';
import { formatTargetValue, parseTargetValue, type TargetValue } from '../../../src/core/values/target-value';
import { LINEAR_WORK_MS } from '../../support/time-limits';

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
  unit: '%',
  leadingText: '',
  ...more,
});
const points = (number: string, more: object = {}) => percentage(number, { isGrowth: true, unit: '个百分点', ...more });
const range = (low: string, high: string, unit: string) => ({ kind: 'range', low, high, scale: '', unit });
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
  ['1,200人，300元/人', { kind: 'composite', parts: [quantity('1200', '人'), quantity('300', '元/人')] }],
  ['2期/80人', { kind: 'composite', parts: [quantity('2', '期'), quantity('80', '人')] }],
  ['2-3场', range('2', '3', '场')],
  ['80%~90%', range('80', '90', '%')],
  ['90（含）-100分', range('90', '100', '分')],
  ['95%-98%之间', range('95', '98', '%')],
  ['80%≤x≤100%', range('80', '100', '%')],
  ['80％≤设施完好率＜95％', range('80', '95', '%')],
  ['±5%', range('-5', '5', '%')],
  ['≤±0.3毫米', range('-0.3', '0.3', '毫米')],
  ['1：20', { kind: 'ratio', comparison: null, left: '1', right: '20' }],
  ['不低于1:1.5', { kind: 'ratio', comparison: '≥', left: '1', right: '1.5' }],
  ['95%（含）以上', percentage('95', { comparison: '≥' })],
  ['90%左右', percentage('90')],
  ['九成以上', percentage('90', { comparison: '≥' })],
  ['≤-3%', percentage('-3', { comparison: '≤' })],
  ['100‰', percentage('10')],
  ['较上年提升2个百分点', points('2', { leadingText: '较上年提升' })],
  ['≥0.5个百分点', points('0.5', { comparison: '≥' })],
  ['压减5%以上', percentage('5', { comparison: '≥', isGrowth: true, leadingText: '压减' })],
  ['保持在95%以上', percentage('95', { comparison: '≥' })],
  ['控制在5%', percentage('5', { comparison: '≤' })],
  ['控制在120万元以内', quantity('120', '元', { comparison: '≤', scale: '万' })],
  ['不得低于90分', quantity('90', '分', { comparison: '≥' })],
  ['200余人次', quantity('200', '人次')],
  ['-18℃', quantity('-18', '°C')],
  ['0起', quantity('0', '起')],
  ['5A级', quantity('5', 'A级')],
  ['2.5公里', quantity('2.5', '公里')],
  ['12次/年', quantity('12', '次/年')],
  ['十二场', quantity('12', '场')],
  ['两个工作日', duration('2', '个工作日', null)],
  ['一年', duration('1', '年', null)],
  ['12月底前', { kind: 'schedule', text: '12月底前' }],
  ['6月30日前完成', { kind: 'schedule', text: '6月30日前完成' }],
  ['国家一级', { kind: 'qualitative', text: '国家一级' }],
  ['基本达标', { kind: 'qualitative', text: '基本达标' }],
  ['优', { kind: 'qualitative', text: '优' }],
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

const unit = fc.constantFrom('个', '人', '人次', '家', '场', '份', '平方米', '次', '册', '台套', '次/年', '元/人·月');
const comparison = fc.constantFrom(null, '≥' as const, '≤' as const, '>' as const, '<' as const, '=' as const);
const number = fc.tuple(fc.nat(9999999), fc.nat(99)).map(([whole, cents]) => String(Number(`${whole}.${cents}`)));
const signedNumber = fc
  .tuple(fc.boolean(), number)
  .map(([isLess, text]) => (isLess && text !== '0' ? `-${text}` : text));
const scale = fc.constantFrom('' as const, '百' as const, '千' as const, '万' as const, '亿' as const);
const noText = fc.constant('');
const percentUnit = fc.constant('%' as const);
const quantities = fc.record({
  kind: fc.constant('quantity' as const),
  comparison,
  number: signedNumber,
  scale,
  unit,
  leadingText: noText,
});
const percentages = fc.record({
  kind: fc.constant('percentage' as const),
  comparison,
  number: signedNumber,
  isGrowth: fc.constant(false),
  unit: percentUnit,
  leadingText: noText,
});
const durations = fc.record({
  kind: fc.constant('duration' as const),
  comparison,
  number,
  unit: fc.constantFrom('秒', '分钟', '小时', '天', '个工作日', '周', '个月', '年'),
});
const single: readonly fc.Arbitrary<TargetValue>[] = [quantities, percentages, durations];
const value: fc.Arbitrary<TargetValue> = fc.oneof(
  ...single,
  fc.record({
    kind: fc.constant('quantity' as const),
    comparison,
    number,
    scale,
    unit,
    leadingText: fc.constantFrom('宣传展板制作', '新增', '第'),
  }),
  fc.record({
    kind: fc.constant('percentage' as const),
    comparison,
    number,
    isGrowth: fc.constant(true),
    unit: fc.constantFrom('%' as const, '个百分点' as const),
    leadingText: fc.constantFrom('同比增长', '较上年提高', '年均递增', '比法定时限压缩', '下降'),
  }),
  fc.record({
    kind: fc.constant('date' as const),
    year: fc.integer({ min: 1990, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.option(fc.integer({ min: 1, max: 31 })),
    isDeadline: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('schedule' as const),
    text: fc.constantFrom('7*24小时', '5*8', '每月5日前', '每季度1次', '全年', '按月发放', '12月底前', '实时'),
  }),
  fc.record({
    kind: fc.constant('composite' as const),
    parts: fc.array(fc.oneof(...single), { minLength: 2, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('range' as const), low: number, high: number, scale, unit }),
  fc.record({ kind: fc.constant('range' as const), low: number, high: number, scale: noText, unit: percentUnit }),
  fc
    .tuple(number, unit)
    .chain(([high, unitText]) =>
      fc.constant({ kind: 'range' as const, low: `-${high}`, high, scale: '' as const, unit: unitText }),
    ),
  fc.record({ kind: fc.constant('ratio' as const), comparison, left: number, right: number }),
  fc.record({ kind: fc.constant('yes-no' as const), isYes: fc.boolean() }),
  fc.record({
    kind: fc.constant('qualitative' as const),
    text: fc.constantFrom('有效提升', '优', '合格', '国家一级', '不低于上年'),
  }),
  fc.record({ kind: fc.constant('unreadable' as const), text: fc.constantFrom('1村1品', 'pH6-9', '100%覆盖') }),
  fc.constantFrom({ kind: 'not-applicable' as const }, { kind: 'secret' as const }, { kind: 'blank' as const }),
);

test('写出规范文字再读，得到同一个值', () => {
  fc.assert(
    fc.property(value, (target) => expect(parseTargetValue(formatTargetValue(target))).toEqual(target)),
    { numRuns: 5000, seed: 1 },
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
    '±',
    ':',
    '个百分点',
    '（含）',
    '控制在',
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

const PIECES = [
  '9',
  '≥',
  '增长',
  '2025年',
  '每',
  ',',
  '(',
  '1,',
  '百分之',
  '±1',
  '1:',
  '8≤x',
  '十',
  '较',
  '　',
  '(含)',
];

test.each(PIECES)('十万字的“%s”只当作文字，不费时间', (piece) => {
  const long = piece.repeat(100000 / piece.length);
  const start = Date.now();
  expect(parseTargetValue(`${long}人`).kind).toBe('qualitative');
  expect(Date.now() - start).toBeLessThan(LINEAR_WORK_MS);
});
