import assert from 'node:assert/strict';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { listenToChanges, loadParts, openBytes, rangeOf, type } from './remote-host.mjs';
import { differingCells } from './saved-copy.mjs';
import { eventually, RESULTS, startWorkbench } from './workbench-page.mjs';

const parts = await loadParts();
const scratch = mkdtempSync(path.join(tmpdir(), 'shenbao-e2e-'));

/** 80 rows, each with its number; a sum at the end, and a hidden sheet behind. */
const ROWS = Array.from({ length: 80 }, (_, index) => [`A${index + 1}`, `第${index + 1}行`]);
const SHEETS = [
  { name: '封面', cells: { A1: '封面' } },
  {
    name: '表',
    cells: { ...Object.fromEntries(ROWS), B2: 1, B3: 2, B90: { value: 3, formula: 'SUM(B2:B80)' } },
  },
  { name: '藏', cells: { A1: '藏着' }, hidden: true },
];
const BYTES = parts.buildXlsx({ sheets: SHEETS });

let workbench;
let opened;
let page;
before(async () => {
  workbench = await startWorkbench();
  opened = await workbench.openPage();
  page = opened.page;
  await listenToChanges(page);
});
after(async () => {
  await opened?.close();
  await workbench?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const at = (row, column) => ({ row, column });
const cell = (column, value) => ({ column, content: { value, formula: null, numberFormat: 'General' } });
const dirtyNote = () => page.locator('#dirty-note');
const scrolledRow = () => page.evaluate(() => window.workbench.view().firstRow);
const selection = () => page.evaluate(() => window.workbench.activeSelection());
const shownSheets = () => page.evaluate(() => window.workbench.view().sheets);
const valueAt = async (host, row, column) => (await host.read()).findSheet('表').cellAt(row, column)?.value ?? null;

async function insertion(host, row) {
  const beside = parts.rowCells((await host.read()).findSheet('表'), row - 1);
  return { kind: 'insert', sheet: '表', row, like: row - 1, beside, cells: [cell(0, '新行')], mergedAreas: [] };
}

function saveTo(name) {
  const file = path.join(scratch, name);
  return page
    .evaluate(() => [...window.workbench.saveBytes()])
    .then((bytes) => {
      writeFileSync(file, Buffer.from(bytes));
      return file;
    });
}

test('插入一行：画面、选区、标记跟着走，正在输入的内容先写入；去掉后与原文件只差用户的修改', async () => {
  const host = await openBytes(page, parts, BYTES, 'a.xlsx');
  await type(page, host, '表', at(2, 1), '5');
  await host.mark([{ sheet: '表', range: rangeOf(at(50, 0)), severity: 'error' }]);
  await host.select('表', rangeOf(at(60, 0)));
  await page.waitForTimeout(200);
  const firstRow = await scrolledRow();
  assert.ok(firstRow > 20, `scrolled to row ${firstRow}`);
  await page.keyboard.type('正在写');
  await page.evaluate(() => window.heardChanges.splice(0));

  assert.deepEqual(await host.changeRows([await insertion(host, 10)]), []);
  assert.deepEqual(await selection(), { sheet: '表', range: rangeOf(at(61, 0)) });
  assert.equal(await scrolledRow(), firstRow + 1);
  assert.deepEqual(await page.evaluate(() => window.workbench.markedCells()), [
    { sheet: '表', range: rangeOf(at(51, 0)), severity: 'error' },
  ]);
  assert.deepEqual(await shownSheets(), ['封面', '表']);
  assert.deepEqual(
    [await valueAt(host, 10, 0), await valueAt(host, 61, 0), await valueAt(host, 90, 1)],
    ['新行', '正在写', 6],
  );
  // The user's own last edit is told, what the pane did is not.
  assert.deepEqual(await page.evaluate(() => window.heardChanges.splice(0)), [
    { kind: 'edited', sheet: '表', range: rangeOf(at(60, 0)) },
  ]);
  await dirtyNote().filter({ hasText: '已修改 2 处，增删 1 行' }).waitFor();
  await page.screenshot({ path: path.join(RESULTS, 'grid-inserted.png') });

  // What the grid could undo stands before the row came.
  await page.evaluate(() => window.workbench.focusGrid());
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(200);
  assert.equal(await valueAt(host, 61, 0), '正在写');
  await page.keyboard.type('又写');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(250);
  assert.equal(await valueAt(host, 61, 0), '又写');

  const deletion = { kind: 'delete', sheet: '表', row: 10, cells: [cell(0, '新行')] };
  assert.deepEqual(await host.changeRows([deletion]), []);
  await dirtyNote()
    .filter({ hasText: /^已修改 2 处$/ })
    .waitFor();
  assert.equal(await scrolledRow(), firstRow);
  assert.equal(await valueAt(host, 89, 1), 6);
  const [before, after] = [path.join(scratch, 'before.xlsx'), await saveTo('after.xlsx')];
  writeFileSync(before, BYTES);
  assert.deepEqual(differingCells(before, after), [
    ['表', 'A61', '第61行', '又写'],
    ['表', 'B3', 2, 5],
  ]);
});

test('新增工作表不打扰正在看的表，去掉正在看的新表回到前一张', async () => {
  const host = await openBytes(page, parts, BYTES, 'a.xlsx');
  await host.select('表', rangeOf(at(1, 1)));
  const file = Buffer.from(parts.buildXlsx({ sheets: [{ name: '模板', cells: { A1: '新表' } }] })).toString('base64');
  await host.addSheets([{ name: '深圳', file, source: '模板' }], '表');
  assert.deepEqual(await shownSheets(), ['封面', '表', '深圳']);
  assert.deepEqual(await selection(), { sheet: '表', range: rangeOf(at(1, 1)) });
  await dirtyNote().filter({ hasText: '增删 1 张工作表' }).waitFor();
  // Formulas follow what is typed, in each workbook that is shown.
  await type(page, host, '表', at(1, 1), '4');
  await eventually(async () => (await valueAt(host, 89, 1)) === 6, 'the sum follows');
  await host.select('深圳', rangeOf(at(0, 0)));
  await host.removeSheets(['深圳']);
  assert.deepEqual(await selection(), { sheet: '表', range: rangeOf(at(2, 1)) });
  await dirtyNote()
    .filter({ hasText: /^已修改 1 处$/ })
    .waitFor();
  await type(page, host, '表', at(1, 1), '1');
  await eventually(async () => (await valueAt(host, 89, 1)) === 3, 'the sum is as it was');
  await dirtyNote().waitFor({ state: 'hidden' });
  assert.deepEqual(Buffer.from(await page.evaluate(() => [...window.workbench.saveBytes()])), Buffer.from(BYTES));
});

test('受保护的工作表不增删行，锁定的单元格查得出', async () => {
  const cells = { A1: '锁定', A2: { value: '可填', unlocked: true } };
  const host = await openBytes(
    page,
    parts,
    parts.buildXlsx({ sheets: [{ name: '表', cells, isProtected: true }] }),
    'a.xlsx',
  );
  const places = [at(0, 0), at(1, 0), at(5, 5)].map((address) => ({ sheet: '表', address }));
  assert.deepEqual(await host.findLocked(places), [places[0], places[2]]);
  await assert.rejects(host.changeRows([await insertion(host, 1)]), ({ code, message }) => {
    return code === 'protected' && message === '工作表「表」受保护，不能增删行。';
  });
  await assert.rejects(host.findLocked([{ sheet: '没有的表', address: at(0, 0) }]), ({ code }) => code === 'gone');
});

test('整个过程没有错误', () => {
  assert.deepEqual(opened.troubles, []);
});
