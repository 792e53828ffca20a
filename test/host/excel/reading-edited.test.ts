import { reachesBeyondSheet } from '../../../src/host/excel/reading/formula-reach';
import type { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { sheetOf } from '../../support/build-form';
import { EVENT } from '../../support/excel-host/wire';
import { changeCell, modelOf, sheetNamed } from '../../support/excel-host/workbook-model';
import { openInExcel, openModel, settle } from './open-in-excel';

const A1 = { row: 0, column: 0 };
const A1_RANGE = { top: 0, left: 0, bottom: 0, right: 0 };

const SHEETS = [
  sheetOf('甲', { A1: '一', B2: { value: 3, formula: 'A9+1' } }),
  sheetOf('乙', { A1: '二' }),
  sheetOf('丙', { A1: { value: 5, formula: '乙!A1*2' } }),
];

/** Read once while edits are heard. */
async function openRead(level: string) {
  const opened = openInExcel(SHEETS, level);
  opened.host.watch(() => undefined);
  await settle();
  const first = await opened.host.read();
  return { ...opened, first };
}

/** Names of the sheets of `second` that are the very same contents as in `first`. */
function keptIn(first: WorkbookSnapshot, second: WorkbookSnapshot): readonly string[] {
  const former = first.sheets.map(({ content }) => content);
  return second.sheets.filter(({ content }) => former.includes(content)).map(({ name }) => name);
}

describe.each(['1.7', '1.9', '1.13', '1.15'])('reading what was edited, at level %s', (level) => {
  test('an edited sheet, and those whose formulas look at others, in two round trips', async () => {
    const { host, excel, model, first } = await openRead(level);
    excel.type('乙', A1, '9');
    changeCell(sheetNamed(model, '丙'), 0, 0, { value: 18 });
    await settle();
    const { roundTrips } = excel;
    const second = await host.read('edited');
    expect(excel.roundTrips - roundTrips).toBe(2);
    expect(keptIn(first, second)).toEqual(['甲']);
    expect(second.sheets.map(({ cells }) => cells[0].value)).toEqual(['一', 9, 18]);
  });

  test('nothing edited: nothing read', async () => {
    const { host, excel, first } = await openRead(level);
    const { roundTrips } = excel;
    expect(keptIn(first, await host.read('edited'))).toEqual(['甲', '乙', '丙']);
    expect(excel.roundTrips - roundTrips).toBe(1);
  });

  test('the whole workbook is read when asked for', async () => {
    const { host, first } = await openRead(level);
    expect(keptIn(first, await host.read())).toEqual([]);
  });

  test('what was written by us is read', async () => {
    const { host, first } = await openRead(level);
    const before = { value: '一', formula: null, numberFormat: 'General' };
    const edit = { sheet: '甲', address: A1, before, after: { ...before, value: '改' } };
    await host.apply({ label: '试写', edits: [edit] });
    const second = await host.read('edited');
    expect(keptIn(first, second)).toEqual(['乙']);
    expect(second.sheets[0].cellAt(0, 0)?.value).toBe('改');
  });

  test('an edit during a read counts for the next', async () => {
    const { host, excel } = await openRead(level);
    let isTyped = false;
    excel.beforeBatch = () => {
      if (!isTyped && excel.roundTrips > 0) excel.type('甲', A1, '改');
      isTyped = true;
    };
    await host.read('edited');
    await settle();
    expect((await host.read('edited')).sheets[0].cellAt(0, 0)?.value).toBe('改');
  });

  test('sheets that came, went, moved, or are shown or protected otherwise', async () => {
    const { host, excel, model, first } = await openRead(level);
    excel.addSheet(sheetOf('丁', { A1: '新' }));
    excel.deleteSheet('乙');
    sheetNamed(model, '甲').visibility = 'Hidden';
    sheetNamed(model, '甲').isProtected = true;
    model.sheets.reverse();
    await settle();
    const second = await host.read('edited');
    expect(second.sheets.map(({ name, visibility, isProtected }) => [name, visibility, isProtected])).toEqual([
      ['丁', 'visible', false],
      ['丙', 'visible', false],
      ['甲', 'hidden', true],
    ]);
    expect(second.sheets[2].cells).toEqual(first.sheets[0].cells);
    expect(second.sheets[0].cells.map(({ value }) => value)).toEqual(['新']);
  });

  test('a renamed sheet keeps its cells, and formulas that name it are read', async () => {
    const { host, model, first } = await openRead(level);
    sheetNamed(model, '乙').name = '资金';
    changeCell(sheetNamed(model, '丙'), 0, 0, { formula: '=资金!A1*2' });
    const second = await host.read('edited');
    expect(second.sheets.map(({ name }) => name)).toEqual(['甲', '资金', '丙']);
    expect(second.sheets[1].cells).toBe(first.sheets[1].cells);
    expect(second.sheets[2].cells[0].formula).toBe('资金!A1*2');
  });

  test('marks that the user copied with their cells are taken off', async () => {
    const { host, excel, model } = await openRead(level);
    await host.mark([{ sheet: '甲', range: A1_RANGE, severity: 'error' }]);
    const [format] = model.sheets[0].conditionalFormats;
    model.sheets[1].conditionalFormats.push({ ...format, id: 'copied' });
    excel.type('乙', A1, '一');
    await settle();
    await host.read('edited');
    const { roundTrips } = excel;
    await host.mark([]);
    expect(excel.roundTrips - roundTrips).toBe(1);
    expect(model.sheets.map(({ conditionalFormats }) => conditionalFormats)).toEqual([[], [], []]);
  });

  test('after a read that failed everything is read', async () => {
    const { host, excel, first } = await openRead(level);
    excel.type('乙', A1, '9');
    await settle();
    excel.isEditingCell = true;
    await host.read('edited').catch(() => undefined);
    excel.isEditingCell = false;
    const second = await host.read('edited');
    expect(keptIn(first, second)).toEqual([]);
    expect(second.sheets[1].cells[0].value).toBe(9);
  });
});

test.each(['1.8', '1.15'])('what the user had calculated by hand is read, at level %s', async (level) => {
  const { host, excel, model } = await openRead(level);
  changeCell(sheetNamed(model, '甲'), 1, 1, { value: 10 });
  excel.tell(EVENT.calculated, '甲', { type: 'WorksheetCalculated', address: 'B2' });
  excel.type('乙', A1, '9');
  await settle();
  expect((await host.read('edited')).sheets[0].cellAt(1, 1)?.value).toBe(10);
});

test('asked again and again while it reads, Excel is read once more, as much as any of them wanted', async () => {
  const { host, excel, model, first } = await openRead('1.15');
  const { roundTrips } = excel;
  const running = host.read();
  await Promise.resolve();
  excel.type('甲', A1, '改');
  const later = await Promise.all([
    host.read('edited'),
    host.read('whole'),
    ...Array.from({ length: 8 }, () => host.read('edited')),
  ]);
  await running;
  await settle();
  expect(excel.roundTrips - roundTrips).toBeLessThanOrEqual(3 + 3 + 1);
  expect(later.map((snapshot) => snapshot.sheets[0].cellAt(0, 0)?.value)).toEqual(Array(10).fill('改'));
  expect(keptIn(first, later[0])).toEqual([]);
  excel.isEditingCell = true;
  await expect(host.read()).rejects.toMatchObject({ code: 'busy' });
  excel.isEditingCell = false;
  changeCell(sheetNamed(model, '乙'), 0, 0, { value: '末' });
  expect((await host.read()).sheets[1].cellAt(0, 0)?.value).toBe('末');
});

test('edits may have gone unheard while Excel was out of reach: all is read, and heard again', async () => {
  const opened = openModel(modelOf('申报表.xlsx', SHEETS), '1.15', { patience: 300 });
  const { host, excel, model } = opened;
  const heard: unknown[] = [];
  host.watch((change) => heard.push(change));
  await settle();
  await host.read();
  excel.isConnectionLost = true;
  await expect(host.select('乙', A1_RANGE)).rejects.toMatchObject({ code: 'lost-connection' });
  changeCell(sheetNamed(model, '乙'), 0, 0, { value: '改' });
  excel.isConnectionLost = false;
  expect((await host.read('edited')).sheets[1].cellAt(0, 0)?.value).toBe('改');
  excel.type('乙', A1, '再改');
  await settle();
  expect(heard).toHaveLength(1);
});

test.each(['1.4', '1.6', '1.15'])('where nobody hears of edits all is read, at level %s', async (level) => {
  const { host, model } = openInExcel(SHEETS, level);
  const first = await host.read();
  changeCell(model.sheets[1], 0, 0, { value: '改' });
  const second = await host.read('edited');
  expect(keptIn(first, second)).toEqual([]);
  expect(second.sheets[1].cells[0].value).toBe('改');
});

test('sixty sheets: one edited is read in two round trips, with little data', async () => {
  const sheets = Array.from({ length: 60 }, (_, place) => sheetOf(`表${place}`, { A1: '标题', C90: place }, ['A1:B1']));
  const { host, excel } = openInExcel(sheets);
  host.watch(() => undefined);
  await settle();
  const first = await host.read();
  excel.type('表7', A1, '改');
  await settle();
  const sent = excel.requests.length;
  const second = await host.read('edited');
  const requests = excel.requests.slice(sent, sent + 2);
  expect(keptIn(first, second)).toHaveLength(59);
  expect(
    requests.reduce((sum, { requestLength, responseLength }) => sum + requestLength + responseLength, 0),
  ).toBeLessThan(100000);
});

test.each([
  ['A1+$B$2*1.5E+3', false],
  ['SUM(A1:B9,C:C)&"甲!A1 合计"', false],
  ['IF(AND(A1>0,TRUE),ROUND(B2,2),"")', false],
  ['_xlfn.IFS(A1=1,"是")', false],
  ['SUM(3:3)', false],
  ["'目标 表'!A1", true],
  ['资金!A1', true],
  ['Sheet2!A1', true],
  ['[1]Sheet1!A1', true],
  ['预算总额*2', true],
  ['TaxRate*A1', true],
  ['YTD2024+XFE1', true],
  ['TAX2024+XFD1+az9', false],
  ['SUM(表1[金额])', true],
  ['TODAY()', true],
  ['INDIRECT("A"&B1)', true],
])('the formula =%s looks beyond its sheet: %s', (formula, expected) => {
  expect(reachesBeyondSheet(formula)).toBe(expected);
});
