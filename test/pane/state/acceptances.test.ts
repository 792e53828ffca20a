import { HostError } from '../../../src/host/port/host-error';
import { announcementFor } from '../../../src/pane/state/announcement';
import { selectAccepted, selectIdleAcceptances } from '../../../src/pane/state/accepted-findings';
import { selectGroups } from '../../../src/pane/state/finding-groups';
import { selectItems, selectScreen, selectSeverityCounts } from '../../../src/pane/state/selectors';
import { sampleSheets } from '../../session/sample-review';
import { openSample, type SampleOptions } from '../open-sample';

async function checked(options: SampleOptions = {}, stored: string | null = null) {
  const sample = openSample(options);
  if (stored !== null) await sample.host.workbookStorage.set('acceptances', stored);
  sample.effects.start();
  await sample.effects.check();
  return sample;
}

/** "图书 D12 sample/vague-value" of each listed finding. */
function listed({ store }: Pick<Awaited<ReturnType<typeof checked>>, 'store'>): string[] {
  return selectItems(store.getState()).map(({ finding }) => `${finding.cell} ${finding.ruleId}`);
}

const D12 = {
  ruleId: 'sample/vague-value',
  sheet: '图书',
  cell: 'D12',
  flaw: '若干册\n“图书采购数量”的指标值“若干册”不明确，请写明数量。\n图书采购数量\n',
  reason: '以正式文件为准',
  date: '2025-01-06',
};
const stored = (...accepted: readonly object[]): string => JSON.stringify({ version: 1, accepted });

test('accepted: it leaves the list, the counts and the cell, and is kept in the workbook', async () => {
  const sample = await checked();
  const { store, host, effects } = sample;
  const item = selectItems(store.getState())[2];
  store.dispatch({ type: 'findingOpened', key: item.key });
  await effects.accept(item, '以正式文件为准');
  const state = store.getState();
  expect(listed(sample)).toEqual([
    'B9 sample/tilde',
    'B9 sample/short-goal',
    'D13 sample/tilde',
    'D13 sample/vague-value',
    'A2 sample/tilde',
  ]);
  expect(selectSeverityCounts(state)).toEqual({ error: 3, warning: 1, info: 1 });
  expect(state).toMatchObject({
    openFinding: null,
    notice: {
      tone: 'done',
      text: '已接受：图书 D12。请保存工作簿。',
      details: [],
      actions: [{ kind: 'withdraw', acceptance: D12 }],
    },
  });
  expect(host.marks.map(({ range }) => range.top)).toEqual([8, 12, 1]);
  expect(await host.workbookStorage.get('acceptances')).toBe(stored(D12));

  await effects.act({ kind: 'withdraw', acceptance: D12 });
  expect(listed(sample)).toContain('D12 sample/vague-value');
  expect(host.marks).toHaveLength(4);
  expect(store.getState().notice?.text).toBe('已撤回 1 项接受。请保存工作簿。');
});

test('another finding in the same cell keeps its mark', async () => {
  const { store, host, effects } = await checked();
  const [tilde] = selectItems(store.getState());
  await effects.accept(tilde, '');
  expect(host.marks[0]).toEqual({
    sheet: '图书',
    range: { top: 8, left: 1, bottom: 8, right: 4 },
    severity: 'info',
  });
});

test('a workbook that was accepted in before: known from the first check on', async () => {
  const sample = await checked({}, stored(D12));
  expect(listed(sample)).not.toContain('D12 sample/vague-value');
  expect(selectAccepted(sample.store.getState()).map(({ acceptance }) => acceptance)).toEqual([D12]);
  expect(sample.host.marks).toHaveLength(3);
  expect(announcementFor(sample.store.getState())).toBe('校验完成：错误 3 条，警告 1 条，提示 1 条。');
});

test('the cell holds another text: the finding is back, the acceptance waits', async () => {
  const sample = await checked({}, stored(D12));
  sample.host.edit('图书', { row: 11, column: 3 }, '若干批');
  await sample.effects.check();
  expect(listed(sample)).toContain('D12 sample/vague-value');
  expect(selectIdleAcceptances(sample.store.getState())).toEqual([D12]);
  sample.host.edit('图书', { row: 11, column: 3 }, '若干册');
  await sample.effects.check();
  expect(listed(sample)).not.toContain('D12 sample/vague-value');
});

test('a repeated check knows what another reviewer accepted meanwhile', async () => {
  const sample = await checked();
  await sample.host.workbookStorage.set('acceptances', stored(D12));
  await sample.effects.check();
  expect(listed(sample)).not.toContain('D12 sample/vague-value');
  expect(sample.host.marks).toHaveLength(3);
});

test('everything accepted: nothing is left to do, but not as if nothing had been found', async () => {
  const { store, effects } = await checked({ sheets: sampleSheets().slice(0, 1) });
  for (const item of selectItems(store.getState())) await effects.accept(item, '');
  store.dispatch({ type: 'noticeClosed' });
  const state = store.getState();
  expect(selectScreen(state)).toBe('clean');
  expect(announcementFor(state)).toBe('校验完成，没有待处理的问题，已接受 5 项。');
});

test('a form whose findings were all accepted says so', async () => {
  const { store, effects } = await checked();
  for (const item of selectItems(store.getState()).slice(0, 5)) await effects.accept(item, '');
  expect(selectGroups(store.getState()).map(({ caption, acceptedCount }) => [caption, acceptedCount])).toEqual([
    ['社区图书馆运行', 5],
    ['馆员培训', 0],
    ['说明', 0],
  ]);
});

test('the last finding of the chosen rule accepted: the filter ends', async () => {
  const { store, effects } = await checked();
  store.dispatch({ type: 'ruleChosen', ruleId: 'sample/short-goal' });
  await effects.accept(selectItems(store.getState())[0], '');
  expect(store.getState().filter.ruleId).toBeNull();
});

test('records that nobody can read: all findings are listed, and it is said once', async () => {
  const sample = await checked({}, '{"version":1');
  expect(listed(sample)).toHaveLength(6);
  expect(sample.store.getState().notice).toEqual({
    tone: 'problem',
    text: '工作簿里“已接受”的记录无法识别，没有采用，全部问题照常列出。',
    details: [],
    actions: [],
  });
  sample.store.dispatch({ type: 'noticeClosed' });
  await sample.effects.check();
  expect(sample.store.getState().notice).toBeNull();
});

test('records of a later version are left alone: not accepted, and why', async () => {
  const sample = await checked({}, '{"version":2}');
  await sample.effects.accept(selectItems(sample.store.getState())[0], '');
  expect(listed(sample)).toHaveLength(6);
  expect(sample.store.getState().notice?.text).toBe(
    '工作簿里“已接受”的记录来自更新版本的申报表助手，本版本不能使用，全部问题照常列出。',
  );
});

test('not kept: the words of the host, and the finding stays', async () => {
  const sample = await checked();
  sample.host.workbookStorage.set = () =>
    Promise.reject(new HostError('protected', '工作簿结构受保护，没有保存。', '请撤消保护后重试。'));
  await sample.effects.accept(selectItems(sample.store.getState())[0], '');
  expect(listed(sample)).toHaveLength(6);
  expect(sample.store.getState().notice).toEqual({
    tone: 'problem',
    text: '工作簿结构受保护，没有保存。请撤消保护后重试。',
    details: [],
    actions: [],
  });
});

test('not read: said, and read with the next check', async () => {
  const sample = openSample();
  const get = sample.host.workbookStorage.get;
  await sample.host.workbookStorage.set('acceptances', stored(D12));
  sample.host.workbookStorage.get = () => Promise.reject(new HostError('busy', 'Excel 正忙。', '请稍候。'));
  sample.effects.start();
  await sample.effects.check();
  expect(listed(sample)).toHaveLength(6);
  expect(sample.store.getState().notice?.text).toBe('没有读到“已接受”的记录：Excel 正忙。请稍候。');
  sample.host.workbookStorage.get = get;
  await sample.effects.check();
  expect(listed(sample)).not.toContain('D12 sample/vague-value');
});

test('another workbook has its own', async () => {
  const sample = await checked({}, stored(D12));
  await sample.host.workbookStorage.set('acceptances', '');
  sample.host.open('另一份.xlsx', sampleSheets());
  await sample.effects.check();
  expect(listed(sample)).toHaveLength(6);
});
