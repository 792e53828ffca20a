import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { budgetWorkbook } from './budget-workbook.mjs';
import { differingCells, report } from './saved-copy.mjs';
import { addressOf, check, countsOf, eventually, RESULTS, ROOT, startWorkbench } from './workbench-page.mjs';

const SAMPLE = path.join(ROOT, 'assets', 'samples', 'futian-qifu-2024.xlsx');
const scratch = mkdtempSync(path.join(tmpdir(), 'shenbao-e2e-'));
/** 302 adds up to 120 and states 130; 支出总表 has 230 where 收支总表 has 220. */
const BROKEN_BUDGET = {
  收支总表: [
    ['收支总表'],
    ['部门名称：南湖区图书馆', null, null, '单位：万元'],
    ['收入', '收入', '支出', '支出'],
    ['项目', '2025年预算数', '项目', '2025年预算数'],
    ['一、一般公共预算拨款', 220, '一、文化旅游体育与传媒支出', 220],
    ['本年收入合计', 220, '本年支出合计', 220],
    ['收入总计', 220, '支出总计', 220],
  ],
  支出总表: [
    ['支出总表'],
    ['部门名称：南湖区图书馆', null, null, null, null, '单位：万元'],
    ['预算单位', '科目编码', '科目名称', '支出总计', '基本支出', '项目支出'],
    ['南湖区图书馆', null, null, 230, 230, 0],
    [null, '207', '文化旅游体育与传媒支出', 230, 230, 0],
    [null, '20701', '文化和旅游', 230, 230, 0],
    [null, '2070104', '图书馆', 230, 230, 0],
  ],
  经济分类: [
    ['一般公共预算支出表（按经济分类）'],
    ['部门名称：南湖区图书馆', null, null, null, null, '单位：万元'],
    ['预算单位', '科目编码', '科目名称', '支出总计', '基本支出', '项目支出'],
    ['南湖区图书馆', null, null, 230, 230, 0],
    [null, '301', '工资福利支出', 100, 100, 0],
    [null, '30101', '基本工资', 60, 60, 0],
    [null, '30102', '津贴补贴', 40, 40, 0],
    [null, '302', '商品和服务支出', 130, 130, 0],
    ...[
      ['30201', '办公费'],
      ['30202', '印刷费'],
      ['30205', '水费'],
      ['30206', '电费'],
      ['30207', '邮电费'],
      ['30209', '物业管理费'],
      ['30211', '差旅费'],
      ['30213', '维修（护）费'],
      ['30217', '公务接待费'],
      ['30226', '劳务费'],
      ['30227', '委托业务费'],
      ['30228', '工会经费'],
    ].map(([code, name]) => [null, code, name, 10, 10, 0]),
  ],
};

let workbench;

before(async () => {
  workbench = await startWorkbench();
});
after(async () => {
  await workbench?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

function countBySeverity(findings) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

test('打开示例、校验、点一条、改单元格、自动复查、保存：只改了那一格', async () => {
  const { page, pane, troubles, close } = await workbench.openPage();
  const expected = report(SAMPLE);
  assert.deepEqual(await check(pane), countBySeverity(expected.findings));

  // A finding that a user repairs by typing: the 100 % of a satisfaction row.
  const [target] = expected.findings.filter(({ ruleId }) => ruleId === 'value/satisfaction-100');
  const address = addressOf(target.cell);
  const row = pane.getByRole('button', { name: target.message });
  await row.first().click();
  await selected(page, target.sheet, address);
  const marks = await page.evaluate(() => window.workbench.markedCells());
  const mark = marks.find(
    ({ sheet, range }) => sheet === target.sheet && range.top === address.row && range.left === address.column,
  );
  assert.equal(mark?.severity, 'info');
  await pane.getByText('满意度来自抽样调查').first().waitFor();
  await page.screenshot({ path: path.join(RESULTS, 'workbench-finding.png') });

  // Type into the selected cell as a user does: the keyboard goes to the grid.
  await page.evaluate(() => window.focus());
  const before = await countsOf(pane);
  await typeIntoSelection(page, '≥92%');
  await eventually(async () => (await textAt(page, target.sheet, address)) === '≥92%', 'the cell holds what was typed');
  await row.first().waitFor({ state: 'detached', timeout: 15_000 });
  const afterwards = await countsOf(pane);
  assert.equal(afterwards.info, before.info - 1);
  assert.deepEqual([afterwards.error, afterwards.warning], [before.error, before.warning]);
  assert.equal(await page.locator('#dirty-note').innerText(), '已修改 1 处');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存副本' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'futian-qifu-2024-修改.xlsx');
  const saved = path.join(scratch, 'saved.xlsx');
  await download.saveAs(saved);
  assert.deepEqual(differingCells(SAMPLE, saved), [[target.sheet, target.cell, target.quote, '≥92%']]);
  assert.equal(differingParts(SAMPLE, saved).filter((name) => /worksheets\/sheet/.test(name)).length, 1);
  const rest = report(saved);
  assert.equal(rest.findings.length, expected.findings.length - 1);
  assert.deepEqual(troubles, []);
  await close();
});

test('合计不符：展开算式，点各项选中单元格，别的工作表也到', async () => {
  const file = path.join(scratch, '预算.xlsx');
  writeFileSync(file, budgetWorkbook(BROKEN_BUDGET));
  const { page, pane, troubles, close } = await workbench.openPage();
  await page.locator('#file-input').setInputFiles(file);
  await pane.getByRole('button', { name: '校验', exact: true }).waitFor();
  assert.deepEqual(await check(pane), countBySeverity(report(file).findings));

  await pane.getByRole('button', { name: /^错误 D8.*下级 12 项之和为 120/ }).click();
  const calculation = pane.getByRole('region', { name: '计算过程' });
  assert.match(await calculation.innerText(), /各项之和\s*120\s*[\s\S]*本处所列\s+D8\s*130/);
  await calculation.getByRole('button', { name: '再显示 4 项' }).click();
  await calculation.getByRole('button', { name: '30217 公务接待费，10万元，D17' }).click();
  await selected(page, '经济分类', addressOf('D17'));
  await page.screenshot({ path: path.join(RESULTS, 'workbench-calculation.png') });

  await pane.getByRole('button', { name: /^错误 D4.*收支总表/ }).click();
  await calculation.getByRole('button', { name: /^收支总表，220万元，收支总表 D6$/ }).click();
  await selected(page, '收支总表', addressOf('D6'));
  assert.deepEqual(troubles, []);
  await close();
});

test('在窗格里按 Ctrl+S 也保存副本', async () => {
  const { page, pane, troubles, close } = await workbench.openPage();
  await page.locator('#grid').click({ position: { x: 250, y: 300 } });
  await page.waitForTimeout(300);
  await page.keyboard.type('改过');
  await page.keyboard.press('Enter');
  await page.locator('#dirty-note').waitFor();
  await pane.getByRole('button', { name: '校验', exact: true }).focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  assert.equal(download.suggestedFilename(), 'futian-qifu-2024-修改.xlsx');
  assert.deepEqual(troubles, []);
  await close();
});

test('一键修改和撤销', async () => {
  const { page, pane, troubles, close } = await workbench.openPage();
  await check(pane);
  const finding = report(SAMPLE).findings.find(({ ruleId }) => ruleId === 'text/markup');
  const address = addressOf(finding.cell);
  await pane.getByRole('searchbox').fill('网页标记');
  await pane.getByRole('button', { name: finding.message }).click();
  await pane.getByRole('button', { name: '删除网页标记' }).click();
  await pane.getByRole('button', { name: '撤销' }).first().waitFor();
  const text = () => textAt(page, finding.sheet, address);
  assert.ok(!(await text()).includes('<p>'));
  await pane.getByRole('button', { name: '撤销' }).first().click();
  await eventually(async () => (await text()).includes('<p>'), 'the former text is back');
  assert.equal(await page.evaluate(() => window.workbench.dirtyEdits().length), 0);
  assert.deepEqual(troubles, []);
  await close();
});

test('标记可以关掉；关掉后单元格没有标记', async () => {
  const { page, pane, close } = await workbench.openPage();
  await check(pane);
  await page.waitForFunction(() => window.workbench.markedCells().length > 0);
  await pane.getByRole('switch', { name: '在单元格上标记' }).click();
  await page.waitForFunction(() => window.workbench.markedCells().length === 0);
  await pane.getByRole('switch', { name: '在单元格上标记' }).click();
  await page.waitForFunction(() => window.workbench.markedCells().length > 0);
  await close();
});

test('筛选和搜索', async () => {
  const { pane, close } = await workbench.openPage();
  const counts = await check(pane);
  await pane.getByRole('button', { name: /^错误 \d+$/ }).click();
  const total = counts.error + counts.warning + counts.info;
  await pane.getByText(`筛选出 ${counts.error} 条，共 ${total} 条`).waitFor();
  await pane.getByRole('button', { name: '清除筛选' }).first().click();
  await pane.getByRole('searchbox').fill('没有这样的文字');
  await pane.getByText('没有符合筛选条件的问题。').waitFor();
  await close();
});

test('打不开的文件：说明原因，原来的工作簿不变', async () => {
  const { page, pane, close } = await workbench.openPage();
  await check(pane);
  for (const [name, bytes, reason] of [
    ['空文件.xlsx', Buffer.alloc(0), /空/],
    ['旧格式.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]), /旧版格式/],
    ['网页.xlsx', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), /网页|HTML/i],
    ['断开的.xlsx', readFileSync(SAMPLE).subarray(0, 9000), /损坏|不完整/],
  ]) {
    await page.locator('#file-input').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
    await page.locator('#notice-message').filter({ hasText: reason }).waitFor();
    assert.match(await page.locator('#notice-message').innerText(), /。$/);
    assert.equal(await page.locator('#file-name').innerText(), 'futian-qifu-2024.xlsx');
    await page.locator('#notice-close').click();
  }
  assert.ok((await countsOf(pane)).info > 0);
  await close();
});

test('打开另一个文件：窗格回到起点，再校验得到新文件的结果', async () => {
  const { page, pane, troubles, close } = await workbench.openPage();
  await check(pane);
  const other = path.join(ROOT, 'assets', 'samples', 'zhuhai-gaoxin-2024.xlsx');
  await page.locator('#file-input').setInputFiles(other);
  await pane.getByRole('button', { name: '校验', exact: true }).waitFor();
  assert.deepEqual(await check(pane), countBySeverity(report(other).findings));
  assert.equal(await page.evaluate(() => window.workbench.dirtyEdits().length), 0);
  assert.deepEqual(troubles, []);
  await close();
});

test('只用键盘：从按钮走到问题，回车跳到单元格', async () => {
  const { page, pane, close } = await workbench.openPage();
  await pane.getByRole('button', { name: '校验', exact: true }).focus();
  await page.keyboard.press('Enter');
  await pane.getByRole('button', { name: '重新校验' }).waitFor();
  await pane.getByRole('group', { name: '问题列表' }).getByRole('button').first().focus();
  const start = await page.evaluate(() => JSON.stringify(window.workbench.activeSelection()));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction((old) => JSON.stringify(window.workbench.activeSelection()) !== old, start);
  await close();
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [760, 900],
]) {
  test(`宽 ${width} 像素的画面`, async () => {
    const { page, pane, troubles, close } = await workbench.openPage({ width, height });
    if (width < 900 && !(await page.locator('#pane').isVisible())) await page.locator('#pane-toggle').click();
    await check(pane);
    await page.waitForTimeout(500);
    await page.screenshot({ path: path.join(RESULTS, `workbench-${width}.png`) });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.equal(overflow, 0);
    assert.deepEqual(troubles, []);
    await close();
  });
}

test('保存的文件 LibreOffice 能打开', async (context) => {
  if (spawnSync('soffice', ['--version']).status !== 0) return context.skip('没有安装 LibreOffice');
  const { page, pane, close } = await workbench.openPage();
  await check(pane);
  await page.evaluate(() => {
    const { host } = window.workbench;
    const before = { value: '办公设备采购', formula: null, numberFormat: 'General' };
    return host.apply({
      label: '改名',
      edits: [
        { sheet: '办公设备采购', address: { row: 1, column: 4 }, before, after: { ...before, value: '办公设备更新' } },
      ],
    });
  });
  const bytes = Buffer.from(await page.evaluate(() => [...window.workbench.saveBytes()]));
  writeFileSync(path.join(scratch, 'copy.xlsx'), bytes);
  const profile = `-env:UserInstallation=file://${path.join(scratch, 'office')}`;
  const converted = spawnSync(
    'soffice',
    [
      profile,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      scratch,
      path.join(scratch, 'copy.xlsx'),
    ],
    { encoding: 'utf8' },
  );
  assert.equal(converted.status, 0, converted.stderr);
  const table = readFileSync(path.join(scratch, 'copy.csv'), 'utf8');
  assert.ok(table.includes('办公设备更新'));
  assert.ok(table.includes('440304231151500205016'));
  await close();
});

/** Waits until the workbook shows this cell. */
function selected(page, sheet, address) {
  return page.waitForFunction(
    ([name, { row, column }]) => {
      const selection = window.workbench.activeSelection();
      return selection?.sheet === name && selection.range.top === row && selection.range.left === column;
    },
    [sheet, address],
  );
}

function textAt(page, sheet, address) {
  return page.evaluate(([name, at]) => window.workbench.cellText(name, at), [sheet, address]);
}

async function typeIntoSelection(page, text) {
  await page.evaluate(() => window.workbench.focusGrid());
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Names of zip parts whose content differs. */
function differingParts(first, second) {
  const [a, b] = [first, second].map((file) => unzipSync(readFileSync(file)));
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter(
    (name) => !a[name] || !b[name] || Buffer.compare(Buffer.from(a[name]), Buffer.from(b[name])) !== 0,
  );
}
