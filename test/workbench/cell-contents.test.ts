import type { CellValue } from '../../src/core/workbook/workbook-snapshot';
import { WorkbookSnapshot } from '../../src/core/workbook/workbook-snapshot';
import { editsAgainst, formatForFile, type GridCell, type TouchedCell } from '../../src/workbench/grid/cell-contents';
import { CurrentSnapshot } from '../../src/workbench/grid/current-snapshot';
import { sheetOf } from '../support/build-form';

const FILE = new WorkbookSnapshot('申报表.xlsx', [
  sheetOf(
    '表',
    {
      A1: '标题',
      A2: '440304231151500205016',
      B2: { value: 48.45, rawNumber: '48.450' },
      C2: { value: 100, formula: 'B2*2' },
    },
    ['A1:C1'],
  ),
  sheetOf('另一表', { A1: 1 }),
]);

function touched(row: number, column: number, value: CellValue, more: Partial<GridCell> = {}): TouchedCell {
  const now = { value, formula: null, numberFormat: 'General', text: String(value ?? ''), isError: false, ...more };
  return { sheet: '表', address: { row, column }, now };
}

describe('edits against the file', () => {
  test('name what stood there and what stands there now', () => {
    expect(editsAgainst(FILE, [touched(1, 1, 50)])).toEqual([
      {
        sheet: '表',
        address: { row: 1, column: 1 },
        before: { value: 48.45, formula: null, numberFormat: 'General' },
        after: { value: 50, formula: null, numberFormat: 'General' },
      },
    ]);
  });

  test('leave out cells put back, recalculated formulas and blanks that were blank', () => {
    const cells = [
      touched(1, 1, 48.45),
      touched(1, 2, 120, { formula: 'B2*2' }),
      touched(8, 8, null),
      touched(9, 9, ''),
    ];
    expect(editsAgainst(FILE, cells)).toEqual([]);
  });

  test('hold a changed formula, a cleared cell and a number format alone', () => {
    const cells = [
      touched(1, 2, 145.35, { formula: 'B2*3' }),
      touched(1, 0, null),
      touched(1, 1, 48.45, { numberFormat: '0.00' }),
    ];
    expect(editsAgainst(FILE, cells).map(({ after }) => after)).toEqual([
      { value: 145.35, formula: 'B2*3', numberFormat: 'General' },
      { value: null, formula: null, numberFormat: 'General' },
      { value: 48.45, formula: null, numberFormat: '0.00' },
    ]);
  });

  test('the text format that codes are only shown in does not count', () => {
    expect(formatForFile(FILE.sheets[0].cellAt(1, 0), '@', null)).toBe('General');
    expect(formatForFile(FILE.sheets[0].cellAt(1, 1), '@', null)).toBe('@');
    expect(formatForFile(undefined, '@', null)).toBe('@');
  });

  test('nor does the one that the grid shows the result of a formula in', () => {
    expect(formatForFile(FILE.sheets[0].cellAt(1, 2), '0.00%', 'B2*2')).toBe('General');
    expect(formatForFile(FILE.sheets[0].cellAt(1, 2), '0.00%', '50%')).toBe('0.00%');
    expect(formatForFile(FILE.sheets[0].cellAt(1, 2), '0%', null)).toBe('0%');
  });
});

describe('the workbook with its edits', () => {
  test('is the file itself as long as nothing was touched', () => {
    expect(new CurrentSnapshot(FILE).with([])).toBe(FILE);
  });

  test('has changed, new and recalculated cells in order, and no cleared ones', () => {
    const now = new CurrentSnapshot(FILE).with([
      touched(5, 0, '新'),
      touched(1, 0, null),
      touched(1, 1, 50),
      touched(1, 2, 100.5, { formula: 'B2*2', text: '100.5' }),
    ]);
    expect(now.sheets[0].cells.map(({ row, column, value, formula }) => [row, column, value, formula])).toEqual([
      [0, 0, '标题', null],
      [1, 1, 50, null],
      [1, 2, 100.5, 'B2*2'],
      [5, 0, '新', null],
    ]);
    expect(now.sheets[0].cellAt(1, 1)?.rawNumber).toBe('50');
    expect(now.sheets[1].content).toBe(FILE.sheets[1].content);
    expect(now.sheets[0].mergedAreas).toEqual(FILE.sheets[0].mergedAreas);
  });

  test('keeps the digits of the file for a cell that was put back or moved by a rounding only', () => {
    const now = new CurrentSnapshot(FILE).with([
      touched(1, 1, 48.45),
      touched(1, 2, 100.00000000001, { formula: 'B2*2' }),
    ]);
    expect(now.sheets[0].cellAt(1, 1)?.rawNumber).toBe('48.450');
    expect(now.sheets[0].cellAt(1, 2)?.value).toBe(100);
  });

  test('a sheet is the same content until one of its touched cells holds something else', () => {
    const current = new CurrentSnapshot(FILE);
    const [first] = current.with([touched(1, 1, 50)]).sheets;
    expect(current.with([touched(1, 1, 50)]).sheets[0].content).toBe(first.content);
    const [second] = current.with([touched(1, 1, 51)]).sheets;
    expect(second.content).not.toBe(first.content);
    expect(second.cellAt(1, 1)?.value).toBe(51);
  });

  test('shows nothing of cells that a merged area covers', () => {
    expect(new CurrentSnapshot(FILE).with([touched(0, 1, '藏')]).sheets[0].cellAt(0, 1)).toBeUndefined();
  });

  test('of another file that is shown, sheets that hold the same are the content that was read before', () => {
    const former = new CurrentSnapshot(FILE).with([touched(1, 1, 50)]);
    const [first, second] = former.sheets.map(({ content }) => ({
      ...content,
      cells: content.cells.map((cell) => ({ ...cell })),
    }));
    const next = new WorkbookSnapshot('a.xlsx', [{ ...first, mergedAreas: [] }, second]);
    const now = new CurrentSnapshot(next, former).with([]);
    expect(now.sheets[0].content).toBe(next.sheets[0].content);
    expect(now.sheets[1].content).toBe(former.sheets[1].content);
  });
});
