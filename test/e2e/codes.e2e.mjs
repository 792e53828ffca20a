import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { budgetWorkbook } from './budget-workbook.mjs';
import { differingCells, report } from './saved-copy.mjs';
import { eventually, RESULTS, ROOT, startWorkbench } from './workbench-page.mjs';

const ZHUHAI = path.join(ROOT, 'assets', 'samples', 'zhuhai-gaoxin-2024.xlsx');
const SHENZHEN = path.join(ROOT, 'assets', 'samples', 'futian-qifu-2024.xlsx');
const AXE = path.join(ROOT, 'node_modules', 'axe-core', 'axe.min.js');
const scratch = mkdtempSync(path.join(tmpdir(), 'shenbao-codes-'));

/** An office's own list: a title, one code with two names, a row without a code. */
const OWN_LIST = [
  ['某区绩效指标库'],
  ['指标编码', '指标名称', '一级指标', '二级指标', '计量单位'],
  ['111000001', '国产台式电脑采购数量', '产出指标', '数量指标', '台'],
  ['111000002', '黑白打印机采购数量', '产出指标', '数量指标', '台'],
  ['112000001', '设备正常运转率', '产出指标', '质量指标', '%'],
  ['112000001', '设备验收合格率', '产出指标', '质量指标', '%'],
  ['见附件', '其他', '产出指标', '数量指标', '项'],
];

let workbench;
before(async () => {
  workbench = await startWorkbench();
});
after(async () => {
  await workbench?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** The workbench with this file open, and the section 编码. */
async function openCodes(file, size) {
  const opened = await workbench.openPage(size);
  const { page, pane } = opened;
  await page.locator('#file-input').setInputFiles(file);
  await page.getByText(path.basename(file), { exact: true }).first().waitFor();
  await pane.getByRole('button', { name: '填入指标编码' }).click();
  await pane.getByRole('group', { name: '指标列表' }).waitFor({ timeout: 60_000 });
  return opened;
}

/** Rows in each state, by its name. */
async function countsOf(pane) {
  const texts = await pane.getByRole('group', { name: '按状态筛选' }).getByRole('button').allInnerTexts();
  return Object.fromEntries(texts.map((text) => [text.replace(/ \d+$/, ''), Number(/\d+$/.exec(text)[0])]));
}

/** Of the row the keyboard is at; "" for a group. */
async function focusedCell(pane) {
  return (await pane.locator(':focus .finding-cell').allInnerTexts()).join();
}

async function told(pane, pattern) {
  await eventually(async () => {
    const notices = await pane.locator('.notice-text').allInnerTexts();
    return notices.some((text) => pattern.test(text));
  }, `it is said: ${pattern}`);
}

async function saveCopy(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存副本' }).click(),
  ]);
  const saved = path.join(scratch, name);
  await download.saveAs(saved);
  return saved;
}

const codeFindings = (file) =>
  report(file)
    .findings.filter(({ ruleId }) => ruleId.startsWith('code/'))
    .map(({ ruleId, cell }) => `${cell} ${ruleId}`);

/** What axe objects to in the pane, colours included. */
async function flawsOf(page) {
  const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
  await frame.evaluate(readFileSync(AXE, 'utf8'));
  return frame.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  });
}

test('珠海：去掉全部编码，再填回来；用键盘选一条；存下的副本没有编码问题', async () => {
  const { page, pane, troubles, close } = await openCodes(ZHUHAI);
  const { 已有编码: coded } = await countsOf(pane);
  assert.ok(coded > 50, `${coded}`);
  await pane.getByText(/互相矛盾/).waitFor();
  await pane.getByRole('button', { name: '去掉编码…' }).click();
  await pane.getByText(`去掉全部 ${coded} 条的编码，只留名称？可以撤销。`).waitFor();
  assert.deepEqual(await flawsOf(page), []);
  await page.keyboard.press('Enter');
  await told(pane, new RegExp(`^已去掉 ${coded} 条编码。$`));
  await pane.getByRole('button', { name: /^可直接填 \d+$/ }).waitFor();
  const open = await countsOf(pane);
  assert.ok(open.可直接填 > 50 && open.待选 > 0, JSON.stringify(open));

  // By keyboard alone: each row that is to be chosen, its list, the first entry, back at the row.
  await pane.getByRole('button', { name: /^待选 \d+$/ }).click();
  await pane.locator('.coding-row-choose .coding-button').first().focus();
  const chosen = [];
  for (let left = open.待选; left > 0; left -= 1) {
    const cell = await pane.locator(':focus .finding-cell').innerText();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const field = pane.locator('.code-combo-open [role="combobox"]');
    await field.waitFor();
    const first = pane.locator(`#${await field.getAttribute('aria-activedescendant')} .code-choice-name`);
    const listed = await first.innerText();
    if (left === open.待选) {
      assert.deepEqual(await flawsOf(page), []);
      await page.screenshot({ path: path.join(RESULTS, 'workbench-codes.png') });
    }
    await page.keyboard.press('Enter');
    await eventually(async () => {
      const text = await pane.locator(':focus').evaluate((element) => element.textContent ?? '');
      return text.startsWith(cell) && text.includes(`将填入 ${listed}`);
    }, 'the keyboard is back at the row, which says what it gets');
    chosen.push([cell, listed]);
    await page.keyboard.press('ArrowDown');
    if (left > 1) await eventually(async () => (await focusedCell(pane)) !== cell, 'the next row');
    if (left > 1 && (await pane.locator(':focus[data-group]').count()) > 0) await page.keyboard.press('ArrowDown');
  }
  await pane.getByRole('button', { name: /^待选 \d+$/ }).click();
  const total = open.可直接填 + open.待选;
  await pane.getByRole('button', { name: `填入 ${total} 条` }).focus();
  await page.keyboard.press('Enter');
  await told(pane, new RegExp(`^已填入 ${total} 条编码。$`));
  await eventually(async () => (await countsOf(pane)).已有编码 === total, 'the list is read again');
  assert.equal(await pane.locator(':focus').innerText(), '填入 0 条');

  const saved = await saveCopy(page, 'zhuhai.xlsx');
  assert.deepEqual(codeFindings(saved), []);
  const differing = differingCells(ZHUHAI, saved);
  // Where codes were right they are the same again.
  assert.ok(differing.length < 10, JSON.stringify(differing));
  for (const [, cell, , latter] of differing) {
    const own = chosen.find(([address]) => address === cell);
    if (own !== undefined) assert.equal(latter, own[1]);
  }
  assert.deepEqual(troubles, []);
  await close();
});

test('深圳：输入查找并选定，填入后只改了列出的格；撤销后与原来一样', async () => {
  const { page, pane, troubles, close } = await openCodes(SHENZHEN);
  const before = await countsOf(pane);
  const field = pane.locator('.coding-row-none').getByRole('combobox').first();
  await field.click();
  await field.pressSequentially('wcl');
  const option = pane.locator('[role="option"][aria-disabled="false"]').first();
  await option.waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await field.inputValue(), '');

  const ticked = before.可直接填;
  const text = await pane.locator('.coding-tools').innerText();
  const levels = Number(/同时改写一级、二级指标 (\d+) 格。/.exec(text)?.[1] ?? 0);
  await pane.getByRole('button', { name: `填入 ${ticked} 条` }).click();
  await told(pane, new RegExp(`^已填入 ${ticked} 条编码。$`));
  await eventually(async () => (await countsOf(pane)).已有编码 === ticked, 'the list is read again');
  const saved = await saveCopy(page, 'shenzhen.xlsx');
  const differing = differingCells(SHENZHEN, saved);
  assert.equal(differing.length, ticked + levels, JSON.stringify(differing));
  for (const [, , former, latter] of differing) assert.match(latter, /^\d+-./, `${former} → ${latter}`);
  assert.deepEqual(
    codeFindings(saved).filter((finding) => differing.some(([, cell]) => finding.startsWith(`${cell} `))),
    [],
  );
  await pane.getByRole('button', { name: '撤销' }).click();
  await told(pane, /^已撤销：填入指标编码。$/);
  await eventually(async () => (await countsOf(pane)).可直接填 === ticked, 'the list is read again');
  assert.deepEqual(await countsOf(pane), before);
  // What can be done again is kept in the workbook.
  assert.equal(await page.locator('#dirty-note').innerText(), '审核或修改记录有改动');
  assert.deepEqual(troubles, []);
  await close();
});

test('导入本单位指标库（.xlsx）：预览、保存、采用；导出；移除', async () => {
  const file = path.join(scratch, '某区指标库.xlsx');
  writeFileSync(file, budgetWorkbook({ 指标: OWN_LIST }));
  const { page, pane, troubles, close } = await openCodes(SHENZHEN);
  await pane.getByRole('button', { name: '管理指标库' }).click();
  await pane.locator('.catalogue-import input[type="file"]').setInputFiles(file);
  await pane.getByText(/^可导入 \d+ 条$/).waitFor();
  await pane.getByText('没有收入 1 行').waitFor();
  await pane.getByText('有矛盾 1 行').waitFor();
  assert.deepEqual(await flawsOf(page), []);
  await page.screenshot({ path: path.join(RESULTS, 'workbench-import.png') });
  await pane.getByRole('button', { name: '保存' }).click();
  await told(pane, /^已保存并采用“某区指标库”，共 \d+ 条。$/);
  await pane.getByRole('group', { name: '指标列表' }).waitFor();
  assert.match(await pane.getByRole('combobox', { name: '指标库' }).innerText(), /^某区指标库（\d+ 条）/);
  await eventually(
    async () => (await pane.getByRole('combobox', { name: /选择编码/ }).count()) > 0,
    'rows of the workbook are listed',
  );
  const field = pane.getByRole('combobox', { name: '为“黑白打印机”选择编码' });
  await field.click();
  await field.fill('hbdyj');
  await pane.getByRole('option', { name: /^111000002-黑白打印机采购数量/ }).click();
  await pane.getByRole('button', { name: '管理指标库' }).click();
  assert.deepEqual(await flawsOf(page), []);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: '导出“某区指标库”为 .csv' }).click(),
  ]);
  const exported = path.join(scratch, 'exported.csv');
  await download.saveAs(exported);
  assert.equal(download.suggestedFilename(), '某区指标库.csv');
  assert.match(readFileSync(exported, 'utf8'), /111000002.*黑白打印机采购数量/);
  await pane.getByRole('button', { name: '移除“某区指标库”' }).click();
  await pane.getByRole('button', { name: '移除', exact: true }).click();
  await told(pane, /^已移除“某区指标库”。$/);
  assert.equal(await pane.locator('.catalogue').count(), 1);
  assert.deepEqual(troubles, []);
  await close();
});

test('导入 GBK 编码的 .csv；改名为 .xls 的网页说明原因，什么也没有留下', async () => {
  const csv = path.join(scratch, '指标.csv');
  const rows = OWN_LIST.slice(1, 5).map((cells) => cells.join(','));
  const encoded = spawnSync('/usr/bin/python3', [
    '-c',
    'import sys; open(sys.argv[1], "wb").write(sys.argv[2].encode("gbk"))',
    csv,
    rows.join('\r\n'),
  ]);
  assert.equal(encoded.status, 0, String(encoded.stderr));
  const page5 = path.join(scratch, '指标.xls');
  writeFileSync(page5, '<html><body><table><tr><td>编码</td><td>名称</td></tr></table></body></html>');
  const { pane, troubles, close } = await openCodes(SHENZHEN, { width: 1000, height: 800 });
  await pane.getByRole('button', { name: '管理指标库' }).click();
  const input = pane.locator('.catalogue-import input[type="file"]');
  await input.setInputFiles(page5);
  const problem = await pane.getByRole('alert').innerText();
  assert.match(problem, /网页/);
  await pane.getByRole('button', { name: '返回指标库' }).click();
  assert.equal(await pane.locator('.catalogue').count(), 1);
  await input.setInputFiles(csv);
  await pane.getByText(/^可导入 \d+ 条$/).waitFor();
  assert.equal(await pane.getByRole('textbox', { name: '名称' }).inputValue(), '指标');
  await pane
    .getByText(/指标编码/)
    .first()
    .waitFor();
  await pane.getByRole('button', { name: '取消' }).click();
  assert.equal(await pane.locator('.catalogue').count(), 1);
  assert.deepEqual(troubles, []);
  await close();
});
