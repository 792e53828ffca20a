import { MatchLineReader } from '../../../src/cli/catalogue/match-lines';

const read = (...lines: readonly string[]) => {
  const reader = new MatchLineReader();
  return lines.map((line) => reader.read(line));
};

test.each([
  ['数量指标', 'quantity'],
  ['11-数量指标', 'quantity'],
  ['*数量', 'quantity'],
  ['１１－数量指标', 'quantity'],
  ['31-服务对象满意度', 'serviceSatisfaction'],
  [' 社会效益 ', 'socialBenefit'],
  ['群众满意度', 'serviceSatisfaction'],
  ['别的什么', null],
  ['', null],
])('the second level %j', (level2, kind) => {
  expect(read(`扶持企业数\t${level2}`)).toEqual([
    { name: '扶持企业数', level2, query: { name: '扶持企业数', level2: kind } },
  ]);
});

test('a line without a second level, and one with more columns', () => {
  expect(read('扶持企业数', '扶持企业数\t数量指标\t≥20家\t备注')).toEqual([
    { name: '扶持企业数', level2: '', query: { name: '扶持企业数', level2: null } },
    { name: '扶持企业数', level2: '数量指标', query: { name: '扶持企业数', level2: 'quantity' } },
  ]);
});

test.each([
  '三级指标\t二级指标',
  '指标名称\t二级指标类型',
  '三级指标',
  '# 三级指标\t二级指标',
  '',
  '  ',
  'name\tlevel2\tcodes',
])('asks for nothing: %j', (line) => {
  expect(read(line)).toEqual([null]);
});

test('a head is one only before all else, and needs to look like one', () => {
  const [, later] = read('扶持企业数\t数量指标', '三级指标\t二级指标');
  expect(later).not.toBeNull();
  expect(read('指标')).toEqual([{ name: '指标', level2: '', query: { name: '指标', level2: null } }]);
  expect(read('# 区财政局', '', '三级指标\t二级指标', '扶持企业数').map((line) => line !== null)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('a line with a second level only is answered like the others', () => {
  expect(read('\t数量指标')).toEqual([{ name: '', level2: '数量指标', query: { name: '', level2: 'quantity' } }]);
});
