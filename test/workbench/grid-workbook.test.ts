import { BorderStyleTypes, CellValueType, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import { WorkbookSnapshot } from '../../src/core/workbook/workbook-snapshot';
import type { CellLook, SheetAppearance, WorkbookAppearance } from '../../src/host/xlsx/appearance';
import { styleOfLook } from '../../src/workbench/grid/cell-style';
import { gridWorkbookOf } from '../../src/workbench/grid/grid-workbook';
import { documentOfRichText, textOfDocument } from '../../src/workbench/grid/rich-text';
import { sheetOf } from '../support/build-form';

const FONT = {
  name: 'Arial',
  size: 10.5,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruck: false,
  color: null,
};

const PLAIN: CellLook = {
  font: FONT,
  fill: null,
  horizontal: 'general',
  vertical: 'bottom',
  wrapsText: false,
  indent: 0,
  rotation: 0,
  numberFormat: 'General',
  borders: {},
  isLocked: true,
};

function looksOf(name: string, more: Partial<SheetAppearance> = {}): SheetAppearance {
  return {
    name,
    cells: [],
    rowStyles: new Map(),
    columnStyles: new Map(),
    rowHeights: new Map(),
    columnWidths: new Map(),
    defaultRowHeight: 18,
    defaultColumnWidth: 72,
    frozenRows: 0,
    frozenColumns: 0,
    tabColor: null,
    showsGridlines: true,
    notes: [],
    ...more,
  };
}

describe('the look of a cell', () => {
  test('a plain one sets its font and stands at the bottom', () => {
    expect(styleOfLook(PLAIN)).toEqual({ ff: 'Arial', fs: 10.5, vt: VerticalAlign.BOTTOM });
  });

  test('fill, wrapping, alignment, number format, borders and font marks come over', () => {
    const style = styleOfLook({
      ...PLAIN,
      font: { ...FONT, isBold: true, color: '#FF0000' },
      fill: '#D9D9D9',
      horizontal: 'center',
      vertical: 'center',
      wrapsText: true,
      numberFormat: '0.0%',
      borders: { top: { style: 'double', color: '#000000' }, left: { style: 'thin', color: '#111111' } },
    });
    expect(style).toMatchObject({
      bl: 1,
      cl: { rgb: '#FF0000' },
      bg: { rgb: '#D9D9D9' },
      ht: HorizontalAlign.CENTER,
      vt: VerticalAlign.MIDDLE,
      tb: WrapStrategy.WRAP,
      n: { pattern: '0.0%' },
      bd: {
        t: { s: BorderStyleTypes.DOUBLE, cl: { rgb: '#000000' } },
        l: { s: BorderStyleTypes.THIN, cl: { rgb: '#111111' } },
      },
    });
  });

  test('a Chinese font is named with its kin on other systems', () => {
    expect(styleOfLook({ ...PLAIN, font: { ...FONT, name: '宋体' } }).ff).toMatch(/^宋体, SimSun, .*, serif$/);
  });

  test('an indent moves the side the text stands on; letters turn or stack', () => {
    expect(styleOfLook({ ...PLAIN, indent: 2 }).pd).toEqual({ l: 20 });
    expect(styleOfLook({ ...PLAIN, indent: 1, horizontal: 'right' }).pd).toEqual({ r: 11 });
    expect(styleOfLook({ ...PLAIN, rotation: 90 }).tr).toEqual({ a: -90 });
    expect(styleOfLook({ ...PLAIN, rotation: 255 }).tr).toEqual({ a: 0, v: 1 });
  });
});

test('rich text keeps its runs and gives its text back', () => {
  const document = documentOfRichText(
    'x',
    [
      { text: '*', font: { ...FONT, color: '#FF0000' } },
      { text: '项目\n名称', font: null },
    ],
    PLAIN,
  );
  expect(document.body?.textRuns?.map(({ st, ed, ts }) => [st, ed, ts?.cl?.rgb])).toEqual([
    [0, 1, '#FF0000'],
    [1, 6, undefined],
  ]);
  expect(textOfDocument(document)).toBe('*项目\n名称');
});

describe('the picture of a workbook', () => {
  const snapshot = new WorkbookSnapshot('申报表.xlsx', [
    {
      ...sheetOf(
        '表',
        { A1: '标题', A2: '440304231151500205016', B2: 48.45, C2: { value: 3, formula: 'B2*2' }, D2: true },
        ['A1:D1', 'A9:XFD1048576'],
      ),
      hiddenRows: [4],
      hiddenColumns: [3],
    },
    sheetOf('隐藏表', {}, [], { visibility: 'hidden' }),
  ]);
  const appearance: WorkbookAppearance = {
    styles: [PLAIN, { ...PLAIN, fill: '#D9D9D9' }],
    sheets: [
      looksOf('表', {
        cells: [
          { row: 0, column: 0, style: 1 },
          { row: 0, column: 1, style: 1 },
          { row: 1, column: 0, style: 1 },
        ],
        rowHeights: new Map([[0, 40]]),
        rowStyles: new Map([[7, 1]]),
        columnWidths: new Map([[1, 200]]),
        frozenRows: 2,
        notes: [{ address: { row: 1, column: 1 }, text: '万元' }],
      }),
      looksOf('隐藏表'),
    ],
  };
  const grid = gridWorkbookOf(snapshot, appearance);
  const sheet = grid.sheets['sheet-0'];

  test('holds values with their kinds, formulas and styles', () => {
    expect(sheet.cellData?.[0][0]).toEqual({ v: '标题', t: CellValueType.STRING, s: 'style-1' });
    expect(sheet.cellData?.[0][1]).toEqual({ s: 'style-1' });
    expect(sheet.cellData?.[1][1]).toEqual({ v: 48.45, t: CellValueType.NUMBER });
    expect(sheet.cellData?.[1][2]).toEqual({ v: 3, t: CellValueType.NUMBER, f: '=B2*2' });
    expect(sheet.cellData?.[1][3]).toEqual({ v: 1, t: CellValueType.BOOLEAN });
  });

  test('shows long codes in text cells that look the same otherwise', () => {
    expect(sheet.cellData?.[1][0].s).toBe('style-1-text');
    expect(grid.styles['style-1-text']).toEqual({ ...grid.styles['style-1'], n: { pattern: '@' } });
  });

  test('holds sizes, hidden rows and columns, frozen panes, notes and hidden sheets', () => {
    expect(sheet.rowData).toEqual({ 0: { h: 40, ia: 0 }, 4: { hd: 1 }, 7: { s: 'style-1' } });
    expect(sheet.columnData).toEqual({ 1: { w: 200 }, 3: { hd: 1 } });
    expect(sheet.freeze).toEqual({ xSplit: 0, ySplit: 2, startRow: 2, startColumn: -1 });
    expect(JSON.parse(grid.resources?.[0].data ?? '')['sheet-0'][1][1].note).toBe('万元');
    expect(grid.sheets['sheet-1'].hidden).toBe(1);
  });

  test('ends merged areas where the grid ends', () => {
    const [, endless] = sheet.mergeData ?? [];
    expect(endless.endRow).toBe((sheet.rowCount ?? 0) - 1);
    expect(endless.endColumn).toBe((sheet.columnCount ?? 0) - 1);
  });

  test('shows what cells hold now, with its number format, instead of what the file says', () => {
    const looks = looksOf('表', {
      cells: [{ row: 0, column: 0, style: 1, richText: [{ text: '标题', font: null }] }],
    });
    const workbook = new WorkbookSnapshot('a.xlsx', [sheetOf('表', { A1: '标题', B1: 5, C1: 7 })]);
    const at = (column: number, value: string | number | null, numberFormat = 'General') => {
      const now = { value, formula: null, numberFormat, text: '', isError: false };
      return { sheet: '表', address: { row: 0, column }, now };
    };
    const { sheets } = gridWorkbookOf(workbook, { ...appearance, sheets: [looks] }, [
      at(0, '改过'),
      at(1, 0.5, '0%'),
      at(2, null),
    ]);
    expect(sheets['sheet-0'].cellData?.[0]).toEqual({
      0: { v: '改过', t: CellValueType.STRING, s: 'style-1' },
      1: { v: 0.5, t: CellValueType.NUMBER, s: { n: { pattern: '0%' } } },
      2: { s: undefined },
    });
  });
});
