import generalFile from '../../../assets/profiles/general.json';
import { parseProfile } from '../../../src/core/review/profile';
import { readProfileText } from '../../../src/core/review/profile-text';
import { defineRule, type Rule } from '../../../src/core/rules/define-rule';

const ruleOf = (id: string, thresholds: Rule['thresholds'] = {}): Rule => ({
  ...defineRule({
    id,
    severity: 'info',
    title: '标题',
    why: '原因',
    basis: '填报惯例',
    example: { wrong: '错', right: '对' },
    forms: [],
    messages: {},
    *check() {},
  }),
  thresholds,
});

const rules = [
  ruleOf('value/vague'),
  ruleOf('form/too-few', { items: { value: 3, meaning: '条数' }, share: { value: 0.5, meaning: '比例' } }),
];
const references = { profiles: [parseProfile(generalFile)], rules };
const text = (more: object): string =>
  JSON.stringify({ version: 1, id: 'own', name: '南湖区', extends: 'general', ...more });

test('规则和数值都对得上的方案', () => {
  const profile = readProfileText(
    text({ severities: { 'value/vague': 'warning' }, thresholds: { 'form/too-few': { items: 5 } } }),
    references,
  );
  expect([profile.name, profile.severities, profile.thresholds]).toEqual([
    '南湖区',
    { 'value/vague': 'warning' },
    { 'form/too-few': { items: 5 } },
  ]);
  expect(readProfileText(`\ufeff${text({})}`, references).id).toBe('own');
});

test.each<[string, string]>([
  [
    text({ severities: { 'text/vague': 'off' } }),
    'severities：没有“text/vague”这条规则（是不是 value/vague？）；全部规则见 docs/rules.md。',
  ],
  [text({ severities: { 模糊: 'off' } }), 'severities：没有“模糊”这条规则；全部规则见 docs/rules.md。'],
  [
    text({ thresholds: { 'form/few': { items: 5 } } }),
    'thresholds：没有“form/few”这条规则；全部规则见 docs/rules.md。',
  ],
  [
    text({ thresholds: { 'form/too-few': { item: 5 } } }),
    'thresholds.form/too-few：没有“item”这个数值，可以写：items、share。',
  ],
  [text({ thresholds: { 'value/vague': { items: 5 } } }), 'thresholds.value/vague：这条规则没有可调整的数值。'],
  [text({ name: '' }), '校验方案不符合格式：name：不能为空。'],
  ['{\n"version": 1，\n}', '不是有效的 JSON 文件：第 2 行应是英文逗号或“}”，现在是中文标点“，”。'],
  ['{"name": "\ufffd\ufffd"}', '文件不是 UTF-8 编码：请在记事本中“另存为”，编码选 UTF-8。'],
  [' '.repeat(200001), '文件太大，不像是校验方案。'],
])('%.60s', (file, reason) => {
  expect(() => readProfileText(file, references)).toThrow(new Error(reason));
});
