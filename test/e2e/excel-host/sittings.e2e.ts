import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { sheetNamed } from '../../support/excel-host/workbook-model';
import { addressOf, contentOf, marksExpected, marksOf, selectionOf, valueAt } from './model-view';
import { newContext, openExcel, startBrowser } from './excel-window';
import { check, commandLineReport, countBySeverity, countsOf, eventually, SAMPLE, switchMarks } from './pane-steps';

const OTHER = SAMPLE.replace('futian-qifu-2024', 'zhuhai-gaoxin-2024');

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

test('两个工作簿同时打开：结果、标记、修改各归各的', async () => {
  const context = await newContext(browser);
  const [first, second] = [await openExcel(context, { name: SAMPLE }), await openExcel(context, { name: OTHER })];
  const original = contentOf(second.model);
  const { findings } = commandLineReport(SAMPLE);
  const { findings: otherFindings } = commandLineReport(OTHER);
  const counts = await Promise.all([check(first.pane), check(second.pane)]);
  assert.deepEqual(counts, [countBySeverity(findings), countBySeverity(otherFindings)]);
  await eventually(() => marksOf(first.model).length > 0 && marksOf(second.model).length > 0, 'both are marked');
  assert.deepEqual(marksOf(first.model), marksExpected(findings));
  assert.deepEqual(marksOf(second.model), marksExpected(otherFindings));

  const target = findings.find(({ ruleId }) => ruleId === 'text/markup');
  assert.ok(target);
  await first.page.bringToFront();
  await first.pane.getByRole('searchbox').fill('网页标记');
  await first.pane.getByRole('button', { name: target.message }).first().click();
  await first.pane.getByRole('button', { name: '删除网页标记' }).first().click();
  await eventually(
    () => !String(valueAt(first.model, target.sheet, target.cell)).includes('<p>'),
    'the fix is written',
  );
  await second.page.bringToFront();
  assert.deepEqual(await countsOf(second.pane), countBySeverity(otherFindings));
  await switchMarks(second.pane);
  await eventually(() => marksOf(second.model).length === 0, 'the second is not marked any more');
  assert.deepEqual(contentOf(second.model), original);
  assert.ok(marksOf(first.model).length > 0);
  assert.deepEqual([...first.troubles, ...second.troubles], []);
  await context.close();
});

test('设置留在这台机器上：关掉窗格再打开，另一个工作簿里也一样', async () => {
  const context = await newContext(browser);
  const first = await openExcel(context, { name: SAMPLE });
  await check(first.pane);
  await switchMarks(first.pane);
  await first.pane.getByRole('button', { name: '设置' }).click();
  await first.pane.getByRole('switch', { name: '修改后自动重新校验' }).click();
  await first.pane.getByRole('radio', { name: '通用', exact: false }).first().check({ force: true });
  await first.pane.getByText(/^校验方案：通用/).waitFor();
  await first.picture('settings-changed');
  await first.close();

  for (const name of [SAMPLE, OTHER]) {
    const { pane, model, excel, troubles, close } = await openExcel(context, { name });
    await check(pane);
    await pane.getByText(/^校验方案：通用/).waitFor();
    assert.equal(await pane.getByRole('switch', { name: '在单元格上标记' }).getAttribute('aria-checked'), 'false');
    assert.equal(marksOf(model).length, 0);
    excel.type(model.sheets[0].name, addressOf('B3'), '改过');
    await pane.getByText('表格已修改，以下结果可能已过期。').waitFor();
    assert.deepEqual(troubles, []);
    await close();
  }
  await context.close();
});

test('只读方式打开：能看能定位，不写一个字，也说明为什么不能标记', async () => {
  const window = await openExcel(await newContext(browser), { name: SAMPLE, isReadOnly: true });
  const { page, pane, model } = window;
  const original = contentOf(model);
  const { findings } = commandLineReport(SAMPLE);
  assert.deepEqual(await check(pane), countBySeverity(findings));
  await pane.getByText('工作簿是以只读方式打开的，不能在单元格上标记。').waitFor();
  const target = findings.find(({ ruleId }) => ruleId === 'text/markup');
  assert.ok(target);
  await pane.getByRole('searchbox').fill('网页标记');
  await pane.getByRole('button', { name: target.message }).first().click();
  await eventually(() => selectionOf(model).startsWith(`${target.sheet} ${target.cell}`), 'the cell is selected');
  assert.equal(await pane.getByRole('button', { name: '删除网页标记' }).count(), 0);
  await window.picture('read-only');
  assert.deepEqual(contentOf(model), original);
  assert.deepEqual(window.troubles, []);
  await page.context().close();
});

test('没有遥测文件也一切照常，不向站外发请求', async () => {
  const { page, pane, troubles } = await openExcel(await newContext(browser), {
    name: SAMPLE,
    isLogging: true,
    missing: /\/telemetry\//,
  });
  assert.deepEqual(await check(pane), countBySeverity(commandLineReport(SAMPLE).findings));
  assert.deepEqual(
    troubles.filter((trouble) => !/^console: Failed to load resource: .* 404/.test(trouble)),
    [],
  );
  await page.context().close();
});

test('隐藏的工作表：定位时显示出来，按提示再藏回去', async () => {
  const target = commandLineReport(SAMPLE).findings.find(({ ruleId }) => ruleId === 'text/markup');
  assert.ok(target);
  const window = await openExcel(await newContext(browser), {
    name: SAMPLE,
    prepare: ({ model }) => (sheetNamed(model, target.sheet).visibility = 'Hidden'),
  });
  const { page, pane, model } = window;
  const hidden = sheetNamed(model, target.sheet);
  await check(pane);
  await eventually(() => marksOf(model).length > 0, 'cells are marked');
  await pane.getByRole('searchbox').fill('网页标记');
  await pane.getByRole('button', { name: target.message }).first().click();
  await eventually(() => hidden.visibility === 'Visible', 'the sheet is shown');
  await pane.getByText(`工作表“${hidden.name}”原来是隐藏的，已显示出来。`).first().waitFor();
  await window.picture('hidden-sheet');
  await pane.getByRole('button', { name: '重新隐藏' }).click();
  await eventually(() => hidden.visibility === 'Hidden', 'the sheet is hidden again');
  assert.deepEqual(window.troubles, []);
  await page.context().close();
});
