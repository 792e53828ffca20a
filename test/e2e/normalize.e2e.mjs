import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { loadParts } from './remote-host.mjs';
import { differingCells, normalizing, report } from './saved-copy.mjs';
import { addressOf, eventually, RESULTS, ROOT, startWorkbench } from './workbench-page.mjs';

const parts = await loadParts();
const SAMPLE = path.join(ROOT, 'assets', 'samples', 'futian-qifu-2024.xlsx');
const scratch = mkdtempSync(path.join(tmpdir(), 'shenbao-e2e-'));

/** A form that lacks the row of 生态效益指标, with a blank too many behind a name. */
const FORM = path.join(scratch, '缺行.xlsx');
const rows = parts
  .cleanRows({ 数量: [['图书采购数量 ', '≥8000册', '全年新购并完成编目的图书册数，以入库单为准。']] })
  .filter(([, level]) => level !== '生态效益指标');
writeFileSync(FORM, parts.buildXlsx({ sheets: [builtSheet(parts.projectTarget({ sheet: '图书馆', rows }))] }));

let workbench;
before(async () => {
  workbench = await startWorkbench();
});
after(async () => {
  await workbench?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

function builtSheet({ name, cells, mergedAreas }) {
  const values = cells.map(({ row, column, value, numberFormat }) => [
    parts.formatAddress({ row, column }),
    { value, numberFormat },
  ]);
  return { name, cells: Object.fromEntries(values), merges: mergedAreas.map(parts.formatRange) };
}

async function plan(pane) {
  await pane.getByRole('button', { name: '把填法规范成模板的写法' }).click();
  const counts = pane.locator('.normalizing-counts');
  await counts.waitFor();
  const [, repairs, left] = /可规范 (\d+) 处\s*需人工处理 (\d+) 处/.exec(await counts.innerText());
  return { repairs: Number(repairs), left: Number(left) };
}

const noticeOf = (pane) => pane.getByRole('region', { name: '操作结果' });
const edited = (page) =>
  page.evaluate(() =>
    window.workbench.dirtyEdits().map(({ sheet, address, after }) => [sheet, address.row, address.column, after.value]),
  );
const byPlace = (cells) => cells.map((cell) => JSON.stringify(cell)).sort();

async function save(page, name) {
  const file = path.join(scratch, name);
  writeFileSync(file, Buffer.from(await page.evaluate(() => [...window.workbench.saveBytes()])));
  return file;
}

test('一键规范：预览与命令行一致，勾选、定位、写入、复查；关闭窗格后撤销、重做', async () => {
  const { page, pane, troubles, close } = await workbench.openPage();
  const expected = normalizing(SAMPLE);
  const { repairs, left } = await plan(pane);
  assert.equal(left, expected.left.length);
  const apply = (count) => pane.getByRole('button', { name: `规范选中的 ${count} 处` });
  await apply(repairs).waitFor();

  // The difference stands inside the text; a row leads to its cell.
  const row = pane
    .locator('li.repair')
    .filter({ has: page.locator('del') })
    .first();
  await row.locator('ins').first().waitFor();
  await row.locator('.coding-button').click();
  const cell = await row.locator('.finding-cell').innerText();
  await eventually(async () => {
    const { range } = await page.evaluate(() => window.workbench.activeSelection());
    return range.top === addressOf(cell).row && range.left === addressOf(cell).column;
  }, 'the cell of the repair is selected');
  await page.screenshot({ path: path.join(RESULTS, 'normalize-preview.png') });

  // A row and a kind off and on again.
  await row.getByRole('checkbox').click();
  await apply(repairs - 1).waitFor();
  const kind = pane.locator('.repair-group').nth(1);
  const [, ofKind] = /\/ (\d+)/.exec(await kind.locator('.group-unchecked').innerText());
  await kind.getByRole('checkbox').first().click();
  await apply(repairs - 1 - Number(ofKind)).waitFor();
  await pane.getByRole('checkbox', { name: /^全选（/ }).click();
  await apply(repairs).click();
  await noticeOf(pane)
    .getByText(/^已规范：修改 \d+ 个单元格。/)
    .waitFor();
  const planned = expected.edits.map(({ sheet, cell: at, after: text }) => [
    sheet,
    addressOf(at).row,
    addressOf(at).column,
    text,
  ]);
  assert.deepEqual(byPlace(await edited(page)), byPlace(planned));
  const normalized = await save(page, '规范后.xlsx');
  assert.deepEqual(
    report(normalized).findings.filter(({ fixable }) => fixable),
    [],
  );

  // A user goes on working; the pane is closed and opened again.
  const [first] = planned;
  const address = { row: first[1], column: first[2] };
  await typeAt(page, first[0], address, '又改过');
  await page.evaluate(() => document.getElementById('pane-frame').contentWindow.location.reload());
  await pane.getByRole('button', { name: '修改记录' }).click();
  await pane.getByRole('button', { name: /^撤销：/ }).click();
  await noticeOf(pane)
    .getByText(new RegExp(`${first[0]}.*${expected.edits[0].cell}`))
    .first()
    .waitFor();
  const place = JSON.stringify([...first.slice(0, 3), '又改过']);
  assert.deepEqual(byPlace(await edited(page)), [place]);
  await page.screenshot({ path: path.join(RESULTS, 'normalize-undone.png') });
  await pane.getByRole('button', { name: /^重做：/ }).click();
  await eventually(async () => (await edited(page)).length === planned.length, 'all is done again');
  await pane.getByRole('button', { name: /^撤销：/ }).click();
  await eventually(async () => (await edited(page)).length === 1, 'all is taken back again');
  assert.deepEqual(
    differingCells(SAMPLE, await save(page, '撤销后.xlsx')).map(([sheet, at, , now]) => [sheet, at, now]),
    [[first[0], expected.edits[0].cell, '又改过']],
  );
  assert.deepEqual(troubles, []);
  await close();
});

test('缺的二级指标行补上，转为模板多一张工作表，撤销后与原文件相同', async () => {
  const { page, pane, troubles, close } = await workbench.openPage();
  await page.locator('#file-input').setInputFiles(FORM);
  await page.locator('#file-name').filter({ hasText: '缺行.xlsx' }).waitFor();
  const { repairs } = await plan(pane);
  await pane.getByRole('button', { name: `规范选中的 ${repairs} 处` }).click();
  await noticeOf(pane)
    .getByText(/增删 1 行/)
    .waitFor();
  await page.locator('#dirty-note').filter({ hasText: '增删 1 行' }).waitFor();
  const [, , inserted] = normalizing(FORM).edits.filter(({ inserted: isNew }) => isNew);
  const { row } = addressOf(inserted.cell);
  assert.deepEqual(await Promise.all([1, 2, 3].map((column) => textAt(page, '图书馆', { row, column }))), [
    '生态效益指标',
    '不适用',
    '不适用',
  ]);
  assert.deepEqual(
    report(await save(page, '补行.xlsx')).findings.filter(({ fixable }) => fixable),
    [],
  );
  // Typing goes on in the new row, and can be taken back as ever.
  await typeAt(page, '图书馆', { row, column: 2 }, '绿化面积');
  await page.keyboard.press('Control+z');
  await eventually(async () => (await textAt(page, '图书馆', { row, column: 2 })) === '不适用', 'typing is taken back');
  await page.screenshot({ path: path.join(RESULTS, 'normalize-row.png') });
  await noticeOf(pane).getByRole('button', { name: '撤销' }).click();
  await noticeOf(pane)
    .getByText(/^已撤销/)
    .waitFor();
  assert.deepEqual(differingCells(FORM, await save(page, '去行.xlsx')), []);
  assert.equal((await edited(page)).length, 0);

  const sheets = () => page.evaluate(() => window.workbench.view().sheets);
  await pane.getByRole('button', { name: '转为模板…' }).click();
  await pane.getByRole('radio', { name: /珠海/ }).click();
  await pane.getByRole('button', { name: '预览' }).click();
  await pane.getByRole('button', { name: '生成 1 张工作表' }).click();
  await noticeOf(pane)
    .getByText(/^已生成工作表/)
    .waitFor();
  const [, added] = await sheets();
  await page.locator('#dirty-note').filter({ hasText: '增删 1 张工作表' }).waitFor();
  assert.match(await textAt(page, added, { row: 0, column: 0 }), /绩效/);
  await page.screenshot({ path: path.join(RESULTS, 'normalize-template.png') });
  await noticeOf(pane).getByRole('button', { name: '撤销' }).click();
  await noticeOf(pane)
    .getByText(/^已撤销/)
    .waitFor();
  assert.deepEqual(await sheets(), ['图书馆']);
  assert.deepEqual(differingCells(FORM, await save(page, '去表.xlsx')), []);
  assert.deepEqual(troubles, []);
  await close();
});

function textAt(page, sheet, address) {
  return page.evaluate(([name, at]) => window.workbench.cellText(name, at), [sheet, address]);
}

async function typeAt(page, sheet, { row, column }, text) {
  const range = { top: row, left: column, bottom: row, right: column };
  await page.evaluate(([name, place]) => window.workbench.host.select(name, place), [sheet, range]);
  await page.evaluate(() => window.workbench.focusGrid());
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await eventually(async () => (await textAt(page, sheet, { row, column })) === text, 'the cell holds what was typed');
}
