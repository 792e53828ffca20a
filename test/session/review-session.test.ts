import { parseAddress } from '../../src/core/workbook/cell-address';
import type { CellAddress } from '../../src/core/workbook/cell-address';
import type { Finding } from '../../src/core/review/finding';
import type { Rule } from '../../src/core/rules/define-rule';
import { ReviewCancelled, createReviewSession, DEFAULT_PREFERENCES } from '../../src/session';
import { MemoryHost } from '../support/memory-host';
import { SAMPLE_RULES, sampleRunner, sampleSheets } from './sample-review';

function openSample(rules: readonly Rule[] = SAMPLE_RULES) {
  const host = new MemoryHost('申报表.xlsx', sampleSheets());
  return { host, session: createReviewSession(host, sampleRunner(rules)) };
}

/** Below all that the sheet holds. */
const BLANK_ROW = {
  kind: 'insert' as const,
  sheet: '图书',
  row: 30,
  like: 29,
  beside: [],
  cells: [],
  mergedAreas: [],
};

function at(cell: string): CellAddress {
  return parseAddress(cell) as CellAddress;
}

function places(findings: readonly Finding[]): string[] {
  return findings.map(({ sheet, cell, severity, ruleId }) => `${sheet} ${cell} ${severity} ${ruleId}`);
}

const slowRule: Rule = {
  ...SAMPLE_RULES[0],
  id: 'sample/slow',
  *run() {
    const end = Date.now() + 20;
    while (Date.now() < end);
  },
};

describe('review', () => {
  test('reads the workbook as it is now and finds in reading order', async () => {
    const { host, session } = openSample();
    expect(places((await session.review()).findings)).toEqual([
      '图书 B9 error sample/tilde',
      '图书 B9 info sample/short-goal',
      '图书 D12 warning sample/vague-value',
      '图书 D13 error sample/tilde',
      '图书 D13 warning sample/vague-value',
      '说明 A2 error sample/tilde',
    ]);
    host.edit('图书', at('D12'), '≥8000册');
    expect(places((await session.review()).findings)).not.toContain('图书 D12 warning sample/vague-value');
  });

  test('follows the chosen profile; an unknown one leaves the choice to the forms', async () => {
    const { session } = openSample();
    const strict = await session.review({ profileId: 'strict' });
    expect(strict.profile).toEqual({ id: 'strict', name: '从严', isAutomatic: false });
    expect(places(strict.findings)).toEqual([
      '图书 B9 info sample/short-goal',
      '图书 D12 error sample/vague-value',
      '图书 D13 error sample/vague-value',
    ]);
    expect((await session.review({ profileId: 'withdrawn' })).profile).toEqual({
      id: 'general',
      name: '通用',
      isAutomatic: true,
    });
  });

  test('reports what is being checked and gives control back in between', async () => {
    const { session } = openSample([slowRule, ...SAMPLE_RULES]);
    const captions: string[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await session.review({ onProgress: ({ caption }) => captions.push(caption) });
    clearInterval(timer);
    expect(captions[0]).toBe('申报表.xlsx');
    expect(captions).toContain('馆员培训');
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  test('stops when it is cancelled, before and during the run', async () => {
    const { session } = openSample([slowRule, ...SAMPLE_RULES]);
    await expect(session.review({ signal: { aborted: true } })).rejects.toBeInstanceOf(ReviewCancelled);
    const signal = { aborted: false };
    const running = session.review({ signal, onProgress: ({ done }) => (signal.aborted = done > 0) });
    await expect(running).rejects.toThrow('校验已取消。');
  });

  test('a host that refuses is heard', async () => {
    const { host, session } = openSample();
    host.read = () => Promise.reject(new Error('refused'));
    await expect(session.review()).rejects.toThrow('refused');
  });
});

describe('marks', () => {
  test('one per cell or merged area, with the highest severity', async () => {
    const { host, session } = openSample();
    await session.mark((await session.review()).findings);
    expect(host.marks).toEqual([
      { sheet: '图书', range: { top: 8, left: 1, bottom: 8, right: 4 }, severity: 'error' },
      { sheet: '图书', range: { top: 11, left: 3, bottom: 11, right: 3 }, severity: 'warning' },
      { sheet: '图书', range: { top: 12, left: 3, bottom: 12, right: 3 }, severity: 'error' },
      { sheet: '说明', range: { top: 1, left: 0, bottom: 1, right: 0 }, severity: 'error' },
    ]);
    await session.clearMarks();
    expect(host.marks).toEqual([]);
  });

  test('the last request wins, even when an earlier one takes longer or fails', async () => {
    const { host, session } = openSample();
    const { findings } = await session.review();
    const put = host.mark.bind(host);
    let calls = 0;
    host.mark = async (marks) => {
      calls += 1;
      if (calls === 1) await new Promise((resolve) => setTimeout(resolve, 20));
      if (calls === 2) throw new Error('refused');
      return put(marks);
    };
    const first = session.mark(findings);
    const second = session.mark(findings);
    const last = session.clearMarks();
    await first;
    await expect(second).rejects.toThrow('refused');
    await last;
    expect(host.marks).toEqual([]);
  });
});

test('select shows the merged area of a finding', async () => {
  const { host, session } = openSample();
  const { findings } = await session.review();
  await session.select(findings[0]);
  expect(host.selection).toEqual({ sheet: '图书', range: { top: 8, left: 1, bottom: 8, right: 4 } });
});

describe('fixes', () => {
  test('a fix is written, and taken back to what stood there', async () => {
    const { host, session } = openSample();
    const former = await host.read();
    const { findings } = await session.review();
    const outcome = await session.applyFix(findings[3]);
    expect(outcome).toEqual({
      label: '删除波浪号',
      cells: 1,
      rows: 0,
      sheets: [],
      written: [{ sheet: '图书', address: at('D13') }],
      conflicts: [],
      interruption: [],
      entry: (await session.history.read()).undoable[0].id,
    });
    expect((await host.read()).sheets[0].cellAt(12, 3)?.value).toBe('若干人');
    expect(await session.history.undo()).toMatchObject({ label: '删除波浪号', cells: 1, conflicts: [] });
    expect((await host.read()).sheets[0].content.cells).toEqual(former.sheets[0].content.cells);
  });

  test('a cell that changed since the review is left alone, and said so', async () => {
    const { host, session } = openSample();
    const { findings } = await session.review();
    host.edit('图书', at('D13'), '≥120人');
    expect(await session.applyFix(findings[3])).toEqual({
      label: '删除波浪号',
      cells: 0,
      rows: 0,
      sheets: [],
      written: [],
      conflicts: ['工作表“图书”的 D13 已被改动（现在是“≥120人”），未写入。'],
      interruption: [],
      entry: null,
    });
    expect((await host.read()).sheets[0].cellAt(12, 3)?.value).toBe('≥120人');
    expect((await session.history.read()).undoable).toEqual([]);
  });

  test('a fix waits for the review that sees the rows where they are now', async () => {
    const { host, session } = openSample();
    session.watch(() => undefined);
    const [, , , finding] = (await session.review()).findings;
    const text = (await host.read()).sheets[0].cellAt(12, 3)?.value ?? null;
    host.insertRow('图书', 12);
    host.edit('图书', at('D13'), text);
    expect(await session.applyFix(finding)).toMatchObject({
      cells: 0,
      conflicts: ['工作表“图书”插入、删除或排序过行列，D13 可能已经移动，未写入。'],
    });
    await session.review();
    expect(await session.applyFix(finding)).toMatchObject({ cells: 1, conflicts: [] });
    expect(await session.history.undo()).toMatchObject({ cells: 1, conflicts: [] });
  });

  test('after rows came by an operation of ours, a fix waits for the next review, too', async () => {
    const { session } = openSample();
    const [, , , finding] = (await session.review()).findings;
    await session.history.perform({ label: '插入行', steps: [{ kind: 'rows', changes: [BLANK_ROW] }] });
    expect(await session.applyFix(finding)).toMatchObject({ cells: 0, entry: null });
    await session.history.undo();
    await session.review();
    expect(await session.applyFix(finding)).toMatchObject({ cells: 1 });
  });
});

describe('preferences', () => {
  test('are defaults at first, and kept in the storage of the host', async () => {
    const { host, session } = openSample();
    expect(await session.readPreferences()).toEqual(DEFAULT_PREFERENCES);
    const chosen = { marks: false, autoRecheck: false, profileId: 'strict', catalogueId: 'own' };
    await session.savePreferences(chosen);
    expect(await createReviewSession(host, sampleRunner()).readPreferences()).toEqual(chosen);
  });

  test.each([
    ['{"marks":', DEFAULT_PREFERENCES],
    ['[1,2]', DEFAULT_PREFERENCES],
    ['{"marks":false,"autoRecheck":"yes"}', { ...DEFAULT_PREFERENCES, marks: false }],
  ])('what cannot be read falls back: %s', async (text, expected) => {
    const { host, session } = openSample();
    await host.storage.set('shenbao.preferences', text);
    expect(await session.readPreferences()).toEqual(expected);
  });
});
