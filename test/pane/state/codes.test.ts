import { HostError } from '../../../src/host/port/host-error';
import { announcementFor } from '../../../src/pane/state/announcement';
import {
  selectCodingGroups,
  selectCodingItems,
  selectFilling,
  stateCounts,
} from '../../../src/pane/state/codes/codes-selectors';
import { RECHECK_DELAY, STALL_DELAY } from '../../../src/pane/state/repeat-timer';
import { at, openCodes, openedCodes, texts } from '../open-codes';
import { entryOf } from '../sample-codes';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('what is proposed', () => {
  test('read as soon as the section is opened, and then as often as it is outdated only', async () => {
    const { store, effects, codes, proposals } = await openedCodes();
    expect(codes()).toMatchObject({ activity: { kind: 'idle' }, isOutdated: false });
    expect(stateCounts(codes().plan)).toEqual({ certain: 4, choose: 1, none: 1, coded: 1, left: 6 });
    expect(codes().catalogues?.map(({ id, isBuiltin }) => [id, isBuiltin])).toEqual([['sample', true]]);
    expect(announcementFor(store.getState())).toBe('编码：可直接填 4 条，待选 1 条，库中无 1 条。');
    await effects.chooseSection('findings');
    await effects.chooseSection('codes');
    expect(proposals()).toBe(1);
  });

  test('grouped by project, certain rows ticked with their entry', async () => {
    const { store } = await openedCodes();
    const { groups, hiddenCount } = selectCodingGroups(store.getState());
    expect(hiddenCount).toBe(0);
    expect(groups.map(({ items: _, ...group }) => group)).toEqual([
      {
        id: 'codes|图书!A1:E20|社区图书馆运行',
        caption: '社区图书馆运行',
        sheet: '图书',
        tickable: ['C12!图书', 'C15!图书', 'C22!图书'],
        tickedCount: 3,
        isOpen: true,
        hiddenCount: 0,
      },
      {
        id: 'codes|培训!A1:E20|馆员培训',
        caption: '馆员培训',
        sheet: '培训',
        tickable: ['C12!培训'],
        tickedCount: 1,
        isOpen: true,
        hiddenCount: 0,
      },
    ]);
    expect(groups[0].items.map(({ row, entry, isTicked }) => [row.cell, entry?.code ?? null, isTicked])).toEqual([
      ['C12', '111000101', true],
      ['C13', null, false],
      ['C14', null, false],
      ['C15', '112000102', true],
      ['C16', null, false],
      ['C17', null, false],
      ['C18', null, false],
      ['C19', null, false],
      ['C20', null, false],
      ['C21', null, false],
      ['C22', '331000105', true],
      ['C23', null, false],
    ]);
  });

  test('only rows of the chosen states; what they hide is not written', async () => {
    const { store, codes, tell } = await openedCodes();
    expect(selectFilling(codes())).toMatchObject({ rowCount: 4, hiddenCount: 0 });
    tell({ type: 'stateToggled', state: 'choose' });
    tell({ type: 'stateToggled', state: 'none' });
    expect(selectCodingGroups(store.getState()).groups[0].items.map(({ row }) => row.cell)).toEqual(['C13', 'C21']);
    expect(selectFilling(codes())).toMatchObject({ choices: {}, rowCount: 0, hiddenCount: 4 });
    tell({ type: 'entryChosen', key: 'C13!图书', entry: entryOf('111000202') });
    expect(selectFilling(codes())).toMatchObject({
      choices: { 'C13!图书': { code: '111000202' } },
      rowCount: 1,
      hiddenCount: 4,
    });
  });

  test('a chosen entry is ticked, may be taken out and put back; declined, nothing is left to tick', async () => {
    const { codes, tell } = await openedCodes();
    const item = () => selectCodingItems(codes()).find(({ row }) => row.cell === 'C13');
    tell({ type: 'rowsTicked', keys: ['C13!图书'], isTicked: true });
    expect(item()).toMatchObject({ entry: null, isTicked: false, isDecided: false });
    tell({ type: 'entryChosen', key: 'C13!图书', entry: entryOf('111000207') });
    tell({ type: 'rowsTicked', keys: ['C13!图书', 'C12!图书'], isTicked: false });
    expect(item()).toMatchObject({ entry: { code: '111000207' }, isTicked: false, isDecided: true });
    expect(selectFilling(codes()).rowCount).toBe(3);
    tell({ type: 'rowsTicked', keys: ['C13!图书', 'C12!图书'], isTicked: true });
    expect(selectFilling(codes()).rowCount).toBe(5);
    tell({ type: 'entryChosen', key: 'C13!图书', entry: null });
    tell({ type: 'rowsTicked', keys: ['C13!图书'], isTicked: true });
    expect(item()).toMatchObject({ entry: null, isTicked: false, isDecided: true });
  });

  test('refused by the host: its words; read again on request', async () => {
    const sample = openCodes();
    const read = sample.host.read.bind(sample.host);
    sample.host.read = () => Promise.reject(new HostError('busy', '单元格正在编辑。', '请按回车键结束编辑。'));
    await sample.effects.chooseSection('codes');
    const failure = { message: '单元格正在编辑。', advice: '请按回车键结束编辑。', technical: null };
    expect(sample.store.getState().codes).toMatchObject({ plan: null, activity: { kind: 'failed', failure } });
    expect(announcementFor(sample.store.getState())).toBe('没有读取成功：单元格正在编辑。');
    sample.host.read = read;
    await sample.effects.proposeCodes();
    expect(sample.store.getState().codes).toMatchObject({ activity: { kind: 'idle' } });
    expect(sample.store.getState().codes.plan?.rows).toHaveLength(13);
  });

  test('no answer for long is said', async () => {
    const { store, host, effects } = openCodes();
    host.read = () => new Promise(() => undefined);
    void effects.chooseSection('codes');
    await jest.advanceTimersByTimeAsync(STALL_DELAY - 10);
    expect(announcementFor(store.getState())).toBe('正在读取工作簿，查找编码');
    await jest.advanceTimersByTimeAsync(20);
    expect(announcementFor(store.getState())).toMatch(/^表格还没有应答/);
  });
});

describe('filling in', () => {
  test('what is ticked, as one change; read again at once; taken back as one', async () => {
    const { store, host, effects, codes } = await openedCodes();
    const { levelCellCount } = selectFilling(codes());
    await effects.fillCodes();
    expect(await texts(host, '图书', 'A12', 'B12', 'C12', 'C13', 'C15', 'C22')).toEqual([
      '1-产出指标',
      '11-数量指标',
      '111000101-图书采购数量',
      '推广活动',
      '112000102-图书验收合格率',
      '331000105-读者满意度',
    ]);
    const { notice, history } = store.getState();
    expect(notice).toEqual({
      tone: 'done',
      text: '已填入 4 条编码。',
      details: [],
      actions: [{ kind: 'undo', entry: history?.undoable[0].id }],
    });
    expect(history?.undoable).toMatchObject([{ label: '填入指标编码', cells: 4 + levelCellCount }]);
    expect(stateCounts(codes().plan)).toEqual({ certain: 0, choose: 1, none: 1, coded: 5, left: 6 });
    await effects.undo();
    expect(await texts(host, '图书', 'A12', 'B12', 'C12')).toEqual(['产出指标', '数量指标', '图书采购数量']);
    expect(store.getState().notice?.text).toBe('已撤销：填入指标编码。');
    expect(stateCounts(codes().plan)).toMatchObject({ certain: 4, coded: 1 });
  });

  test('a cell that someone changed is left alone and named; the list tells of it as it is now', async () => {
    const { store, host, effects, codes } = await openedCodes();
    await effects.changePreferences({ autoRecheck: false });
    host.edit('图书', at('C12'), '图书采购册数');
    expect(codes().isOutdated).toBe(true);
    await effects.fillCodes();
    expect(store.getState().notice).toMatchObject({
      tone: 'problem',
      text: '已填入 3 条编码。',
      details: ['工作表“图书”的 C12 已被改动（现在是“图书采购册数”），未写入。'],
    });
    expect(codes().isOutdated).toBe(false);
    expect(codes().plan?.rows[0]).toMatchObject({ name: '图书采购册数', state: 'left' });
  });

  test('refused as a whole: the words of the host, everything as it was', async () => {
    const { store, host, effects, codes } = await openedCodes();
    host.apply = () => Promise.reject(new HostError('protected', '工作表“图书”受保护。', '请撤消保护后重试。'));
    const { plan } = codes();
    await effects.fillCodes();
    expect(store.getState().notice).toEqual({
      tone: 'problem',
      text: '工作表“图书”受保护。请撤消保护后重试。',
      details: [],
      actions: [],
    });
    expect(codes()).toMatchObject({ plan, activity: { kind: 'idle' } });
  });

  test('writing that broke off: what is in effect and what is not, as many rows as were written', async () => {
    const { store, host, effects, codes } = await openedCodes();
    const apply = host.apply.bind(host);
    host.apply = async (changes) => {
      host.apply = apply;
      await apply({ ...changes, edits: changes.edits.slice(0, 1) });
      const interruption = {
        message: '写入中断。',
        advice: '请核对后重试。',
        unwritten: changes.edits.slice(1),
        uncertain: [],
      };
      return { written: 1, conflicts: [], interruption };
    };
    await effects.fillCodes();
    expect(store.getState().notice?.text).toMatch(
      /^写入中断。已写入 1 处。没有写入 \d+ 处：工作表“图书”的 .*请核对后重试。$/,
    );
    expect(stateCounts(codes().plan)).toMatchObject({ certain: 3, coded: 2 });
    await effects.undo();
    expect(stateCounts(codes().plan)).toMatchObject({ certain: 4, coded: 1 });
  });

  test('pressed twice, it is written once', async () => {
    const { store, effects, host } = await openedCodes();
    const apply = host.apply.bind(host);
    let written = 0;
    host.apply = (changes) => {
      written += 1;
      return apply(changes);
    };
    await Promise.all([effects.fillCodes(), effects.fillCodes()]);
    expect([written, store.getState().history?.undoable.length]).toEqual([1, 1]);
  });

  test('results of a check are renewed after it', async () => {
    const { store, effects } = await openedCodes();
    const checking = effects.check();
    await jest.advanceTimersByTimeAsync(500);
    await checking;
    await effects.fillCodes();
    expect(store.getState().isOutdated).toBe(true);
    await jest.advanceTimersByTimeAsync(RECHECK_DELAY + 500);
    expect(store.getState()).toMatchObject({ isOutdated: false, activity: { kind: 'idle' } });
  });
});

describe('taking off', () => {
  test('all codes, names stay; taken back', async () => {
    const { store, host, effects, tell, codes } = await openedCodes();
    tell({ type: 'stripAsked', isAsked: true });
    await effects.stripCodes();
    expect(codes().isStripAsked).toBe(false);
    expect(await texts(host, '图书', 'C14')).toEqual(['借阅人数']);
    expect(store.getState().notice).toMatchObject({ tone: 'done', text: '已去掉 1 条编码。' });
    await effects.undo();
    expect(await texts(host, '图书', 'C14')).toEqual(['111000101-借阅人数']);
  });

  test('the code of one row', async () => {
    const { host, effects } = await openedCodes();
    await effects.fillCodes();
    await effects.stripCodes(['C15!图书']);
    expect(await texts(host, '图书', 'C12', 'C14', 'C15')).toEqual([
      '111000101-图书采购数量',
      '111000101-借阅人数',
      '图书验收合格率',
    ]);
  });
});
