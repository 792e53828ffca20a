import { HostError } from '../../../src/host/port/host-error';
import type { PaneEffects } from '../../../src/pane/state/effects';
import type { PaneStore } from '../../../src/pane/state/store';
import { announcementFor } from '../../../src/pane/state/announcement';
import { selectRepairGroups, selectWriting } from '../../../src/pane/state/normalizing/normalizing-selectors';
import { RECHECK_DELAY } from '../../../src/pane/state/repeat-timer';
import type { MemoryHost } from '../../support/memory-host';
import { openNormalizing, planTildes, type NormalizingOptions } from '../open-normalizing';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

async function openedRepairs(options: NormalizingOptions = {}) {
  const sample = openNormalizing(options);
  sample.effects.start('repairs');
  await jest.advanceTimersByTimeAsync(0);
  return { ...sample, normalizing: () => sample.store.getState().normalizing };
}

/** What stands in B9 and D13 of 图书 and in A2 of 说明: the cells with "~". */
async function texts(host: MemoryHost): Promise<readonly unknown[]> {
  const { sheets } = await host.read();
  return [sheets[0].cellAt(8, 1)?.value, sheets[0].cellAt(12, 3)?.value, sheets[2].cellAt(1, 0)?.value];
}

/** Does what the notice offers. */
async function offered({ getState }: PaneStore, { act }: PaneEffects): Promise<void> {
  const [action] = getState().notice?.actions ?? [];
  await act(action);
}

const B9 = { row: 8, column: 1 };

describe('planning', () => {
  test('begun as soon as the section is opened, and again as often as the plan is outdated only', async () => {
    const { store, effects, host, plans, normalizing } = await openedRepairs();
    expect(store.getState()).toMatchObject({ section: 'repairs', result: null });
    expect(normalizing().plan?.repairs.map(({ key }) => key)).toEqual(['图书!B9', '图书!D13', '说明!A2']);
    expect(announcementFor(store.getState())).toBe('可规范 3 处，需人工处理 2 处。');
    await effects.chooseSection('findings');
    await effects.chooseSection('repairs');
    expect(plans()).toBe(1);
    host.edit('图书', B9, '完成');
    expect(normalizing().isOutdated).toBe(true);
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY);
    expect([plans(), normalizing().isOutdated, normalizing().plan?.repairs.length]).toEqual([2, false, 2]);
    await effects.chooseSection('findings');
    host.edit('图书', B9, '完成~');
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY);
    expect([plans(), normalizing().isOutdated]).toEqual([2, true]);
    await effects.chooseSection('repairs');
    expect([plans(), normalizing().plan?.repairs.length]).toEqual([3, 3]);
  });

  test('what was taken out stays out when the plan is made again', async () => {
    const { store, host } = await openedRepairs();
    const tick = { type: 'repairsTicked', keys: ['图书!D13'], isTicked: false } as const;
    store.dispatch({ type: 'normalizing', action: tick });
    host.edit('图书', B9, '完成');
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY);
    expect(selectWriting(store.getState())).toEqual({ keys: ['说明!A2'], hiddenCount: 0 });
    expect(selectRepairGroups(store.getState()).groups).toMatchObject([
      { id: 'normalizing|删除波浪号', label: '删除波浪号', tickedCount: 1, isOpen: true, hiddenCount: 0 },
    ]);
  });

  test('by the profile in use: another one plans anew, and nothing of the former plan can be written', async () => {
    const { session, effects, normalizing } = await openedRepairs();
    const asked: unknown[] = [];
    session.normalization.plan = async (run) => {
      asked.push(run?.profileId);
      expect(normalizing().plan).toBeNull();
      return { repairs: [], left: [] };
    };
    await effects.changePreferences({ profileId: 'strict' });
    expect(asked).toEqual(['strict']);
  });

  test('its progress; cancelled, it can be begun again', async () => {
    const sample = openNormalizing();
    const { plan } = sample.session.normalization;
    let signal = { aborted: false };
    sample.session.normalization.plan = (run) => {
      signal = run?.signal ?? signal;
      run?.onProgress?.({ done: 3, total: 90, caption: '社区图书馆运行' });
      return new Promise(() => undefined);
    };
    void sample.effects.chooseSection('repairs');
    await jest.advanceTimersByTimeAsync(0);
    expect(sample.store.getState().normalizing.activity).toMatchObject({
      kind: 'reading',
      progress: { caption: '社区图书馆运行' },
    });
    sample.effects.cancelPlanning();
    expect(signal.aborted).toBe(true);
    expect(sample.store.getState().normalizing).toMatchObject({ plan: null, activity: { kind: 'idle' } });
    sample.session.normalization.plan = plan;
    await sample.effects.planRepairs();
    expect(sample.store.getState().normalizing.plan?.repairs).toHaveLength(3);
  });

  test('refused by the host: its words', async () => {
    const { session, effects, store, normalizing } = await openedRepairs();
    session.normalization.plan = () =>
      Promise.reject(new HostError('busy', '单元格正在编辑。', '请按回车键结束编辑。'));
    await effects.planRepairs();
    const failure = { message: '单元格正在编辑。', advice: '请按回车键结束编辑。', technical: null };
    expect(normalizing()).toMatchObject({ activity: { kind: 'failed', failure }, isOutdated: true });
    expect(announcementFor(store.getState())).toBe('没有查找成功：单元格正在编辑。');
  });
});

describe('writing', () => {
  test('what is ticked, as one operation; findings are checked again; taken back, done again', async () => {
    const { host, store, effects, normalizing } = await openedRepairs();
    void effects.check();
    await jest.advanceTimersByTimeAsync(500);
    await effects.normalize();
    expect(await texts(host)).toEqual(['完成', '若干人', '第13行']);
    expect(store.getState()).toMatchObject({
      isOutdated: true,
      notice: { tone: 'done', text: '已规范：修改 3 个单元格。', actions: [{ kind: 'undo' }] },
      history: { undoable: [{ label: '规范 3 处' }], redoable: [] },
    });
    expect(normalizing().plan?.repairs).toEqual([]);
    await offered(store, effects);
    expect(await texts(host)).toEqual(['完成~', '~若干人', '第1~3行']);
    expect(store.getState()).toMatchObject({
      notice: { text: '已撤销：规范 3 处。', actions: [{ kind: 'redo' }] },
      isTakingBack: false,
    });
    expect(normalizing().plan?.repairs).toHaveLength(3);
    await offered(store, effects);
    expect(await texts(host)).toEqual(['完成', '若干人', '第13行']);
  });

  test('refused as a whole: the words of the host, everything as it was', async () => {
    const { session, effects, store, host, normalizing } = await openedRepairs();
    session.normalization.apply = () =>
      Promise.reject(new HostError('protected', '工作表“图书”受保护。', '请撤消保护后重试。'));
    await effects.normalize();
    expect(store.getState().notice).toMatchObject({ tone: 'problem', text: '工作表“图书”受保护。请撤消保护后重试。' });
    expect(normalizing()).toMatchObject({
      activity: { kind: 'idle' },
      plan: { repairs: planTildes(await host.read()) },
    });
  });

  test('pressed twice it is written once', async () => {
    const { effects, store } = await openedRepairs();
    await Promise.all([effects.normalize(), effects.normalize()]);
    expect(store.getState().history?.undoable).toHaveLength(1);
  });
});

describe('the history', () => {
  test('an older notice does not take back what came after it', async () => {
    const { host, session, effects, store } = await openedRepairs();
    await effects.normalize();
    const [undo] = store.getState().notice?.actions ?? [];
    // Another pane over the same workbook.
    const edit = { sheet: '图书', address: B9 };
    const content = { value: '完成', formula: null, numberFormat: 'General' };
    const changes = { label: '改写', edits: [{ ...edit, before: content, after: { ...content, value: '完成了' } }] };
    await session.history.perform({ label: '改写', steps: [{ kind: 'cells', changes }] });
    await effects.act(undo);
    expect(store.getState().notice).toMatchObject({
      tone: 'problem',
      text: '之后又有别的修改，请在“修改记录”中从最近的一次起依次撤销。',
    });
    expect((await texts(host))[0]).toBe('完成了');
  });

  test('read for each workbook; one that cannot be read is no obstacle', async () => {
    const { host, session, effects, store } = await openedRepairs();
    await effects.normalize();
    const { read } = session.history;
    session.history.read = () => Promise.reject(new HostError('busy', '单元格正在编辑。'));
    host.open('另一份.xlsx', []);
    await jest.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({ history: null, notice: null });
    await effects.showHistory(true);
    expect(store.getState().notice?.text).toBe('单元格正在编辑。');
    session.history.read = read;
    await effects.showHistory(true);
    expect(store.getState().history?.undoable).toHaveLength(1);
  });

  test('edited since: nothing is taken back, and that is said', async () => {
    const { host, effects, store } = await openedRepairs();
    await effects.normalize();
    for (const [sheet, address] of [
      ['图书', B9],
      ['图书', { row: 12, column: 3 }],
      ['说明', { row: 1, column: 0 }],
    ] as const) {
      host.edit(sheet, address, '改过');
    }
    await effects.undo();
    expect(store.getState().notice).toMatchObject({
      tone: 'problem',
      text: '没有撤销：规范 3 处。之后又有改动。',
      details: [expect.stringMatching(/A2/), expect.stringMatching(/D13/), expect.stringMatching(/B9/)],
    });
  });
});
