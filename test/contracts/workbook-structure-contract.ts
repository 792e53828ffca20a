import { rowCells } from '../../src/core/changes/apply-row-changes';
import type { CellContent } from '../../src/core/changes/change-set';
import type { NewSheet } from '../../src/core/changes/operation';
import type { RowCell, RowChange } from '../../src/core/changes/row-change';
import {
  formatAddress,
  formatRange,
  parseAddress,
  parseRange,
  type CellRange,
} from '../../src/core/workbook/cell-address';
import type { SheetSnapshot } from '../../src/core/workbook/workbook-snapshot';
import { HostError } from '../../src/host/port/host-error';
import type { WorkbookHost } from '../../src/host/port/workbook-host';
import { buildXlsx } from '../support/build-xlsx';

const FORM = '目标表';
const MONEY = '资金表';
const BLANK: CellContent = { value: null, formula: null, numberFormat: 'General' };

const range = (text: string): CellRange => parseRange(text) as CellRange;
const cell = (column: number, value: string | number): RowCell => ({ column, content: { ...BLANK, value } });

const FILE = Buffer.from(
  buildXlsx({
    sheets: [
      { name: '说明', cells: { A1: '不要带走' } },
      {
        name: '模板',
        cells: { A1: '项目支出绩效目标表', A2: '金额', B2: { value: 1410, numberFormat: '#,##0.00' }, B3: '≥95%' },
        merges: ['A1:C1', 'A2:A3'],
      },
    ],
  }),
).toString('base64');

function newSheet(name: string): NewSheet {
  return { name, file: FILE, source: '模板' };
}

/** "B5 =SUM(B2:B4)" */
function cellsOf(sheet: SheetSnapshot | undefined): readonly string[] {
  if (!sheet) return ['no such sheet'];
  return sheet.cells.map(
    ({ row, column, value, formula }) =>
      `${formatAddress({ row, column })} ${formula === null ? String(value) : `=${formula}`}`,
  );
}

function areasOf(sheet: SheetSnapshot | undefined): readonly string[] {
  return sheet ? sheet.mergedAreas.map(formatRange).sort() : ['no such sheet'];
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'not refused',
    (reason: unknown) => reason,
  );
}

function expectHostError(error: unknown, code?: string): void {
  expect(error).toBeInstanceOf(HostError);
  if (code !== undefined) expect((error as HostError).code).toBe(code);
  expect((error as HostError).message).toMatch(/[\u4e00-\u9fff].*。$/);
}

/**
 * What a host does whose rows and sheets can come and go; called within the description of the contract. A host whose `capabilities.structure` is false refuses, and writes
 * nothing.
 */
export function describeStructure(hostUnderTest: () => WorkbookHost): void {
  const whereStructural = (name: string, run: (host: WorkbookHost) => Promise<void>): void =>
    test(name, async () => {
      const host = hostUnderTest();
      if (host.capabilities.structure) await run(host);
      else expectHostError(await refusal(host.changeRows([])), 'not-supported');
    });

  const write = (host: WorkbookHost, sheet: string, cells: Readonly<Record<string, Partial<CellContent>>>) =>
    host.apply({
      label: '试写',
      edits: Object.keys(cells).map((at) => {
        const address = parseAddress(at) as { row: number; column: number };
        return { sheet, address, before: BLANK, after: { ...BLANK, ...cells[at] } };
      }),
    });

  const sheetNamed = async (host: WorkbookHost, name: string): Promise<SheetSnapshot> => {
    const sheet = (await host.read()).findSheet(name);
    if (!sheet) throw new Error(name);
    return sheet;
  };

  const insertion = async (
    host: WorkbookHost,
    row: number,
    like: number,
    areas: readonly string[],
    cells: readonly RowCell[],
  ): Promise<RowChange> => {
    const beside = rowCells(await sheetNamed(host, FORM), like);
    return { kind: 'insert', sheet: FORM, row, like, beside, cells, mergedAreas: areas.map(range) };
  };

  const deletion = async (host: WorkbookHost, row: number): Promise<RowChange> => ({
    kind: 'delete',
    sheet: FORM,
    row,
    cells: rowCells(await sheetNamed(host, FORM), row),
  });

  whereStructural('rows at the end of a merged area and within it: it grows', async (host) => {
    expect(await host.changeRows([await insertion(host, 3, 2, ['A3:A4'], [cell(1, '≥5人')])])).toEqual([]);
    let form = await sheetNamed(host, FORM);
    expect(cellsOf(form)).toEqual([
      'A1 绩效目标申报表',
      'A2 项目编码',
      'B2 440304231151500205016',
      'A3 金额',
      'B3 48.45',
      'B4 ≥5人',
    ]);
    expect(areasOf(form)).toEqual(['A1:B1', 'A3:A4']);

    expect(await host.changeRows([await insertion(host, 3, 2, ['A3:A5'], [cell(1, 7)])])).toEqual([]);
    form = await sheetNamed(host, FORM);
    expect(cellsOf(form).slice(3)).toEqual(['A3 金额', 'B3 48.45', 'B4 7', 'B5 ≥5人']);
    expect(areasOf(form)).toEqual(['A1:B1', 'A3:A5']);
  });

  whereStructural('a new row has merged areas of its own, and those below move down', async (host) => {
    const inserted = await insertion(host, 1, 1, ['A2:C2'], [cell(0, '2025年度')]);
    expect(await host.changeRows([inserted])).toEqual([]);
    const form = await sheetNamed(host, FORM);
    expect(cellsOf(form).slice(0, 3)).toEqual(['A1 绩效目标申报表', 'A2 2025年度', 'A3 项目编码']);
    expect(areasOf(form)).toEqual(['A1:B1', 'A2:C2']);
  });

  whereStructural('a row goes: what stood below moves up, a merged area of one cell is none', async (host) => {
    await host.changeRows([await insertion(host, 3, 2, ['A3:A4'], [cell(1, '≥5人')])]);
    await write(host, FORM, { A5: { value: '备注' } });
    expect(await host.changeRows([await deletion(host, 3)])).toEqual([]);
    const form = await sheetNamed(host, FORM);
    expect(cellsOf(form).slice(3)).toEqual(['A3 金额', 'B3 48.45', 'A4 备注']);
    expect(areasOf(form)).toEqual(['A1:B1']);
  });

  whereStructural('formulas of all sheets follow the rows', async (host) => {
    await write(host, FORM, { C3: { formula: 'B3*2' }, C5: { formula: 'SUM(B2:B3,$B$3)' } });
    await write(host, MONEY, { A3: { formula: '目标表!B3+B1' }, A4: { formula: '目标表!C5' } });
    await host.changeRows([await insertion(host, 2, 1, [], [cell(0, '新行')])]);
    expect(cellsOf(await sheetNamed(host, FORM)).slice(3)).toEqual([
      'A3 新行',
      'A4 金额',
      'B4 48.45',
      'C4 =B4*2',
      'C6 =SUM(B2:B4,$B$4)',
    ]);
    expect(cellsOf(await sheetNamed(host, MONEY))).toEqual(['A1 合计', 'B1 12', 'A3 =目标表!B4+B1', 'A4 =目标表!C6']);
    await host.changeRows([await deletion(host, 3)]);
    expect(cellsOf(await sheetNamed(host, FORM)).slice(3)).toEqual(['A3 新行', 'C5 =SUM(B2:B3,#REF!)']);
    expect(cellsOf(await sheetNamed(host, MONEY))[2]).toBe('A3 =目标表!#REF!+B1');
  });

  whereStructural('several row changes are made one after the other', async (host) => {
    const first = await insertion(host, 2, 1, [], [cell(0, '甲'), cell(1, '一')]);
    const second: RowChange = {
      kind: 'insert',
      sheet: FORM,
      row: 3,
      like: 2,
      beside: [cell(0, '甲'), cell(1, '一')],
      cells: [cell(1, '二')],
      mergedAreas: [range('A3:A4')],
    };
    const third: RowChange = { ...(await deletion(host, 1)), row: 1 };
    expect(await host.changeRows([first, second, third])).toEqual([]);
    const form = await sheetNamed(host, FORM);
    expect(cellsOf(form)).toEqual(['A1 绩效目标申报表', 'A2 甲', 'B2 一', 'B3 二', 'A4 金额', 'B4 48.45']);
    expect(areasOf(form)).toEqual(['A1:B1', 'A2:A3']);
  });

  whereStructural('where one row change does not find what it expects, none is made', async (host) => {
    const before = cellsOf(await sheetNamed(host, FORM));
    const good = await insertion(host, 3, 2, [], [cell(1, '新')]);
    const stale: RowChange = { kind: 'delete', sheet: FORM, row: 1, cells: [cell(0, '别的')] };
    const elsewhere: RowChange = { kind: 'delete', sheet: '没有的表', row: 1, cells: [] };
    const conflicts = await host.changeRows([good, stale, elsewhere]);
    expect(conflicts.map(({ change }) => change)).toEqual([stale, elsewhere]);
    for (const { reason } of conflicts) expect(reason).toMatch(/^[^。]*[\u4e00-\u9fff][^。]*$/);
    const form = await sheetNamed(host, FORM);
    expect(cellsOf(form)).toEqual(before);
    expect(areasOf(form)).toEqual(['A1:B1']);
  });

  whereStructural('adds sheets behind another one, and takes them away again', async (host) => {
    await host.addSheets([newSheet('培训 (深圳)'), newSheet('图书')], FORM);
    const added = await host.read();
    expect(added.sheets.map(({ name }) => name)).toEqual([FORM, '培训 (深圳)', '图书', MONEY]);
    for (const name of ['培训 (深圳)', '图书']) {
      expect(cellsOf(added.findSheet(name))).toEqual(['A1 项目支出绩效目标表', 'A2 金额', 'B2 1410', 'B3 ≥95%']);
      expect(areasOf(added.findSheet(name))).toEqual(['A1:C1', 'A2:A3']);
      expect(added.findSheet(name)?.cellAt(1, 1)).toMatchObject({ numberFormat: '#,##0.00', text: '1,410.00' });
      expect(added.findSheet(name)?.visibility).toBe('visible');
    }
    await host.removeSheets(['图书', '培训 (深圳)']);
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual([FORM, MONEY]);
  });

  whereStructural('adds no sheet where a name is taken, in whatever case, or the place is unknown', async (host) => {
    await host.addSheets([newSheet('Form')], MONEY);
    expectHostError(await refusal(host.addSheets([newSheet('图书'), newSheet('FORM')], FORM)), 'conflict');
    expectHostError(await refusal(host.addSheets([newSheet('图书')], '没有的表')), 'gone');
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual([FORM, MONEY, 'Form']);
  });

  whereStructural('removes neither an unknown sheet nor the last visible one', async (host) => {
    expectHostError(await refusal(host.removeSheets([MONEY, '没有的表'])), 'gone');
    expectHostError(await refusal(host.removeSheets([FORM, MONEY])));
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual([FORM, MONEY]);
  });

  whereStructural('no cell of an unprotected sheet is locked', async (host) => {
    const cells = [
      { sheet: FORM, address: { row: 1, column: 1 } },
      { sheet: MONEY, address: { row: 40, column: 9 } },
    ];
    expect(await host.findLocked(cells)).toEqual([]);
  });
}
