import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext } from 'playwright-core';
import { catalogueFileSchema } from '../../../src/core/catalogue/catalogue-file';
import {
  compactCatalogue,
  FUNCTION_CATALOGUE_KEY,
  FUNCTION_CATALOGUE_REVISION_KEY,
} from '../../../src/session/catalogues/compact-catalogue';
import { sheetOf } from '../../support/build-form';
import type { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import { FunctionCalls } from '../../support/excel-host/function-calls';
import { newContext, openExcel, startBrowser, type ExcelWindow } from './excel-window';
import { eventually, SAMPLE } from './pane-steps';

const OWN = catalogueFileSchema.parse({
  version: 1,
  id: 'nanhu',
  name: '南湖区指标库',
  source: '测试',
  isComplete: true,
  codeScheme: null,
  entries: [{ code: '111000101', name: '图书采购数量', level2: 'quantity' }],
});

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

/** The page of the functions, as Excel on the web loads it beside the workbook. */
async function openFunctions(
  context: BrowserContext,
): Promise<{ readonly window: ExcelWindow; readonly calls: FunctionCalls }> {
  let calls: FunctionCalls | null = null;
  const window = await openExcel(context, {
    opened: 'functions.html',
    sheets: [sheetOf('目标表', { A1: '扶持企业数量' })],
    prepare: (excel: ExcelSimulator) => (calls = new FunctionCalls(excel)),
  });
  const ready = calls as FunctionCalls | null;
  if (ready === null) throw new Error('not prepared');
  await eventually(() => ready.isReady, 'functions can be called');
  return { window, calls: ready };
}

/** As the pane does, by the same client. */
async function keep({ page }: ExcelWindow, texts: Readonly<Record<string, string>>): Promise<void> {
  const [, frame] = page.frames();
  await frame.evaluate(async (items) => {
    const { OfficeRuntime: runtime } = window as unknown as { OfficeRuntime: { storage: Storage } };
    for (const [key, text] of Object.entries(items)) await runtime.storage.setItem(key, text);
  }, texts);
}

test('网页版 Excel 里的单元格函数：未经修改的微软程序库登记、调用、交回结果和错误说明', async () => {
  const { window, calls } = await openFunctions(await newContext(browser));
  const [coded, code, blank, none, wrong] = await calls.calculate('CODE', [
    ['扶持企业数量', '11-数量指标', null],
    ['扶持企业数量', '数量指标', '编码'],
    ['', '数量指标', null],
    ['隧道掘进长度', '数量指标', null],
    ['扶持企业数量', '人员指标', null],
  ]);
  assert.deepEqual([coded, code, blank], [{ value: '111002681-扶持企业数量' }, { value: '111002681' }, { value: '' }]);
  assert.deepEqual(none, {
    error: '#N/A',
    message: '指标库“珠海市绩效指标（公开文件所见）”中没有与“隧道掘进长度”相近的条目。',
  });
  assert.deepEqual(wrong, {
    error: '#VALUE!',
    message: '二级指标“人员指标”认不出，应为“数量指标”“质量指标”“时效指标”等，也可以留空。',
  });
  assert.deepEqual(window.troubles, []);
  await window.close();
});

test('网页版 Excel 里的单元格函数：窗格里选择的指标库，100 个单元格', async () => {
  const context = await newContext(browser);
  const { window, calls } = await openFunctions(context);
  await keep(window, {
    [FUNCTION_CATALOGUE_KEY]: compactCatalogue(OWN),
    [FUNCTION_CATALOGUE_REVISION_KEY]: 'nanhu@1',
  });
  const cells = await calls.calculate(
    'CODE',
    Array.from({ length: 100 }, () => ['图书采购数量', '数量指标', null]),
  );
  assert.deepEqual([...new Set(cells.map((cell) => JSON.stringify(cell)))], ['{"value":"111000101-图书采购数量"}']);
  assert.deepEqual(window.troubles, []);
  await window.close();
});

test('窗格里导入并选用自己的指标库，单元格函数改用它；换回内置的，也随之换回', async () => {
  const context = await newContext(browser);
  const beside = await openExcel(context, { name: SAMPLE, opened: 'taskpane.html?view=codes' });
  const { pane } = beside;
  await pane.getByRole('button', { name: '管理指标库' }).click();
  const buffer = Buffer.from(JSON.stringify(OWN));
  await pane.locator('input[type=file]').setInputFiles({ name: '南湖.json', mimeType: 'application/json', buffer });
  await pane.getByRole('button', { name: '保存' }).click();
  await pane.getByText('已保存并采用“南湖区指标库”，共 1 条。').first().waitFor();

  const { window, calls } = await openFunctions(context);
  const cells = [
    ['图书采购数量', '数量指标', null],
    ['扶持企业数量', '数量指标', null],
  ];
  const inOwn = [
    { value: '111000101-图书采购数量' },
    { error: '#N/A', message: '指标库“南湖区指标库”中没有与“扶持企业数量”相近的条目。' },
  ];
  await eventually(async () => isDeepStrictEqual(await calls.calculate('CODE', cells), inOwn), 'the own one is used');

  const backToBuiltin = pane.getByRole('button', { name: /^使用“珠海市/ });
  if ((await backToBuiltin.count()) === 0) await pane.getByRole('button', { name: '管理指标库' }).click();
  await backToBuiltin.click();
  await eventually(async () => {
    const [, second] = await calls.calculate('CODE', cells);
    return isDeepStrictEqual(second, { value: '111002681-扶持企业数量' });
  }, 'the built-in one is used again');
  assert.deepEqual([...beside.troubles, ...window.troubles], []);
  await window.close();
  await beside.close();
});
