import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { ACTION, type RequestBody } from '../../support/excel-host/wire';
import { newContext, openExcel, startBrowser, type ExcelOptions, type ExcelWindow } from './excel-window';
import { addressOf, contentOf, selectionOf, valueAt } from './model-view';
import { clearHistory, eventually, SAMPLE, settled } from './pane-steps';

const ZHUHAI = path.resolve('assets/samples/zhuhai-gaoxin-2024.xlsx');
const SHEET = '2024年项目绩效目标';

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const setsValues = ({ Actions }: RequestBody): boolean =>
  Actions.some(({ ActionType, Name }) => ActionType === ACTION.setProperty && Name === 'Values');

/** The pane as the ribbon's button 编码 opens it. */
async function openCodes(options: ExcelOptions): Promise<ExcelWindow & { readonly original: readonly string[] }> {
  const window = await openExcel(await newContext(browser, options.size), {
    opened: 'taskpane.html?view=codes',
    ...options,
  });
  const original = contentOf(window.model);
  await window.pane.getByRole('group', { name: '指标列表' }).waitFor();
  return {
    ...window,
    original,
    get troubles() {
      return window.troubles;
    },
  };
}

const noticeOf = ({ pane }: ExcelWindow): Promise<string> => pane.locator('.notice-text').innerText();

async function told(window: ExcelWindow, pattern: RegExp): Promise<void> {
  await eventually(
    async () => (await window.pane.locator('.notice-text').count()) > 0 && pattern.test(await noticeOf(window)),
    `it is said: ${pattern}`,
  );
}

async function countOf({ pane }: ExcelWindow, state: string): Promise<number> {
  const button = pane
    .getByRole('group', { name: '按状态筛选' })
    .getByRole('button', { name: new RegExp(`^${state} `) });
  return (await button.count()) === 0 ? 0 : Number((await button.innerText()).match(/\d+/)?.[0]);
}

/** Lines of the model that are not as before. */
function changedLines(window: ExcelWindow, original: readonly string[]): readonly string[] {
  const former = new Set(original);
  return contentOf(window.model).filter((line) => !former.has(line));
}

for (const level of ['1.4', '1.15']) {
  test(`编码，ExcelApi ${level}：去掉、用键盘选定、填入，撤销`, async () => {
    const window = await openCodes({ name: ZHUHAI, level });
    const { pane, page, excel, model, original } = window;
    const coded = await countOf(window, '已有编码');
    assert.ok(coded > 50, `${coded} codes`);
    assert.equal(changedLines(window, original).length, 0);
    await pane.getByRole('button', { name: '去掉编码…' }).click();
    await page.keyboard.press('Enter');
    await told(window, new RegExp(`^已去掉 ${coded} 条编码。$`));
    await eventually(async () => (await countOf(window, '可直接填')) > 50, 'codes are proposed for the bare names');
    assert.equal(valueAt(model, SHEET, 'H3'), '扶持企业数量');

    await pane.getByRole('button', { name: /^待选 \d+$/ }).click();
    const row = pane.locator('.coding-row-choose .coding-button').first();
    const cell = await row.locator('.finding-cell').innerText();
    await row.focus();
    await page.keyboard.press('Enter');
    await eventually(() => selectionOf(model) === `${SHEET} ${cell}`, 'the cell is selected');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const listed = await pane.locator('.code-choice-active .code-choice-name').innerText();
    await window.picture(`codes-choose-${level}`);
    await page.keyboard.press('Enter');
    await pane.getByRole('button', { name: '填入 1 条' }).click();
    await told(window, /^已填入 1 条编码。$/);
    assert.equal(valueAt(model, SHEET, cell), listed);
    await eventually(async () => (await countOf(window, '已有编码')) === 1, 'the list is read again');

    const certain = await countOf(window, '可直接填');
    if ((await pane.getByRole('button', { name: /^待选 \d+$/, pressed: true }).count()) > 0) {
      await pane.getByRole('button', { name: /^待选 \d+$/ }).click();
    }
    await pane.getByRole('button', { name: `填入 ${certain} 条` }).click();
    await told(window, new RegExp(`^已填入 ${certain} 条编码。$`));
    await window.picture(`codes-filled-${level}`);
    assert.equal(valueAt(model, SHEET, 'H3'), '111002681-扶持企业数量');
    await pane.getByRole('button', { name: '撤销' }).click();
    await told(window, /^已撤销/);
    await settled(excel);
    assert.equal(valueAt(model, SHEET, 'H3'), '扶持企业数量');
    assert.deepEqual(window.troubles, []);
    await page.context().close();
  });

  test(`编码，ExcelApi ${level}：填入后一次撤销，与原来完全一样`, async () => {
    const window = await openCodes({ name: SAMPLE, level });
    const { pane, excel, original } = window;
    const certain = await countOf(window, '可直接填');
    assert.ok(certain > 0);
    const levels = Number(
      /同时改写一级、二级指标 (\d+) 格。/.exec(await pane.locator('.coding-tools').innerText())?.[1] ?? 0,
    );
    await pane.getByRole('button', { name: `填入 ${certain} 条` }).click();
    await told(window, new RegExp(`^已填入 ${certain} 条编码。$`));
    await settled(excel);
    // One more holds the history.
    assert.equal(changedLines(window, original).length, certain + levels + 1);
    await pane.getByRole('button', { name: '撤销' }).click();
    await told(window, /^已撤销：填入指标编码。$/);
    await clearHistory(pane);
    await settled(excel);
    assert.deepEqual(changedLines(window, original), []);
    assert.deepEqual(window.troubles, []);
    await window.page.context().close();
  });
}

test('写到一半失败：说出写了几处、哪些没有写，撤销后与原来完全一样', async () => {
  const window = await openCodes({ name: ZHUHAI, level: '1.15' });
  const { pane, excel, original } = window;
  await pane.getByRole('button', { name: '去掉编码…' }).click();
  excel.failNext('GeneralException', 1, setsValues);
  await pane.getByRole('button', { name: '去掉', exact: true }).click();
  await told(window, /没有写入/);
  await window.picture('codes-broken-off');
  if ((await pane.getByRole('button', { name: '撤销' }).count()) > 0) {
    await pane.getByRole('button', { name: '撤销' }).click();
    await told(window, /^已撤销/);
    await clearHistory(pane);
  }
  await settled(excel);
  assert.deepEqual(changedLines(window, original), []);
  assert.deepEqual(window.troubles, []);
  await window.page.context().close();
});

test('填入前改过一格而 Excel 没有通知：那一格不写，说明是哪一格；撤销其余', async () => {
  const window = await openCodes({ name: SAMPLE, level: '1.4' });
  const { pane, excel, model } = window;
  await pane.locator('.coding-row-certain .coding-button').first().click();
  await settled(excel);
  const [sheet, cell] = selectionOf(model).split(' ');
  const certain = await countOf(window, '可直接填');
  excel.type(sheet, addressOf(cell), '另一个指标');
  const edited = contentOf(model);
  await pane.getByRole('button', { name: `填入 ${certain} 条` }).click();
  await told(window, new RegExp(`^已填入 ${certain - 1} 条编码。$`));
  assert.deepEqual(await pane.locator('.notice-details li').allInnerTexts(), [
    `工作表“${sheet}”的 ${cell} 已被改动（现在是“另一个指标”），未写入。`,
  ]);
  assert.equal(valueAt(model, sheet, cell), '另一个指标');
  await pane.getByRole('button', { name: '撤销' }).click();
  await told(window, /^已撤销/);
  await clearHistory(pane);
  await settled(excel);
  assert.deepEqual(changedLines(window, edited), []);
  assert.deepEqual(window.troubles, []);
  await window.page.context().close();
});

for (const size of [
  { width: 320, height: 640 },
  { width: 360, height: 900 },
]) {
  test(`窄窗格 ${size.width} 像素：没有横向滚动`, async () => {
    const window = await openCodes({ name: ZHUHAI, level: '1.15', size });
    const { pane, page } = window;
    const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
    const isWide = (): Promise<boolean> =>
      (frame as NonNullable<typeof frame>).evaluate(
        () =>
          document.documentElement.scrollWidth > document.documentElement.clientWidth ||
          Array.from(document.querySelectorAll('.coding-list, .coding-tools, .codes-page')).some(
            (element) => element.scrollWidth > element.clientWidth,
          ),
      );
    assert.equal(await isWide(), false);
    await window.picture(`codes-${size.width}`);
    await pane.getByRole('button', { name: '管理指标库' }).click();
    assert.equal(await isWide(), false);
    await window.picture(`catalogues-${size.width}`);
    await pane.getByRole('button', { name: '从当前工作簿导入' }).click();
    await pane.getByText(/^可导入 \d+ 条$/).waitFor();
    assert.equal(await isWide(), false);
    await window.picture(`import-${size.width}`);
    assert.deepEqual(window.troubles, []);
    await page.context().close();
  });
}
