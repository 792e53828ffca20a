import type { CellMark, MarkSeverity } from '../../../src/host/port/workbook-host';
import { parseRange } from '../../../src/core/workbook/cell-address';
import { coverSameCells, mergeRanges, parseRanges } from '../../../src/host/excel/marking/mark-ranges';
import { sheetOf } from '../../support/build-form';
import { sheetNamed, type ModelWorkbook } from '../../support/excel-host/workbook-model';
import { openInExcel, openModel, refusalOf, settle } from './open-in-excel';

function rangeAt(address: string) {
  const range = parseRange(address);
  if (!range) throw new Error(address);
  return range;
}

function mark(sheet: string, address: string, severity: MarkSeverity = 'error'): CellMark {
  return { sheet, range: rangeAt(address), severity };
}

const SHEETS = [
  sheetOf('甲', { A1: '一', B2: 2 }),
  sheetOf("O'Neil 的表, 二", { A1: '三' }),
  sheetOf('丙', { A1: 1 }, [], { visibility: 'veryHidden' }),
];

const MARKS = [
  mark('甲', 'A1:B1'),
  mark('甲', 'B2', 'info'),
  mark('甲', 'D9'),
  mark("O'Neil 的表, 二", 'A1', 'warning'),
];

function formulasOf(model: ModelWorkbook): readonly string[][] {
  return model.sheets.map(({ conditionalFormats }) => conditionalFormats.map(({ formula }) => formula));
}

function idsOf(model: ModelWorkbook): readonly string[][] {
  return model.sheets.map(({ conditionalFormats }) => conditionalFormats.map(({ id }) => id));
}

describe.each(['1.6', '1.7', '1.9', '1.15'])('marking again at level %s', (level) => {
  test('does not touch sheets whose marks are as wanted, marked in this sitting or another', async () => {
    const first = openInExcel(SHEETS, level);
    await first.host.mark(MARKS);
    const ids = idsOf(first.model);
    await first.host.mark(MARKS);
    expect(idsOf(first.model)).toEqual(ids);
    const second = openInExcel(SHEETS, level);
    second.model.sheets = structuredClone(first.model.sheets);
    await second.host.read();
    await second.host.mark([...MARKS.slice(0, 3), mark('丙', 'A1')]);
    expect(idsOf(second.model)[0]).toEqual(ids[0]);
    expect(formulasOf(second.model).slice(1)).toEqual([[], ['="shenbao-mark"<>"error"']]);
  });

  test('finds what the user has taken off or copied since', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    await host.read();
    await host.mark(MARKS);
    model.sheets[0].conditionalFormats.shift();
    await host.mark([mark('丙', 'A1')]);
    expect(formulasOf(model)).toEqual([[], [], ['="shenbao-mark"<>"error"']]);
  });

  test('what the ribbon or a colleague has marked since goes too', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    const before = structuredClone(model.sheets);
    await host.read();
    await openModel(model, level).host.mark([mark('甲', 'B2')]);
    await host.mark([mark('丙', 'A1')]);
    await host.mark([]);
    expect(model.sheets).toEqual(before);
  });

  test.each(['1.6', '1.15'])('takes off what level %s has set', async (other) => {
    const first = openInExcel(SHEETS, other);
    const before = structuredClone(first.model.sheets);
    await first.host.mark(MARKS);
    const second = openInExcel(SHEETS, level);
    second.model.sheets = structuredClone(first.model.sheets);
    expect(await second.host.hasMarks()).toBe(true);
    await second.host.mark([]);
    expect(await second.host.hasMarks()).toBe(false);
    expect(second.model.sheets).toEqual(before);
  });

  test('a sheet that was deleted since is named after the others have been marked', async () => {
    const { host, excel, model } = openInExcel(SHEETS, level);
    await host.read();
    await host.mark([mark("O'Neil 的表, 二", 'A1')]);
    excel.deleteSheet("O'Neil 的表, 二");
    await settle();
    const refusal = await refusalOf(host.mark(MARKS));
    expect([refusal.code, refusal.message]).toEqual([
      'gone',
      "工作簿里没有工作表「O'Neil 的表, 二」，可能刚被删除或改名。",
    ]);
    expect(formulasOf(model)[0].length).toBeGreaterThan(1);
  });

  test('a sheet that was protected since is named after the others have been marked', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    await host.read();
    sheetNamed(model, '甲').isProtected = true;
    const refusal = await refusalOf(host.mark(MARKS));
    expect(refusal).toMatchObject({ code: 'protected', message: '工作表「甲」受保护，无法标记问题单元格。' });
    expect(formulasOf(model).map(({ length }) => length)).toEqual([0, 1, 0]);
    sheetNamed(model, '甲').isProtected = false;
    await host.mark(MARKS);
    expect(formulasOf(model)[0].length).toBeGreaterThan(1);
  });

  test.each([0, 1, 2, 3])(
    'broken off after %d changes, says so, and the next marking leaves no trace',
    async (changes) => {
      const { host, excel, model } = openInExcel(SHEETS, level);
      const before = structuredClone(model.sheets);
      await host.mark([mark('甲', 'B2'), mark('丙', 'A1')]);
      excel.failNext('GeneralException', changes, ({ Actions }) => Actions.some(({ Name }) => Name === 'Delete'));
      const refusal = await refusalOf(host.mark(MARKS));
      expect(refusal.message).toBe('标记没有完成，可能只改了一部分。Excel 没有完成操作。');
      expect(refusal.advice).toMatch(/^再标记或清除一次，会先去掉残留的标记。/);
      await host.mark([]);
      expect(model.sheets).toEqual(before);
    },
  );

  test('while a cell is being edited nothing is changed, and that is all that is said', async () => {
    const { host, excel, model } = openInExcel(SHEETS, level);
    await host.read();
    excel.isEditingCell = true;
    const refusal = await refusalOf(host.mark(MARKS));
    expect(refusal.message).toBe('Excel 正处于单元格编辑状态，无法继续。');
    expect(formulasOf(model)).toEqual([[], [], []]);
  });
});

test('what was read is relied on for a minute', async () => {
  const start = Date.now();
  const now = jest.spyOn(Date, 'now');
  const { host, excel } = openInExcel(SHEETS);
  await host.read();
  const { roundTrips } = excel;
  now.mockReturnValue(start + 90000);
  await host.mark(MARKS);
  now.mockRestore();
  expect(excel.roundTrips - roundTrips).toBe(3);
});

describe('ranges', () => {
  test('below and beside each other are put together', () => {
    const addresses = ['B2', 'A1', 'A2', 'B1', 'D5:E5', 'D6:E6', 'G9', 'A1'];
    expect(mergeRanges(addresses.map(rangeAt))).toEqual([rangeAt('A1:B2'), rangeAt('D5:E6'), rangeAt('G9')]);
  });

  test.each([
    [['A1:B2'], ['A1:A2', 'B1:B2'], true],
    [['A1:C1', 'B1:B3'], ['B1:B3', 'A1', 'C1'], true],
    [['A1:C1'], ['A1:B1'], false],
    [['A1:A3'], ['A1:C1'], false],
    [['A1:XFD1048576'], ['A1:XFD1048575', 'A1048576:XFD1048576'], true],
    [['A1:XFD1048576'], ['A1:XFC1048576'], false],
    [[], [], true],
  ])('%j cover the same cells as %j: %s', (some, others, expected) => {
    expect(coverSameCells(some.map(rangeAt), others.map(rangeAt))).toBe(expected);
  });

  test.each([
    ['甲!A1:B2, 甲!C3', '甲', ['A1:B2', 'C3']],
    ["'O''Neil 的表, 二'!A1,'O''Neil 的表, 二'!B2", "O'Neil 的表, 二", ['A1', 'B2']],
    ['甲!A:A', '甲', null],
    ['乙!A1', '甲', null],
    ['', '甲', null],
  ])('the address %s', (address, name, expected) => {
    expect(parseRanges(address, name)).toEqual(expected && expected.map(rangeAt));
  });
});
