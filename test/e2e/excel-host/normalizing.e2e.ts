import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, FrameLocator } from 'playwright-core';
import { cleanRows, projectTarget } from '../../support/build-form';
import { sheetNamed, type ModelWorkbook } from '../../support/excel-host/workbook-model';
import { contentOf, marksOf, selectionOf, valueAt } from './model-view';
import { newContext, openExcel, startBrowser } from './excel-window';
import { check, eventually, SAMPLE } from './pane-steps';

const LEVELS = ['1.7', '1.15'];

/** A form without the row of 生态效益指标, with one of 质量指标 too many, and a blank too many behind a name. */
const UNEVEN = projectTarget({
  sheet: '图书馆',
  rows: cleanRows({
    数量: [['图书采购数量 ', '≥8000册', '全年新购并完成编目的图书册数，以入库单为准。']],
    质量: [
      ['图书验收合格率', '≥98%', '验收合格的册数占采购册数的比例。'],
      ['不适用', '不适用', '不适用'],
    ],
  }).filter(([, level]) => level !== '生态效益指标'),
});

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** What the workbook holds, marks and the history of operations aside; areas in the order of the sheet. */
function cellsOf(model: ModelWorkbook): readonly string[] {
  for (const sheet of model.sheets) sheet.mergedAreas.sort((a, b) => a.top - b.top || a.left - b.left);
  return contentOf(model)
    .slice(1)
    .filter((line) => !line.includes('shenbao-mark'));
}

/** From the start page, or from the findings. */
async function plan(pane: FrameLocator): Promise<number> {
  const begin = pane.getByRole('button', { name: '把填法规范成模板的写法' });
  await begin.or(pane.getByRole('tab', { name: '规范' })).click();
  const counts = pane.locator('.normalizing-counts');
  await counts.waitFor();
  return Number(/可规范 (\d+) 处/.exec(await counts.innerText())?.[1]);
}

const noticeOf = (pane: FrameLocator) => pane.getByRole('region', { name: '操作结果' });

for (const level of LEVELS) {
  test(`ExcelApi ${level}：规范、标记、撤销、重做，关闭窗格后再撤销`, async () => {
    const context = await newContext(browser);
    const window = await openExcel(context, { name: SAMPLE, level });
    const { pane, model, picture } = window;
    const original = cellsOf(model);
    await check(pane);
    await eventually(() => marksOf(model).length > 0, 'cells are marked');
    const marked = marksOf(model).length;
    const count = await plan(pane);
    assert.ok(count > 10);
    await picture(`normalize-preview-${level}`);

    const [first] = await pane.locator('li.repair').all();
    const before = selectionOf(model);
    await first.locator('.coding-button').click();
    await eventually(() => selectionOf(model) !== before, 'the cell of the repair is selected');
    await first.getByRole('checkbox').click();
    await pane.getByRole('button', { name: `规范选中的 ${count - 1} 处` }).click();
    await noticeOf(pane)
      .getByText(/^已规范：/)
      .waitFor();
    const normalized = cellsOf(model);
    assert.notDeepEqual(normalized, original);
    await picture(`normalized-${level}`);

    await check(await checking(pane));
    await eventually(() => marksOf(model).length > 0 && marksOf(model).length < marked, 'fewer cells are marked');
    await picture(`normalized-marks-${level}`);

    await pane.getByRole('button', { name: '修改记录' }).click();
    await pane.getByRole('button', { name: /^撤销：/ }).click();
    await eventually(() => sameAs(original, model), 'all is taken back');
    await pane.getByRole('button', { name: /^重做：/ }).click();
    await eventually(() => sameAs(normalized, model), 'all is done again');
    await picture(`history-${level}`);
    assert.deepEqual(window.troubles, []);
    await window.close();

    const later = await openExcel(context, { model, level });
    await later.pane.getByRole('button', { name: '修改记录' }).click();
    await later.pane.getByRole('button', { name: /^撤销：/ }).click();
    await eventually(() => sameAs(original, model), 'all is taken back in another sitting');
    assert.deepEqual(later.troubles, []);
    await context.close();
  });

  test(`ExcelApi ${level}：补一行、删一行，撤销后和原来一样`, async () => {
    const context = await newContext(browser);
    const { pane, model, troubles, picture } = await openExcel(context, {
      name: '图书馆.xlsx',
      level,
      sheets: [UNEVEN],
    });
    const form = sheetNamed(model, '图书馆');
    form.rowHeights = { 11: 40, 12: 30, 13: 30 };
    const original = cellsOf(model);
    const count = await plan(pane);
    await picture(`rows-preview-${level}`);
    await pane.getByRole('button', { name: `规范选中的 ${count} 处` }).click();
    await noticeOf(pane)
      .getByText(/增删 2 行/)
      .waitFor();
    const levels = Array.from({ length: 12 }, (_, row) => valueAt(model, '图书馆', `B${12 + row}`));
    assert.equal(levels.filter((text) => text === '生态效益指标').length, 1);
    assert.equal(levels.filter((text) => text === '质量指标').length, 1);
    await picture(`rows-done-${level}`);
    await noticeOf(pane).getByRole('button', { name: '撤销' }).click();
    await eventually(() => sameAs(original, model), 'the rows are as they were');
    assert.deepEqual(troubles, []);
    await context.close();
  });

  test(`ExcelApi ${level}：转为模板，新工作表在原表之后，撤销后没有了`, async () => {
    const context = await newContext(browser);
    const { pane, model, troubles, picture } = await openExcel(context, {
      name: '图书馆.xlsx',
      level,
      sheets: [UNEVEN],
    });
    const original = cellsOf(model);
    await plan(pane);
    await pane.getByRole('button', { name: '转为模板…' }).click();
    await pane.getByRole('radio').first().click();
    await pane.getByRole('button', { name: '预览' }).click();
    await pane.getByRole('button', { name: /^生成 1 张工作表$/ }).waitFor();
    await picture(`template-preview-${level}`);
    await pane.getByRole('button', { name: /^生成 1 张工作表$/ }).click();
    await noticeOf(pane)
      .getByText(/^已生成工作表/)
      .waitFor();
    assert.equal(model.sheets.length, 2);
    assert.equal(model.sheets[0].name, '图书馆');
    const texts = [...model.sheets[1].cells.values()].map(({ value }) => value);
    for (const text of ['图书验收合格率', '≥98%']) assert.ok(texts.includes(text), text);
    assert.ok(model.sheets[1].mergedAreas.length > 3);
    assert.deepEqual(
      cellsOf(model).filter((line) => line.startsWith('图书馆 ')),
      original.slice(1),
    );
    await picture(`template-done-${level}`);
    await pane.getByRole('button', { name: '修改记录' }).click();
    await pane.getByRole('button', { name: /^撤销：/ }).click();
    await eventually(() => sameAs(original, model), 'the new sheet is gone');
    assert.deepEqual(troubles, []);
    await context.close();
  });
}

async function checking(pane: FrameLocator): Promise<FrameLocator> {
  await pane.getByRole('tab', { name: '问题' }).click();
  return pane;
}

function sameAs(expected: readonly string[], model: ModelWorkbook): boolean {
  return JSON.stringify(cellsOf(model)) === JSON.stringify(expected);
}
