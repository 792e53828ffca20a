import { calculationLines } from '../../../src/core/reporting/calculation-text';
import type { Calculation, CalculationTerm } from '../../../src/core/review/finding';

const SHEET = '表3 支出总表';
// Two columns for a Chinese character, as on the screen.
const measure = (text: string): number => text.replace(/[^\u0000-\u00ff]/g, '__').length;

function term(label: string, cell: string, number: string, more: Partial<CalculationTerm> = {}): CalculationTerm {
  return { label, sheet: SHEET, cell, number, isSubtracted: false, ...more };
}

function calculation(terms: readonly CalculationTerm[], sum: string, more: Partial<Calculation> = {}): Calculation {
  const total = term('支出总计', 'D7', '2,311');
  return { total, terms, sum, difference: '100', allowance: '1.5', unit: '万元', ...more };
}

const lines = (of: Calculation, columns: number, most: number): string[] =>
  calculationLines(of, SHEET, { columns, lines: most, measure });

test('labels, cells and numbers, where there is room', () => {
  const terms = [term('基本支出', 'E7', '1,361'), term('项目支出', 'F7', '850')];
  expect(lines(calculation(terms, '2,211'), 100, 1)).toEqual([
    '算式：基本支出（E7）1,361 + 项目支出（F7）850 = 2,211万元',
  ]);
});

test('what is subtracted, negative numbers, no unit', () => {
  const terms = [term('2023 年', 'C7', '3.00'), term('2022 年', 'C6', '-0.57', { isSubtracted: true })];
  expect(lines(calculation(terms, '3.57', { unit: '' }), 100, 1)).toEqual([
    '算式：2023 年（C7）3.00 - 2022 年（C6）-0.57 = 3.57',
  ]);
});

test('a number of another sheet that ought to be the same', () => {
  const terms = [term('收支总表', 'D25', '2,211', { sheet: '表1 收支\n总表' })];
  expect(lines(calculation(terms, '2,211'), 100, 1)).toEqual(['算式：收支总表（表1 收支 总表!D25）2,211']);
});

describe('a sum of thirty terms', () => {
  const terms = Array.from({ length: 30 }, (_, index) => term(`302${index} 办公费用`, `D${index + 10}`, '1,000'));

  test('whole on lines without an end, broken between terms only', () => {
    const [line] = lines(calculation(terms, '30,000'), 2000, 1);
    expect(line.split(' + ')).toHaveLength(30);
    const broken = lines(calculation(terms, '30,000'), 80, 100);
    expect(broken.join(' ')).toBe(line);
    for (const part of broken) expect(measure(part)).toBeLessThanOrEqual(80);
    expect(broken[1]).toMatch(/^\+ 302\d+ 办公费用（D\d+）1,000/);
  });

  test('without labels where that fits', () => {
    const short = calculation(terms.slice(0, 7), '7,000');
    expect(lines(short, 60, 2)).toEqual([
      '算式：D10 1,000 + D11 1,000 + D12 1,000 + D13 1,000',
      '+ D14 1,000 + D15 1,000 + D16 1,000 = 7,000万元',
    ]);
  });

  test('the first terms where nothing else fits', () => {
    expect(lines(calculation(terms, '30,000'), 60, 2)).toEqual([
      '算式：D10 1,000 + D11 1,000 + D12 1,000 + D13 1,000',
      '+ D14 1,000 + D15 1,000 + …（另 24 项） = 30,000万元',
    ]);
  });
});

test('a label longer than the line ends after all', () => {
  const terms = [term('很长'.repeat(200), 'A1', '1'), term('其他', 'A2', '2')];
  expect(lines(calculation(terms, '3'), 40, 1)).toEqual(['算式：A1 1 + A2 2 = 3万元']);
  const narrow = lines(calculation(terms, '3'), 4, 1);
  expect(narrow.join(' ')).toBe('算式：A1 1 + …（另 1 项） = 3万元');
});
