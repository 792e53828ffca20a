import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../../src/host/xlsx';
import { ReviewCancelled } from '../../../src/session';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { createInThreadRunner } from '../../../src/session/checking/in-thread-runner';
import type { ProfileWish, ReviewRunner } from '../../../src/session/checking/review-runner';
import { startWorkerRunner } from '../../../src/session/checking/worker-runner';
import { WorkbookSnapshot, type SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import type { Rule } from '../../../src/core/rules/define-rule';
import { SAMPLE_RULES, sampleResources, sampleSheets } from '../sample-review';
import { standInWorker, kindsOf } from './worker-stand-in';

const FILINGS = path.join(__dirname, '../../fixtures/filings');
const ANY: ProfileWish = { profileId: null, ownProfiles: [] };
const NEVER = { aborted: false };

function check(runner: ReviewRunner, snapshot: WorkbookSnapshot, signal = NEVER) {
  return runner.review(snapshot, ANY, signal, () => undefined);
}

function sample(sheets: readonly SheetContent[] = sampleSheets()): WorkbookSnapshot {
  return new WorkbookSnapshot('申报表.xlsx', sheets);
}

async function startSample(rules: readonly Rule[] = SAMPLE_RULES) {
  const worker = standInWorker(() => sampleResources(rules));
  return { worker, runner: await startWorkerRunner(worker.open) };
}

/** Goes on until it is told to stop, in short steps. */
function endlessRule(isOver: () => boolean): Rule {
  return {
    ...SAMPLE_RULES[0],
    id: 'sample/endless',
    *run() {
      const end = Date.now() + (isOver() ? 0 : 30);
      while (Date.now() < end);
    },
  };
}

describe('every filing', () => {
  const resources = loadBuiltinResources();
  const inThread = createInThreadRunner(resources);
  const files = readdirSync(FILINGS).filter((name) => name.endsWith('.xlsx'));

  test.each(files)('%s: the worker reports what this thread reports', async (name) => {
    const { snapshot } = openXlsx(readFileSync(path.join(FILINGS, name)), { name });
    const runner = await startWorkerRunner(standInWorker(() => resources).open);
    const expected = await check(inThread, snapshot);
    expect(expected.findings.length).toBeGreaterThan(0);
    expect(await check(runner, snapshot)).toEqual(expected);
    expect(runner.rulebook).toEqual(inThread.rulebook);
  });
});

test('profiles of the user’s own are gone by', async () => {
  const { runner } = await startSample();
  const [general] = runner.rulebook.profiles;
  const own = { ...general, id: 'own', name: '南湖区', severities: { 'sample/vague-value': 'off' as const } };
  const report = await runner.review(sample(), { profileId: 'own', ownProfiles: [own] }, NEVER, () => undefined);
  expect(report.profile).toEqual({ id: 'own', name: '南湖区', isAutomatic: false });
  expect(report.findings.map(({ ruleId }) => ruleId)).not.toContain('sample/vague-value');
  expect(report.ruleCount).toBe(3);
});

describe('what crosses', () => {
  test('only sheets with new content are sent again; those that are gone are forgotten', async () => {
    const { worker, runner } = await startSample();
    const [books, training, notes] = sampleSheets();
    await check(runner, sample([books, training, notes]));
    expect(kindsOf(worker.toWorker)).toEqual(['keep', 'sheet', 'cells', 'sheet', 'cells', 'sheet', 'cells', 'review']);

    worker.toWorker.length = 0;
    const cells = training.cells.map((cell) =>
      cell.text === '馆员培训' ? { ...cell, value: '馆员~培训', text: '馆员~培训' } : cell,
    );
    const report = await check(runner, sample([books, { ...training, cells }]));
    expect(worker.toWorker.map((message) => ('head' in message ? message.head.name : message.kind))).toEqual([
      'keep',
      '培训',
      'cells',
      'review',
    ]);
    expect(worker.toWorker[0]).toEqual({ kind: 'keep', sheets: [expect.any(Number)] });
    expect(report.findings.filter(({ ruleId }) => ruleId === 'sample/tilde').map(({ sheet }) => sheet)).toEqual([
      '图书',
      '图书',
      '培训',
    ]);
  });

  test('many cells in portions, with turns in between', async () => {
    const { worker, runner } = await startSample();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await check(runner, sample([wideSheet(2500, 12)]));
    clearInterval(timer);
    const portions = worker.toWorker.filter(({ kind }) => kind === 'cells');
    expect(portions).toHaveLength(30);
    expect(Math.max(...portions.map((message) => ('cells' in message ? message.cells.length / 8 : 0)))).toBe(1000);
    expect(turns).toBeGreaterThan(1);
  });

  test('findings in portions', async () => {
    const { worker, runner } = await startSample();
    const cells = wideSheet(1201, 1).cells.map((cell) => ({ ...cell, value: '~', text: '~' }));
    const report = await check(runner, sample([...sampleSheets(), { ...wideSheet(0, 0), cells }]));
    expect(report.findings).toHaveLength(1207);
    const portions = worker.toPane.filter(({ kind }) => kind === 'findings');
    expect(portions.length).toBeGreaterThan(2);
    for (const portion of portions) expect('findings' in portion && portion.findings.length).toBeLessThanOrEqual(500);
  });

  test('merged areas, hidden rows, formulas, errors and numbers arrive as they were', async () => {
    const seen: SheetContent[] = [];
    const look: Rule = {
      ...SAMPLE_RULES[2],
      id: 'sample/look',
      *run(_form, { snapshot }) {
        for (const { content } of snapshot.sheets) seen.push(content);
      },
    };
    const plain = { value: null, text: '', formula: null, numberFormat: 'General', rawNumber: null, isError: false };
    const sheet: SheetContent = {
      name: '表 1',
      visibility: 'veryHidden',
      mergedAreas: [{ top: 0, left: 0, bottom: 3, right: 16383 }],
      hiddenRows: [2, 7],
      hiddenColumns: [1],
      isProtected: true,
      cells: [
        { ...plain, row: 0, column: 0, value: 1234.5, text: '1,234.50', numberFormat: '#,##0.00', rawNumber: '1234.5' },
        { ...plain, row: 4, column: 0, value: '甲', text: '甲', numberFormat: '@' },
        { ...plain, row: 4, column: 1, value: '#N/A', text: '#N/A', formula: 'VLOOKUP(A1,B:C,2,0)', isError: true },
        { ...plain, row: 4, column: 2, value: true, text: 'TRUE' },
        { ...plain, row: 4, column: 3, formula: 'A1' },
        { ...plain, row: 4, column: 4, value: '', text: '', formula: 'T(A1)' },
      ],
    };
    const { runner } = await startSample([look]);
    await check(runner, sample([sheet]));
    expect(seen).toEqual([sheet]);
  });

  test('progress about ten times a second', async () => {
    const rules = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => ({
      ...endlessRule(() => false),
      id: `sample/${number}`,
    }));
    const { runner } = await startSample(rules);
    const told: number[] = [];
    const start = Date.now();
    await runner.review(sample(), ANY, NEVER, ({ done }) => told.push(done));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual((Date.now() - start) / 100 + 1);
  });
});

test('what did not change is not checked again, whoever’s profile it is checked by', async () => {
  const checked: string[] = [];
  const [rule] = SAMPLE_RULES;
  const noting: Rule = {
    ...rule,
    *run(form, context) {
      checked.push((form as { sheet: string }).sheet);
      yield* rule.run(form, context);
    },
  };
  const { runner } = await startSample([noting]);
  const own = { ...runner.rulebook.profiles[0], id: 'own' };
  const review = (sheets: readonly SheetContent[]) =>
    runner.review(sample(sheets), { profileId: 'own', ownProfiles: [{ ...own }] }, NEVER, () => undefined);
  const [books, training, notes] = sampleSheets();
  const first = await review([books, training, notes]);
  expect(checked).toEqual(['图书', '培训']);
  const second = await review([{ ...books }, training, notes]);
  expect(checked).toEqual(['图书', '培训', '图书']);
  expect(second).toEqual(first);
});

describe('cancelling', () => {
  test('before, while sheets are sent, and while they are checked: nothing comes after', async () => {
    let isOver = false;
    const rules = Array.from({ length: 100 }, (_, number) => ({
      ...endlessRule(() => isOver),
      id: `sample/${number}`,
    }));
    const { worker, runner } = await startSample(rules);
    await expect(check(runner, sample(), { aborted: true })).rejects.toBeInstanceOf(ReviewCancelled);

    const sending = { aborted: false };
    const sent = check(runner, sample([wideSheet(2500, 12)]), sending);
    sending.aborted = true;
    await expect(sent).rejects.toBeInstanceOf(ReviewCancelled);
    expect(kindsOf(worker.toWorker)).not.toContain('review');

    const checking = { aborted: false };
    const checked = runner.review(sample(), ANY, checking, () => (checking.aborted = true));
    await expect(checked).rejects.toThrow('校验已取消。');
    // The worker is told in a message, a turn later.
    await new Promise((resolve) => setTimeout(resolve, 20));
    isOver = true;
    expect((await check(runner, sample())).workbook).toBe('申报表.xlsx');
    expect(kindsOf(worker.toPane).filter((kind) => kind === 'report')).toHaveLength(1);
  });

  test('the next review cancels the one before', async () => {
    const { runner } = await startSample([endlessRule(() => false), ...SAMPLE_RULES]);
    const first = check(runner, sample());
    const second = check(runner, sample([sampleSheets()[2]]));
    await expect(first).rejects.toBeInstanceOf(ReviewCancelled);
    expect((await second).findings.map(({ sheet, cell }) => `${sheet} ${cell}`)).toEqual(['说明 A2']);
  });
});

function wideSheet(rows: number, columns: number): SheetContent {
  const cells = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = row * columns + column;
      const text = String(value);
      cells.push({ row, column, value, text, formula: null, numberFormat: '0', rawNumber: text, isError: false });
    }
  }
  return {
    name: '明细',
    visibility: 'visible',
    cells,
    mergedAreas: [],
    hiddenRows: [],
    hiddenColumns: [],
    isProtected: false,
  };
}
