import type { CellMark, MarkSeverity } from '../../../src/host/port/workbook-host';
import { parseRange } from '../../../src/core/workbook/cell-address';
import { sheetOf } from '../../support/build-form';
import type { ModelConditionalFormat, ModelWorkbook } from '../../support/excel-host/workbook-model';
import { openInExcel, refusalOf } from './open-in-excel';

function mark(sheet: string, address: string, severity: MarkSeverity = 'error'): CellMark {
  const range = parseRange(address);
  if (!range) throw new Error(address);
  return { sheet, range, severity };
}

const SHEETS = [sheetOf('甲', { A1: '一', B2: 2 }), sheetOf('乙', { A1: '三' }), sheetOf('丙', {})];

function usersFormats(): ModelConditionalFormat[] {
  const whole = { top: 0, left: 0, bottom: 9, right: 9 };
  return [
    { id: 'u1', type: 'Custom', ranges: [whole], formula: '=$A1="错误"', fill: '#00FF00' },
    { id: 'u2', type: 'DataBar', ranges: [whole], formula: '', fill: '' },
  ];
}

function formatsOf(model: ModelWorkbook) {
  return model.sheets.map(({ conditionalFormats }) =>
    conditionalFormats.map(({ formula, ranges, fill }) => [formula, ranges.length, fill]),
  );
}

describe.each(['1.6', '1.7', '1.9', '1.15'])('marks at level %s', (level) => {
  test('come off without a trace and leave the formats of the user alone', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    model.sheets[0].conditionalFormats = usersFormats();
    const before = structuredClone(model);
    await host.mark([mark('甲', 'A1:B1'), mark('甲', 'B2', 'warning'), mark('乙', 'A1', 'info')]);
    expect(model.sheets[0].conditionalFormats).toHaveLength(4);
    await host.mark([mark('丙', 'C3')]);
    expect(formatsOf(model)[0]).toEqual([
      ['=$A1="错误"', 1, '#00FF00'],
      ['', 1, ''],
    ]);
    await host.mark([]);
    expect(structuredClone({ ...model, nextId: 0 })).toEqual({ ...before, nextId: 0 });
  });

  test('set on another machine are found and removed', async () => {
    const first = openInExcel(SHEETS, level);
    await first.host.mark([mark('甲', 'A1'), mark('乙', 'B7', 'info')]);
    const second = openInExcel(SHEETS, level);
    second.model.sheets.forEach((sheet, place) => {
      sheet.conditionalFormats = structuredClone(first.model.sheets[place].conditionalFormats);
    });
    await second.host.mark([]);
    expect(formatsOf(second.model)).toEqual([[], [], []]);
  });
});

test('one conditional format for each sheet and severity, the errors shown first', async () => {
  const { host, model, excel } = openInExcel(SHEETS);
  await host.mark([
    mark('甲', 'A1:B1'),
    mark('甲', 'C9', 'info'),
    mark('甲', 'A5'),
    mark('甲', 'B2', 'warning'),
    mark('乙', 'A1', 'info'),
  ]);
  expect(formatsOf(model)).toEqual([
    [
      ['="shenbao-mark"<>"error"', 2, '#FDE7E9'],
      ['="shenbao-mark"<>"warning"', 1, '#FFF4CE'],
      ['="shenbao-mark"<>"info"', 1, '#E8F1FB'],
    ],
    [['="shenbao-mark"<>"info"', 1, '#E8F1FB']],
    [],
  ]);
  expect(excel.roundTrips).toBe(3);
});

test('marking takes one round trip after a read; later on it looks first at what is there', async () => {
  const { host, excel } = openInExcel(SHEETS);
  await host.read();
  const { roundTrips } = excel;
  await host.mark([mark('甲', 'A1')]);
  expect(excel.roundTrips - roundTrips).toBe(1);
  await host.mark([]);
  expect(excel.roundTrips - roundTrips).toBe(1 + 4);
});

test('nothing to do is found out in two round trips', async () => {
  const { host, excel } = openInExcel(SHEETS);
  await host.mark([]);
  expect(excel.roundTrips).toBe(2);
});

test('two thousand cells take as few formats as the length of an address allows', async () => {
  const { host, model, excel } = openInExcel([sheetOf('名字很长的一张项目支出绩效目标申报表', { A1: 1 })]);
  const marks = Array.from({ length: 2000 }, (_, row) =>
    mark('名字很长的一张项目支出绩效目标申报表', `B${2 * row + 1}`),
  );
  await host.mark(marks);
  const { conditionalFormats } = model.sheets[0];
  expect(conditionalFormats.length).toBeLessThan(10);
  expect(conditionalFormats.reduce((sum, { ranges }) => sum + ranges.length, 0)).toBe(2000);
  expect(excel.roundTrips).toBe(3);
  await host.mark([]);
  expect(conditionalFormats.length).toBeGreaterThan(0);
  expect(model.sheets[0].conditionalFormats).toEqual([]);
});

test('two calls at once leave the marks of the second', async () => {
  const { host, model } = openInExcel(SHEETS);
  await Promise.all([host.mark([mark('甲', 'A1')]), host.mark([mark('甲', 'B2', 'info')])]);
  expect(formatsOf(model)[0]).toEqual([['="shenbao-mark"<>"info"', 1, '#E8F1FB']]);
});

describe('protected sheets', () => {
  test('are named after the others have been marked', async () => {
    const { host, model } = openInExcel([sheetOf('锁', { A1: 1 }, [], { isProtected: true }), ...SHEETS]);
    const refusal = await refusalOf(host.mark([mark('锁', 'A1'), mark('甲', 'A1')]));
    expect(refusal).toMatchObject({ code: 'protected', message: '工作表「锁」受保护，无法标记问题单元格。' });
    expect(formatsOf(model).map(({ length }) => length)).toEqual([0, 1, 0, 0]);
  });

  test('are marked where protection allows formats', async () => {
    const { host, model } = openInExcel([sheetOf('锁', { A1: 1 }, [], { isProtected: true })]);
    model.sheets[0].allowsFormats = true;
    await host.mark([mark('锁', 'A1')]);
    expect(formatsOf(model)[0]).toHaveLength(1);
  });

  test('without marks are no obstacle', async () => {
    const { host } = openInExcel([sheetOf('锁', { A1: 1 }, [], { isProtected: true }), ...SHEETS]);
    await expect(host.mark([mark('甲', 'A1')])).resolves.toBeUndefined();
  });
});
