import fc from 'fast-check';
import { formulaAfterRow, rangeAfterRow, type RowShift } from '../../../src/core/changes/shift-references';
import { formatAddress, parseAddress } from '../../../src/core/workbook/cell-address';

const insertAt = (line: number): RowShift => ({ kind: 'insert', sheet: '资金 表', row: line - 1 });
const deleteAt = (line: number): RowShift => ({ kind: 'delete', sheet: '资金 表', row: line - 1 });

describe('a row comes above row 5', () => {
  test.each([
    ['A4+A5', 'A4+A6'],
    ['$A$5*B$7', '$A$6*B$8'],
    ['SUM(A1:A4)', 'SUM(A1:A4)'],
    ['SUM(A1:A5)', 'SUM(A1:A6)'],
    ['SUM(A5:A9)', 'SUM(A6:A10)'],
    ['SUM(A9:A5)', 'SUM(A10:A6)'],
    ['SUM(A:A)+SUM($B:C)', 'SUM(A:A)+SUM($B:C)'],
    ['SUM(3:4,$5:9)', 'SUM(3:4,$6:10)'],
    ['SUM(A1:A1048576)', 'SUM(A1:A1048576)'],
    ['A1048576', '#REF!'],
    ["'资金 表'!A5+'资金表'!A5", "'资金 表'!A6+'资金表'!A5"],
    ['目标表!A5+A5', '目标表!A5+A6'],
    ["'[旧.xlsx]资金 表'!A5+[1]目标表!A5", "'[旧.xlsx]资金 表'!A5+[1]目标表!A5"],
    ["'目标:资金 表'!A5", "'目标:资金 表'!A5"],
    ['目标:合计!A5', '目标:合计!A5'],
    ['IF(A5="A5见""B7""",LOG10(A9),1E5)', 'IF(A6="A5见""B7""",LOG10(A10),1E5)'],
    ['表1[[#This Row],[A5]]+表1[A5]', '表1[[#This Row],[A5]]+表1[A5]'],
    ['税率5+_A5+A5.B5+A5_率+XFE5', '税率5+_A5+A5.B5+A5_率+XFE5'],
    ['A5:INDEX(B5:B9,2)', 'A6:INDEX(B6:B10,2)'],
    ['#REF!+A5%', '#REF!+A6%'],
    ['a5&"年"&A5', 'a6&"年"&A6'],
    ['A5#', 'A6#'],
    ['-A5^2<>A6', '-A6^2<>A7'],
  ])('%s becomes %s', (formula, expected) => {
    expect(formulaAfterRow(formula, '资金 表', insertAt(5))).toBe(expected);
  });
});

describe('row 5 goes', () => {
  test.each([
    ['A4+A5+A6', 'A4+#REF!+A5'],
    ["'资金 表'!$A$5", "'资金 表'!#REF!"],
    ['SUM(A5:B5)', 'SUM(#REF!)'],
    ['SUM(5:5)', 'SUM(#REF!)'],
    ['SUM(A1:A5)', 'SUM(A1:A4)'],
    ['SUM(A5:A9)', 'SUM(A5:A8)'],
    ['SUM($A$9:$A$5)', 'SUM($A$8:$A$5)'],
    ['SUM(6:9)', 'SUM(5:8)'],
    ['A:A', 'A:A'],
    ['"A5"', '"A5"'],
  ])('%s becomes %s', (formula, expected) => {
    expect(formulaAfterRow(formula, '资金 表', deleteAt(5))).toBe(expected);
  });
});

test('formulas of other sheets follow where they name the sheet, in whatever case', () => {
  const shift: RowShift = { kind: 'insert', sheet: 'Sheet1', row: 4 };
  expect(formulaAfterRow('A5+SHEET1!A5+Sheet1!A1:A5', '目标表', shift)).toBe('A5+SHEET1!A6+Sheet1!A1:A6');
  expect(formulaAfterRow("'it''s'!A5", '', { ...shift, sheet: "it's" })).toBe("'it''s'!A6");
  expect(formulaAfterRow('A5', '', shift)).toBe('A5');
});

const line = fc.integer({ min: 0, max: 40 });
const corner = fc.record({ row: line, column: fc.integer({ min: 0, max: 30 }) });

test('a reference shows the same cell after a row came, and again after it went', () => {
  fc.assert(
    fc.property(corner, line, (address, row) => {
      const formula = formatAddress(address);
      const after = formulaAfterRow(formula, '表', { kind: 'insert', sheet: '表', row });
      expect(parseAddress(after)).toEqual({ ...address, row: address.row >= row ? address.row + 1 : address.row });
      expect(formulaAfterRow(after, '表', { kind: 'delete', sheet: '表', row })).toBe(formula);
    }),
  );
});

test('an area holds after a row went the rows it held, but for that one', () => {
  fc.assert(
    fc.property(line, line, line, (a, b, gone) => {
      const area = { top: Math.min(a, b), bottom: Math.max(a, b), left: 1, right: 2 };
      const held: number[] = [];
      for (let row = area.top; row <= area.bottom; row += 1) if (row !== gone) held.push(row > gone ? row - 1 : row);
      const after = rangeAfterRow(area, { kind: 'delete', row: gone });
      if (held.length === 0) expect(after).toBeNull();
      else expect(after).toEqual({ ...area, top: held[0], bottom: held[held.length - 1] });
    }),
  );
});
