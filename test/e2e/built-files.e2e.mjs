import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { ROOT } from './workbench-page.mjs';

const WEB = path.join(ROOT, 'dist', 'web');

/** Folders with what runs inside Excel, beside office.js. */
const EXCEL_FOLDERS = ['taskpane', 'commands', 'functions'];

/** How webpack and core-js look for the global object where nothing names it, and for modules in Node: in no web view. */
const NOT_REACHED = /^(?:"return this"|'return require\("'\+\w+\+'"\)')$/;

test('窗格、校验、功能区按钮和单元格函数的脚本都是 ES5 语法，Excel 2016/2019 能解析；不从文字生成代码', () => {
  for (const name of EXCEL_FOLDERS.flatMap(scriptsOf)) {
    const script = readFileSync(path.join(WEB, name), 'utf8');
    const program = parse(script, { ecmaVersion: 5 });
    assert.deepEqual(
      codeFromText(program, script).filter((code) => !NOT_REACHED.test(code)),
      [],
      name,
    );
  }
});

test('窗格打开时载入的脚本压缩后不超过 350 KB，规则只在校验的文件里', () => {
  const size = (name) => gzipSync(readFileSync(path.join(WEB, name))).length;
  const html = readFileSync(path.join(WEB, 'taskpane.html'), 'utf8');
  const initial = [...html.matchAll(/<script[^>]* src="?([^" >]+\.js)/g)].map(([, name]) => name);
  assert.equal(initial.length, 1);
  const [first, later] = [initial[0], /name="?checking-script"? content="?([^" >]+)/.exec(html)?.[1]];
  assert.ok(scriptsOf('taskpane').includes(later), later);
  console.log(`  at the start ${Math.round(size(first) / 1024)} KB, for checking ${Math.round(size(later) / 1024)} KB`);
  assert.ok(size(first) <= 350 * 1024, `${Math.round(size(first) / 1024)} KB`);
  const holdsRules = (name) => readFileSync(path.join(WEB, name), 'utf8').includes('budget/row-sum');
  assert.deepEqual([first, later].map(holdsRules), [false, true]);
});

test('页面只许取本站的文件，也不许 eval', () => {
  for (const page of ['workbench.html', 'taskpane.html', 'commands.html', 'functions.html', 'notice.html']) {
    const html = readFileSync(path.join(WEB, page), 'utf8');
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.match(policy, /default-src 'self'/, page);
    assert.match(policy, /worker-src 'self'/, page);
    assert.doesNotMatch(policy, /unsafe-eval|https?:/, page);
    assert.doesNotMatch(html, /(?:src|href)="?(?:https?:)?\/\//, page);
  }
});

test('命令行：有错误时退出码 1，JSON 与规格一致', () => {
  const file = path.join(ROOT, 'assets', 'samples', 'futian-qifu-2024.xlsx');
  const { status, stdout, stderr } = spawnSync('npx', ['shenbao', 'check', file, '--format', 'json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  assert.equal(status, 1, stderr);
  const report = JSON.parse(stdout);
  assert.equal(report.version, 1);
  assert.equal(report.workbooks.length, 1);
  assert.equal(report.workbooks[0].forms.length, 10);
  assert.deepEqual(report.workbooks[0].forms[0], {
    id: '办公设备采购!A1:E23',
    type: 'project-target',
    sheet: '办公设备采购',
    range: 'A1:E23',
    title: '二级项目支出绩效目标申报表',
  });
});

function scriptsOf(folder) {
  const scripts = readdirSync(path.join(WEB, folder)).filter((name) => name.endsWith('.js'));
  assert.ok(scripts.length > 0, folder);
  return scripts.map((name) => `${folder}/${name}`);
}

/** What eval and Function are called with in a syntax tree. */
function codeFromText(node, script) {
  if (Array.isArray(node)) return node.flatMap((one) => codeFromText(one, script));
  if (node === null || typeof node !== 'object') return [];
  const inside = Object.values(node).flatMap((one) => codeFromText(one, script));
  const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
  if (!isCall || !['eval', 'Function'].includes(node.callee.name)) return inside;
  return [node.arguments.map(({ start, end }) => script.slice(start, end)).join(), ...inside];
}
