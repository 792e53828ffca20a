import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import vm from 'node:vm';
import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/chromium.mjs';
import { serveFolder } from '../../tools/start/server.mjs';
import { CHROMIUM_ARGUMENTS, ROOT } from './workbench-page.mjs';

const WEB = path.resolve(process.env.SHENBAO_WEB ?? path.join(ROOT, 'dist', 'web'));
const built = (name) => readFileSync(path.join(WEB, 'functions', name), 'utf8');
const { functions: described } = JSON.parse(built('functions.json'));

/** Duktape; see es5-engine.e2e.mjs. */
const ENGINE = 'duk';
const isMissing = spawnSync(ENGINE, ['--help']).error !== undefined;
const skip = isMissing && '没有安装 Duktape（Debian 软件包 duktape），未能在 ES5 引擎里运行。';
const scratch = mkdtempSync(path.join(tmpdir(), 'shenbao-functions-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const KEY = 'shenbao.function-catalogue';
const REVISION_KEY = 'shenbao.function-catalogue-revision';

/** As the pane keeps it: code, name, place of the second level in the list, aliases. */
const OWN = JSON.stringify({
  version: 1,
  id: 'nanhu',
  name: '南湖区指标库',
  source: '测试',
  isComplete: true,
  levels: ['quantity', 'quality'],
  entries: [
    ['111000101', '图书采购数量', 0],
    ['112000102', '图书验收合格率', 1],
    ['111000303', '社区书屋建设数量', 0],
    ['111000304', '社区书屋建设数量', 0],
  ],
});

/** The script as Excel on Windows and Mac runs it: an engine with its own objects, no page, no window, no console. */
function startScript(items = {}) {
  const associated = {};
  class CellError extends Error {
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  }
  const store = new Map(Object.entries(items));
  const scope = vm.createContext({
    setTimeout,
    clearTimeout,
    CustomFunctions: {
      associate: (id, call) => (associated[id] = call),
      Error: CellError,
      ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' },
    },
    OfficeRuntime: { storage: { getItem: async (key) => store.get(key) ?? null } },
  });
  vm.runInContext(built('functions.js'), scope, { filename: 'functions.js' });
  const answer = (...values) =>
    associated.CODE(...values).then(
      (text) => text,
      (error) => [error.code, error.message],
    );
  return { associated, answer };
}

test('单元格函数：脚本登记的函数与 functions.json 相同', () => {
  assert.deepEqual(
    Object.keys(startScript().associated),
    described.map(({ id }) => id),
  );
});

test('单元格函数，没有页面的运行环境：编码、说明原因的错误、自己的指标库', async () => {
  const { answer } = startScript();
  assert.equal(await answer('扶持企业数量', '11-数量指标', null), '111002681-扶持企业数量');
  assert.equal(await answer('扶持企业数量', '数量指标', '编码'), '111002681');
  assert.equal(await answer('', '数量指标', null), '');
  assert.equal((await answer('隧道掘进长度', '数量指标', null))[0], '#N/A');
  assert.equal((await answer('扶持企业数量', '人员指标', null))[0], '#VALUE!');

  const own = startScript({ [KEY]: OWN, [REVISION_KEY]: 'nanhu@1' });
  assert.equal(await own.answer('图书采购数量', '数量指标', null), '111000101-图书采购数量');
  assert.equal((await own.answer('扶持企业数量', '数量指标', null))[0], '#N/A');
  const [code, message] = await own.answer('社区书屋建设数量', '数量指标', null);
  assert.equal(code, '#N/A');
  assert.match(message, /有几个相近条目.*111000303-社区书屋建设数量、111000304-社区书屋建设数量。$/);

  const broken = startScript({ [KEY]: 'shenbao-portions', [REVISION_KEY]: 'nanhu@2' });
  assert.deepEqual(await broken.answer('扶持企业数量', '数量指标', null), [
    '#N/A',
    '没有读到供单元格函数使用的内容。请在申报表助手的窗格中重新选择指标库，然后按 Ctrl+Alt+F9 重新计算。',
  ]);
});

test('单元格函数：5 000 个单元格', async () => {
  const { answer } = startScript();
  const names = ['扶持企业数量', '聘请第三方机构数', '隧道掘进长度'];
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 5000 }, (_cell, place) => answer(names[place % 3], '数量指标', '编码')),
  );
  console.log(`  5000 cells in ${Math.round(performance.now() - began)} ms`);
  assert.deepEqual(answers.slice(0, 2), ['111002681', '111000246']);
  assert.deepEqual(
    answers.map((one) => (Array.isArray(one) ? one[0] : one)),
    Array.from({ length: 5000 }, (_cell, place) => ['111002681', '111000246', '#N/A'][place % 3]),
  );
});

test('单元格函数的页面不在 Excel 里打开时，不取别处的文件', async () => {
  const server = await serveFolder(WEB, 3940);
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGUMENTS });
  try {
    const page = await browser.newPage();
    const site = `http://localhost:${server.port}/`;
    const asked = [];
    const troubles = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(`${site}functions.html`, { waitUntil: 'networkidle' });
    assert.deepEqual(await page.evaluate(() => Object.keys(window.CustomFunctions._association.mappings)), ['CODE']);
    assert.deepEqual(
      asked.filter((address) => !address.startsWith(site)),
      [],
    );
    assert.deepEqual(troubles, []);
  } finally {
    await browser.close();
    server.close();
  }
});

test('单元格函数：ES5 引擎里的结果相同', { skip }, () => {
  const script = path.join(scratch, 'calculation.js');
  const scope = `
    var waiting = [], associated = {}, answers = [];
    this.setTimeout = function (task) { waiting.push(task); return waiting.length; };
    this.clearTimeout = function () {};
    this.CustomFunctions = {
      associate: function (id, call) { associated[id] = call; },
      Error: function (code, message) { this.code = code; this.message = message; },
      ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' },
    };
    this.OfficeRuntime = { storage: { getItem: function () { return { then: function (tell) { tell(null); } }; } } };`;
  const calls = `
    var cells = ${asciiJson([
      ['扶持企业数量', '数量指标', null],
      ['扶持企业数量', '数量指标', '名称'],
      ['隧道掘进长度', '数量指标', null],
    ])};
    cells.forEach(function (values, place) {
      associated.CODE.apply(null, values).then(
        function (text) { answers[place] = text; },
        function (error) { answers[place] = error.code || String(error); }
      );
    });
    while (waiting.length > 0) waiting.shift()();
    print(JSON.stringify(answers));`;
  writeFileSync(script, [scope, asciiScript(built('functions.js')), calls].join('\n'));
  const { status, stdout, stderr, error } = spawnSync(ENGINE, [script], { encoding: 'utf8' });
  assert.equal(status, 0, `${error ?? ''}${stderr}${stdout.slice(0, 2000)}`);
  assert.deepEqual(JSON.parse(stdout), ['111002681-扶持企业数量', '扶持企业数量', '#N/A']);
});

function asciiJson(data) {
  return asciiScript(JSON.stringify(data));
}

function asciiScript(text) {
  return text.replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
