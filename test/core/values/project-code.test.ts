import {
  digitsInFile,
  isUnknownDivision,
  parseProjectCode,
  projectCodeShape,
} from '../../../src/core/values/project-code';

test('二十一位数字分成区划、年份和部门', () => {
  expect(parseProjectCode(' 3101072５1020100905010')).toEqual({
    text: '310107251020100905010',
    division: '310107',
    year: '25',
    department: '102',
  });
});

test('第九位可以是字母，此时没有部门段', () => {
  expect(parseProjectCode('11010122T000000409668')).toMatchObject({ year: '22', department: null });
});

test.each(['31010725102010090501', '3101072510201009050100', '110101220T00000409668', ''])('%s 不是', (text) => {
  expect(parseProjectCode(text)).toBeUndefined();
});

test('编码的样子', () => expect(projectCodeShape('xm 2025-031')).toBe('AA9999-999'));

test('浮点数展开的数字不是原来的编码', () => {
  expect(digitsInFile('310107251020100905017')).toBe('310107251020100905017');
  expect(digitsInFile(BigInt(310107251020100905017).toString())).toBeUndefined();
  expect(digitsInFile('310107251020100900000')).toBeUndefined();
  expect(digitsInFile('3.1010725102010091E+20')).toBeUndefined();
  expect(digitsInFile(null)).toBeUndefined();
});

test('同一地市里没有列出的代码可能是功能区', () => {
  const known = new Set(['310107', '440402']);
  expect(isUnknownDivision('440499', known)).toBe(false);
  expect(isUnknownDivision('443002', known)).toBe(true);
  expect(isUnknownDivision('660100', known)).toBe(false);
});
