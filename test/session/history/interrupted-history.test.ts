import type { ChangeSet, Edit } from '../../../src/core/changes/change-set';
import { HostError } from '../../../src/host/port/host-error';
import type { ApplyResult } from '../../../src/host/port/workbook-host';
import type { MemoryHost } from '../../support/memory-host';
import {
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

const THREE = edits(
  '规范 3 处',
  editOf('C2', '>=5人', '≥5人'),
  editOf('C3', '98％', '98%'),
  editOf('C7', '90%以上', '≥90%'),
);

/** As they come back from another window. */
const copies = (list: readonly Edit[]): Edit[] => JSON.parse(JSON.stringify(list)) as Edit[];

/** The next time edits are written, the first of them are, and then the connection is lost. */
function breakOffAfter(host: MemoryHost, count: number, uncertain = 0): void {
  const apply = host.apply.bind(host);
  host.apply = async (changes: ChangeSet): Promise<ApplyResult> => {
    host.apply = apply;
    const result = await apply({ ...changes, edits: changes.edits.slice(0, count) });
    const others = copies(changes.edits.slice(count));
    return {
      ...result,
      interruption: {
        message: '写入中途停止：与 Excel 的连接中断了。',
        advice: '请关闭窗格后重新打开。',
        unwritten: others.slice(uncertain),
        uncertain: others.slice(0, uncertain),
      },
    };
  };
}

/** The pane is closed, or the machine goes down, in the middle of writing: what was written is, nothing is heard any more. */
function breakDownAfter(host: MemoryHost, count: number): void {
  const apply = host.apply.bind(host);
  host.apply = async (changes: ChangeSet): Promise<ApplyResult> => {
    host.apply = apply;
    await apply({ ...changes, edits: changes.edits.slice(0, count) });
    return new Promise<ApplyResult>(() => undefined);
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('writing that breaks off half-way', () => {
  test('is said, with what is in effect, and exactly that is taken back', async () => {
    const host = openWorkbook();
    const before = await contents(host);
    breakOffAfter(host, 1, 1);
    const outcome = await openHistory(host).perform(THREE);
    expect(outcome.interruption).toEqual([
      '写入中途停止：与 Excel 的连接中断了。',
      '已写入 2 处。',
      '没有写入 1 处：工作表“目标表”的 C7。',
      '不能确定是否写入 1 处，请核对：工作表“目标表”的 C3。',
      '请关闭窗格后重新打开。',
    ]);
    expect(outcome).toMatchObject({ cells: 2, conflicts: [] });
    expect(await openHistory(host).undo()).toMatchObject({ cells: 1, conflicts: [], interruption: [] });
    expect(await contents(host)).toEqual(before);
    // What was not written, or may have been, is not done by surprise.
    await openHistory(host).redo();
    expect(await cellAt(host, 'C7')).toBe('90%以上');
  });

  test('while taking back: the rest can still be taken back, and what was taken back be done again', async () => {
    const host = openWorkbook();
    const before = await contents(host);
    await openHistory(host).perform(THREE);
    const after = await contents(host);
    breakOffAfter(host, 1);
    const broken = await openHistory(host).undo();
    expect(broken.cells).toBe(1);
    expect(broken.interruption).toContain('没有写入 2 处：工作表“目标表”的 C3、C2。');
    const { undoable, redoable } = await openHistory(host).read();
    expect([undoable, redoable].map((list) => list.map(({ label, cells }) => `${label} ${cells}`))).toEqual([
      ['规范 3 处 2'],
      ['规范 3 处 1'],
    ]);
    expect(await openHistory(host).undo()).toMatchObject({ cells: 2, interruption: [] });
    expect(await contents(host)).toEqual(before);
    await openHistory(host).redo();
    await openHistory(host).redo();
    expect(await contents(host)).toEqual(after);
  });

  test('between steps: those that were done stay and can be taken back', async () => {
    const host = openWorkbook();
    const before = await contents(host);
    const row = await insertion(host, 3, ['A2:A4'], '≥1次');
    host.addSheets = () =>
      Promise.reject(new HostError('protected', '工作簿结构受保护，不能添加工作表。', '请先撤销保护。'));
    const outcome = await openHistory(host).perform(
      operation(
        '规范',
        cellsStep(editOf('C2', '>=5人', '≥5人'), editOf('C7', '90%以上', '≥90%')),
        { kind: 'rows', changes: [row] },
        { kind: 'addSheets', sheets: [newSheet('甲')], after: '目标表' },
      ),
    );
    expect(outcome).toMatchObject({
      cells: 2,
      rows: 1,
      sheets: [],
      interruption: ['工作簿结构受保护，不能添加工作表。', '已写入 2 处单元格，其余的修改没有进行。', '请先撤销保护。'],
    });
    expect(await openHistory(host).undo()).toMatchObject({ cells: 2, rows: 1, conflicts: [] });
    expect(await contents(host)).toEqual(before);
  });

  test('where the host finds rows otherwise than they were read, these and what follows are left out', async () => {
    const host = openWorkbook();
    const row = await deletion(host, 4);
    host.changeRows = async (changes) => changes.map((change) => ({ change, reason: '第 5 行的内容已被改动' }));
    const outcome = await openHistory(host).perform(
      operation(
        '规范',
        cellsStep(editOf('C2', '>=5人', '≥5人')),
        { kind: 'rows', changes: [row] },
        cellsStep(editOf('C6', '90%以上', '≥90%')),
      ),
    );
    expect(outcome).toMatchObject({
      cells: 1,
      rows: 0,
      conflicts: ['工作表“目标表”第 5 行的内容已被改动，没有删除第 5 行。', '其后的修改没有进行。'],
    });
    expect(await cellAt(host, 'C7')).toBe('90%以上');
  });
});

describe('a pane that was closed, or broke down, in the middle', () => {
  test('of doing: what was written can be taken back, without a word about what was not', async () => {
    const host = openWorkbook();
    const before = await contents(host);
    breakDownAfter(host, 2);
    void openHistory(host).perform(THREE);
    await settle();
    expect(await cellAt(host, 'C3')).toBe('98%');
    const later = openHistory(host);
    expect((await later.read()).undoable.map(({ label }) => label)).toEqual(['规范 3 处']);
    expect(await later.undo()).toMatchObject({ cells: 2, conflicts: [] });
    expect(await contents(host)).toEqual(before);
  });

  test('of taking back: undoing once more takes back the rest, redoing does all of it again', async () => {
    const host = openWorkbook();
    const before = await contents(host);
    await openHistory(host).perform(THREE);
    const after = await contents(host);
    breakDownAfter(host, 2);
    void openHistory(host).undo();
    await settle();
    const later = openHistory(host);
    expect(await later.undo()).toMatchObject({ cells: 1, conflicts: [] });
    expect(await contents(host)).toEqual(before);
    await later.redo();
    expect(await contents(host)).toEqual(after);
  });

  test('of doing again: undoing takes back all that is in effect', async () => {
    const host = openWorkbook();
    const before = await contents(host);
    await openHistory(host).perform(THREE);
    await openHistory(host).undo();
    breakDownAfter(host, 2);
    void openHistory(host).redo();
    await settle();
    const later = openHistory(host);
    expect(await later.undo()).toMatchObject({ cells: 2, conflicts: [] });
    expect(await contents(host)).toEqual(before);
  });

  test('before a row was inserted: the row that stands there is not deleted', async () => {
    const host = openWorkbook();
    const before = await contents(host);
    const row = await insertion(host, 5, ['A4:A7'], '不适用');
    host.changeRows = () => new Promise(() => undefined);
    void openHistory(host).perform(operation('补一行', { kind: 'rows', changes: [{ ...row, cells: row.beside }] }));
    await settle();
    const later = openWorkbook((await host.read()).sheets.map(({ content }) => content));
    await later.workbookStorage.set('history', (await host.workbookStorage.get('history')) || '');
    expect(await openHistory(later).undo()).toMatchObject({ rows: 0, entry: null });
    expect(await contents(later)).toEqual(before);
  });
});

test('the record is written before the workbook is', async () => {
  const host = openWorkbook();
  const order: string[] = [];
  const apply = host.apply.bind(host);
  host.apply = async (changes) => {
    order.push('cells');
    return apply(changes);
  };
  const { set } = host.workbookStorage;
  host.workbookStorage.set = async (key, value) => {
    order.push(`record of ${value.length > 0 ? 'something' : 'nothing'}`);
    await set(key, value);
  };
  await openHistory(host).perform(THREE);
  expect(order).toEqual(['record of something', 'cells', 'record of something']);
});

test('number formats of blank cells that writing had to change come back, and go again', async () => {
  const host = openWorkbook();
  const asked: ChangeSet[] = [];
  host.apply = async (changes) => {
    asked.push(changes);
    return {
      written: 1,
      conflicts: [],
      ...(asked.length === 1
        ? { reformatted: [{ sheet: '目标表', address: { row: 8, column: 1 }, from: '0.00', to: '@' }] }
        : {}),
    };
  };
  const history = openHistory(host);
  await history.perform(edits('填写编码', editOf('B9', null, '111002681')));
  host.edit('目标表', { row: 8, column: 1 }, '111002681');
  await history.undo();
  host.edit('目标表', { row: 8, column: 1 }, null);
  await history.redo();
  const formats = asked.map(({ edits: [edit], isInverse }) => [
    edit.before.numberFormat,
    edit.after.numberFormat,
    isInverse,
  ]);
  expect(formats).toEqual([
    ['General', 'General', undefined],
    ['@', '0.00', true],
    ['0.00', '@', undefined],
  ]);
});
