import type { CellContent } from '../../../src/core/changes/change-set';
import { formatAddress, parseAddress, type CellAddress } from '../../../src/core/workbook/cell-address';
import { openXlsx, XlsxError, XlsxHost } from '../../../src/host/xlsx';
import { CONTRACT_NAME, CONTRACT_SHEETS, describeWorkbookHost } from '../../contracts/workbook-host-contract';
import { formatRange } from '../../../src/core/workbook/cell-address';
import { buildXlsx } from '../../support/build-xlsx';
import { pack, STYLES, worksheet } from './package-parts';
import { changedParts, listCells } from './workbook-edits';

function contractBytes(): Uint8Array {
  return buildXlsx({
    sheets: CONTRACT_SHEETS.map((sheet) => ({
      name: sheet.name,
      cells: Object.fromEntries(sheet.cells.map((cell) => [formatAddress(cell), cell.value])),
      merges: sheet.mergedAreas.map(formatRange),
    })),
  });
}

const makeHost = (): XlsxHost => new XlsxHost(openXlsx(contractBytes(), { name: CONTRACT_NAME }));

describeWorkbookHost('XlsxHost', async () => {
  const host = makeHost();
  return {
    host,
    async typeText(address: CellAddress, text: string) {
      const [sheet] = (await host.read()).sheets;
      const cell = sheet.cellAt(address.row, address.column);
      const numberFormat = cell?.numberFormat ?? 'General';
      const before: CellContent = { value: cell?.value ?? null, formula: cell?.formula ?? null, numberFormat };
      const after: CellContent = { value: text, formula: null, numberFormat };
      await host.applyAsUser({ label: '输入', edits: [{ sheet: sheet.name, address, before, after }] });
    },
    close: () => Promise.resolve(),
  };
});

const AMOUNT = parseAddress('B3') as CellAddress;
const number = (value: number): CellContent => ({ value, formula: null, numberFormat: 'General' });

test('保存的文件含有已写入的修改，标记不进入文件', async () => {
  const host = makeHost();
  const range = { top: 2, left: 1, bottom: 2, right: 1 };
  await host.mark([{ sheet: '目标表', range, severity: 'error' }]);
  await host.select('目标表', range);
  expect(host.save()).toEqual(contractBytes());
  expect(host.marks).toEqual([{ sheet: '目标表', range, severity: 'error' }]);
  expect(host.selection).toEqual({ sheet: '目标表', range });
  await host.apply({
    label: '改金额',
    edits: [{ sheet: '目标表', address: AMOUNT, before: number(48.45), after: number(50) }],
  });
  expect(changedParts(contractBytes(), host.save())).toEqual(['xl/worksheets/sheet1.xml']);
  expect(listCells(openXlsx(host.save()))).toEqual([
    '目标表!A1 = "绩效目标申报表" {General}',
    '目标表!A2 = "项目编码" {General}',
    '目标表!B2 = "440304231151500205016" {General}',
    '目标表!A3 = "金额" {General}',
    '目标表!B3 = 50 {General}',
    '目标表 merges A1:B1',
    '资金表!A1 = "合计" {General}',
    '资金表!B1 = 12 {General}',
  ]);
});

test('一处不能写入，则全部不写', async () => {
  const bytes = buildXlsx({
    sheets: [{ name: '锁', cells: { A1: { value: 1, unlocked: true }, A2: 2 }, isProtected: true }],
  });
  const host = new XlsxHost(openXlsx(bytes, { name: '锁.xlsx' }));
  const edits = ['A1', 'A2'].map((text, index) => ({
    sheet: '锁',
    address: parseAddress(text) as CellAddress,
    before: number(index + 1),
    after: number(9),
  }));
  const error: unknown = await host.apply({ label: '改', edits }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(XlsxError);
  expect((error as XlsxError).message).toBe('工作表“锁”受保护，不能修改单元格 A2。');
  expect((error as XlsxError).advice).toBe('请在 Excel 中撤销工作表保护后再试。');
  expect((await host.read()).sheets[0].cells.map((cell) => cell.value)).toEqual([1, 2]);
});

test('受保护的工作表：锁定的单元格按自身、行、列的格式，合并区域按左上角；未保护的一律可写', async () => {
  const styles = STYLES.replace(
    '</cellXfs>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>',
  );
  const rows = '<row r="1"><c r="A1" s="3"/><c r="B1"/></row><row r="2" s="3" customFormat="1"><c r="A2"/></row>';
  const columns = '<cols><col min="4" max="4" width="9" style="3"/></cols>';
  const merged = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:D1"/></mergeCells>';
  const host = new XlsxHost(
    openXlsx(
      pack({
        sheets: [
          { name: '护', xml: worksheet(rows, `<sheetProtection sheet="1"/>${merged}`, columns) },
          { name: '开', xml: worksheet(rows, '', columns) },
        ],
        styles,
      }),
    ),
  );
  const places = ['A1', 'B1', 'A2', 'B2', 'D1', 'D9', 'E9'].map((text) => parseAddress(text) as CellAddress);
  const lockedOf = async (sheet: string): Promise<string[]> =>
    (await host.findLocked(places.map((address) => ({ sheet, address })))).map(({ address }) => formatAddress(address));
  expect(await lockedOf('护')).toEqual(['B1', 'D1', 'E9']);
  expect(await lockedOf('开')).toEqual([]);
  await expect(host.findLocked([{ sheet: '没有', address: places[0] }])).rejects.toMatchObject({ code: 'gone' });
});
