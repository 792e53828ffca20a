import type { WorkbookChange } from '../../../src/host/port/workbook-host';
import { sheetOf } from '../../support/build-form';
import { EVENT } from '../../support/excel-host/wire';
import { changeCell } from '../../support/excel-host/workbook-model';
import { openInExcel, settle } from './open-in-excel';

const SHEETS = [sheetOf('甲', { A1: '一' }), sheetOf('乙', { A1: '二' })];
const B2 = { row: 1, column: 1 };
const B2_RANGE = { top: 1, left: 1, bottom: 1, right: 1 };

async function watched(level: string) {
  const opened = openInExcel(SHEETS, level);
  const changes: WorkbookChange[] = [];
  const stop = opened.host.watch((change) => changes.push(change));
  await settle();
  return { ...opened, changes, stop };
}

describe.each(['1.7', '1.8', '1.9', '1.14', '1.15'])('watching at level %s', (level) => {
  test('an edit on any sheet is told once, with its place', async () => {
    const { excel, changes } = await watched(level);
    excel.type('乙', B2, '3');
    await settle();
    expect(changes).toEqual([{ kind: 'edited', sheet: '乙', range: B2_RANGE }]);
  });

  test('an inserted row has no place: all below moved', async () => {
    const { excel, changes } = await watched(level);
    excel.tellRowInserted('甲', 3);
    await settle();
    expect(changes).toEqual([{ kind: 'edited', sheet: '甲', isMoved: true }]);
  });

  test('sheets that come and go are told, and new ones are watched', async () => {
    const { excel, changes } = await watched(level);
    excel.addSheet(sheetOf('丙', {}));
    await settle();
    excel.type('丙', B2, '3');
    await settle();
    excel.deleteSheet('丙');
    await settle();
    expect(changes).toEqual([{ kind: 'edited' }, { kind: 'edited', sheet: '丙', range: B2_RANGE }, { kind: 'edited' }]);
  });

  test('what is written by us is not told, what the user types in the same cell is', async () => {
    const { host, excel, changes } = await watched(level);
    const blank = { value: null, formula: null, numberFormat: 'General' };
    const edit = { sheet: '甲', address: B2, before: blank, after: { ...blank, value: '007' } };
    await host.apply({ label: '试写', edits: [edit] });
    await settle();
    expect(changes).toEqual([]);
    excel.type('甲', B2, '008');
    await settle();
    expect(changes).toHaveLength(1);
  });

  test('marks are not told', async () => {
    const { host, changes } = await watched(level);
    await host.mark([{ sheet: '甲', range: B2_RANGE, severity: 'error' }]);
    await settle();
    expect(changes).toEqual([]);
  });
});

test('an edit is told without its place when Excel does not answer', async () => {
  const { excel, changes } = await watched('1.15');
  excel.type('甲', B2, '3');
  excel.isEditingCell = true;
  await settle();
  expect(changes).toEqual([{ kind: 'edited' }]);
});

const BLANK = { value: null, formula: null, numberFormat: 'General' };
const write = (row: number, value: string | number) => ({
  sheet: '甲',
  address: { row, column: 1 },
  before: BLANK,
  after: { ...BLANK, value },
});

describe.each(['1.7', '1.8', '1.9', '1.14', '1.15'])('own writes and others at level %s', (level) => {
  test('several cells written at once are ours, told one by one', async () => {
    const { host, changes } = await watched(level);
    await host.apply({ label: '试写', edits: [write(1, '007'), write(2, 3), write(4, '甲')] });
    await settle();
    expect(changes).toEqual([]);
  });

  test('what the user types into the same cell is told, however soon', async () => {
    const { host, excel, changes } = await watched(level);
    const answer = excel.answer.bind(excel);
    excel.answer = (body) => {
      const outcome = answer(body);
      if (body.includes('008')) {
        excel.answer = answer;
        excel.type('甲', B2, '009');
      }
      return outcome;
    };
    await host.apply({ label: '试写', edits: [write(1, '008')] });
    await settle();
    expect(changes.length).toBeGreaterThan(0);
    expect(changes[0]).toEqual({ kind: 'edited', sheet: '甲', range: B2_RANGE });
  });

  test('what a co-author types is told, in a cell of ours too', async () => {
    const { host, excel, changes } = await watched(level);
    await host.apply({ label: '试写', edits: [write(1, '007')] });
    await settle();
    excel.typeElsewhere('甲', B2, '007');
    excel.typeElsewhere('乙', B2, '3');
    await settle();
    expect(changes).toEqual([
      { kind: 'edited', sheet: '甲', range: B2_RANGE },
      { kind: 'edited', sheet: '乙', range: B2_RANGE },
    ]);
  });

  test('one that was refused is not waited for', async () => {
    const { host, excel, changes } = await watched(level);
    excel.failNext('AccessDenied', 0, ({ Actions }) => Actions.some(({ Name }) => Name === 'Values'));
    await host.apply({ label: '试写', edits: [write(1, '甲')] }).catch(() => undefined);
    excel.type('甲', B2, '乙');
    await settle();
    expect(changes).toEqual([{ kind: 'edited', sheet: '甲', range: B2_RANGE }]);
  });
});

describe.each(['1.7', '1.9'])('events about several cells at level %s', (level) => {
  test.each(['B2:B3', 'B2,B3', 'B2:B2,B3'])('%s, all written by us, are ours', async (address) => {
    const { host, excel, changes } = await watched(level);
    excel.isQuiet = true;
    await host.apply({ label: '试写', edits: [write(1, '甲'), write(2, '乙')] });
    excel.isQuiet = false;
    excel.tell(EVENT.changed, '甲', { changeType: 'RangeEdited', source: 'Local', address });
    await settle();
    expect(changes).toEqual([]);
  });

  test('with a cell among them that we did not write, or that differs now, they are the user’s', async () => {
    const { host, excel, model, changes } = await watched(level);
    excel.isQuiet = true;
    await host.apply({ label: '试写', edits: [write(1, '甲'), write(2, '乙')] });
    excel.isQuiet = false;
    excel.tell(EVENT.changed, '甲', { changeType: 'RangeEdited', source: 'Local', address: 'B2:C3' });
    await settle();
    changeCell(model.sheets[0], 2, 1, { value: '丙' });
    excel.tell(EVENT.changed, '甲', { changeType: 'RangeEdited', source: 'Local', address: 'B2:B3' });
    await settle();
    expect(changes).toEqual([
      { kind: 'edited', sheet: '甲', range: { top: 1, left: 1, bottom: 2, right: 2 } },
      { kind: 'edited', sheet: '甲', range: { top: 1, left: 1, bottom: 2, right: 1 } },
    ]);
  });
});

test('many events are looked into together', async () => {
  const { host, excel, changes } = await watched('1.8');
  const before = excel.roundTrips;
  await host.apply({ label: '试写', edits: Array.from({ length: 100 }, (_, row) => write(row, '甲')) });
  await settle();
  expect(changes).toEqual([]);
  expect(excel.roundTrips - before).toBeLessThanOrEqual(3 + 4);
});

describe('events that came with later levels', () => {
  test.each([
    ['1.10', EVENT.rowSorted, { kind: 'edited', sheet: '甲', isMoved: true }],
    ['1.10', EVENT.columnSorted, { kind: 'edited', sheet: '甲', isMoved: true }],
    ['1.11', EVENT.rowHidden, { kind: 'edited' }],
    ['1.17', EVENT.nameChanged, { kind: 'edited' }],
    ['1.17', EVENT.moved, { kind: 'edited' }],
  ])('level %s, event %d: told, and not asked for below', async (level, event, told) => {
    const { excel, changes } = await watched(level);
    excel.tell(event, '甲', { address: '1:3', source: 'Local', nameBefore: '甲', nameAfter: '乙' });
    await settle();
    expect(changes).toEqual([told]);
    const below = await watched('1.9');
    below.excel.tell(event, '甲', { address: '1:3', source: 'Local' });
    await settle();
    expect(below.changes).toEqual([]);
  });

  test('another number format is told to nobody, and read with the next edit', async () => {
    const { host, excel, model, changes } = await watched('1.9');
    const formats = async () => (await host.read('edited')).sheets.map((sheet) => sheet.cellAt(0, 0)?.numberFormat);
    expect(await formats()).toEqual(['General', 'General']);
    changeCell(model.sheets[1], 0, 0, { numberFormat: '@' });
    excel.tell(EVENT.formatChanged, '乙', { address: 'A1', source: 'Local' });
    await settle();
    expect(changes).toEqual([]);
    expect(await formats()).toEqual(['General', '@']);
  });

  test('a colleague’s number format is read although we have just marked', async () => {
    const { host, excel, model } = await watched('1.9');
    await host.read();
    await host.mark([{ sheet: '乙', range: B2_RANGE, severity: 'error' }]);
    changeCell(model.sheets[1], 0, 0, { numberFormat: '@' });
    excel.tell(EVENT.formatChanged, '乙', { address: 'A1', source: 'Remote' });
    await settle();
    expect((await host.read('edited')).sheets[1].cellAt(0, 0)?.numberFormat).toBe('@');
  });

  test('those that follow our own marks are not taken for the user’s', async () => {
    const { host, excel, model } = await watched('1.9');
    const first = await host.read();
    await host.mark([{ sheet: '乙', range: B2_RANGE, severity: 'error' }]);
    excel.tell(EVENT.formatChanged, '乙', { address: 'B2', source: 'Local' });
    await settle();
    expect((await host.read('edited')).sheets[1].content).toBe(first.sheets[1].content);
    expect(model.sheets[1].conditionalFormats).toHaveLength(1);
  });
});

describe('handlers that Excel refused', () => {
  test.each(['1.7', '1.9', '1.15'])('are registered with the next read, once, at level %s', async (level) => {
    const { host, excel } = openInExcel(SHEETS, level);
    excel.isEditingCell = true;
    const changes: WorkbookChange[] = [];
    host.watch((change) => changes.push(change));
    await settle();
    excel.isEditingCell = false;
    await host.read();
    await host.read();
    await settle();
    excel.type('乙', B2, '3');
    await settle();
    expect(changes).toEqual([{ kind: 'edited', sheet: '乙', range: B2_RANGE }]);
  });

  test('sheet by sheet: what was registered before it failed is not heard twice', async () => {
    const { host, excel } = openInExcel(SHEETS, '1.7');
    excel.failNext('GeneralException', 1, ({ Actions }) =>
      Actions.some(({ Name }) => Name === '_RegisterDataChangedEvent'),
    );
    const changes: WorkbookChange[] = [];
    host.watch((change) => changes.push(change));
    await settle();
    await host.read();
    await settle();
    excel.type('甲', B2, '3');
    excel.type('乙', B2, '3');
    await settle();
    expect(changes).toHaveLength(2);
  });

  test('for a new sheet below 1.9: all are registered anew', async () => {
    const { host, excel, changes } = await watched('1.7');
    excel.isEditingCell = true;
    excel.addSheet(sheetOf('丙', {}));
    await settle();
    excel.isEditingCell = false;
    await host.read('edited');
    await settle();
    changes.length = 0;
    excel.type('丙', B2, '3');
    excel.type('甲', B2, '3');
    await settle();
    expect(changes).toEqual([
      { kind: 'edited', sheet: '丙', range: B2_RANGE },
      { kind: 'edited', sheet: '甲', range: B2_RANGE },
    ]);
  });
});

test('when Excel refuses the first listener, the next one tries again', async () => {
  const { host, excel } = openInExcel(SHEETS);
  excel.isEditingCell = true;
  const changes: WorkbookChange[] = [];
  host.watch((change) => changes.push(change));
  await settle();
  excel.isEditingCell = false;
  host.watch(() => undefined);
  await settle();
  excel.type('甲', B2, '3');
  await settle();
  expect(changes).toHaveLength(1);
});
