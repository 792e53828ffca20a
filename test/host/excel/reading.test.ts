import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { sheetOf } from '../../support/build-form';
import type { RequestBody } from '../../support/excel-host/wire';
import { changeCell } from '../../support/excel-host/workbook-model';
import { openInExcel, refusalOf } from './open-in-excel';

const MEGABYTE = 1024 * 1024;

function tallSheet(name: string, rows: number, columns: number, text: string): SheetContent {
  const cells = Array.from({ length: rows * columns }, (_, place) => ({
    row: Math.floor(place / columns),
    column: place % columns,
    value: text,
    text,
    formula: null,
    numberFormat: 'General',
    rawNumber: null,
    isError: false,
  }));
  return { ...sheetOf(name, {}), cells };
}

describe('reading in few round trips', () => {
  test('ten sheets take three: sheets; what is used, merged and hidden; cells', async () => {
    const sheets = Array.from({ length: 10 }, (_, place) =>
      sheetOf(`表${place}`, { A1: '标题', B2: place }, ['A1:B1']),
    );
    const { host, excel } = openInExcel(sheets);
    const snapshot = await host.read();
    expect(snapshot.sheets.map(({ cells }) => cells.map(({ value }) => value))).toEqual(
      sheets.map((_, place) => ['标题', place]),
    );
    expect(excel.roundTrips).toBe(3);
  });

  test('as many where Excel tells no merged areas', async () => {
    const { host, excel } = openInExcel([sheetOf('表', { A1: '标题' }, ['A1:B1'])], '1.4');
    expect((await host.read()).sheets[0].mergedAreas).toEqual([]);
    expect(excel.roundTrips).toBe(3);
  });

  test('60 000 cells come in seven answers, each below 5 MB', async () => {
    const { host, excel } = openInExcel([tallSheet('大表', 5000, 12, '社区图书馆运行维护')]);
    const snapshot = await host.read();
    expect(snapshot.sheets[0].cells).toHaveLength(60000);
    expect(excel.roundTrips).toBe(2 + 7);
    for (const { responseLength } of excel.requests) expect(responseLength).toBeLessThan(5 * MEGABYTE);
  });

  test('a block too heavy for one answer is read in halves', async () => {
    const { host, excel } = openInExcel([tallSheet('长文', 200, 10, '绩'.repeat(2000))]);
    const snapshot = await host.read();
    expect(snapshot.sheets[0].cells).toHaveLength(2000);
    expect(snapshot.sheets[0].cellAt(199, 9)?.value).toHaveLength(2000);
    expect(excel.roundTrips).toBeLessThan(20);
  });

  test('a sheet used down to its last row is refused with its name', async () => {
    const { host } = openInExcel([sheetOf('空行太多', { A1: '标题', XFD1048576: '误填' })]);
    const refusal = await refusalOf(host.read());
    expect([refusal.code, refusal.message]).toEqual([
      'file-too-large',
      '工作表「空行太多」用到了 A1:XFD1048576，内容太多，无法读取。',
    ]);
  });
});

describe('cells', () => {
  test('formulas, texts that look like formulas, errors, percentages and blanks', async () => {
    const { host, model } = openInExcel([
      sheetOf('表', {
        A1: { value: 3, formula: 'SUM(B1:C1)' },
        A2: '=不是公式',
        A3: { value: '#N/A', formula: 'NA()' },
        A4: { value: 0.85, numberFormat: '0%' },
        A5: '#N/A',
        A6: { value: '', formula: 'B9&""' },
        A8: true,
      }),
    ]);
    changeCell(model.sheets[0], 2, 0, { isError: true });
    changeCell(model.sheets[0], 6, 0, { numberFormat: '@' });
    const [sheet] = (await host.read()).sheets;
    expect(
      sheet.cells.map(({ row, value, formula, text, isError }) => [row + 1, value, formula, text, isError]),
    ).toEqual([
      [1, 3, 'SUM(B1:C1)', '3', false],
      [2, '=不是公式', null, '=不是公式', false],
      [3, '#N/A', 'NA()', '#N/A', true],
      [4, 0.85, null, '85%', false],
      [5, '#N/A', null, '#N/A', false],
      [6, null, 'B9&""', '', false],
      [8, true, null, 'TRUE', false],
    ]);
  });

  test.each(['1.4', '1.15'])(
    'an error that stands for itself is told from a text that reads like it, at level %s',
    async (level) => {
      const { host, excel, model } = openInExcel([sheetOf('表', { A1: '#N/A', B1: '#N/A', C1: '#不是错误' })], level);
      changeCell(model.sheets[0], 0, 0, { isError: true });
      const [sheet] = (await host.read()).sheets;
      expect(sheet.cells.map(({ isError }) => isError)).toEqual([true, false, false]);
      expect(excel.roundTrips).toBe(4);
    },
  );

  test('of long numbers the digits are those that Excel keeps', async () => {
    const { host } = openInExcel([
      sheetOf('表', { A1: 48.45, A2: 440304231151500205016, A3: 123456789012345, A4: -1.5, A5: 1e21 }),
    ]);
    const [sheet] = (await host.read()).sheets;
    expect(sheet.cells.map(({ rawNumber }) => rawNumber)).toEqual([
      '48.45',
      '440304231151500200000',
      '123456789012345',
      '-1.5',
      null,
    ]);
  });

  test('a narrow column hides nothing', async () => {
    const { host, excel, model } = openInExcel([sheetOf('表', { A1: 12345, B1: '很长的一句话' })]);
    const execute = excel.execute.bind(excel);
    excel.execute = (body) => execute(body).replace('"Text":[["12345","很长的一句话"]]', '"Text":[["###","很长"]]');
    expect(model.sheets).toHaveLength(1);
    const [sheet] = (await host.read()).sheets;
    expect(sheet.cells.map(({ text }) => text)).toEqual(['12345', '很长的一句话']);
  });

  test('what a merged area covers is left out', async () => {
    const { host } = openInExcel([sheetOf('表', { A1: '标题', B1: '被盖住', A2: '也被盖住', C2: '留下' }, ['A1:B2'])]);
    const [sheet] = (await host.read()).sheets;
    expect(sheet.cells.map(({ value }) => value)).toEqual(['标题', '留下']);
  });
});

describe('sheets', () => {
  test('visibility, protection, hidden rows and columns', async () => {
    const { host, excel } = openInExcel([
      sheetOf('明', { A1: 1, D90: 2 }, [], { hiddenRows: [3, 40, 41, 89], hiddenColumns: [2], isProtected: true }),
      sheetOf('暗', { A1: 1 }, [], { visibility: 'hidden' }),
      sheetOf('隐', {}, [], { visibility: 'veryHidden' }),
    ]);
    const sheets = (await host.read()).sheets.map(({ content }) => content);
    expect(sheets.map(({ visibility, isProtected }) => [visibility, isProtected])).toEqual([
      ['visible', true],
      ['hidden', false],
      ['veryHidden', false],
    ]);
    expect([sheets[0].hiddenRows, sheets[0].hiddenColumns]).toEqual([[3, 40, 41, 89], [2]]);
    expect(excel.roundTrips).toBe(3);
  });

  test.each([
    ['1.4', 90, [3, 40, 41, 89], [2], 3],
    ['1.8', 90, [0, 89], [0, 1, 2, 3], 3],
    ['1.8', 2400, [1, 2, 1500, 2399], [], 5],
    ['1.9', 90, [3, 40, 41, 89], [0, 3], 3],
    ['1.9', 2400, [1, 2, 1500, 2399], [1], 3],
    // Where all columns are hidden there is no visible cell to name.
    ['1.15', 90, [5, 6], [0, 1, 2, 3], 3],
    ['1.15', 2000, [5, 6], [0, 1, 2, 3], 5],
  ])(
    'at level %s, of %d rows %j are hidden, and columns %j: %d round trips',
    async (level, rows, hiddenRows, hiddenColumns, roundTrips) => {
      const { host, excel } = openInExcel(
        [sheetOf('表', { A1: 1, [`D${rows}`]: 2 }, [], { hiddenRows, hiddenColumns }), sheetOf('乙', { A1: 1 })],
        level,
      );
      const [{ content }] = (await host.read()).sheets;
      expect([content.hiddenRows, content.hiddenColumns]).toEqual([hiddenRows, hiddenColumns]);
      expect(excel.roundTrips).toBe(roundTrips);
    },
  );

  test('hidden lines are found when Excel refuses to name the visible cells', async () => {
    const { host, excel } = openInExcel([
      sheetOf('表', { A1: 1, D90: 2 }, [], { hiddenRows: [7], hiddenColumns: [1] }),
    ]);
    const isVisibleAsked = (request: RequestBody): boolean =>
      Object.values(request.ObjectPaths).some(({ Name }) => Name === 'GetSpecialCellsOrNullObject');
    for (let time = 0; time < 9; time += 1) excel.failNext('GeneralException', 0, isVisibleAsked);
    const [{ content }] = (await host.read()).sheets;
    expect([content.hiddenRows, content.hiddenColumns, content.cells.length]).toEqual([[7], [1], 2]);
  });

  test('more merged areas than Excel tells at once are found in parts, tall ones whole', async () => {
    const rows = Array.from({ length: 700 }, (_, row) => `A${row + 1}:B${row + 1}`);
    const tall = ['D1:D90', 'D340:D420', 'D421:D422', 'D600:D699'];
    const { host } = openInExcel([
      sheetOf('甲', { A1: '标题', D700: '末行' }, [...rows, ...tall]),
      sheetOf('乙', { A1: 1 }, ['A1:A2']),
    ]);
    const [first, second] = (await host.read()).sheets;
    expect(first.mergedAreas).toHaveLength(704);
    expect(first.mergedAreaAt(380, 3)).toEqual({ top: 339, left: 3, bottom: 419, right: 3 });
    expect(first.mergedAreaAt(420, 3)).toEqual({ top: 420, left: 3, bottom: 421, right: 3 });
    expect(first.mergedAreaAt(349, 0)).toEqual({ top: 349, left: 0, bottom: 349, right: 1 });
    expect(second.mergedAreas).toHaveLength(1);
  });

  test.each(['1.4', '1.15'])('the file has its name at level %s', async (level) => {
    const { host } = openInExcel([sheetOf('表', {})], level, '福田区 2024%.xlsx');
    expect((await host.read()).name).toBe('福田区 2024%.xlsx');
  });
});
