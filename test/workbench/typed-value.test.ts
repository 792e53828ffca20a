import { contentOfPastedText, isTooLongForNumber } from '../../src/workbench/grid/typed-value';

describe('a pasted text', () => {
  test.each([
    ['12台', '12台', 'General'],
    ['88', 88, 'General'],
    ['-1,234.50', -1234.5, 'General'],
    ['1,23', '1,23', 'General'],
    ['85%', 0.85, '0%'],
    ['7%', 0.07, '0%'],
    ['99.95%', 0.9995, '0.00%'],
    ['0.5', 0.5, 'General'],
    ['007', '007', 'General'],
    ['123456789012345', 123456789012345, 'General'],
    ['440304231151500205016', '440304231151500205016', 'General'],
    ['=1+1', '=1+1', 'General'],
    ['2024年12月31日前', '2024年12月31日前', 'General'],
    ['  ', null, 'General'],
  ])('%s becomes %p in %s', (text, value, numberFormat) => {
    expect(contentOfPastedText(text, 'General')).toEqual({ value, formula: null, numberFormat });
  });

  test('stays text in a text cell, and keeps the format of a formatted one', () => {
    expect(contentOfPastedText('88', '@').value).toBe('88');
    expect(contentOfPastedText('85%', '0.0%')).toEqual({ value: 0.85, formula: null, numberFormat: '0.0%' });
  });
});

test('more than 15 digits are a code', () => {
  expect(isTooLongForNumber('123456789012345')).toBe(false);
  expect(isTooLongForNumber('1234567890123456')).toBe(true);
  expect(isTooLongForNumber('1234567890.123456')).toBe(false);
});
