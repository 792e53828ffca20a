import { HostError } from '../../../src/host/port/host-error';
import { openXlsx, XlsxHost } from '../../../src/host/xlsx';
import { createOperationHistory } from '../../../src/session/history/create-operation-history';
import { buildXlsx } from '../../support/build-xlsx';
import {
  cellAt,
  contents,
  editOf,
  edits,
  newSheet,
  openHistory,
  openWorkbook,
  operation,
  text,
} from './sample-workbook';

const WIDTH = edits('全角改半角', editOf('C3', '98％', '98%'));

const stored = async (host: ReturnType<typeof openWorkbook>): Promise<string> =>
  (await host.workbookStorage.get('history')) || '';

const UNREADABLE = '工作簿里的修改记录无法识别，以前的操作不能再撤销。';

test.each([
  ['no JSON', '{"version":1,"done":['],
  ['something else', '[1,2,3]'],
  [
    'a cell beyond the grid',
    '{"version":1,"shortened":false,"undone":[],"done":[{"id":"1","label":"甲","at":"x","counts":[1,0],"sheets":[],"steps":[{"kind":"cells","edits":[["表",[[-1,0,[],["=1"]]]]]}],"files":[],"rowPrints":{},"sheetPrints":{}}]}',
  ],
  [
    'a step that nobody knows',
    '{"version":1,"shortened":false,"undone":[],"done":[{"id":"1","label":"甲","at":"x","counts":[1,0],"sheets":[],"steps":[{"kind":"macro"}],"files":[],"rowPrints":{},"sheetPrints":{}}]}',
  ],
])('a record that cannot be read (%s) is said, and replaced by the next operation', async (_, record) => {
  const host = openWorkbook();
  await host.workbookStorage.set('history', record);
  const history = openHistory(host);
  expect(await history.read()).toEqual({ undoable: [], redoable: [], note: UNREADABLE });
  await expect(history.undo()).rejects.toMatchObject({ code: 'gone' });
  await history.perform(WIDTH);
  expect((await openHistory(host).read()).note).toBeNull();
  expect(await openHistory(host).undo()).toMatchObject({ cells: 1 });
});

test('a record of a later version stays as it is; this pane undoes what it did itself', async () => {
  const host = openWorkbook();
  await host.workbookStorage.set('history', '{"version":2,"operations":[]}');
  const history = openHistory(host);
  await history.perform(WIDTH);
  expect((await history.read()).note).toBe(
    '工作簿里的修改记录来自更新版本的申报表助手，本版本不能使用；这次的操作只能在关闭窗格前撤销。',
  );
  expect(await history.undo()).toMatchObject({ cells: 1 });
  expect(await stored(host)).toBe('{"version":2,"operations":[]}');
  await history.clear();
  expect(await stored(host)).toBe('');
  expect(await history.read()).toEqual({ undoable: [], redoable: [], note: null });
});

test('the latest 30 operations are kept; that older ones are not is said', async () => {
  const host = openWorkbook();
  const history = openHistory(host);
  for (let round = 0; round < 32; round += 1) {
    await history.perform(edits(`第 ${round} 次`, editOf('B1', 12 + round, 13 + round, '资金表')));
  }
  const { undoable, note } = await openHistory(host).read();
  expect(undoable.map(({ label }) => label)).toEqual(Array.from({ length: 30 }, (_, place) => `第 ${31 - place} 次`));
  expect(note).toBe('较早的操作没有保留（最多保留 30 次），不能再撤销。');
  for (let round = 0; round < 30; round += 1) await openHistory(host).undo();
  expect(await cellAt(host, 'B1', '资金表')).toBe(14);
});

test('what a workbook takes is bounded: the oldest go first', async () => {
  const host = openWorkbook();
  const history = openHistory(host);
  const long = (round: number): string => `${round}`.padEnd(32000, '长');
  await history.perform(edits('起', editOf('B1', 12, long(0), '资金表')));
  for (let round = 1; round < 20; round += 1) {
    await history.perform(edits(`第 ${round} 次`, editOf('B1', long(round - 1), long(round), '资金表')));
  }
  const record = await stored(host);
  expect(record.length).toBeLessThan(1000200);
  const { undoable, note } = await openHistory(host).read();
  expect(undoable.length).toBeGreaterThan(10);
  expect(undoable[0].label).toBe('第 19 次');
  expect(note).not.toBeNull();
  for (const { label } of undoable) expect(await openHistory(host).undo()).toMatchObject({ label, cells: 1 });
  await expect(openHistory(host).undo()).rejects.toMatchObject({ code: 'gone' });
});

test('a workbook that takes less gets less', async () => {
  const host = openWorkbook();
  const { set } = host.workbookStorage;
  host.workbookStorage.set = (key, value) =>
    value.length > 50200
      ? Promise.reject(new HostError('file-too-large', '内容太多了，没有保存到工作簿中。'))
      : set(key, value);
  const history = openHistory(host);
  const long = (round: number): string => `${round}`.padEnd(30000, '长');
  await history.perform(edits('甲', editOf('C3', '98％', long(1))));
  await history.perform(edits('乙', editOf('C2', '>=5人', long(2))));
  expect((await openHistory(host).read()).undoable.map(({ label }) => label)).toEqual(['乙']);
});

describe('an operation too large for the workbook', () => {
  const LARGE = edits(
    '大批',
    ...Array.from({ length: 40 }, (_, row) => editOf(`E${row + 1}`, null, `${row}`.padEnd(32000, '长'))),
  );

  test('is taken back by the pane that did it, not by the next one, which does not take back an older one instead', async () => {
    const host = openWorkbook();
    const history = openHistory(host);
    await history.perform(WIDTH);
    const before = await contents(host);
    await history.perform(LARGE);
    const later = openHistory(host);
    expect(await later.read()).toEqual({
      undoable: [],
      redoable: [],
      note: '有的操作内容太多，没能存入工作簿，它和更早的操作不能再撤销或重做。',
    });
    await expect(later.undo()).rejects.toMatchObject({ message: '“大批”的内容太多，没能存入工作簿，不能撤销。' });
    expect(await history.undo()).toMatchObject({ label: '大批', cells: 40 });
    expect(await contents(host)).toEqual(before);
  });

  test('because of its files: its sheets can be taken away, and only this pane brings them back', async () => {
    const host = openWorkbook();
    const history = openHistory(host);
    const sheets = [newSheet('甲', 'A'.repeat(1100000))];
    await history.perform(operation('转换', { kind: 'addSheets', sheets, after: '目标表' }));
    expect(await openHistory(host).undo()).toMatchObject({ sheets: ['甲'] });
    await expect(openHistory(host).redo()).rejects.toMatchObject({ code: 'gone' });

    const other = openWorkbook();
    const same = openHistory(other);
    await same.perform(operation('转换', { kind: 'addSheets', sheets, after: '目标表' }));
    await same.undo();
    expect(await same.redo()).toMatchObject({ sheets: ['甲'] });
  });

  test('a file that several sheets come from is kept once', async () => {
    const host = openWorkbook();
    const file = 'A'.repeat(300000);
    const sheets = ['甲', '乙', '丙', '丁'].map((name) => newSheet(name, file));
    await openHistory(host).perform(operation('转换', { kind: 'addSheets', sheets, after: '目标表' }));
    expect((await stored(host)).length).toBeLessThan(301000);
    await openHistory(host).undo();
    expect(await openHistory(host).redo()).toMatchObject({ sheets: ['甲', '乙', '丙', '丁'] });
  });
});

test('where the workbook keeps nothing, writing goes on, and this pane undoes it', async () => {
  const host = openWorkbook();
  host.workbookStorage.set = () => Promise.reject(new HostError('not-supported', '这里不能保存。'));
  const history = openHistory(host);
  await history.perform(WIDTH);
  await history.perform(edits('金额', editOf('B1', 12, 13, '资金表')));
  const { undoable, note } = await history.read();
  expect(undoable.map(({ label }) => label)).toEqual(['金额', '全角改半角']);
  expect(note).toBe('修改记录没能存入工作簿，关闭窗格后不能再撤销。');
  expect(await history.undo()).toMatchObject({ label: '金额', cells: 1 });
  expect(await history.undo()).toMatchObject({ label: '全角改半角', cells: 1 });
});

test('another pane on the same workbook sees what this one did', async () => {
  const host = openWorkbook();
  const one = openHistory(host);
  const other = openHistory(host);
  await one.perform(WIDTH);
  await other.undo();
  await one.perform(edits('金额', editOf('B1', 12, 13, '资金表')));
  expect((await other.read()).undoable.map(({ label }) => label)).toEqual(['金额']);
  expect((await other.read()).redoable).toEqual([]);
});

test('travels with the file: any text, number, formula and format', async () => {
  const bytes = buildXlsx({
    sheets: [
      { name: '表 <1> & "甲"', cells: { A1: '旧\n\u0001\ufffe<&>"', A2: 5, A3: { value: 6, formula: 'A2+1' } } },
    ],
  });
  const host = new XlsxHost(openXlsx(bytes, { name: '甲.xlsx' }));
  const sheet = '表 <1> & "甲"';
  const [first] = (await host.read()).sheets;
  const before = first.cells.map(({ value, formula, numberFormat }) => ({ value, formula, numberFormat }));
  const after = [text('新'), { ...text(1410), numberFormat: '#,##0.00' }, { ...text(null), formula: 'A2*2' }];
  await createOperationHistory({ host }).perform(
    edits(
      '改',
      ...before.map((held, row) => ({ sheet, address: { row, column: 0 }, before: held, after: after[row] })),
    ),
  );
  const saved = new XlsxHost(openXlsx(host.save(), { name: '甲.xlsx' }));
  const history = createOperationHistory({ host: saved });
  expect(await history.undo()).toMatchObject({ cells: 3, conflicts: [] });
  const [restored] = (await saved.read()).sheets;
  expect(restored.cells.map(({ value, formula, numberFormat }) => ({ value, formula, numberFormat }))).toEqual(
    before.map((held) => ({ ...held, ...(held.formula === null ? {} : { value: restored.cells[2].value }) })),
  );
  await history.clear();
  expect(saved.save()).toHaveLength(new XlsxHost(openXlsx(saved.save())).save().length);
});
