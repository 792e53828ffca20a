import { parseAddress, type CellAddress } from '../../../src/core/workbook/cell-address';
import { HostError } from '../../../src/host/port/host-error';
import { announcementFor } from '../../../src/pane/state/announcement';
import { selectItems, selectRepair, selectScreen } from '../../../src/pane/state/selectors';
import { initialState, NO_FILTER } from '../../../src/pane/state/pane-state';
import { RECHECK_DELAY } from '../../../src/pane/state/repeat-timer';
import { sampleSheets } from '../../session/sample-review';
import { openSample } from '../open-sample';

const NOTHING_DONE = { undoable: [], redoable: [], note: null };
const at = (cell: string): CellAddress => parseAddress(cell) as CellAddress;

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** Lets a check that was begun come to its end. */
async function finish(running: Promise<void>): Promise<void> {
  await jest.advanceTimersByTimeAsync(500);
  await running;
}

async function checked(options: Parameters<typeof openSample>[0] = {}) {
  const sample = openSample(options);
  const stop = sample.effects.start();
  await finish(sample.effects.check());
  return { ...sample, stop };
}

describe('check', () => {
  test('from the start screen over the progress to the results', async () => {
    const { store, session, effects, host } = openSample();
    expect(store.getState()).toEqual(initialState(session));
    const running = effects.check();
    expect(store.getState()).toEqual({
      ...initialState(session),
      activity: { kind: 'checking', progress: null, isAutomatic: false, wasOutdated: false, isStalled: false },
    });
    await finish(running);
    const state = store.getState();
    expect(state).toEqual({ ...initialState(session), result: state.result });
    expect(state.result).toMatchObject({ checkedAt: '09:05', review: { workbook: '申报表.xlsx', ruleCount: 4 } });
    expect(announcementFor(state)).toBe('校验完成：错误 3 条，警告 2 条，提示 1 条。');
    expect(host.marks).toHaveLength(4);
  });

  test('cancelled: back to the start, and late results are dropped', async () => {
    const { store, session, effects } = openSample();
    const running = effects.check();
    effects.cancel();
    await finish(running);
    expect(store.getState()).toEqual(initialState(session));
  });

  test('refused by the host: its words and its advice', async () => {
    const { store, host, effects } = openSample();
    host.read = () => Promise.reject(new HostError('busy', '单元格正在编辑。', '请按 Enter 结束编辑。'));
    await finish(effects.check());
    expect(store.getState().activity).toEqual({
      kind: 'failed',
      failure: { message: '单元格正在编辑。', advice: '请按 Enter 结束编辑。', technical: null },
    });
    expect(selectScreen(store.getState())).toBe('failed');
  });

  test('a defect of ours is said to be one, with what a maintainer needs', async () => {
    const { store, host, effects } = openSample();
    host.read = () => Promise.reject(new TypeError('sheets is undefined'));
    await finish(effects.check());
    expect(store.getState().activity).toMatchObject({
      kind: 'failed',
      failure: { message: '程序内部出错，操作没有完成。', technical: expect.stringContaining('sheets is undefined') },
    });
  });

  test('failed again: the former results stay and are outdated if they were', async () => {
    const { store, host, effects } = await checked();
    await effects.changePreferences({ autoRecheck: false });
    host.edit('图书', at('D12'), '≥1册');
    host.read = () => Promise.reject(new HostError('busy', '单元格正在编辑。'));
    await finish(effects.check());
    expect(store.getState()).toMatchObject({ activity: { kind: 'failed' }, isOutdated: true });
    expect(selectScreen(store.getState())).toBe('findings');
  });
});

describe('edits', () => {
  test('the results are outdated at once and renewed when the user pauses', async () => {
    const { store, host } = await checked();
    host.edit('图书', at('D12'), '≥8000册');
    expect(store.getState()).toMatchObject({ isOutdated: true, activity: { kind: 'idle' } });
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY - 100);
    host.edit('图书', at('D13'), '≥120人');
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY - 100);
    expect(store.getState()).toMatchObject({ isOutdated: true, activity: { kind: 'idle' } });
    await jest.advanceTimersByTimeAsync(1000);
    expect(store.getState()).toMatchObject({ isOutdated: false, activity: { kind: 'idle' } });
    expect(selectItems(store.getState()).map(({ finding }) => finding.cell)).toEqual(['B9', 'B9', 'A2']);
    expect(host.marks).toHaveLength(2);
  });

  test('with automatic checks off they only become outdated; switching it on renews them', async () => {
    const { store, host, effects } = await checked();
    await effects.changePreferences({ autoRecheck: false });
    host.edit('图书', at('D12'), '≥8000册');
    await jest.advanceTimersByTimeAsync(5000);
    expect(store.getState().isOutdated).toBe(true);
    await finish(effects.changePreferences({ autoRecheck: true }));
    expect(store.getState().isOutdated).toBe(false);
  });

  test('before the first check an edit changes nothing', async () => {
    const { store, host, effects, session } = openSample();
    effects.start();
    host.edit('图书', at('D12'), '≥8000册');
    await jest.advanceTimersByTimeAsync(5000);
    expect(store.getState()).toEqual({ ...initialState(session), history: NOTHING_DONE });
  });

  test('another workbook: back to the start, whatever was going on', async () => {
    const { store, host, effects, session } = await checked();
    store.dispatch({ type: 'textSearched', text: '若干' });
    const running = effects.check();
    host.open('另一份.xlsx', sampleSheets());
    await finish(running);
    expect(store.getState()).toEqual({ ...initialState(session), history: NOTHING_DONE });
    expect(store.getState().filter).toEqual(NO_FILTER);
  });

  test('after the pane is closed nothing is checked any more', async () => {
    const { store, host, stop } = await checked();
    host.edit('图书', at('D12'), '≥8000册');
    stop();
    await jest.advanceTimersByTimeAsync(5000);
    expect(store.getState().isOutdated).toBe(true);
  });
});

describe('fixes', () => {
  test('written, offered to be taken back, and taken back after the re-check', async () => {
    const { store, host, effects } = await checked();
    const item = selectItems(store.getState())[3];
    await effects.fix(item);
    expect(store.getState()).toMatchObject({
      notice: { tone: 'done', text: '删除波浪号：图书 D13。', details: [], actions: [{ kind: 'undo' }] },
      isOutdated: true,
    });
    expect(selectRepair(store.getState(), item.key)).toMatchObject({ isLatest: true });
    await jest.advanceTimersByTimeAsync(2000);
    expect(selectItems(store.getState()).map(({ key }) => key)).not.toContain(item.key);
    const [action] = store.getState().notice?.actions ?? [];
    await effects.act(action);
    expect(selectRepair(store.getState(), item.key)).toBeNull();
    expect(store.getState().notice).toMatchObject({
      tone: 'done',
      text: '已撤销：删除波浪号。',
      actions: [{ kind: 'redo' }],
    });
    expect((await host.read()).sheets[0].cellAt(12, 3)?.value).toBe('~若干人');
    await jest.advanceTimersByTimeAsync(2000);
    expect(selectItems(store.getState()).map(({ key }) => key)).toContain(item.key);
  });

  test('refused where the cell changed meanwhile', async () => {
    const { store, host, effects } = await checked();
    const item = selectItems(store.getState())[3];
    host.edit('图书', at('D13'), '≥1人');
    await effects.fix(item);
    expect(selectRepair(store.getState(), item.key)).toBeNull();
    expect(store.getState()).toMatchObject({
      notice: {
        tone: 'problem',
        text: '没有修改。请重新校验。',
        details: ['工作表“图书”的 D13 已被改动（现在是“≥1人”），未写入。'],
        actions: [],
      },
    });
  });

  test('a protected sheet: the words of the host', async () => {
    const sheets = sampleSheets().map((sheet) => ({ ...sheet, isProtected: true }));
    const { store, effects } = await checked({ sheets });
    await effects.fix(selectItems(store.getState())[3]);
    expect(store.getState().notice).toEqual({
      tone: 'problem',
      text: '工作表「图书」受保护。',
      details: [],
      actions: [],
    });
  });
});

describe('preferences', () => {
  test('are read at the start and kept', async () => {
    const first = openSample();
    await first.effects.changePreferences({ marks: false, profileId: 'strict', catalogueId: null });
    expect(await first.session.readPreferences()).toEqual({
      marks: false,
      autoRecheck: true,
      profileId: 'strict',
      catalogueId: null,
    });
    first.store.dispatch({
      type: 'preferencesChanged',
      preferences: { marks: true, autoRecheck: true, profileId: null, catalogueId: null },
    });
    first.effects.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(first.store.getState().preferences).toEqual({
      marks: false,
      autoRecheck: true,
      profileId: 'strict',
      catalogueId: null,
    });
  });

  test('marks go with their switch', async () => {
    const { host, effects } = await checked();
    await effects.changePreferences({ marks: false });
    expect(host.marks).toEqual([]);
    await effects.changePreferences({ marks: true });
    expect(host.marks).toHaveLength(4);
  });

  test('switched off, those of a colleague stay when an edit is checked, and go with a check of the user', async () => {
    const { host, effects } = await checked();
    await effects.changePreferences({ marks: false });
    const range = { top: 11, left: 3, bottom: 11, right: 3 };
    await host.mark([{ sheet: '图书', range, severity: 'error' }]);
    host.edit('图书', at('D13'), '≥120人');
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 500);
    expect(host.marks).toHaveLength(1);
    await finish(effects.check());
    expect(host.marks).toEqual([]);
  });

  test('another profile checks again', async () => {
    const { store, effects } = await checked();
    await finish(effects.changePreferences({ profileId: 'strict', catalogueId: null }));
    expect(store.getState().result).toMatchObject({ review: { profile: { name: '从严' }, ruleCount: 3 } });
  });

  test('a profile file that cannot be read, or not be kept, is said in the settings', async () => {
    const { store, host, effects } = openSample();
    await effects.importProfile(() => Promise.reject(new Error('gone')));
    expect(store.getState().profileNotice).toEqual({
      tone: 'problem',
      text: '没有导入：文件没有读取成功，请确认文件仍在原处后重试。',
    });
    host.storage.set = () =>
      Promise.reject(new HostError('not-supported', '浏览器没有保存这项设置。', '存储空间已满。'));
    const text = JSON.stringify({ version: 1, id: 'own', name: '南湖区', extends: 'general' });
    await effects.importProfile(() => Promise.resolve(text));
    expect(store.getState().profileNotice).toEqual({
      tone: 'problem',
      text: '浏览器没有保存这项设置。存储空间已满。',
    });
    store.dispatch({ type: 'settingsToggled', isOpen: false });
    expect(store.getState().profileNotice).toBeNull();
  });

  test('unreadable: the defaults, and a word about it', async () => {
    const { store, host, effects } = openSample();
    host.storage.get = () => Promise.reject(new HostError('internal', '读取失败。'));
    effects.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(store.getState().notice?.text).toBe('设置没有读取成功，已采用默认设置。');
  });
});

test('a host without marks or selection is not asked for them', async () => {
  const { store, host, effects } = await checked({ capabilities: { mark: false, select: false } });
  await effects.select(selectItems(store.getState())[0].finding);
  expect([host.marks, host.selection, store.getState().notice]).toEqual([[], null, null]);
});

test('a sheet that is gone: said in the pane', async () => {
  const { store, host, effects } = await checked();
  const [item] = selectItems(store.getState());
  host.open('申报表.xlsx', [sampleSheets()[1]]);
  await effects.select(item.finding);
  expect(store.getState().notice).toEqual({ tone: 'problem', text: '没有工作表「图书」。', details: [], actions: [] });
});

describe('hidden sheets', () => {
  const hidden = () =>
    sampleSheets().map((sheet) => (sheet.name === '图书' ? { ...sheet, visibility: 'hidden' as const } : sheet));

  test('shown for a finding, said so, and hidden again', async () => {
    const { store, host, effects } = await checked({ sheets: hidden() });
    const [item] = selectItems(store.getState());
    await effects.select(item.finding);
    expect(store.getState().notice).toEqual({
      tone: 'done',
      text: '工作表“图书”原来是隐藏的，已显示出来。',
      details: [],
      actions: [{ kind: 'conceal', sheet: '图书' }],
    });
    await effects.act({ kind: 'conceal', sheet: '图书' });
    expect(store.getState().notice).toEqual({
      tone: 'done',
      text: '工作表“图书”已重新隐藏。',
      details: [],
      actions: [],
    });
    expect((await host.read()).sheets[0].content.visibility).toBe('hidden');
  });

  test('not hidden again: why', async () => {
    const { store, host, effects } = await checked({ sheets: hidden() });
    host.conceal = () => Promise.reject(new HostError('protected', '工作簿结构受保护，不能隐藏工作表。'));
    await effects.act({ kind: 'conceal', sheet: '图书' });
    expect(store.getState().notice?.text).toBe('工作簿结构受保护，不能隐藏工作表。');
  });
});
