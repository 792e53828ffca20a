import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { expect } from 'expect';
import { listenToChanges, loadParts, openBytes, rangeOf, type } from './remote-host.mjs';
import { ROOT, startWorkbench } from './workbench-page.mjs';

const eachTest = (rows) => (name, run) => {
  for (const row of rows) test(name.replace('%s', row[0]), () => run(...row));
};
Object.assign(globalThis, { describe, beforeEach, afterEach, expect, test: Object.assign(test, { each: eachTest }) });
const parts = await loadParts();

let workbench;
let opened;
before(async () => {
  workbench = await startWorkbench();
  opened = await workbench.openPage();
  await listenToChanges(opened.page);
});
after(async () => {
  await opened?.close();
  await workbench?.stop();
});

/** Opens a built workbook in the one page of these tests, in the place of the former. */
function openBuilt(sheets, name) {
  return openFile(parts.buildXlsx({ sheets }), name);
}

async function openFile(bytes, name) {
  const { page } = opened;
  return { page, host: await openBytes(page, parts, bytes, name) };
}

function builtSheet({ name, cells, mergedAreas }) {
  const values = cells.map((cell) => [parts.formatAddress(cell), cell.value]);
  return { name, cells: Object.fromEntries(values), merges: mergedAreas.map(parts.formatRange) };
}

parts.describeWorkbookHost('GridHost', async () => {
  const { page, host } = await openBuilt(parts.CONTRACT_SHEETS.map(builtSheet), parts.CONTRACT_NAME);
  return { host, typeText: (address, text) => type(page, host, '目标表', address, text), close: async () => undefined };
});

const editsOf = (page) => page.evaluate(() => window.workbench.dirtyEdits());
const noteOf = (page) => page.evaluate(() => document.querySelector('.toast-shown')?.textContent ?? '');
const A1 = { row: 0, column: 0 };
const A2 = { row: 1, column: 0 };

test('受保护的工作表：锁定的单元格打不进字并说明原因，未锁定的可以', async () => {
  const cells = { A1: '锁定', A2: { value: '可填', unlocked: true } };
  const { page, host } = await openBuilt([{ name: '表', cells, isProtected: true }], 'a.xlsx');
  await type(page, host, '表', A1, '改');
  assert.deepEqual(await editsOf(page), []);
  assert.match(await noteOf(page), /受保护/);
  await host.select('表', rangeOf(A1));
  await page.keyboard.press('Delete');
  assert.deepEqual(await editsOf(page), []);
  await type(page, host, '表', A2, '改');
  assert.deepEqual(
    (await editsOf(page)).map(({ address, after }) => [address, after.value]),
    [[A2, '改']],
  );
  await assert.rejects(
    host.apply({
      label: '',
      edits: [
        {
          sheet: '表',
          address: A1,
          before: { value: '锁定', formula: null, numberFormat: 'General' },
          after: { value: '改', formula: null, numberFormat: 'General' },
        },
      ],
    }),
    ({ code }) => code === 'protected',
  );
});

test('隐藏的工作表定位时显示出来，可以重新隐藏，保存的副本不受影响', async () => {
  const sheets = [
    { name: '表', cells: { A1: 1 } },
    { name: '藏', cells: { A1: 2, B3: 4 }, hidden: true },
  ];
  const { page, host } = await openBuilt(sheets, 'a.xlsx');
  const selection = () => page.evaluate(() => window.workbench.activeSelection());
  const tab = page.locator('[data-u-comp="slide-tab-item"], .univer-slide-tab-item').filter({ hasText: '藏' });
  const b3 = { top: 2, left: 1, bottom: 2, right: 1 };
  assert.deepEqual(await host.select('藏', b3), { isRevealed: true });
  assert.deepEqual(await selection(), { sheet: '藏', range: b3 });
  assert.equal(await tab.count(), 1);
  assert.deepEqual(await host.select('藏', rangeOf(A1)), { isRevealed: false });
  await host.conceal('藏');
  assert.equal((await selection()).sheet, '表');
  assert.equal(await tab.count(), 0);
  assert.deepEqual(await editsOf(page), []);
  assert.deepEqual(
    (await host.read()).sheets.map(({ visibility }) => visibility),
    ['visible', 'hidden'],
  );
});

test('公式随编辑重算，撤销后一处修改也不剩', async () => {
  const cells = { A1: 2, A2: 3, A3: { value: 5, formula: 'SUM(A1:A2)' } };
  const { page, host } = await openBuilt([{ name: '表', cells }], 'a.xlsx');
  await type(page, host, '表', A1, '10');
  await page.waitForTimeout(500);
  const total = (await host.read()).sheets[0].cellAt(2, 0);
  assert.deepEqual([total.value, total.text, total.formula], [13, '13', 'SUM(A1:A2)']);
  assert.equal((await editsOf(page)).length, 1);
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(500);
  assert.deepEqual(await editsOf(page), []);
  assert.equal((await host.read()).sheets[0].cellAt(2, 0).value, 5);
});

test('超过 15 位的数字保持文本，百分数带格式', async () => {
  const { page, host } = await openBuilt([{ name: '表', cells: { A1: '440304231151500205016' } }], 'a.xlsx');
  await type(page, host, '表', A1, '440304231151500205017');
  await type(page, host, '表', A2, '440304231151500205018');
  await type(page, host, '表', { row: 2, column: 0 }, '85%');
  assert.deepEqual(
    (await editsOf(page)).map(({ after }) => [after.value, after.numberFormat]),
    [
      ['440304231151500205017', 'General'],
      ['440304231151500205018', '@'],
      [0.85, '0%'],
    ],
  );
});

test('插入行、加粗、重命名被拒绝并说明原因，不留修改', async () => {
  const { page, host } = await openBuilt([{ name: '表', cells: { A1: '字' } }], 'a.xlsx');
  await host.select('表', rangeOf(A1));
  await page.keyboard.press('Control+b');
  await page.waitForTimeout(200);
  assert.match(await noteOf(page), /只修改单元格内容/);
  const tab = page.getByText('表', { exact: true }).last();
  await tab.dblclick();
  assert.equal(await tab.getAttribute('contenteditable'), null);
  assert.deepEqual(await editsOf(page), []);
});

const FILINGS = path.join(ROOT, 'test', 'fixtures', 'filings');

for (const file of readdirSync(FILINGS).filter((name) => name.endsWith('.xlsx'))) {
  test(`${file}：表格和文件读出的内容相同，改过又改回来也相同`, async () => {
    const bytes = readFileSync(path.join(FILINGS, file));
    const { page, host } = await openFile(bytes, file);
    const expected = plainSheets(parts.openXlsx(bytes, { name: file }).snapshot);
    assert.deepEqual(plainSheets(await host.read()), expected);
    const [{ name, cells }] = expected;
    const { row, column, value, formula, numberFormat } = cells.find((cell) => typeof cell.value === 'string');
    const content = { value, formula, numberFormat };
    const edit = (before, after) => ({
      label: '试写',
      edits: [{ sheet: name, address: { row, column }, before, after }],
    });
    const other = { ...content, value: '改过' };
    assert.equal((await host.apply(edit(content, other))).written, 1);
    assert.equal((await host.apply(edit(other, content))).written, 1);
    assert.deepEqual(plainSheets(await host.read()), expected);
    assert.deepEqual(await editsOf(page), []);
  });
}

/** Texts are computed when asked for: as plain properties they compare. */
function plainSheets({ sheets }) {
  return sheets.map(({ content }) => ({
    ...content,
    cells: content.cells.map(({ row, column, value, text, formula, numberFormat, rawNumber, isError }) => {
      return { row, column, value, text, formula, numberFormat, rawNumber, isError };
    }),
  }));
}

test('整个过程没有错误，也没有向外的请求', () => {
  assert.deepEqual(opened.troubles, []);
});
