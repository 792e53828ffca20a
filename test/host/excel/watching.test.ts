import type { WorkbookChange } from '../../../src/host/port/workbook-host';
import { sheetOf } from '../../support/build-form';
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
    expect(changes).toEqual([{ kind: 'edited' }]);
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
