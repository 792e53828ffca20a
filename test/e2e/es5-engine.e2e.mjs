import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from './workbench-page.mjs';

/** Duktape, an engine of ECMAScript 5.1 with little beyond: what runs there needs nothing that Internet Explorer 11 lacks. */
const ENGINE = 'duk';
const HERE = path.join(ROOT, 'test', 'e2e', 'es5-engine');
const FILINGS = path.join(ROOT, 'test', 'fixtures', 'filings');

const isMissing = spawnSync(ENGINE, ['--help']).error !== undefined;
const skip = isMissing && '没有安装 Duktape（Debian 软件包 duktape），未能在 ES5 引擎里运行。';
const scratch = mkdtempSync(path.join(tmpdir(), 'shenbao-es5-'));

before(() => {
  if (isMissing) return;
  runTs('conversations.ts', FILINGS, scratch);
  runTs('catalogue-conversation.ts', path.join(scratch, 'catalogues'));
});
after(() => rmSync(scratch, { recursive: true, force: true }));

function runTs(script, ...given) {
  const tool = path.join(ROOT, 'tools', 'run-ts.mjs');
  const { status, stderr } = spawnSync('node', [tool, path.join(HERE, script), ...given], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** The worker's file, after those that it loads later, if at all. */
function builtWorker() {
  const folder = path.join(ROOT, 'dist', 'web', 'taskpane');
  const read = (name) => readFileSync(path.join(folder, name), 'utf8');
  const names = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const later = names.filter((name) => /^[0-9]+\./.test(name));
  return [
    ...later.map((name) => `self.files[${JSON.stringify(name)}] = function () {\n${read(name)}\n};`),
    ...names.filter((name) => name.startsWith('checking.')).map(read),
  ].join('\n');
}

/** All that the built worker says in the ES5 engine to these messages. */
function converse(messages) {
  const script = path.join(scratch, 'conversation.js');
  const scope = readFileSync(path.join(HERE, 'worker-scope.js'), 'utf8');
  writeFileSync(script, [scope, builtWorker(), `converse(${asciiJson(messages)});`].join('\n'));
  const { status, stdout, stderr, error } = spawnSync(ENGINE, [script], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, `${error ?? ''}${stderr}${stdout.slice(0, 2000)}`);
  return JSON.parse(stdout);
}

function readJson(name) {
  return JSON.parse(readFileSync(path.join(scratch, name), 'utf8'));
}

function asciiJson(data) {
  return JSON.stringify(data).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

for (const file of readdirSync(FILINGS).filter((name) => name.endsWith('.xlsx'))) {
  test(`ES5 引擎里的校验结果与 Node 一致：${file}`, { skip }, () => {
    const { messages, expected: report } = readJson(file.replace(/xlsx$/, 'json'));
    assert.ok(report.findings.length > 0);
    const answers = converse(messages);
    assert.deepEqual(
      answers.filter(({ kind }) => kind === 'failed'),
      [],
    );
    const findings = answers.flatMap((answer) => (answer.kind === 'findings' ? answer.findings : []));
    const last = answers[answers.length - 1];
    assert.equal(last.kind, 'report');
    assert.deepEqual({ ...last.report, findings }, report);
  });
}

test('ES5 引擎里的规范内容与 Node 一致', { skip }, () => {
  const { messages, expected } = readJson('futian-qifu-3forms-et-style.plan.json');
  assert.ok(expected.repairs.length > 0);
  const answers = converse(messages);
  assert.equal(answers[answers.length - 1].kind, 'planned');
  const portions = answers.filter(({ kind }) => kind === 'repairs');
  assert.deepEqual(
    { repairs: portions.flatMap(({ repairs }) => repairs), left: portions.flatMap(({ left }) => left) },
    expected,
  );
});

test('ES5 引擎里按拼音查找、读入 .xlsx 指标库、导出的结果与 Node 一致', { skip }, () => {
  const { messages, answers } = readJson('catalogues');
  assert.ok(answers[3].fileText.length > 1000);
  const said = converse(messages).filter(({ kind }) => kind !== 'ready');
  assert.deepEqual(
    said.filter(({ kind }) => kind !== 'answer'),
    [],
  );
  const given = said.sort((a, b) => a.request - b.request).map(({ answer }) => answer);
  const workbook = given.pop();
  assert.deepEqual(given, answers);
  // "PK": a zip container.
  assert.deepEqual(workbook.slice(0, 2), [0x50, 0x4b]);
});
