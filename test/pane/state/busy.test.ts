import { parseAddress, type CellAddress } from '../../../src/core/workbook/cell-address';
import { HostError } from '../../../src/host/port/host-error';
import { announcementFor } from '../../../src/pane/state/announcement';
import { RECHECK_DELAY, STALL_DELAY } from '../../../src/pane/state/repeat-timer';
import { initialState } from '../../../src/pane/state/pane-state';
import { openSample } from '../open-sample';

const at = (cell: string): CellAddress => parseAddress(cell) as CellAddress;
const EDITING = new HostError(
  'busy',
  'Excel 正处于单元格编辑状态，无法继续。',
  '请按回车键或 Esc 键结束编辑，然后重试。',
);

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** The sample after a first check; `reads` and `marks` hold the seconds at which the host is asked from now on. */
async function checked() {
  const sample = openSample();
  const { effects, host } = sample;
  const stop = effects.start();
  const running = effects.check();
  await jest.advanceTimersByTimeAsync(500);
  await running;
  const began = Date.now() + RECHECK_DELAY;
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  const [read, mark] = [host.read.bind(host), host.mark.bind(host)];
  const asked = { reads: [] as number[], marks: [] as number[] };
  const busy = { reading: false, marking: false };
  host.read = () => {
    asked.reads.push(seconds());
    return busy.reading ? Promise.reject(EDITING) : read();
  };
  host.mark = (marks) => {
    asked.marks.push(seconds());
    return busy.marking ? Promise.reject(EDITING) : mark(marks);
  };
  return { ...sample, stop, asked, busy };
}

test('while the user types in a cell an automatic check waits, quietly, and is made up for', async () => {
  const { store, host, asked, busy } = await checked();
  busy.reading = true;
  host.edit('图书', at('D12'), '≥8000册');
  await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 23000);
  expect(asked.reads).toEqual([0, 2, 6, 14, 22]);
  expect(store.getState()).toMatchObject({
    activity: { kind: 'idle' },
    isOutdated: true,
    isPostponed: true,
    notice: null,
  });
  expect(announcementFor(store.getState())).toBe('校验完成：错误 3 条，警告 2 条，提示 1 条。');
  busy.reading = false;
  await jest.advanceTimersByTimeAsync(8000);
  expect(asked.reads).toEqual([0, 2, 6, 14, 22, 30]);
  expect(store.getState()).toMatchObject({ isOutdated: false, isPostponed: false, notice: null });
  await jest.advanceTimersByTimeAsync(20000);
  expect(asked.reads).toHaveLength(6);
});

test('the next edit does not wait for the pause; the pauses begin anew after a check that worked', async () => {
  const { host, asked, busy } = await checked();
  busy.reading = true;
  host.edit('图书', at('D12'), '≥8000册');
  await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 3000);
  busy.reading = false;
  host.edit('图书', at('D13'), '≥120人');
  await jest.advanceTimersByTimeAsync(2000);
  expect(asked.reads).toEqual([0, 2, 4]);
  busy.reading = true;
  host.edit('图书', at('D13'), '≥130人');
  await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 2000);
  expect(asked.reads).toEqual([0, 2, 4, 6, 8]);
});

test('a check by the user says what is in the way, and ends the waiting', async () => {
  const { store, host, effects, asked, busy } = await checked();
  busy.reading = true;
  host.edit('图书', at('D12'), '≥8000册');
  await jest.advanceTimersByTimeAsync(RECHECK_DELAY);
  const running = effects.check();
  await jest.advanceTimersByTimeAsync(10);
  await running;
  expect(store.getState()).toMatchObject({
    activity: {
      kind: 'failed',
      failure: {
        message: 'Excel 正处于单元格编辑状态，无法继续。',
        advice: '请按回车键或 Esc 键结束编辑，然后重试。',
      },
    },
    isOutdated: true,
    isPostponed: false,
  });
  await jest.advanceTimersByTimeAsync(20000);
  expect(asked.reads).toHaveLength(2);
});

test('automatic checks switched off while one waits: none follows', async () => {
  const { store, host, effects, asked, busy } = await checked();
  busy.reading = true;
  host.edit('图书', at('D12'), '≥8000册');
  await jest.advanceTimersByTimeAsync(RECHECK_DELAY);
  await effects.changePreferences({ autoRecheck: false });
  await jest.advanceTimersByTimeAsync(20000);
  expect(asked.reads).toEqual([0]);
  expect(store.getState().isOutdated).toBe(true);
});

test('any other failure of an automatic check is shown', async () => {
  const { store, host } = await checked();
  host.read = () => Promise.reject(new HostError('lost-connection', '与 Excel 的连接中断了。'));
  host.edit('图书', at('D12'), '≥8000册');
  await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 10);
  expect(store.getState().activity).toMatchObject({ kind: 'failed', failure: { message: '与 Excel 的连接中断了。' } });
});

test('marks that could not be renewed after an automatic check are put on later', async () => {
  const { store, host, asked, busy } = await checked();
  busy.marking = true;
  host.edit('图书', at('D12'), '≥8000册');
  await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 7000);
  expect(asked.marks).toEqual([0, 2, 6]);
  expect(store.getState()).toMatchObject({ isOutdated: false, notice: null });
  expect(host.marks).toHaveLength(4);
  busy.marking = false;
  await jest.advanceTimersByTimeAsync(8000);
  expect(asked.marks).toEqual([0, 2, 6, 14]);
  expect(host.marks).toHaveLength(3);
});

test('marks asked for by the user: what is in the way is said', async () => {
  const { store, effects, asked, busy } = await checked();
  busy.marking = true;
  await effects.changePreferences({ marks: false });
  expect(store.getState().notice).toEqual({
    tone: 'problem',
    text: 'Excel 正处于单元格编辑状态，无法继续。请按回车键或 Esc 键结束编辑，然后重试。',
    details: [],
    actions: [],
  });
  await jest.advanceTimersByTimeAsync(20000);
  expect(asked.marks).toHaveLength(1);
});

test('an edit during the first check: it begins again, and its failure is seen', async () => {
  const { store, host, effects } = openSample();
  effects.start();
  host.read = () => new Promise(() => undefined);
  void effects.check();
  await jest.advanceTimersByTimeAsync(100);
  host.read = () => Promise.reject(EDITING);
  host.edit('图书', at('D12'), '≥8000册');
  await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 10);
  expect(store.getState().activity).toMatchObject({ kind: 'failed' });
});

test('no answer for ten seconds: said so, and cancelled at once', async () => {
  const { store, session, host, effects } = openSample();
  host.read = () => new Promise(() => undefined);
  void effects.check();
  await jest.advanceTimersByTimeAsync(STALL_DELAY - 1);
  expect(announcementFor(store.getState())).toBe('正在校验…');
  await jest.advanceTimersByTimeAsync(1);
  expect(store.getState().activity).toMatchObject({ kind: 'checking', isStalled: true });
  expect(announcementFor(store.getState())).toBe('表格还没有应答，请稍候；如果正在编辑单元格，请按回车键结束编辑。');
  effects.cancel();
  expect(store.getState()).toEqual(initialState(session));
});
