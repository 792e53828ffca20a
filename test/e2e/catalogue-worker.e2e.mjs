import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWorkbench } from './workbench-page.mjs';

const CHUNK_FILE = /\/taskpane\/[0-9]+\.[0-9a-f]+\.js$/;

const BUILTIN = { id: 'zhuhai-observed', revision: '' };
const LIST = '指标编码,指标名称,二级指标\n111000101,图书采购数量,数量指标\n111000102,,数量指标\n';

let workbench;

before(async () => {
  workbench = await startWorkbench();
});
after(() => workbench?.stop());

/** What the built worker answers to these tasks, one after the other. */
function askWorker(page, tasks) {
  return page.evaluate(async (asked) => {
    const script = document.querySelector('meta[name="checking-script"]').getAttribute('content');
    const worker = new Worker(script);
    const answers = [];
    await new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => {
        if (data.kind !== 'ready') answers.push(data);
        if (answers.length === asked.length) {
          resolve();
          return;
        }
        const task = asked[answers.length];
        const bytes = task.text === undefined ? task.bytes : new TextEncoder().encode(task.text);
        worker.postMessage({ kind: 'request', request: answers.length + 1, task: { ...task, bytes } });
      };
    });
    worker.terminate();
    return answers.map((answer) =>
      answer.answer instanceof Uint8Array
        ? { ...answer, answer: { first: Array.from(answer.answer.slice(0, 2)), length: answer.answer.length } }
        : answer,
    );
  }, tasks);
}

test('拼音、导入和导出所需的程序由校验的线程在用到时自己载入', async () => {
  const page = await workbench.newPage();
  const requested = [];
  page.context().on('request', (request) => requested.push(request.url()));
  await page.goto(`${workbench.address}/taskpane.html`);
  const search = (text) => ({ kind: 'search', catalogue: BUILTIN, search: { text, level2: null, limit: 3 } });

  const [chinese] = await askWorker(page, [search('宣传片')]);
  assert.deepEqual(
    chinese.answer.map(({ code }) => code),
    ['111000261'],
  );
  const chunks = () => requested.filter((url) => CHUNK_FILE.test(url)).length;
  assert.equal(chunks(), 0);

  const [pinyin, imported, exported, text, refused] = await askWorker(page, [
    search('psxcp'),
    { kind: 'inspectFile', name: '本局指标.csv', text: LIST, options: {} },
    { kind: 'export', catalogue: BUILTIN, format: 'xlsx' },
    { kind: 'export', catalogue: BUILTIN, format: 'json' },
    { kind: 'inspectFile', name: '图.png', text: '\u0000\u0001', options: {} },
  ]);
  assert.deepEqual(
    pinyin.answer.map(({ code }) => code),
    ['111000261'],
  );
  assert.deepEqual(
    JSON.parse(imported.answer.fileText).entries.map(({ code, name }) => [code, name]),
    [['111000101', '图书采购数量']],
  );
  assert.deepEqual(
    imported.answer.rejected.map(({ sheet, cell }) => [sheet, cell]),
    [['CSV', 'A3']],
  );
  // "PK": a zip container.
  assert.deepEqual(exported.answer.first, [0x50, 0x4b]);
  assert.ok(text.answer.length > 1000);
  assert.equal(refused.answer.fileText, null);
  assert.match(refused.answer.problem, /。$/);
  assert.ok(chunks() > 0);
  await page.close();
});
