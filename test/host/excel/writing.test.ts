import { invertChangeSet, type CellContent, type ChangeSet, type Edit } from '../../../src/core/changes/change-set';
import { formatAddress, parseAddress } from '../../../src/core/workbook/cell-address';
import type { CellValue } from '../../../src/core/workbook/workbook-snapshot';
import { editsInEffect } from '../../../src/session/history/carry-out';
import { sheetOf } from '../../support/build-form';
import { cellAt, changeCell, type ModelWorkbook } from '../../support/excel-host/workbook-model';
import { openInExcel, refusalOf } from './open-in-excel';

const BLANK: CellContent = { value: null, formula: null, numberFormat: 'General' };

function content(value: CellValue, numberFormat = 'General', formula: string | null = null): CellContent {
  return { value, formula, numberFormat };
}

function edit(address: string, before: CellContent, after: CellContent): Edit {
  const place = parseAddress(address);
  if (!place) throw new Error(address);
  return { sheet: '表', address: place, before, after };
}

function changes(...edits: Edit[]): ChangeSet {
  return { label: '试写', edits };
}

function inModel(model: ModelWorkbook, address: string) {
  const { row, column } = parseAddress(address) ?? { row: -1, column: -1 };
  const { value, formula, numberFormat } = cellAt(model.sheets[0], row, column);
  return { value, formula, numberFormat };
}

describe('texts stay texts', () => {
  test.each([
    '440304231151500205016',
    '007',
    '１２３',
    '=合计',
    '+合计',
    '-',
    '-无',
    '@某',
    '2024-12-31',
    '2024年12月31日',
    '3-5',
    '1/2',
    '12%',
    '1,200.50',
    ' 42 ',
    'TRUE',
    '#N/A',
    '1e5',
    '8:30',
    '5月',
    "'引号",
    '≥98%',
    '3500册',
    '不适用',
  ])('%s', async (text) => {
    const { host, model } = openInExcel([sheetOf('表', {})]);
    const applied = await host.apply(changes(edit('B2', BLANK, content(text))));
    expect(applied).toMatchObject({ written: 1, conflicts: [] });
    expect(applied.interruption).toBeUndefined();
    expect(inModel(model, 'B2')).toMatchObject({ value: text, formula: null });
    expect((await host.read()).sheets[0].cellAt(1, 1)).toMatchObject({ value: text, formula: null, isError: false });
  });

  test.each(['≥98%', '3500册', '不适用', '2025年采购图书8000册，培训120人。'])(
    '%s keeps its number format',
    async (text) => {
      const { host, model } = openInExcel([sheetOf('表', {})]);
      await host.apply(changes(edit('B2', BLANK, content(text))));
      expect(inModel(model, 'B2').numberFormat).toBe('General');
    },
  );

  test('one that only this Excel takes for something else is written a second time', async () => {
    const { host, excel, model } = openInExcel([sheetOf('表', {})]);
    let isFirst = true;
    const execute = excel.execute.bind(excel);
    excel.execute = (body) => {
      const answer = execute(body);
      if (!isFirst || !body.includes('二〇二四年')) return answer;
      isFirst = false;
      changeCell(model.sheets[0], 1, 1, { value: 45292 });
      return answer.replace('[["二〇二四年"]]', '[[45292]]');
    };
    await host.apply(changes(edit('B2', BLANK, content('二〇二四年'))));
    expect(inModel(model, 'B2')).toEqual({ value: '二〇二四年', formula: null, numberFormat: '@' });
  });
});

describe('numbers, formulas and formats', () => {
  test('a code in a blank cell of any format: the cell becomes a text cell, and after taking it back is as it was', async () => {
    const { host, model } = openInExcel([sheetOf('表', {})]);
    changeCell(model.sheets[0], 1, 1, { numberFormat: '0.00' });
    const written = changes(edit('B2', BLANK, content('111002681')), edit('C2', BLANK, content('扶持企业数量')));
    const result = await host.apply(written);
    expect(result).toEqual({
      written: 2,
      conflicts: [],
      reformatted: [{ sheet: '表', address: { row: 1, column: 1 }, from: '0.00', to: '@' }],
    });
    expect(inModel(model, 'B2')).toEqual(content('111002681', '@'));
    await host.apply(invertChangeSet({ ...written, edits: editsInEffect(written.edits, result) }));
    expect(inModel(model, 'B2')).toEqual(content('', '0.00'));
    expect(inModel(model, 'C2')).toEqual(content(''));
  });

  test('a number in a text cell becomes a number again when its format is taken back', async () => {
    const { host, model } = openInExcel([sheetOf('表', { B2: { value: 12, numberFormat: '0.00' } })]);
    const change = changes(edit('B2', content(12, '0.00'), content('12', '@')));
    await host.apply(change);
    expect(inModel(model, 'B2')).toEqual({ value: '12', formula: null, numberFormat: '@' });
    await host.apply(invertChangeSet(change));
    expect(inModel(model, 'B2')).toEqual({ value: 12, formula: null, numberFormat: '0.00' });
  });

  test('a text that stood in a cell of another format is a text there again, and the format is as it was', async () => {
    const { host, model } = openInExcel([sheetOf('表', { B2: '1,440.50', B3: '2024-5-1' })]);
    const before = structuredClone(model.sheets);
    const change = changes(
      edit('B2', content('1,440.50'), content(1440.5)),
      edit('B3', content('2024-5-1'), content('2024/5/1')),
    );
    await host.apply(change);
    expect(inModel(model, 'B2')).toEqual({ value: 1440.5, formula: null, numberFormat: 'General' });
    expect(inModel(model, 'B3')).toEqual({ value: '2024/5/1', formula: null, numberFormat: '@' });
    expect(await host.apply(invertChangeSet(change))).toEqual({ written: 2, conflicts: [] });
    expect(model.sheets).toEqual(before);
  });

  test('also when the edit itself did not ask for a text cell', async () => {
    const { host, model } = openInExcel([sheetOf('表', { B2: 12 })]);
    const change = changes(edit('B2', content(12), content('012')));
    await host.apply(change);
    expect(inModel(model, 'B2')).toEqual({ value: '012', formula: null, numberFormat: '@' });
    await host.apply(invertChangeSet(change));
    expect(inModel(model, 'B2')).toEqual({ value: 12, formula: null, numberFormat: 'General' });
  });

  test('a number, a truth and a formula under a text format', async () => {
    const { host, model } = openInExcel([sheetOf('表', {})]);
    await host.apply(
      changes(
        edit('B2', BLANK, content(5, '@')),
        edit('B3', BLANK, content(true, '@')),
        edit('B4', BLANK, content(null, '@', 'SUM(A1:A2)')),
      ),
    );
    expect(inModel(model, 'B2')).toEqual({ value: 5, formula: null, numberFormat: '@' });
    expect(inModel(model, 'B3')).toEqual({ value: true, formula: null, numberFormat: '@' });
    expect(inModel(model, 'B4')).toMatchObject({ formula: '=SUM(A1:A2)', numberFormat: '@' });
  });

  test('a format alone leaves the content, and a format changed meanwhile stays', async () => {
    const { host, model } = openInExcel([sheetOf('表', { B2: 5, B3: { value: 6, numberFormat: '#,##0.00' } })]);
    await host.apply(changes(edit('B2', content(5), content(5, '0%')), edit('B3', content(6), content(7))));
    expect(inModel(model, 'B2')).toEqual({ value: 5, formula: null, numberFormat: '0%' });
    expect(inModel(model, 'B3')).toEqual({ value: 7, formula: null, numberFormat: '#,##0.00' });
  });
});

describe('round trips', () => {
  test('1 200 edits take seven, each far below 5 MB', async () => {
    const { host, excel } = openInExcel([sheetOf('表', {})]);
    const edits = Array.from({ length: 1200 }, (_, row) =>
      edit(formatAddress({ row, column: 2 }), BLANK, content(`4403042311515002${10000 + row}`)),
    );
    expect((await host.apply(changes(...edits))).written).toBe(1200);
    expect(excel.roundTrips).toBe(1 + 3 + 3);
    for (const { requestLength } of excel.requests) expect(requestLength).toBeLessThan(1024 * 1024);
  });

  test('one edit takes three, none takes none', async () => {
    const { host, excel } = openInExcel([sheetOf('表', {})]);
    await host.apply(changes());
    expect(excel.roundTrips).toBe(0);
    await host.apply(changes(edit('A1', BLANK, content('1'))));
    expect(excel.roundTrips).toBe(3);
  });
});

describe('protected sheets', () => {
  const protectedSheet = sheetOf('表', { A1: '甲', A2: '乙' }, [], { isProtected: true });

  test('a locked cell is refused, and nothing is written', async () => {
    const { host, model } = openInExcel([protectedSheet]);
    changeCell(model.sheets[0], 0, 0, { isLocked: false });
    const refusal = await refusalOf(
      host.apply(changes(edit('A1', content('甲'), content('子')), edit('A2', content('乙'), content('丑')))),
    );
    expect(refusal).toMatchObject({
      code: 'protected',
      message: '工作表「表」受保护，单元格 A2 不能修改。',
      advice: '请在「审阅」选项卡中点「撤消工作表保护」，然后重试。',
    });
    expect(inModel(model, 'A1').value).toBe('甲');
  });

  test('an unlocked cell is filled in, a code as text without a change of format', async () => {
    const { host, model } = openInExcel([protectedSheet]);
    changeCell(model.sheets[0], 0, 0, { isLocked: false });
    await host.apply(changes(edit('A1', content('甲'), content('440304'))));
    expect(inModel(model, 'A1')).toEqual({ value: '440304', formula: null, numberFormat: 'General' });
    const refusal = await refusalOf(host.apply(changes(edit('A1', content('440304'), content(7, '0.00')))));
    expect(refusal.message).toBe('工作表「表」受保护，不能改变 A1 的数字格式。');
    expect(inModel(model, 'A1').value).toBe('440304');
  });
});

test('a text longer than a cell is refused before anything is asked', async () => {
  const { host, excel } = openInExcel([sheetOf('表', {})]);
  const refusal = await refusalOf(host.apply(changes(edit('C3', BLANK, content('长'.repeat(32768))))));
  expect(refusal.message).toBe('要写入工作表「表」C3 的文字超过 32767 个字符，Excel 放不下。');
  expect(excel.roundTrips).toBe(0);
});
