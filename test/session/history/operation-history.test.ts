import { HostError } from '../../../src/host/port/host-error';
import type { OperationHistory } from '../../../src/session/history/operation-history';
import {
  at,
  cellAt,
  cellsStep,
  contents,
  deletion,
  editOf,
  edits,
  insertion,
  newSheet,
  openHistory,
  openWorkbook,
  operation,
} from './sample-workbook';

const OPERATOR = edits('统一运算符', editOf('C2', '>=5人', '≥5人'), editOf('C7', '90%以上', '≥90%'));
const WIDTH = edits('全角改半角', editOf('C3', '98％', '98%'));

async function labels(history: OperationHistory): Promise<readonly [readonly string[], readonly string[]]> {
  const { undoable, redoable } = await history.read();
  return [undoable.map(({ label }) => label), redoable.map(({ label }) => label)];
}

test('several operations are taken back one after the other, and done again, by panes that were closed in between', async () => {
  const host = openWorkbook();
  const states = [await contents(host)];
  const inserted = async () =>
    operation('补一行', { kind: 'rows', changes: [await insertion(host, 3, ['A2:A4'], '≥1次')] });
  for (const next of [async () => OPERATOR, async () => WIDTH, inserted]) {
    const outcome = await openHistory(host).perform(await next());
    expect([outcome.conflicts, outcome.interruption]).toEqual([[], []]);
    states.push(await contents(host));
  }
  const doneLabels = ['补一行', '全角改半角', '统一运算符'];
  expect(await labels(openHistory(host))).toEqual([doneLabels, []]);

  for (const [place, label] of doneLabels.entries()) {
    const outcome = await openHistory(host).undo();
    expect(outcome).toMatchObject({ label, conflicts: [], interruption: [] });
    expect(await contents(host)).toEqual(states[2 - place]);
    expect(await labels(openHistory(host))).toEqual([
      doneLabels.slice(place + 1),
      doneLabels.slice(0, place + 1).reverse(),
    ]);
  }
  for (const [place, label] of doneLabels.slice().reverse().entries()) {
    expect(await openHistory(host).redo()).toMatchObject({ label, conflicts: [], interruption: [] });
    expect(await contents(host)).toEqual(states[place + 1]);
  }
  for (const state of states.slice(0, 3).reverse()) {
    await openHistory(host).undo();
    expect(await contents(host)).toEqual(state);
  }
  await expect(openHistory(host).undo()).rejects.toMatchObject({ code: 'gone', message: '没有可以撤销的操作。' });
});

test('the outcome and the list say what is in effect, and when it was done', async () => {
  const host = openWorkbook();
  const history = openHistory(host);
  const rows = { kind: 'rows' as const, changes: [await insertion(host, 3, ['A2:A4'], '≥1次')] };
  // Line 7 stands in line 8 then.
  const outcome = await history.perform(
    operation('规范 3 处', cellsStep(editOf('C7', '90%以上', '≥90%'), editOf('C3', '别的', '98%')), rows, {
      kind: 'addSheets',
      sheets: [newSheet('转换')],
      after: '目标表',
    }),
  );
  const { undoable, redoable, note } = await history.read();
  expect(outcome).toEqual({
    label: '规范 3 处',
    cells: 1,
    rows: 1,
    sheets: ['转换'],
    written: [{ sheet: '目标表', address: at('C8') }],
    conflicts: ['工作表“目标表”的 C3 已被改动（现在是“98％”），未写入。'],
    interruption: [],
    entry: undoable[0].id,
  });
  expect(undoable).toEqual([
    { id: outcome.entry, label: '规范 3 处', at: '2025-01-06T09:01:00.000Z', cells: 1, rows: 1, sheets: ['转换'] },
  ]);
  expect([redoable, note]).toEqual([[], null]);
});

test('an operation of which nothing is in effect leaves no trace, and what could be redone stays', async () => {
  const host = openWorkbook();
  const history = openHistory(host);
  await history.perform(WIDTH);
  await history.undo();
  expect(await history.perform(edits('过期', editOf('C2', '别的', '≥5人')))).toMatchObject({ cells: 0, entry: null });
  expect(await labels(history)).toEqual([[], ['全角改半角']]);
  await history.perform(OPERATOR);
  expect(await labels(history)).toEqual([['统一运算符'], []]);
  await expect(history.redo()).rejects.toMatchObject({ message: '没有可以重做的操作。' });
});

describe('what someone edited since', () => {
  test('is left alone and named, the rest is taken back, and neither redo nor undo comes back to it', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(OPERATOR);
    host.edit('目标表', at('C2'), '≥6人');
    expect(await openHistory(host).undo()).toMatchObject({
      cells: 1,
      written: [{ sheet: '目标表', address: at('C7') }],
      conflicts: ['工作表“目标表”的 C2 已被改动（现在是“≥6人”），未写入。'],
    });
    expect([await cellAt(host, 'C2'), await cellAt(host, 'C7')]).toEqual(['≥6人', '90%以上']);
    // The user writes what the operation had written: it is the user's now.
    host.edit('目标表', at('C2'), '>=5人');
    expect(await openHistory(host).redo()).toMatchObject({ cells: 1, conflicts: [] });
    expect([await cellAt(host, 'C2'), await cellAt(host, 'C7')]).toEqual(['>=5人', '≥90%']);
    host.edit('目标表', at('C2'), '≥5人');
    await openHistory(host).undo();
    expect([await cellAt(host, 'C2'), await cellAt(host, 'C7')]).toEqual(['≥5人', '90%以上']);
  });

  test('where it is everything, the operation is forgotten and the one before it is next', async () => {
    const host = openWorkbook();
    const history = openHistory(host);
    await history.perform(OPERATOR);
    await history.perform(WIDTH);
    host.edit('目标表', at('C3'), '99%');
    expect(await history.undo()).toMatchObject({ label: '全角改半角', cells: 0, entry: null });
    expect(await labels(history)).toEqual([['统一运算符'], []]);
    expect(await history.undo()).toMatchObject({ label: '统一运算符', cells: 2, conflicts: [] });
  });

  test('a cell that was put back by hand needs no word', async () => {
    const host = openWorkbook();
    const history = openHistory(host);
    const before = await contents(host);
    await history.perform(OPERATOR);
    host.edit('目标表', at('C2'), '>=5人');
    expect(await history.undo()).toMatchObject({ cells: 1, conflicts: [] });
    expect(await contents(host)).toEqual(before);
  });

  test('on a sheet that was deleted', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(edits('金额', editOf('B1', 12, 13, '资金表'), editOf('C3', '98％', '98%')));
    host.deleteSheet('资金表');
    expect(await openHistory(host).undo()).toMatchObject({
      cells: 1,
      conflicts: ['工作表“资金表”已不存在，B1 未写入。'],
    });
    expect(await cellAt(host, 'C3')).toBe('98％');
  });
});

describe('rows that moved since, pane closed', () => {
  const FILL = edits('补不适用', editOf('C5', '不适用', '无'), editOf('C2', '>=5人', '≥5人'));

  test('a row that came above moves what was written: it is not taken back at the former address, even where that reads the same', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(edits('清空', editOf('C5', '不适用', '无'), editOf('C6', '不适用', '无')));
    host.insertRow('目标表', 4);
    // C5 is the user's new row now, C6 what was C5, C7 what was C6.
    host.edit('目标表', at('C5'), '无');
    expect(await openHistory(host).undo()).toMatchObject({
      cells: 0,
      conflicts: [
        '工作表“目标表”插入、删除或排序过行列，C6 可能已经移动，未写入。',
        '工作表“目标表”插入、删除或排序过行列，C5 可能已经移动，未写入。',
      ],
    });
    expect([await cellAt(host, 'C5'), await cellAt(host, 'C6'), await cellAt(host, 'C7')]).toEqual(['无', '无', '无']);
  });

  test('what lies above it is taken back', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(FILL);
    host.insertRow('目标表', 3);
    expect(await openHistory(host).undo()).toMatchObject({
      cells: 1,
      conflicts: ['工作表“目标表”插入、删除或排序过行列，C5 可能已经移动，未写入。'],
    });
    expect([await cellAt(host, 'C2'), await cellAt(host, 'C6')]).toEqual(['>=5人', '无']);
  });

  test('edits elsewhere in the row, and rows below, do not matter', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(FILL);
    host.edit('目标表', at('B5'), '生态');
    host.edit('目标表', at('C9'), '备注');
    expect(await openHistory(host).undo()).toMatchObject({ cells: 2, conflicts: [] });
  });
});

describe('rows that an operation brought or took', () => {
  test('are taken back with the formulas that lost a reference', async () => {
    const host = openWorkbook();
    const before = await contents(host);
    await host.apply({
      label: '',
      edits: [
        { ...editOf('B3', null, null, '资金表'), after: { value: 1, formula: '目标表!C5', numberFormat: 'General' } },
      ],
    });
    const referring = await contents(host);
    const step = { kind: 'rows' as const, changes: [await deletion(host, 4)] };
    expect(await openHistory(host).perform(operation('删一行', step))).toMatchObject({ rows: 1, conflicts: [] });
    expect(await cellAt(host, 'B3', '资金表')).toBe('=目标表!#REF!');
    expect(await openHistory(host).undo()).toMatchObject({ rows: 1, conflicts: [] });
    expect(await contents(host)).toEqual(referring);
    expect(referring).not.toEqual(before);
    expect(await openHistory(host).redo()).toMatchObject({ rows: 1, conflicts: [] });
    expect(await cellAt(host, 'B3', '资金表')).toBe('=目标表!#REF!');
  });

  test('a new row that someone wrote into stays; cells below it are found where they stand', async () => {
    const host = openWorkbook();
    const step = { kind: 'rows' as const, changes: [await insertion(host, 3, ['A2:A4'], '≥1次')] };
    await openHistory(host).perform(operation('规范', cellsStep(editOf('C7', '90%以上', '≥90%')), step));
    host.edit('目标表', at('C4'), '≥2次');
    expect(await openHistory(host).undo()).toMatchObject({
      cells: 1,
      rows: 0,
      written: [{ sheet: '目标表', address: at('C8') }],
      conflicts: ['工作表“目标表”第 4 行的内容已被改动，没有删除第 4 行。'],
    });
    expect([await cellAt(host, 'C4'), await cellAt(host, 'C8')]).toEqual(['≥2次', '90%以上']);
    expect(await openHistory(host).redo()).toMatchObject({ cells: 1, conflicts: [] });
    expect(await cellAt(host, 'C8')).toBe('≥90%');
  });

  test('a row like the one that was inserted is not deleted in its place', async () => {
    const host = openWorkbook();
    const row = await insertion(host, 4, ['A4:A7'], '不适用');
    await openHistory(host).perform(
      operation('补一行', { kind: 'rows', changes: [{ ...row, cells: row.beside.slice(1) }] }),
    );
    host.insertRow('目标表', 2);
    const now = await contents(host);
    expect(await openHistory(host).undo()).toMatchObject({
      rows: 0,
      conflicts: ['工作表“目标表”插入、删除或排序过行列，没有删除第 5 行。'],
    });
    expect(await contents(host)).toEqual(now);
  });

  test('where rows cannot come or go, nothing is touched', async () => {
    const host = openWorkbook();
    const row = await insertion(host, 3, ['A2:A4'], '≥1次');
    await openHistory(host).perform(operation('补一行', { kind: 'rows', changes: [row] }));
    Object.assign(host, { capabilities: { ...host.capabilities, structure: false } });
    await expect(openHistory(host).undo()).rejects.toMatchObject({ code: 'not-supported' });
    Object.assign(host, { capabilities: { ...host.capabilities, structure: true } });
    expect(await openHistory(host).undo()).toMatchObject({ rows: 1, conflicts: [] });
  });
});

describe('sheets that an operation added', () => {
  const CONVERT = operation('转为模板', {
    kind: 'addSheets',
    sheets: [newSheet('甲'), newSheet('乙')],
    after: '目标表',
  });
  const names = async (host: ReturnType<typeof openWorkbook>) => (await host.read()).sheets.map(({ name }) => name);

  test('go when it is taken back and come again', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(CONVERT);
    expect(await names(host)).toEqual(['目标表', '甲', '乙', '资金表']);
    expect(await openHistory(host).undo()).toMatchObject({ sheets: ['甲', '乙'], conflicts: [] });
    expect(await names(host)).toEqual(['目标表', '资金表']);
    expect(await openHistory(host).redo()).toMatchObject({ sheets: ['甲', '乙'], conflicts: [] });
    expect(await names(host)).toEqual(['目标表', '甲', '乙', '资金表']);
    await openHistory(host).undo();
    expect(await names(host)).toEqual(['目标表', '资金表']);
  });

  test('stay where someone wrote on them', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(CONVERT);
    host.edit('甲', at('B3'), '已审');
    expect(await openHistory(host).undo()).toMatchObject({
      sheets: ['乙'],
      conflicts: ['工作表“甲”添加后被改动过，没有删除。'],
    });
    expect(await names(host)).toEqual(['目标表', '甲', '资金表']);
    expect(await openHistory(host).redo()).toMatchObject({ sheets: ['乙'], conflicts: [] });
  });

  test('do not come again under a name that is taken; behind the last one where their place is gone', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(CONVERT);
    await openHistory(host).undo();
    await host.addSheets([newSheet('甲')], '资金表');
    host.deleteSheet('目标表');
    expect(await openHistory(host).redo()).toMatchObject({
      sheets: ['乙'],
      conflicts: ['已有名为“甲”的工作表，没有添加。'],
    });
    expect(await names(host)).toEqual(['资金表', '甲', '乙']);
  });

  test('the last visible one stays', async () => {
    const host = openWorkbook();
    await openHistory(host).perform(CONVERT);
    host.deleteSheet('目标表');
    host.deleteSheet('资金表');
    expect(await openHistory(host).undo()).toMatchObject({
      sheets: ['乙'],
      conflicts: ['工作表“甲”是最后一张可见的工作表，没有删除。'],
    });
    expect(await names(host)).toEqual(['甲']);
  });
});

test('what was planned before cells of a sheet moved is refused there', async () => {
  const host = openWorkbook();
  const both = edits('改', editOf('C3', '98％', '98%'), editOf('B1', 12, 13, '资金表'));
  expect(await openHistory(host).perform(both, (sheet) => sheet === '目标表')).toMatchObject({
    cells: 1,
    conflicts: ['工作表“目标表”插入、删除或排序过行列，C3 可能已经移动，未写入。'],
  });
});

test('operations asked for in quick succession are done in their order', async () => {
  const host = openWorkbook();
  const before = await contents(host);
  const history = openHistory(host);
  const all = await Promise.all([history.perform(OPERATOR), history.perform(WIDTH), history.undo(), history.undo()]);
  expect(all.map(({ label, cells }) => [label, cells])).toEqual([
    ['统一运算符', 2],
    ['全角改半角', 1],
    ['全角改半角', 1],
    ['统一运算符', 2],
  ]);
  expect(await contents(host)).toEqual(before);
});

test('clearing takes the history out of the workbook; what was written stays', async () => {
  const host = openWorkbook();
  const history = openHistory(host);
  await history.perform(OPERATOR);
  await history.clear();
  expect(await host.workbookStorage.get('history')).toBeNull();
  expect(await labels(history)).toEqual([[], []]);
  expect(await cellAt(host, 'C2')).toBe('≥5人');
});

test('a host that refuses at once is heard, and the record is as before', async () => {
  const host = openWorkbook();
  const history = openHistory(host);
  await history.perform(OPERATOR);
  const kept = await host.workbookStorage.get('history');
  const apply = host.apply.bind(host);
  host.apply = () => Promise.reject(new HostError('busy', 'Excel 正忙。'));
  await expect(history.perform(WIDTH)).rejects.toMatchObject({ code: 'busy' });
  await expect(history.undo()).rejects.toMatchObject({ code: 'busy' });
  expect(await host.workbookStorage.get('history')).toBe(kept);
  host.apply = apply;
  expect(await history.undo()).toMatchObject({ label: '统一运算符', cells: 2 });
});
