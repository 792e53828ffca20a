import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../../src/host/xlsx';
import { HostError } from '../../../src/host/port/host-error';
import type { WorkbookChange } from '../../../src/host/port/workbook-host';
import { createBrowserStorage } from '../../../src/host/excel/browser-storage';
import { ExcelHost } from '../../../src/host/excel';
import type { CellAddress } from '../../../src/core/workbook/cell-address';
import { buildXlsx } from '../../support/build-xlsx';
import { sheetOf } from '../../support/build-form';
import { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import { loadOfficeClient } from '../../support/excel-host/office-client';
import { insertFromFile } from '../../support/excel-host/inserted-sheets';
import { changeCell, modelOf, sheetNamed, type ModelSheet } from '../../support/excel-host/workbook-model';
import { openInExcel, refusalOf, settle } from './open-in-excel';

const SHEETS = [sheetOf('目标表', { A1: '绩效目标表' }), sheetOf('资金表', { A1: '合计' })];
const LEVELS = ['1.4', '1.7', '1.9', '1.13', '1.15'];

const TEMPLATES = path.join(__dirname, '../../../assets/templates');
const templateFiles = readdirSync(TEMPLATES).filter((name) => name.endsWith('.xlsx'));

const SMALL = Buffer.from(
  buildXlsx({
    sheets: [
      { name: '图书', cells: { A1: '图书' } },
      { name: '培训', cells: { A1: '培训', A2: '007' } },
    ],
  }),
).toString('base64');

/** All of a sheet but what Excel calls it. */
function looksOf({ id: _, name: _name, cells, ...sheet }: ModelSheet, isLeftOut: (name: string) => boolean) {
  const lookOf = (look: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(look).filter(([name]) => !isLeftOut(name)));
  return {
    ...sheet,
    cells: [...cells].sort(([a], [b]) => a - b).map(([place, cell]) => [place, { ...cell, look: lookOf(cell.look) }]),
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
    mergedAreas: [...sheet.mergedAreas].sort((a, b) => a.top - b.top || a.left - b.left),
  };
}

describe.each(LEVELS)('ExcelApi %s', (level) => {
  test.each(templateFiles)('%s comes with values, looks, widths, merged areas, print setup', async (file) => {
    const bytes = readFileSync(path.join(TEMPLATES, file));
    const source = openXlsx(bytes).snapshot.sheets[0].name;
    const { host, model } = openInExcel(SHEETS, level);
    await host.addSheets([{ name: '转换', file: bytes.toString('base64'), source }], '目标表');
    expect(model.sheets.map(({ name }) => name)).toEqual(['目标表', '转换', '资金表']);

    const wanted = insertFromFile(modelOf('', SHEETS), bytes.toString('base64'), source)!;
    const isOld = level === '1.4' || level === '1.7';
    if (isOld) Object.assign(wanted, { page: {}, showGridlines: true });
    if (level === '1.4') Object.assign(wanted, { frozen: { rows: 0, columns: 0 }, tabColor: '' });
    const isLeftOut = (name: string): boolean => isOld && /indentLevel|strikethrough/.test(name);
    expect(looksOf(model.sheets[1], isLeftOut)).toEqual(looksOf(wanted, isLeftOut));
  });

  test('names that are taken for a moment; texts stay texts', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    const sheets = [
      { name: '培训', file: SMALL, source: '图书' },
      { name: '图书', file: SMALL, source: '培训' },
      { name: '培训 (2)', file: SMALL, source: '培训' },
    ];
    await host.addSheets(sheets, '资金表');
    expect(model.sheets.map(({ name }) => name)).toEqual(['目标表', '资金表', '培训', '图书', '培训 (2)']);
    const [training, books] = model.sheets.slice(2).map(({ cells }) => [...cells.values()].map(({ value }) => value));
    expect([training, books]).toEqual([['图书'], ['培训', '007']]);
  });

  test('own sheets are not told as edits of the user, those of the user are', async () => {
    const { host, excel } = openInExcel(SHEETS, level);
    const told: WorkbookChange[] = [];
    host.watch((change) => told.push(change));
    await host.read();
    await settle();
    await host.addSheets([{ name: '培训', file: SMALL, source: '图书' }], '资金表');
    await settle();
    await host.removeSheets(['培训']);
    await settle();
    expect(told).toEqual([]);
    excel.addSheet(sheetOf('新表', {}));
    excel.deleteSheet('新表');
    await settle();
    expect(told).toEqual(level === '1.4' ? [] : [{ kind: 'edited' }, { kind: 'edited' }]);
    expect((await host.read('edited')).sheets.map(({ name }) => name)).toEqual(['目标表', '资金表']);
  });

  test('a protected workbook is left alone, and named', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    model.isStructureProtected = true;
    const before = structuredClone(model.sheets.map(({ name }) => name));
    const refusal = { code: 'protected', message: '工作簿的结构受保护，不能增加或删除工作表。' };
    expect(await refusalOf(host.addSheets([{ name: '培训', file: SMALL, source: '图书' }], '资金表'))).toMatchObject(
      refusal,
    );
    expect(await refusalOf(host.removeSheets(['资金表']))).toMatchObject(refusal);
    expect(model.sheets.map(({ name }) => name)).toEqual(before);
  });

  test('what was begun is taken away again', async () => {
    const { host, excel, model } = openInExcel(SHEETS, level);
    const sheets = ['甲', '乙'].map((name) => ({ name, file: SMALL, source: '图书' }));
    const isAdding = ({ Actions, ObjectPaths }: { Actions: readonly { Name: string }[]; ObjectPaths: object }) =>
      /Insert(?:Worksheets)|"Name":"Add"/.test(JSON.stringify([Actions, ObjectPaths]));
    excel.failNext('GeneralException', 1, isAdding);
    expect(await refusalOf(host.addSheets(sheets, '资金表'))).toMatchObject({ code: 'internal' });
    expect(model.sheets.map(({ name }) => name)).toEqual(['目标表', '资金表']);
  });

  test('sheets that are hidden go too', async () => {
    const { host, model } = openInExcel([...SHEETS, sheetOf('藏', { A1: 1 }, [], { visibility: 'veryHidden' })], level);
    await host.removeSheets(['藏', '目标表']);
    expect(model.sheets.map(({ name }) => name)).toEqual(['资金表']);
    expect(await refusalOf(host.removeSheets(['资金表']))).toMatchObject({
      message: '不能删除：工作簿至少要有一张显示的工作表。',
    });
  });

  test('locked cells of protected sheets are found; nothing is asked where none is protected', async () => {
    const { host, excel, model } = openInExcel(SHEETS, level);
    const [form] = model.sheets;
    const at = (row: number, column: number): { sheet: string; address: CellAddress } => ({
      sheet: '目标表',
      address: { row, column },
    });
    await host.read();
    const { roundTrips } = excel;
    expect(await host.findLocked([at(0, 0), { sheet: '资金表', address: { row: 0, column: 0 } }])).toEqual([]);
    expect(excel.roundTrips).toBe(roundTrips);
    form.isProtected = true;
    changeCell(form, 1, 1, { isLocked: false });
    await host.read();
    expect(await host.findLocked([at(0, 0), at(1, 1), at(2, 2)])).toEqual([at(0, 0), at(2, 2)]);
    expect(await refusalOf(host.findLocked([{ sheet: '没有', address: { row: 0, column: 0 } }]))).toMatchObject({
      code: 'gone',
    });
  });
});

test('without a reader of files an old Excel says that it cannot', async () => {
  const model = modelOf('表.xlsx', SHEETS);
  const page = { localStorage: {} } as unknown as Window;
  const host = ExcelHost.open(
    loadOfficeClient(new ExcelSimulator(model, '1.9')),
    createBrowserStorage(page, undefined),
  );
  const refusal: unknown = await host
    .addSheets([{ name: '培训', file: SMALL, source: '图书' }], '资金表')
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(HostError);
  expect((refusal as HostError).message).toBe('这个版本的 Excel 不能从文件中加入工作表。');
  expect(sheetNamed(model, '资金表')).toBe(model.sheets[1]);
});
