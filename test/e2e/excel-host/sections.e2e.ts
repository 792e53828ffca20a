import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Finding } from '../../../src/core/review/finding';
import { ACTION, type RequestBody } from '../../support/excel-host/wire';
import type { ModelWorkbook } from '../../support/excel-host/workbook-model';
import { newContext, openExcel, startBrowser, type ExcelWindow } from './excel-window';
import { contentOf, marksExpected, marksOf } from './model-view';
import {
  check,
  clearHistory,
  commandLineReport,
  countBySeverity,
  countsOf,
  eventually,
  SAMPLE,
  settled,
  switchMarks,
} from './pane-steps';

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const { findings } = commandLineReport(SAMPLE);
const counts = countBySeverity(findings);

const setsValues = ({ Actions }: RequestBody): boolean =>
  Actions.some(({ ActionType, Name }) => ActionType === ACTION.setProperty && Name === 'Values');

/** Checked, with marks off, so that only what is written differs. */
async function openChecked(level: string): Promise<ExcelWindow & { readonly original: readonly string[] }> {
  const window = await openExcel(await newContext(browser), { name: SAMPLE, level });
  const original = contentOf(window.model);
  assert.deepEqual(await check(window.pane), counts);
  await eventually(() => marksOf(window.model).length > 0, 'cells are marked');
  await switchMarks(window.pane);
  await eventually(() => marksOf(window.model).length === 0, 'marks are off');
  await settled(window.excel);
  assertSame(window.model, original);
  return { ...window, original, troubles: window.troubles };
}

const noticeOf = ({ pane }: ExcelWindow): Promise<string> =>
  pane.getByRole('region', { name: '操作结果' }).locator('.notice-text').innerText();

/** Lines that differ, few of them: a workbook has thousands. */
function assertSame(model: ModelWorkbook, original: readonly string[]): void {
  const now = contentOf(model);
  const differences = now.filter((line, place) => line !== original[place]).slice(0, 5);
  assert.deepEqual([now.length, differences], [original.length, []]);
}

/** How many cells differ from before, by the lines of the model; the history stands in the first. */
function changedCells(model: ModelWorkbook, original: readonly string[]): number {
  const former = new Set(original);
  return contentOf(model)
    .slice(1)
    .filter((line) => !former.has(line)).length;
}

/** Presses 规范 and waits for the list; answers how many repairs are ticked. */
async function planned({ pane }: ExcelWindow): Promise<number> {
  await pane.getByRole('tab', { name: '规范' }).click();
  const button = pane.getByRole('button', { name: /^规范选中的 \d+ 处$/ });
  await button.waitFor();
  return Number((await button.innerText()).match(/\d+/)?.[0]);
}

test('规范，ExcelApi 1.4：全部写入，一次撤销，清除修改记录后与原来完全一样', async () => {
  const window = await openChecked('1.4');
  const { pane, excel, model, original } = window;
  const ticked = await planned(window);
  assert.ok(ticked > 20, `${ticked} repairs`);
  await pane.getByRole('button', { name: /^规范选中的/ }).click();
  await eventually(
    async () => /^已规范：修改 \d+ 个单元格。$/.test(await noticeOf(window)),
    'it is said what was written',
  );
  await window.picture('repairs-1.4');
  await settled(excel);
  assert.equal(changedCells(model, original), Number((await noticeOf(window)).match(/\d+/)?.[0]));
  await pane.getByRole('button', { name: '撤销' }).click();
  await eventually(async () => /^已撤销/.test(await noticeOf(window)), 'all is taken back');
  await clearHistory(pane);
  await settled(excel);
  assertSame(model, original);
  assert.deepEqual(window.troubles, []);
  await window.page.context().close();
});

for (const level of ['1.4', '1.7', '1.15']) {
  test(`接受问题，ExcelApi ${level}：离开列表和计数，别人打开也看得到；撤回后与原来完全一样`, async () => {
    const window = await openChecked(level);
    const { pane, excel, model, original } = window;
    const accepted = findings.find(({ ruleId }) => ruleId === 'text/markup') as Finding;
    const fewer = countBySeverity(findings.filter((finding) => finding !== accepted));
    await pane.getByRole('searchbox').fill(accepted.message);
    await pane.getByRole('button', { name: accepted.message }).first().click();
    await pane.getByRole('button', { name: '接受此问题…' }).click();
    await pane.getByRole('button', { name: '单位已说明' }).click();
    await pane.getByRole('button', { name: '接受', exact: true }).click();
    assert.match(await noticeOf(window), /^已接受：.*请保存工作簿。/);
    await pane.getByRole('searchbox').fill('');
    await settled(excel);
    assert.deepEqual(await countsOf(pane), fewer);
    assert.notEqual(contentOf(model)[0], original[0]);
    await window.page.context().close();

    const colleague = await openExcel(await newContext(browser), { model: structuredClone(model), level });
    assert.deepEqual(await check(colleague.pane), fewer);
    await eventually(() => marksOf(colleague.model).length > 0, 'cells are marked');
    assert.deepEqual(marksOf(colleague.model), marksExpected(findings.filter((finding) => finding !== accepted)));
    await switchMarks(colleague.pane);
    await eventually(() => marksOf(colleague.model).length === 0, 'marks are off');
    await colleague.pane.getByRole('button', { name: '已接受 1 项' }).click();
    await colleague.pane.getByText('理由：单位已说明').waitFor();
    await colleague.picture(`accepted-${level}`);
    await colleague.pane.getByRole('button', { name: /^撤回/ }).click();
    await settled(colleague.excel);
    assert.deepEqual(await countsOf(colleague.pane), counts);
    assertSame(colleague.model, original);
    assert.deepEqual([...window.troubles, ...colleague.troubles], []);
    await colleague.page.context().close();
  });
}

test('规范写到一半失败：说出写了几处、哪些没有写，撤销后与原来完全一样', async () => {
  const window = await openChecked('1.15');
  const { pane, excel, model, original } = window;
  await planned(window);
  excel.failNext('GeneralException', 12, setsValues);
  await pane.getByRole('button', { name: /^规范选中的/ }).click();
  await eventually(async () => /没有写入/.test(await noticeOf(window)), 'it is said that writing broke off');
  await window.picture('repairs-broken-off');
  const text = await noticeOf(window);
  const [, written, unwritten] = /已写入 (\d+) 处。没有写入 (\d+) 处：/.exec(text) ?? assert.fail(text);
  await settled(excel);
  assert.equal(changedCells(model, original), Number(written));
  assert.ok(Number(written) > 0 && Number(unwritten) > 0, text);
  await pane.getByRole('button', { name: '撤销' }).click();
  await eventually(async () => /^已撤销/.test(await noticeOf(window)), 'all is taken back');
  await clearHistory(pane);
  await settled(excel);
  assertSame(model, original);
  assert.deepEqual(window.troubles, []);
  await window.page.context().close();
});

test('意见：条数与问题相同，可以复制', async () => {
  const window = await openChecked('1.15');
  const { pane } = window;
  await pane.getByRole('tab', { name: '意见' }).click();
  const text = await pane.getByRole('textbox').inputValue();
  const { error, warning, info } = counts;
  const total = error + warning + info;
  assert.match(text, new RegExp(`共 ${total} 条意见：须修改 ${error} 条，请核实 ${warning} 条，建议 ${info} 条。`));
  assert.equal(text.match(/^\d+\. 【(?:须修改|请核实|建议)】/gm)?.length, total);
  await pane.getByRole('button', { name: '复制' }).click();
  await pane.getByRole('button', { name: '已复制' }).waitFor();
  await window.picture('opinions');
  assert.deepEqual(window.troubles, []);
  await window.page.context().close();
});
