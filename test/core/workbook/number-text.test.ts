import { numberText } from '../../../src/core/workbook/number-text';

test.each([
  [1410, '#,##0.00', '1,410.00'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [-1234.5, '#,##0', '-1,235'],
  [1.005, '0.00', '1.01'],
  [0.155, '0%', '16%'],
  [0.98, '0.0%', '98.0%'],
  [1410, 'General', '1410'],
  [1410, '@', '1410'],
  [12, '0', '12'],
  [45658, 'yyyy"年"m"月"d"日"', '2025年1月1日'],
  // Formats that are not surely understood.
  [45658, 'yyyy/m/d', '45658'],
  [1410, '#,##0.00_);(#,##0.00)', '1410'],
])('%p 按“%s”显示为“%s”', (value, format, text) => expect(numberText(value, format)).toBe(text));
