import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { newContext, openExcel, startBrowser, type ExcelWindow } from './excel-window';
import { contentOf, marksExpected, marksOf } from './model-view';
import { commandLineReport, eventually, SAMPLE } from './pane-steps';

const LEVELS = (process.env.LEVELS ?? '1.4 1.7 1.9 1.14 1.15').split(' ');
const MARK = 'toggleMarks';

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

async function openRibbon(level: string): Promise<ExcelWindow> {
  const window = await openExcel(await newContext(browser), { name: SAMPLE, level, opened: 'commands.html' });
  await eventually(() => window.conversation.hasButtons, 'the buttons work');
  return window;
}

/** What the user reads in the dialog: heading and advice. */
async function readDialog({ conversation, page }: ExcelWindow): Promise<readonly string[]> {
  await eventually(() => conversation.dialog !== null, 'a dialog is shown');
  const [site, opened] = String(conversation.dialog).split('workbench.lab/');
  assert.equal(site, 'https://');
  const dialog = await openExcel(page.context(), { name: SAMPLE, opened });
  await dialog.pane.locator('h1', { hasText: /./ }).waitFor();
  const texts = await dialog.pane.locator('h1, p').allInnerTexts();
  assert.deepEqual(dialog.troubles, []);
  await dialog.picture('notice');
  await dialog.close();
  return texts;
}

for (const level of LEVELS) {
  test(`功能区按钮“标记”，ExcelApi ${level}：标出问题，再按一次与之前完全一样`, async () => {
    const window = await openRibbon(level);
    const { model, conversation } = window;
    const original = contentOf(model);
    await conversation.pressButton(MARK);
    assert.deepEqual(marksOf(model), marksExpected(commandLineReport(SAMPLE).findings));
    await conversation.pressButton(MARK);
    assert.deepEqual(marksOf(model), []);
    assert.deepEqual(contentOf(model), original);
    assert.equal(conversation.dialog, null);
    assert.deepEqual(window.troubles, []);
    await window.close();
  });
}

test('按钮没有完成时，用对话框说明，关掉后 Excel 不再等待', async () => {
  const window = await openRibbon('1.15');
  const { excel, model, conversation } = window;
  const original = contentOf(model);
  excel.isEditingCell = true;
  let isDone = false;
  const pressed = conversation.pressButton(MARK).then(() => (isDone = true));
  assert.deepEqual(await readDialog(window), [
    'Excel 正处于单元格编辑状态，无法继续。',
    '请按回车键或 Esc 键结束编辑，然后重试。',
  ]);
  assert.equal(isDone, false);
  conversation.closeDialog();
  await pressed;
  assert.deepEqual(contentOf(model), original);
  await window.close();
});

test('Excel 版本太旧时，按钮说明原因', async () => {
  const window = await openRibbon('1.1');
  const pressed = window.conversation.pressButton(MARK);
  assert.equal((await readDialog(window))[0], '这个版本的 Excel 太旧，无法运行申报表助手。');
  window.conversation.closeDialog();
  await pressed;
  await window.close();
});
