import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { convertAmount, findMoneyUnit, formatAmount, parseAmount } from '../../../src/core/values/amount';

test.each([
  ['48.45', '48.45', null],
  ['1,410.00', '1410', null],
  ['１，４１０．００', '1410', null],
  ['48.45万元', '48.45', '万元'],
  ['¥300', '300', null],
  ['3亿元整', '3', '亿元'],
  ['(5.00)', '-5', null],
  ['-12', '-12', null],
  [' 0 ', '0', null],
])('“%s”是金额', (text, number, unit) => {
  const amount = parseAmount(text);
  expect(amount && [amount.number.toString(), amount.unit]).toEqual([number, unit]);
});

test.each(['', '约48', '48.45.1', '1,41', '48万元左右', '见附件', '12月', '5-6', '一百'])(
  '“%s”不是一个金额',
  (text) => {
    expect(parseAmount(text)).toBeUndefined();
  },
);

test('标签里的单位', () => {
  expect(findMoneyUnit('项目总金额（中期规划，万元）:')).toBe('万元');
  expect(findMoneyUnit('金额（元）')).toBe('元');
  expect(findMoneyUnit('金额')).toBeNull();
});

test('单位换算不用二进制小数', () => {
  expect(convertAmount(new Decimal('0.1'), '万元', '元').toString()).toBe('1000');
  expect(convertAmount(new Decimal('123456.78'), '元', '万元').toString()).toBe('12.345678');
});

test('写出的金额读回来还是它', () => {
  const cents = fc.maxSafeInteger();
  fc.assert(
    fc.property(cents, (value) => {
      const number = new Decimal(value.toString()).dividedBy(100);
      const text = formatAmount(number);
      expect(text).toMatch(/^-?[0-9]{1,3}(,[0-9]{3})*\.[0-9]{2}$/);
      expect(parseAmount(text)?.number.toString()).toBe(number.toString());
    }),
    { seed: 3 },
  );
});
