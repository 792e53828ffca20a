import fc from 'fast-check';
import { formatAddress, formatRange, parseAddress, parseRange } from '../../../src/core/workbook/cell-address';
import { sheetOf, workbookOf } from '../../support/build-form';

test('地址写出再读不变', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1048575 }), fc.integer({ min: 0, max: 16383 }), (row, column) => {
      expect(parseAddress(formatAddress({ row, column }))).toEqual({ row, column });
    }),
  );
});

test('地址和区域的写法', () => {
  expect([formatAddress({ row: 8, column: 1 }), formatAddress({ row: 1048575, column: 16383 })]).toEqual([
    'B9',
    'XFD1048576',
  ]);
  expect(parseRange('$E$12:B9')).toEqual({ top: 8, left: 1, bottom: 11, right: 4 });
  expect(formatRange({ top: 8, left: 1, bottom: 8, right: 1 })).toBe('B9');
  expect(['', 'B0', 'XFE1', 'A1048577', '1A', 'A1:B2:C3', '表!A1'].map((text) => parseRange(text))).toEqual(
    Array(7).fill(undefined),
  );
});

test('合并区里的任何位置都看到左上角的内容', () => {
  const [sheet] = workbookOf(sheetOf('表', { A1: '标题', B3: 5 }, ['A1:C2', 'E70:F200'])).sheets;
  expect(sheet.shownCellAt(1, 2)?.text).toBe('标题');
  expect(sheet.cellAt(1, 2)).toBeUndefined();
  expect(formatRange(sheet.areaAt(1, 2))).toBe('A1:C2');
  expect(formatRange(sheet.areaAt(2, 1))).toBe('B3');
  expect(sheet.usedRange && formatRange(sheet.usedRange)).toBe('A1:C3');
});

test('整列整表的合并不拖慢也不撑大', () => {
  const [sheet] = workbookOf(sheetOf('表', { A1: '全表' }, ['A1:XFD1048576'])).sheets;
  expect(sheet.shownCellAt(900000, 9000)?.text).toBe('全表');
});

test('空白表没有已用区域', () => {
  expect(workbookOf(sheetOf('空', {}, ['A1:B2'])).sheets[0].usedRange).toBeNull();
});

test('几行里的单元格', () => {
  const [sheet] = workbookOf(sheetOf('表', { A1: '一', C3: '二', A3: '三', B4: '四', A9: '五' })).sheets;
  const textsOf = (top: number, bottom: number): string =>
    sheet
      .cellsOfRows(top, bottom)
      .map(({ text }) => text)
      .join('');
  expect([textsOf(0, 0), textsOf(1, 3), textsOf(2, 2), textsOf(4, 7), textsOf(3, 100)]).toEqual([
    '一',
    '三二四',
    '三二',
    '',
    '四五',
  ]);
});
