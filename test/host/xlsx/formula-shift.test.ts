import { shiftFormula } from '../../../src/host/xlsx/reading/formula-shift';

test.each([
  ['A1+B2', 1, 1, 'B2+C3'],
  ['$A$1+$A1+A$1', 2, 3, '$A$1+$A3+D$1'],
  ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
  ['"A1"&A1&"say ""B2"""', 1, 0, '"A1"&A2&"say ""B2"""'],
  ["'A1 表'!A1+表2!B2+Sheet1!C3", 1, 0, "'A1 表'!A2+表2!B3+Sheet1!C4"],
  ['AB1!A1', 1, 0, 'AB1!A2'],
  ['[1]Sheet1!A1+表格1[金额]+表格1[[#This Row],[A1]]', 1, 0, '[1]Sheet1!A2+表格1[金额]+表格1[[#This Row],[A1]]'],
  ['LOG10(A1)+ATAN2(B1,C1)', 1, 0, 'LOG10(A2)+ATAN2(B2,C2)'],
  ['$A:$A+A:B+1:1+$1:2', 1, 1, '$A:$A+B:C+2:2+$1:3'],
  ['1E5+2.5E-3+A1', 1, 0, '1E5+2.5E-3+A2'],
  ['税率A1+rate_A1+A1中', 1, 0, '税率A1+rate_A1+A1中'],
  ['甲々A1+ＡＢA1+A1〇+A1２+𠮷A1', 1, 0, '甲々A1+ＡＢA1+A1〇+A1２+𠮷A1'],
  ['A1，B1\u3000+C1', 1, 0, 'A2，B2\u3000+C2'],
  ['XFD1048576+ZZZ1+A1048577', 1, 1, 'A1+ZZZ1+A1048577'],
  ['A1', -1, -1, 'XFD1048576'],
  ['IF(TRUE,A1,#REF!)', 1, 0, 'IF(TRUE,A2,#REF!)'],
  ['A1', 0, 0, 'A1'],
])('%s 移动 %i 行 %i 列', (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});
