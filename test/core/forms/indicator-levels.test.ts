import { isPossibleParent, parseLevel1, parseLevel2 } from '../../../src/core/forms/indicator-levels';

test.each([
  ['产出指标', { kind: 'output', code: null, name: '产出指标', mark: '' }],
  ['产出', { kind: 'output', code: null, name: '产出', mark: '' }],
  ['1-产出指标', { kind: 'output', code: '1', name: '产出指标', mark: '' }],
  ['３－满意度指标', { kind: 'satisfaction', code: '3', name: '满意度指标', mark: '' }],
  ['一、产出指标（50分）', { kind: 'output', code: null, name: '一、产出指标(50分)', mark: '' }],
  ['项目概况', { kind: null, code: null, name: '项目概况', mark: '' }],
])('一级“%s”', (text, expected) => expect(parseLevel1(text)).toEqual(expected));

test.each([
  ['*数量', { kind: 'quantity', code: null, name: '数量', mark: '*' }],
  ['＋质量指标', { kind: 'quality', code: null, name: '质量指标', mark: '+' }],
  ['11-数量指标', { kind: 'quantity', code: '11', name: '数量指标', mark: '' }],
  ['31-服务对象满意度', { kind: 'serviceSatisfaction', code: '31', name: '服务对象满意度', mark: '' }],
  ['（二）群众满意度指标', { kind: 'serviceSatisfaction', code: null, name: '(二)群众满意度指标', mark: '' }],
  ['社会 效益', { kind: 'socialBenefit', code: null, name: '社会效益', mark: '' }],
  ['可持续影响指标（可选）', { kind: 'sustainableImpact', code: null, name: '可持续影响指标(可选)', mark: '' }],
  ['', { kind: null, code: null, name: '', mark: '' }],
])('二级“%s”', (text, expected) => expect(parseLevel2(text)).toEqual(expected));

test('成本可以在产出下，也可以自成一级', () => {
  expect([
    isPossibleParent('output', 'cost'),
    isPossibleParent('cost', 'cost'),
    isPossibleParent('benefit', 'cost'),
  ]).toEqual([true, true, false]);
});

test.each([
  ['社会效应', 'benefit'],
  ['管理效率', 'process'],
  ['管理效率指标', 'process'],
  ['履职效能', null],
  ['可持续发展能力', null],
  ['运行成本', null],
])('整体支出的一级“%s”', (text, kind) => expect(parseLevel1(text).kind).toBe(kind));

test('社会效应之下可以有各类效益和满意度', () => {
  const kinds = ['economicBenefit', 'socialBenefit', 'sustainableImpact', 'serviceSatisfaction'] as const;
  expect(kinds.filter((kind) => !isPossibleParent('benefit', kind))).toEqual([]);
});
