import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { newContext, openExcel, startBrowser } from './excel-window';
import { contentOf, marksExpected, marksOf } from './model-view';
import { check, commandLineReports, countBySeverity, eventually, SAMPLE, settled, switchMarks } from './pane-steps';

const FILINGS = path.resolve('test/fixtures/filings');

/** Reading and marking, whatever is found. Fills cost one more: what they cover is kept first. */
const ROUND_TRIPS: readonly (readonly [string, number])[] = [
  ['1.15', 4],
  ['1.4', 5],
];

/** Findings of one file that rest on merged areas, which Excel tells from ExcelApi 1.13 on. */
const NEED_MERGED_AREAS: Readonly<Record<string, number>> = { 'zhuhai-gaoxin-2024.xlsx': 1 };

let browser: Browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const filings = readdirSync(FILINGS).filter((file) => file.endsWith('.xlsx'));
const [{ findings }, ...reports] = commandLineReports([SAMPLE, ...filings.map((name) => path.join(FILINGS, name))]);

for (const [setAt, clearedAt] of [
  ['1.15', '1.6'],
  ['1.6', '1.15'],
  ['1.4', '1.15'],
  ['1.4', '1.4'],
] as const) {
  test(`ExcelApi ${setAt} 加的标记，在 ExcelApi ${clearedAt} 里清除得干净`, async () => {
    const marked = await openExcel(await newContext(browser), { name: SAMPLE, level: setAt });
    const original = contentOf(marked.model);
    await check(marked.pane);
    await eventually(() => marksOf(marked.model).length > 0, 'cells are marked');
    assert.deepEqual(marksOf(marked.model), marksExpected(findings));
    await marked.page.context().close();

    // The file is saved, sent on and opened on another machine.
    const model = structuredClone(marked.model);
    const cleared = await openExcel(await newContext(browser), { model, level: clearedAt });
    await check(cleared.pane);
    await eventually(() => marksOf(model).length > 0, 'cells are marked again');
    assert.deepEqual(marksOf(model), marksExpected(findings));
    await switchMarks(cleared.pane);
    await eventually(() => marksOf(model).length === 0, 'marks are gone');
    assert.deepEqual(contentOf(model), original);
    assert.deepEqual([...marked.troubles, ...cleared.troubles], []);
    await cleared.page.context().close();
  });
}

test('ExcelApi 1.4 看不见条件格式：新版 Excel 加的标记原样留着', async () => {
  const marked = await openExcel(await newContext(browser), { name: SAMPLE });
  const original = contentOf(marked.model);
  await check(marked.pane);
  await eventually(() => marksOf(marked.model).length > 0, 'cells are marked');
  await marked.page.context().close();

  const model = structuredClone(marked.model);
  const withMarks = contentOf(model);
  const old = await openExcel(await newContext(browser), { model, level: '1.4' });
  await check(old.pane);
  await eventually(() => !isSame(contentOf(model), withMarks), 'cells are filled');
  await settled(old.excel);
  await switchMarks(old.pane);
  await eventually(() => isSame(contentOf(model), withMarks), 'fills are gone');
  await old.page.context().close();

  const again = await openExcel(await newContext(browser), { model: structuredClone(model) });
  await check(again.pane);
  await switchMarks(again.pane);
  await eventually(() => marksOf(again.model).length === 0, 'marks are gone');
  assert.deepEqual(contentOf(again.model), original);
  assert.deepEqual([...marked.troubles, ...old.troubles, ...again.troubles], []);
  await again.page.context().close();
});

/** All levels are tried without a browser, in test/host/excel. */
for (const [level, roundTrips] of ROUND_TRIPS) {
  test(`ExcelApi ${level}：每份样表读取加标记最多 ${roundTrips} 次往返`, async (journey) => {
    const context = await newContext(browser);
    for (const [place, name] of filings.entries()) {
      await journey.test(name, async () => {
        const { pane, excel, model, troubles, close } = await openExcel(context, {
          name: path.join(FILINGS, name),
          level,
        });
        await pane.getByRole('button', { name: '校验', exact: true }).waitFor();
        await settled(excel);
        const before = excel.roundTrips;
        const expected = countBySeverity(reports[place].findings);
        const lost = level === '1.15' ? 0 : (NEED_MERGED_AREAS[name] ?? 0);
        assert.deepEqual(await check(pane), { ...expected, error: expected.error - lost });
        await eventually(() => marksOf(model).length > 0, 'cells are marked');
        await settled(excel);
        assert.ok(excel.roundTrips - before <= roundTrips, `${excel.roundTrips - before} round trips`);
        assert.deepEqual(troubles, []);
        await close();
      });
    }
    await context.close();
  });
}

for (const level of ['1.3', '1.1', null]) {
  test(`Excel 太旧（ExcelApi ${level ?? '没有'}）：只有一句明白话`, async () => {
    const { page, pane, excel, troubles, picture } = await openExcel(await newContext(browser), {
      name: SAMPLE,
      level,
    });
    await pane.getByText('这个版本的 Excel 太旧，无法运行申报表助手。').waitFor();
    await pane.getByText('需要 Excel 2019 或更高版本；也可以在工作台中打开这个文件，或用命令行校验。').waitFor();
    await picture(`too-old-${level}`);
    assert.deepEqual(
      excel.requests.filter(({ error }) => error !== undefined),
      [],
    );
    assert.deepEqual(troubles, []);
    await page.context().close();
  });
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');
