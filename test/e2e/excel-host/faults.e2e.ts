import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Finding } from '../../../src/core/review/finding';
import { ACTION, type RequestBody } from '../../support/excel-host/wire';
import { changeCell, sheetNamed } from '../../support/excel-host/workbook-model';
import { newContext, openExcel, startBrowser, type ExcelOptions, type ExcelWindow } from './excel-window';
import { addressOf, contentOf, marksExpected, marksOf, valueAt } from './model-view';
import { check, checked, commandLineReport, countBySeverity, eventually, SAMPLE, settled } from './pane-steps';

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const { findings } = commandLineReport(SAMPLE);
const expectedCounts = countBySeverity(findings);
const markup = findings.find(({ ruleId }) => ruleId === 'text/markup') as Finding;

const setsValues = ({ Actions }: RequestBody): boolean =>
  Actions.some(({ ActionType, Name }) => ActionType === ACTION.setProperty && Name === 'Values');

const addsFormats = ({ Actions, ObjectPaths }: RequestBody): boolean =>
  Actions.length > 0 &&
  Object.values(ObjectPaths).some(
    ({ Name, ArgumentInfo }) => Name === 'Add' && ArgumentInfo?.Arguments?.[0] === 'Custom',
  );

async function withExcel(
  options: ExcelOptions,
  journey: (window: ExcelWindow, original: unknown) => Promise<void>,
): Promise<void> {
  const window = await openExcel(await newContext(browser), { name: SAMPLE, ...options });
  await journey(window, contentOf(window.model));
  assert.deepEqual(window.troubles, []);
  await window.page.context().close();
}

async function checkAndMark({ pane, model }: ExcelWindow): Promise<void> {
  assert.deepEqual(await check(pane), expectedCounts);
  await eventually(() => marksOf(model).length > 0, 'cells are marked');
}

async function pressFix({ pane }: ExcelWindow): Promise<void> {
  await pane.getByRole('searchbox').fill('网页标记');
  await pane.getByRole('button', { name: markup.message }).first().click();
  await pane.getByRole('button', { name: '删除网页标记' }).first().click();
}

/** What the bar below the header says of the last gesture. */
async function notice({ pane }: ExcelWindow): Promise<string> {
  return (await pane.locator('.notice-text, .notice-details').allInnerTexts()).join('');
}

/** The screen that stands in for the results. */
async function failure({ pane }: ExcelWindow): Promise<string> {
  await pane.getByRole('heading', { name: '校验没有完成' }).waitFor();
  return (await pane.locator('.failure p').allInnerTexts()).join('');
}

test('一次传送不下：分块读取，结果不变', () =>
  withExcel({ prepare: (excel) => (excel.payloadLimit = 60_000) }, async (window) => {
    await checkAndMark(window);
    assert.deepEqual(marksOf(window.model), marksExpected(findings));
  }));

test('怎么分也传送不下：说明原因，工作簿不变', () =>
  withExcel({ prepare: (excel) => (excel.payloadLimit = 1500) }, async (window, original) => {
    await window.pane.getByRole('button', { name: '校验', exact: true }).click();
    assert.equal(
      await failure(window),
      '工作簿内容太多，超出了 Excel 一次能传送的数据量。请删除与申报表无关的工作表，或改用命令行校验。',
    );
    await window.picture('payload');
    assert.deepEqual(contentOf(window.model), original);
  }));

test('受保护的工作表：其余各表照样标记，也说明哪张没有标记；修改不写', () =>
  withExcel({}, async (window) => {
    const { model } = window;
    sheetNamed(model, markup.sheet).isProtected = true;
    const original = contentOf(model);
    await checkAndMark(window);
    const text = `工作表「${markup.sheet}」受保护，无法标记问题单元格。请在「审阅」选项卡中点「撤消工作表保护」，然后重试。`;
    await eventually(async () => (await notice(window)) === text, text);
    assert.deepEqual(marksOf(model), marksExpected(findings.filter(({ sheet }) => sheet !== markup.sheet)));
    await window.picture('protected');
    await pressFix(window);
    await eventually(async () => (await notice(window)).includes(markup.cell), 'the fix is refused');
    assert.match(await notice(window), new RegExp(`工作表「${markup.sheet}」.*受保护|受保护.*${markup.sheet}`));
    assert.deepEqual(
      contentOf({ ...model, sheets: model.sheets.map((sheet) => ({ ...sheet, conditionalFormats: [] })) }),
      original,
    );
  }));

for (const level of ['1.4', '1.15']) {
  test(`ExcelApi ${level}：工作表在校验后被删掉：说它不在了`, () =>
    withExcel({ level }, async (window) => {
      const { pane, excel, model } = window;
      await checkAndMark(window);
      // Deleted while the pane asks: no event can have come before.
      const [target] = findings.filter(({ sheet }) => sheet === markup.sheet);
      excel.beforeBatch = () => {
        if (model.sheets.some(({ name }) => name === target.sheet)) excel.deleteSheet(target.sheet);
      };
      const rest = (): unknown =>
        contentOf({ ...model, sheets: model.sheets.filter(({ name }) => name !== target.sheet) });
      const before = rest();
      await pressFix(window);
      await eventually(async () => /不存在|没有工作表/.test(await notice(window)), 'the sheet is said to be gone');
      const texts = [
        `没有修改。请重新校验。工作表“${target.sheet}”已不存在，${markup.cell} 未写入。`,
        `工作簿里没有工作表「${target.sheet}」，可能刚被删除或改名。请重新校验。`,
      ];
      assert.ok(texts.includes(await notice(window)), await notice(window));
      assert.deepEqual(rest(), before);
      if (level === '1.4') await pane.getByRole('button', { name: '重新校验' }).click();
      await pane.getByRole('button', { name: markup.message }).first().waitFor({ state: 'detached' });
    }));
}

test('标记写到一半失败：说出来；重新校验后标记齐全', () =>
  withExcel({}, async (window) => {
    const { pane, excel, model } = window;
    excel.failNext('GeneralException', 5, addsFormats);
    assert.deepEqual(await check(pane), expectedCounts);
    await pane.getByRole('region', { name: '操作结果' }).waitFor();
    await window.picture('mark-broken-off');
    const text = await notice(window);
    assert.match(text, /^[^a-z]*标记/);
    assert.ok(marksOf(model).length < marksExpected(findings).length);
    await check(pane);
    await eventually(() => marksOf(model).length === marksExpected(findings).length, 'all cells are marked');
    assert.deepEqual(marksOf(model), marksExpected(findings));
  }));

test('修改写到一半失败：说出来，表里是什么就说什么', () =>
  withExcel({}, async (window) => {
    const { excel, model } = window;
    await checkAndMark(window);
    const before = valueAt(model, markup.sheet, markup.cell);
    excel.failNext('GeneralException', 0, setsValues);
    await pressFix(window);
    await window.pane.getByRole('region', { name: '操作结果' }).waitFor();
    assert.match(await notice(window), /^Excel 没有完成操作。/);
    assert.equal(valueAt(model, markup.sheet, markup.cell), before);
    await window.picture('write-failed');
  }));

test('正在编辑单元格时校验：说明怎么办，结束编辑后重试成功', () =>
  withExcel({}, async (window, original) => {
    const { pane, excel, model } = window;
    await settled(excel);
    excel.isEditingCell = true;
    await pane.getByRole('button', { name: '校验', exact: true }).click();
    assert.equal(
      await failure(window),
      'Excel 正处于单元格编辑状态，无法继续。请按回车键或 Esc 键结束编辑，然后重试。',
    );
    await window.picture('editing-cell');
    assert.deepEqual(contentOf(model), original);
    excel.isEditingCell = false;
    await pane.getByRole('button', { name: '重试' }).click();
    await checked(pane);
    await eventually(() => marksOf(model).length > 0, 'cells are marked');
  }));

test('自动重新校验碰上正在编辑：结果留着，编辑结束后自己补上', () =>
  withExcel({}, async (window) => {
    const { pane, excel, model } = window;
    await checkAndMark(window);
    const target = findings.find(({ ruleId }) => ruleId === 'value/satisfaction-100') as Finding;
    const row = pane.getByRole('button', { name: target.message });
    const same = await row.count();
    excel.type(target.sheet, addressOf(target.cell), '≥92%');
    excel.isEditingCell = true;
    await pane.getByText('表格正忙，稍后重新校验').first().waitFor();
    await window.picture('postponed');
    assert.equal(await row.count(), same);
    excel.isEditingCell = false;
    await eventually(async () => (await row.count()) === same - 1, 'the finding is gone');
    assert.equal(valueAt(model, target.sheet, target.cell), '≥92%');
  }));

test('正在编辑单元格时修改：不写，说明原因', () =>
  withExcel({}, async (window) => {
    await checkAndMark(window);
    const before = contentOf(window.model);
    window.excel.isEditingCell = true;
    await pressFix(window);
    await eventually(async () => (await notice(window)).startsWith('Excel 正处于单元格编辑状态'), 'the fix is refused');
    assert.deepEqual(contentOf(window.model), before);
  }));

test('Excel 应答慢：显示进度，取消有用，之后再校验成功', () =>
  withExcel({}, async (window, original) => {
    const { pane, excel, model } = window;
    await pane.getByRole('button', { name: '校验', exact: true }).waitFor();
    excel.delay = 700;
    await pane.getByRole('button', { name: '校验', exact: true }).click();
    await pane.getByText('正在读取工作簿').first().waitFor();
    await window.picture('slow');
    await pane.getByRole('button', { name: '取消' }).click();
    await pane.getByRole('button', { name: '校验', exact: true }).waitFor();
    assert.deepEqual(contentOf(model), original);
    excel.delay = 0;
    await checkAndMark(window);
  }));

test('Excel 不再应答：过一会儿说出来，可以取消，工作簿不变', () =>
  withExcel({}, async (window, original) => {
    const { pane, excel, model } = window;
    await pane.getByRole('button', { name: '校验', exact: true }).waitFor();
    excel.isConnectionLost = true;
    await pane.getByRole('button', { name: '校验', exact: true }).click();
    await pane
      .getByText('表格还没有应答，请稍候；如果正在编辑单元格，请按回车键结束编辑。')
      .first()
      .waitFor({ timeout: 15_000 });
    await window.picture('no-answer');
    await pane.getByRole('button', { name: '取消' }).click();
    await pane.getByRole('button', { name: '校验', exact: true }).waitFor();
    assert.deepEqual(contentOf(model), original);
  }));

test('与 Excel 的会话过期：说明怎么办', () =>
  withExcel({}, async (window, original) => {
    await settled(window.excel);
    window.excel.refusal = 'InvalidOrTimedOutSession';
    await window.pane.getByRole('button', { name: '校验', exact: true }).click();
    assert.equal(await failure(window), '与 Excel 的连接中断了。请关闭窗格后重新打开；网页版请刷新页面。');
    assert.deepEqual(contentOf(window.model), original);
  }));

test('别人同时改了这一格：不覆盖，说出现在是什么', () =>
  withExcel({}, async (window) => {
    const { excel, model } = window;
    await checkAndMark(window);
    const sheet = sheetNamed(model, markup.sheet);
    const { row, column } = addressOf(markup.cell);
    // It happens between the gesture and the write; Excel has told nobody yet.
    excel.beforeBatch = () => changeCell(sheet, row, column, { value: '同事刚改的' });
    await pressFix(window);
    await eventually(async () => (await notice(window)).includes('同事刚改的'), 'the conflict is told');
    assert.equal(
      await notice(window),
      `没有修改。请重新校验。工作表“${markup.sheet}”的 ${markup.cell} 已被改动（现在是“同事刚改的”），未写入。`,
    );
    await window.picture('conflict');
    assert.equal(valueAt(model, markup.sheet, markup.cell), '同事刚改的');
  }));

test('别人在别处改了单元格：也自动重新校验', () =>
  withExcel({}, async (window) => {
    const { pane, excel } = window;
    await checkAndMark(window);
    const target = findings.find(({ ruleId }) => ruleId === 'value/satisfaction-100') as Finding;
    const row = pane.getByRole('button', { name: target.message });
    const same = await row.count();
    excel.typeElsewhere(target.sheet, addressOf(target.cell), '≥92%');
    await eventually(async () => (await row.count()) === same - 1, 'the finding is gone');
  }));
