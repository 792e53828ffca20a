import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { newContext, openExcel, startBrowser } from './excel-window';
import { brokenBudgetSheet } from './budget-and-form-sheets';
import { addressOf, contentOf, marksExpected, marksOf, selectionOf, valueAt } from './model-view';
import {
  check,
  checked,
  clearHistory,
  commandLineReport,
  countBySeverity,
  countsOf,
  eventually,
  SAMPLE,
} from './pane-steps';

const LEVELS = ['1.4', '1.7', '1.9', '1.14', '1.15'];

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const { findings } = commandLineReport(SAMPLE);
const expectedCounts = countBySeverity(findings);
const findingOf = (ruleId: string) => {
  const found = findings.find((finding) => finding.ruleId === ruleId);
  assert.ok(found, ruleId);
  return found;
};

for (const level of LEVELS) {
  const tellsEdits = level !== '1.4';

  test(`ExcelApi ${level}`, async (journey) => {
    const context = await newContext(browser);
    const window = await openExcel(context, { name: SAMPLE, level });
    const { page, pane, model, excel } = window;
    const original = contentOf(model);

    await journey.test('校验：结果与命令行相同，问题单元格都有标记', async () => {
      assert.deepEqual(await check(pane), expectedCounts);
      await eventually(() => marksOf(model).length > 0, 'cells are marked');
      assert.deepEqual(marksOf(model), marksExpected(findings));
    });

    await journey.test('点一条问题：选中它的单元格，说明理由', async () => {
      const { message, sheet, cell } = findingOf('value/satisfaction-100');
      await pane.getByRole('button', { name: message }).first().click();
      await pane.getByText('满意度来自抽样调查').first().waitFor();
      await eventually(() => selectionOf(model) === `${sheet} ${cell}`, 'the cell is selected');
      await window.picture(`finding-${level}`);
    });

    await journey.test('关掉标记：工作簿与校验前完全一样；再打开，标记回来', async () => {
      const marksSwitch = pane.getByRole('switch', { name: '在单元格上标记' });
      await marksSwitch.click();
      await eventually(() => marksOf(model).length === 0, 'marks are gone');
      assert.deepEqual(contentOf(model), original);
      await marksSwitch.click();
      await eventually(() => marksOf(model).length > 0, 'marks are back');
      assert.deepEqual(marksOf(model), marksExpected(findings));
    });

    await journey.test('改单元格：问题消失，只变了那一格', async () => {
      const { message, sheet, cell } = findingOf('value/satisfaction-100');
      const unedited = structuredClone(model);
      const row = pane.getByRole('button', { name: message });
      const same = await row.count();
      excel.type(sheet, addressOf(cell), '≥92%');
      if (!tellsEdits) await pane.getByRole('button', { name: '重新校验' }).click();
      await eventually(async () => (await row.count()) === same - 1, 'the finding is gone');
      assert.deepEqual(await countsOf(pane), { ...expectedCounts, info: expectedCounts.info - 1 });
      await eventually(() => !marksOf(model).includes(`${sheet} ${cell} info`), 'the mark is gone');
      assert.equal(valueAt(model, sheet, cell), '≥92%');
      excel.type(sheet, addressOf(cell), `'${String(valueAt(unedited, sheet, cell))}`);
      if (!tellsEdits) await pane.getByRole('button', { name: '重新校验' }).click();
      await eventually(async () => (await row.count()) === same, 'the finding is back');
    });

    await journey.test('一键修改和撤销', async () => {
      const { message, sheet, cell } = findingOf('text/markup');
      const before = valueAt(model, sheet, cell);
      await pane.getByRole('searchbox').fill('网页标记');
      await pane.getByRole('button', { name: message }).first().click();
      await pane.getByRole('button', { name: '删除网页标记' }).first().click();
      await pane.getByRole('button', { name: '撤销' }).first().waitFor();
      await eventually(() => !String(valueAt(model, sheet, cell)).includes('<p>'), 'the fix is written');
      await pane.getByRole('button', { name: '撤销' }).first().click();
      await eventually(() => valueAt(model, sheet, cell) === before, 'the former text is back');
      if (!tellsEdits) await pane.getByRole('button', { name: '重新校验' }).click();
      await pane.getByRole('button', { name: '清除筛选' }).first().click();
      await eventually(async () => (await countsOf(pane)).info === expectedCounts.info, 'all findings are back');
    });

    await journey.test('筛选和搜索', async () => {
      const total = expectedCounts.error + expectedCounts.warning + expectedCounts.info;
      await pane.getByRole('button', { name: /^错误 \d+$/ }).click();
      await pane.getByText(`筛选出 ${expectedCounts.error} 条，共 ${total} 条`).waitFor();
      await pane.getByRole('button', { name: '清除筛选' }).first().click();
      await pane.getByRole('searchbox').fill('没有这样的文字');
      await pane.getByText('没有符合筛选条件的问题。').waitFor();
      await pane.getByRole('button', { name: '清除筛选' }).first().click();
    });

    await journey.test('只用键盘：走到一条问题，回车选中单元格', async () => {
      const before = selectionOf(model);
      await pane.getByRole('group', { name: '问题列表' }).getByRole('button').first().focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      await eventually(() => selectionOf(model) !== before, 'another cell is selected');
    });

    await journey.test('设置：说明会不会自动重新校验', async () => {
      await pane.getByRole('button', { name: '设置' }).click();
      const settings = pane.getByRole('dialog', { name: '设置' });
      const watching = settings.getByRole('switch', { name: '修改后自动重新校验' });
      assert.equal(await watching.getAttribute('aria-checked'), String(tellsEdits));
      if (!tellsEdits) await settings.getByText('这个版本的 Excel 不会通知修改，改完请点“重新校验”。').waitFor();
      await page.waitForTimeout(300);
      await window.picture(`settings-${level}`);
      await settings.getByRole('button', { name: '关闭' }).click();
    });

    await journey.test('没有控制台错误，没有站外请求；关掉标记后工作簿与打开时一样', async () => {
      await checked(pane);
      await pane.getByRole('switch', { name: '在单元格上标记' }).click();
      await eventually(() => marksOf(model).length === 0, 'marks are gone');
      await clearHistory(pane);
      assert.deepEqual(contentOf(model), original);
      assert.deepEqual(window.troubles, []);
      assert.deepEqual(
        excel.requests.filter(({ error }) => error !== undefined).map(({ error }) => error),
        [],
      );
    });
    await context.close();
  });

  test(`ExcelApi ${level}：合计不符，展开算式，点一项选中它的单元格`, async () => {
    const context = await newContext(browser);
    const { pane, model, troubles, picture } = await openExcel(context, {
      level,
      name: '预算.xlsx',
      sheets: [brokenBudgetSheet()],
    });
    await check(pane);
    await pane.getByRole('button', { name: /^错误 D8.*下级 3 项之和为 60/ }).click();
    await eventually(() => selectionOf(model) === '经济分类 D8', 'the sum is selected');
    const calculation = pane.getByRole('region', { name: '计算过程' });
    assert.match(await calculation.innerText(), /各项之和\s*60\s*[\s\S]*本处所列\s+D8\s*70/);
    await picture(`calculation-${level}`);
    await calculation.getByRole('button', { name: '30202 印刷费，20万元，D10' }).click();
    await eventually(() => selectionOf(model) === '经济分类 D10', 'the item is selected');
    assert.deepEqual(troubles, []);
    await context.close();
  });
}
