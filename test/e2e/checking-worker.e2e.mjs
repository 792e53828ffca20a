import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { check, ROOT, startWorkbench } from './workbench-page.mjs';

const SAMPLE = path.join(ROOT, 'assets', 'samples', 'futian-qifu-2024.xlsx');
const WORKER_FILE = /\/taskpane\/checking\.[0-9a-f]+\.js$/;
const CHUNK_FILE = /\/taskpane\/[0-9]+\.[0-9a-f]+\.js$/;

let workbench;

before(async () => {
  workbench = await startWorkbench();
});
after(() => workbench?.stop());

/** What the command line counts in the sample. */
function expectedCounts() {
  const { stdout } = spawnSync('node', [path.join(ROOT, 'dist/cli/shenbao.js'), 'check', '--format', 'json', SAMPLE], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of JSON.parse(stdout).workbooks[0].findings) counts[severity] += 1;
  return counts;
}

test('校验在 Web Worker 里进行，窗格自己不再载入规则', async () => {
  const requested = [];
  const { page, pane, troubles, close } = await workbench.openPage(undefined, '', async (opened) => {
    opened.on('request', (request) => requested.push(request.url()));
  });
  assert.deepEqual(await check(pane), expectedCounts());
  const workers = page.workers().map((worker) => worker.url());
  assert.equal(workers.filter((url) => WORKER_FILE.test(url)).length, 1, workers.join());
  assert.deepEqual(
    requested.filter((url) => CHUNK_FILE.test(url)),
    [],
  );
  assert.deepEqual(troubles, []);
  await close();
});

test('取不到 Worker 的文件：窗格自己校验，结果一样，用户看不到差别', async () => {
  const { page, pane, troubles, close } = await workbench.openPage(undefined, '', (opened) =>
    opened.route(WORKER_FILE, (route) => route.abort()),
  );
  assert.deepEqual(await check(pane), expectedCounts());
  assert.deepEqual(page.workers(), []);
  // The browser notes the missing file; the pane itself complains of nothing.
  assert.deepEqual(
    troubles.filter((trouble) => !/Failed to load resource/.test(trouble)),
    [],
  );
  await close();
});

test('Worker 中途坏掉：校验改由窗格完成', async () => {
  const { pane, close } = await workbench.openPage(undefined, '', (opened) =>
    opened.route(WORKER_FILE, async (route) => {
      const response = await route.fetch();
      const breakDown = "self.onmessage = function () { throw new Error('broken'); };";
      await route.fulfill({ response, body: `${await response.text()}\n${breakDown}` });
    }),
  );
  assert.deepEqual(await check(pane), expectedCounts());
  await close();
});

test('校验 20 000 行 × 12 列时窗格不停顿', async () => {
  const page = await workbench.newPage();
  const address = `${workbench.address}/stand-in-host.html`;
  const body = readFileSync(path.join(ROOT, 'test', 'e2e', 'stand-in-host.html'), 'utf8');
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.addInitScript(markChecking);
  await page.goto(address);
  const pane = page.frameLocator('#pane-frame');
  const start = pane.getByRole('button', { name: '校验', exact: true });
  await start.waitFor();
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  await start.click();
  await pane.getByRole('button', { name: '重新校验' }).waitFor({ timeout: 240_000 });
  await page.waitForTimeout(500);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await page.close();

  const [began] = traceEvents.filter(({ name }) => name === 'checking-began');
  const [reported] = traceEvents.filter(({ name }) => name === 'checking-reported');
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && name === 'ThreadControllerImpl::RunTask' && pid === began.pid && tid === began.tid,
  );
  const longest = (from, to) => {
    const within = tasks.filter(({ ts, dur }) => ts + dur > from && ts + dur <= to);
    const most = (key) => Math.round(Math.max(...within.map((task) => task[key] ?? 0)) / 1000);
    return { wall: most('dur'), own: most('tdur'), count: within.length };
  };
  const checking = longest(began.ts, reported.ts);
  // From the task in which the report comes in: the list is drawn in it.
  const showing = longest(reported.ts, Infinity);
  console.log(`  20 000 x 12: checked in ${Math.round((reported.ts - began.ts) / 1000)} ms`);
  console.log(
    `  longest task of the pane, ms by the clock and of its own work: ${JSON.stringify({ checking, showing })}`,
  );
  assert.ok(checking.count > 50, `${checking.count} tasks`);
  // Its own work: what other programs take from this machine meanwhile is not the pane's.
  assert.ok(checking.own > 0 && checking.own < 100, `${checking.own} ms while checking`);
  assert.ok(showing.own < 300, `${showing.own} ms while the result is shown`);
});

/** Runs in the pane: marks when the first message goes to the worker, after the reading, and when its report is there. */
function markChecking() {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message) {
    if (message.kind === 'keep') {
      performance.mark('checking-began');
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'report') performance.mark('checking-reported');
      });
    }
    return postMessage.call(this, message);
  };
}
