import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { ROOT } from './workbench-page.mjs';

const WEB = path.join(ROOT, 'dist', 'web');

test('窗格和功能区按钮的脚本是 ES5 语法，Excel 2016/2019 能解析', () => {
  for (const folder of ['taskpane', 'commands']) {
    const scripts = readdirSync(path.join(WEB, folder)).filter((name) => name.endsWith('.js'));
    assert.ok(scripts.length > 0, folder);
    for (const name of scripts) parse(readFileSync(path.join(WEB, folder, name), 'utf8'), { ecmaVersion: 5 });
  }
});

test('窗格打开时载入的脚本压缩后不超过 350 KB，规则随后载入', () => {
  const size = (name) => gzipSync(readFileSync(path.join(WEB, name))).length;
  const html = readFileSync(path.join(WEB, 'taskpane.html'), 'utf8');
  const initial = [...html.matchAll(/<script[^>]* src="?([^" >]+\.js)/g)].map(([, name]) => name);
  assert.equal(initial.length, 1);
  const first = initial.reduce((sum, name) => sum + size(name), 0);
  assert.ok(first <= 350 * 1024, `${Math.round(first / 1024)} KB`);
  const later = readdirSync(path.join(WEB, 'taskpane')).filter((name) => name.endsWith('.js'));
  assert.deepEqual(later.length, initial.length + 1);
});

test('页面只许取本站的文件，也不许 eval', () => {
  for (const page of ['workbench.html', 'taskpane.html', 'commands.html', 'notice.html']) {
    const html = readFileSync(path.join(WEB, page), 'utf8');
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.match(policy, /default-src 'self'/, page);
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
