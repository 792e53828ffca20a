import { HostError } from '../../../src/host/port/host-error';
import {
  selectCatalogue,
  selectCodingGroups,
  selectFilling,
  stateCounts,
} from '../../../src/pane/state/codes/codes-selectors';
import { RECHECK_DELAY } from '../../../src/pane/state/repeat-timer';
import { at, IMPORTED, openedCodes, texts } from '../open-codes';
import { codesSheets, entryOf } from '../sample-codes';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('edits', () => {
  test('the list is outdated at once and read again when the user pauses', async () => {
    const { host, codes, proposals } = await openedCodes();
    host.edit('图书', at('C13'), '图书采购数量');
    expect(codes()).toMatchObject({ isOutdated: true, activity: { kind: 'idle' } });
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY - 100);
    expect(proposals()).toBe(1);
    await jest.advanceTimersByTimeAsync(200);
    expect(codes()).toMatchObject({ isOutdated: false });
    expect(stateCounts(codes().plan)).toMatchObject({ certain: 5, choose: 0 });
  });

  test('a decision holds for the same indicator, not for another one at its place; a filter that is used up goes', async () => {
    const { host, codes, tell } = await openedCodes();
    tell({ type: 'entryChosen', key: 'C13!图书', entry: entryOf('111000202') });
    tell({ type: 'entryChosen', key: 'C21!图书', entry: entryOf('222000205') });
    tell({ type: 'stateToggled', state: 'choose' });
    host.edit('图书', at('C13'), '推广阅读');
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 100);
    expect(Object.keys(codes().decisions)).toEqual(['C21!图书']);
    expect(codes().filter).toEqual([]);
  });

  test('a busy workbook is asked again later, and the list stays meanwhile', async () => {
    const { host, codes } = await openedCodes();
    const read = host.read.bind(host);
    host.read = () => Promise.reject(new HostError('busy', '单元格正在编辑。'));
    host.edit('图书', at('C13'), '图书采购数量');
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 100);
    expect(codes()).toMatchObject({ isOutdated: true, isPostponed: true, activity: { kind: 'idle' } });
    host.read = read;
    await jest.advanceTimersByTimeAsync(2100);
    expect(codes()).toMatchObject({ isOutdated: false, isPostponed: false });
    expect(stateCounts(codes().plan)).toMatchObject({ certain: 5 });
  });

  test('elsewhere in the pane the list waits until it is looked at', async () => {
    const { host, effects, codes, proposals } = await openedCodes();
    await effects.chooseSection('findings');
    host.edit('图书', at('C13'), '图书采购数量');
    await jest.advanceTimersByTimeAsync(5000);
    expect(proposals()).toBe(1);
    await effects.chooseSection('codes');
    expect(stateCounts(codes().plan)).toMatchObject({ certain: 5, choose: 0 });
  });

  test('with automatic checks off it is read on request only', async () => {
    const { host, effects, codes, proposals } = await openedCodes();
    await effects.changePreferences({ autoRecheck: false });
    host.edit('图书', at('C13'), '图书采购数量');
    await jest.advanceTimersByTimeAsync(5000);
    expect([codes().isOutdated, proposals()]).toEqual([true, 1]);
    await effects.proposeCodes();
    expect([codes().isOutdated, proposals()]).toEqual([false, 2]);
  });
});

describe('another workbook, another catalogue', () => {
  test('the workbook that is opened now is read at once, and nothing of the former one stays', async () => {
    const { host, store, codes, tell } = await openedCodes();
    tell({ type: 'entryChosen', key: 'C13!图书', entry: entryOf('111000202') });
    host.open('另一本.xlsx', codesSheets().slice(1));
    await jest.advanceTimersByTimeAsync(0);
    expect(store.getState().section).toBe('codes');
    expect(codes().decisions).toEqual({});
    expect(stateCounts(codes().plan)).toEqual({ certain: 1, choose: 0, none: 0, coded: 0, left: 0 });
  });

  test('chosen: nothing of the former proposal can be filled in any more', async () => {
    const { host, effects, session, codes } = await openedCodes();
    await session.catalogues.keep(IMPORTED.file as NonNullable<typeof IMPORTED.file>);
    const { propose } = session.catalogues;
    session.catalogues.propose = () => new Promise(() => undefined);
    void effects.chooseCatalogue('own-library');
    await jest.advanceTimersByTimeAsync(0);
    expect(codes()).toMatchObject({ plan: null, activity: { kind: 'reading' } });
    await effects.fillCodes();
    expect(await texts(host, '图书', 'C12')).toEqual(['图书采购数量']);
    session.catalogues.propose = propose;
    await effects.proposeCodes();
    expect(codes().plan?.catalogue.id).toBe('own-library');
  });

  test('removed elsewhere: said, and the built-in one is not taken in its place', async () => {
    const { store, effects, session, codes } = await openedCodes();
    session.catalogues.propose = () =>
      Promise.reject(new HostError('gone', '所选的指标库已被移除。', '请重新选择指标库。'));
    await effects.changePreferences({ catalogueId: 'lost' });
    expect(codes()).toMatchObject({ plan: null, activity: { kind: 'failed' } });
    expect(selectCatalogue(store.getState())).toBeNull();
  });
});

test('a list of thousands: pages of groups and of rows', async () => {
  const { store, codes, tell } = await openedCodes();
  const plan = codes().plan;
  const [row] = plan?.rows ?? [];
  const rows = Array.from({ length: 5000 }, (_, index) => ({
    ...row,
    key: `C${index}!图书`,
    project: `项目${index < 200 ? 0 : Math.floor(index / 10)}`,
  }));
  tell({ type: 'planRead', plan: { ...(plan as NonNullable<typeof plan>), rows } });
  const first = selectCodingGroups(store.getState());
  expect([first.groups.length, first.hiddenCount]).toEqual([100, 381]);
  expect(first.groups.filter(({ isOpen }) => isOpen)).toHaveLength(1);
  expect([first.groups[0].items.length, first.groups[0].hiddenCount]).toEqual([50, 150]);
  store.dispatch({ type: 'moreShown', group: 'codes', pageSize: 100 });
  store.dispatch({ type: 'moreShown', group: first.groups[0].id });
  const second = selectCodingGroups(store.getState());
  expect([second.groups.length, second.hiddenCount, second.groups[0].items.length]).toEqual([200, 281, 100]);
  expect(selectFilling(codes()).rowCount).toBe(5000);
});
