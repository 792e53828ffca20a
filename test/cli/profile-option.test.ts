import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine } from '../../src/cli/command-line';
import { reportSchema } from '../../src/core/reporting/report';

const FILINGS = path.join(__dirname, '../fixtures/filings');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shenbao-profile-'));
  cpSync(path.join(FILINGS, 'zhuhai-gaoxin-2024.xlsx'), path.join(folder, '珠海.xlsx'));
  cpSync(path.join(FILINGS, 'futian-qifu-3forms-et-style.xlsx'), path.join(folder, '深圳.xlsx'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function shenbao(...args: readonly string[]) {
  const printed = { stdout: '', stderr: '' };
  const into = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const stdin = { isTTY: true, async *[Symbol.asyncIterator]() {} };
  const surroundings = { stdin, stdout: into('stdout'), stderr: into('stderr'), env: {}, cwd: () => folder };
  return { status: await runCommandLine(args, surroundings), ...printed };
}

const usedIn = async (...options: readonly string[]) => {
  const { stdout } = await shenbao('check', '--format', 'json', '--rule', 'text/markup', ...options, '.');
  return reportSchema.parse(JSON.parse(stdout)).workbooks.map(({ file, profile }) => [file, profile]);
};

const shenzhen = { id: 'shenzhen-second-level-project', name: '深圳·二级项目', isAutomatic: true };
const zhuhai = { id: 'zhuhai-coded-indicators', name: '珠海·编码指标', isAutomatic: true };

test.each([[[]], [['--profile', 'auto']]])('逐个工作簿自动选择：%j', async (options) => {
  expect(await usedIn(...options)).toEqual([
    ['深圳.xlsx', shenzhen],
    ['珠海.xlsx', zhuhai],
  ]);
});

test('文字结果写明每个工作簿用了哪个方案', async () => {
  const { stdout } = await shenbao('check', '--rule', 'text/markup', '珠海.xlsx', '深圳.xlsx');
  const heads = stdout.split('\n').filter((line) => /^\S+\.xlsx/.test(line));
  expect(heads).toEqual(['珠海.xlsx  校验方案：珠海·编码指标（自动）', '深圳.xlsx  校验方案：深圳·二级项目（自动）']);
});

test('指定内置方案', async () => {
  const general = { id: 'general', name: '通用', isAutomatic: false };
  expect(await usedIn('--profile', 'general')).toEqual([
    ['深圳.xlsx', general],
    ['珠海.xlsx', general],
  ]);
});

test('本单位的方案文件只写不同之处', async () => {
  const file = { version: 1, id: 'own', name: '南湖区', extends: 'general', severities: { 'text/markup': 'off' } };
  writeFileSync(path.join(folder, '方案.json'), `\ufeff${JSON.stringify(file)}`);
  expect((await usedIn('--profile', '方案.json'))[0]).toEqual([
    '深圳.xlsx',
    { id: 'own', name: '南湖区', isAutomatic: false },
  ]);
});

test.each([
  [
    '{"version": 1, "id": "own", "name": "南湖区"，}',
    '不是有效的 JSON 文件：第 1 行应是英文逗号或“}”，现在是中文标点“，”。',
  ],
  ['{"version": 1}', '校验方案不符合格式：id：缺少这一项。'],
  [
    '{"version": 1, "id": "own", "name": "南湖区", "extends": "general", "severities": {"text/markups": "off"}}',
    'severities：没有“text/markups”这条规则（是不是 text/markup？）；全部规则见 docs/rules.md。',
  ],
  [
    '{"version": 1, "id": "own", "name": "南湖区", "extends": "general", "thresholds": {"text/markup": {"most": 1}}}',
    'thresholds.text/markup：这条规则没有可调整的数值。',
  ],
])('写错的方案文件：%s', async (text, reason) => {
  writeFileSync(path.join(folder, '方案.json'), text);
  expect(await shenbao('check', '--profile', '方案.json', '深圳.xlsx')).toEqual({
    status: 2,
    stdout: '',
    stderr: `错误：方案.json：${reason}\n`,
  });
});

test('没有这个方案', async () => {
  const { status, stderr } = await shenbao('check', '--profile', 'nanhu', '深圳.xlsx');
  expect([status, stderr]).toEqual([
    2,
    '错误：没有“nanhu”这个校验方案：找不到这个文件或文件夹。内置方案有：general（通用）、' +
      'shenzhen-second-level-project（深圳·二级项目）、zhuhai-coded-indicators（珠海·编码指标）\n',
  ]);
});
