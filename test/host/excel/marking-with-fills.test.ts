import type { CellMark, MarkSeverity } from '../../../src/host/port/workbook-host';
import { parseRange } from '../../../src/core/workbook/cell-address';
import { sheetOf } from '../../support/build-form';
import { cellAt, changeCell, type ModelWorkbook } from '../../support/excel-host/workbook-model';
import { openInExcel, refusalOf, type OpenedWorkbook } from './open-in-excel';

function mark(sheet: string, address: string, severity: MarkSeverity = 'error'): CellMark {
  const range = parseRange(address);
  if (!range) throw new Error(address);
  return { sheet, range, severity };
}

const SHEETS = [
  sheetOf('甲', { A1: '一', B2: 2 }, ['A1:B1']),
  sheetOf('乙', { A1: '三' }, [], { visibility: 'hidden' }),
];

const RED = '#FDE7E9';
const YELLOW = '#FFF4CE';
const BLUE = '#E8F1FB';

/** A1 of 甲 is green, B2 has no fill. */
function openColoured(level = '1.4'): OpenedWorkbook {
  const opened = openInExcel(SHEETS, level);
  changeCell(opened.model.sheets[0], 0, 0, { fill: '#00B050' });
  return opened;
}

function fills(model: ModelWorkbook, sheet: number, ...places: readonly (readonly [number, number])[]): unknown[] {
  return places.map(([row, column]) => cellAt(model.sheets[sheet], row, column).fill);
}

/** The same workbook, opened in another Excel. */
function reopen(former: ModelWorkbook, level: string): OpenedWorkbook {
  const opened = openInExcel(SHEETS, level);
  opened.model.sheets = structuredClone(former.sheets);
  Object.assign(opened.model.settings, former.settings);
  return opened;
}

describe.each(['1.4', '1.5'])('marks at level %s', (level) => {
  test('fill cells, of merged areas too and on hidden sheets; put back, the workbook is as before', async () => {
    const { host, model } = openColoured(level);
    const before = structuredClone(model);
    await host.mark([mark('甲', 'A1:B1'), mark('甲', 'B2', 'warning'), mark('乙', 'C3', 'info')]);
    expect(fills(model, 0, [0, 0], [0, 1], [1, 1], [2, 2])).toEqual([RED, RED, YELLOW, null]);
    expect(fills(model, 1, [2, 2])).toEqual([BLUE]);
    await host.mark([mark('甲', 'B2'), mark('甲', 'C3')]);
    expect(fills(model, 0, [0, 0], [0, 1], [1, 1], [2, 2])).toEqual(['#00B050', null, RED, RED]);
    await host.mark([]);
    expect(model).toEqual(before);
  });

  test('of two on one cell the graver shows', async () => {
    const { host, model } = openColoured(level);
    await host.mark([mark('甲', 'B2'), mark('甲', 'B2', 'info')]);
    expect(fills(model, 0, [1, 1])).toEqual([RED]);
  });

  test('a cell that the user coloured since keeps that colour', async () => {
    const { host, model } = openColoured(level);
    await host.mark([mark('甲', 'A1'), mark('甲', 'B2')]);
    changeCell(model.sheets[0], 0, 0, { fill: '#7030A0' });
    await host.mark([]);
    expect(fills(model, 0, [0, 0], [1, 1])).toEqual(['#7030A0', null]);
    expect(model.settings).toEqual({});
  });

  test.each(['1.4', '1.6', '1.15'])('are taken off at level %s, before marks of its own are set', async (other) => {
    const first = openColoured(level);
    const before = structuredClone(first.model);
    await first.host.mark([mark('甲', 'A1:B1'), mark('乙', 'A1')]);
    first.model.sheets[1].name = '改了名';
    const second = reopen(first.model, other);
    await second.host.read();
    await second.host.mark([mark('甲', 'B2')]);
    expect(fills(second.model, 0, [0, 0], [0, 1])).toEqual(['#00B050', null]);
    expect(fills(second.model, 1, [0, 0])).toEqual([null]);
    await second.host.mark([]);
    second.model.sheets[1].name = '乙';
    expect(second.model.sheets).toEqual(before.sheets);
    expect(second.model.settings).toEqual({});
  });
});

test('wanted as they are, they cost two round trips and nothing is written', async () => {
  const { host, excel, model } = openColoured();
  const marks = [mark('甲', 'A1:B1'), mark('甲', 'B2', 'warning')];
  await host.mark(marks);
  const before = structuredClone(model);
  const { roundTrips } = excel;
  await host.mark(marks);
  expect(excel.roundTrips).toBe(roundTrips + 2);
  expect(model).toEqual(before);
});

test('former fills are stored before the first cell is filled', async () => {
  const { host, excel, model } = openColoured();
  const before = structuredClone(model);
  excel.failNext('GeneralException', 1, ({ Actions }) => Actions.some(({ Name }) => Name === 'Color'));
  const refusal = await refusalOf(host.mark([mark('甲', 'A1'), mark('甲', 'B2')]));
  expect(refusal.message).toBe('标记没有完成，可能只改了一部分。Excel 没有完成操作。');
  expect(refusal.advice).toMatch(/^再标记或清除一次，会先去掉残留的标记。/);
  expect(Object.keys(model.settings)).toHaveLength(1);
  const second = reopen(model, '1.4');
  await second.host.mark([]);
  expect(second.model.sheets).toEqual(before.sheets);
});

test.each([0, 1, 2])('broken off after %d changes, the next marking leaves no trace of the former', async (changes) => {
  const { host, excel, model } = openColoured();
  const before = structuredClone(model);
  await host.mark([mark('甲', 'A1'), mark('甲', 'C3', 'info')]);
  excel.failNext('GeneralException', changes, ({ Actions }) => Actions.some(({ Name }) => Name === 'Color'));
  await refusalOf(host.mark([mark('甲', 'B2'), mark('甲', 'C3')]));
  await host.mark([]);
  expect(model).toEqual(before);
});

test('protected sheets are named after the others have been filled, and put back when unprotected', async () => {
  const { host, model } = openColoured();
  const before = structuredClone(model);
  await host.mark([mark('乙', 'A1')]);
  model.sheets[1].isProtected = true;
  const refusal = await refusalOf(host.mark([mark('甲', 'B2')]));
  expect(refusal).toMatchObject({ code: 'protected', message: '工作表「乙」受保护，无法清除先前的标记。' });
  expect(fills(model, 0, [1, 1])).toEqual([RED]);
  expect(fills(model, 1, [0, 0])).toEqual([RED]);
  model.sheets[1].isProtected = false;
  await host.mark([]);
  expect(model).toEqual(before);
});

test.each([
  ['no JSON', '{'],
  ['no list', '{"name":"甲"}'],
  ['no object', [1, null, 'A1']],
  [
    'other things',
    '[{"name":"甲","fills":{"A1":7,"B2":"red","__proto__":"#000000","ZZZZ1":"#000000"}},{"fills":null},3]',
  ],
])('a setting of that name that is not ours, %s, does no harm', async (_, value) => {
  const { host, model } = openColoured();
  const before = structuredClone(model);
  model.settings['shenbao.formerFills'] = value;
  await host.mark([mark('甲', 'B2')]);
  await host.mark([]);
  expect(model).toEqual(before);
});

test('of a whole marked column a thousand cells are filled', async () => {
  const { host, model } = openColoured();
  const before = structuredClone(model);
  await host.mark([mark('甲', 'D1:D1048576')]);
  expect(fills(model, 0, [999, 3], [1000, 3])).toEqual([RED, null]);
  await host.mark([]);
  expect(model).toEqual(before);
}, 30000);
