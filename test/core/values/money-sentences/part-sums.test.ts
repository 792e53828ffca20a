import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { canAddUp } from '../../../../src/core/values/money-sentences/part-sums';
import { agrees, rateSpan, rateSpanOfChange } from '../../../../src/core/values/money-sentences/rate-of-change';
import { LINEAR_WORK_MS } from '../../../support/time-limits';

const printed = (text: string): { number: Decimal; step: Decimal } => {
  const number = new Decimal(text);
  return { number, step: new Decimal(10).pow(-(text.split('.')[1] || '').length) };
};
const addsUp = (total: string, ...parts: string[]): boolean => canAddUp(printed(total), parts.map(printed));

test.each([
  ['各项之和', '50', ['20', '30']],
  ['在四舍五入之内', '100', ['33', '33', '33']],
  ['先列一项，再列它的组成', '50', ['20', '12', '8', '30']],
  ['组成列在最后', '50', ['20', '30', '10', '20']],
  ['组成之中还有组成', '50', ['20', '12', '8', '5', '3', '30']],
  ['后面另起一事', '50', ['20', '30', '45']],
  ['零不算组成', '50', ['0', '20', '0', '30']],
])('可以相加：%s', (_name, total, parts) => expect(addsUp(total, ...parts)).toBe(true));

test.each([
  ['少一项', '50.00', ['20.00', '10.00']],
  ['多一项', '50.00', ['20.00', '30.10', '9.00']],
  ['组成与上一级不符', '50.00', ['20.00', '12.00', '7.00', '30.00']],
])('不能相加：%s', (_name, total, parts) => expect(addsUp(total, ...parts)).toBe(false));

test('各数四舍五入之后仍可以相加', () => {
  const cents = fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(cents, (numbers) => {
      const total = numbers.reduce((sum, number) => sum + number, 0);
      const round = (number: number): string => Math.round(number / 100).toFixed(0);
      expect(addsUp(round(total), ...numbers.map(round))).toBe(true);
    }),
  );
});

test('很长的列表很快算完', () => {
  const start = Date.now();
  addsUp('999999.99', ...Array.from({ length: 2000 }, (_, index) => `${index % 7}.${10 + (index % 89)}`));
  expect(Date.now() - start).toBeLessThan(LINEAR_WORK_MS);
});

test('由四舍五入的金额算出的增长率不误报', () => {
  const amount = fc.integer({ min: 1000, max: 1e7 });
  fc.assert(
    fc.property(amount, amount, (base, value) => {
      const shown = (number: number): { number: Decimal; step: Decimal } => printed((number / 100).toFixed(0));
      const rate = printed((((value - base) / base) * 100).toFixed(1));
      const fromBase = rateSpan(shown(base), shown(value));
      if (fromBase) expect(agrees(rate, fromBase)).toBe(true);
      const ofChange = rateSpanOfChange(shown(value), shown(value - base));
      if (ofChange) expect(agrees(rate, ofChange)).toBe(true);
    }),
  );
});

test.each([
  ['1200', '1320', '10', true],
  ['1200', '1320', '12', false],
  ['100.00', '106.44', '6.4', true],
  ['100.00', '106.60', '6.4', false],
  ['800.00', '820.00', '3.50', false],
])('由 %s 到 %s 增长 %s%%：%s', (base, value, rate, expected) => {
  const span = rateSpan(printed(base), printed(value));
  expect(span && agrees(printed(rate), span)).toBe(expected);
});
