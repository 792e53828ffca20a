import { Decimal } from 'decimal.js';
import type { FormCell } from '../../../src/core/forms/form';
import { judge, type Equation, type Term } from '../../../src/core/reconciliation/equation';

const CELL: FormCell = {
  sheet: '表一',
  address: { row: 0, column: 0 },
  range: { top: 0, left: 0, bottom: 0, right: 0 },
  text: '',
  value: null,
  formula: null,
  numberFormat: 'General',
  rawNumber: null,
};

/** @param shown As printed; a leading "less " subtracts, a final " whole" is a format without decimals. */
function term(shown: string): Term {
  const digits = shown.replace('less ', '').replace(' whole', '');
  const cell = shown.endsWith(' whole') ? { ...CELL, numberFormat: '#,##0' } : CELL;
  const step = new Decimal(10).pow(-(digits.split('.')[1] ?? '').length);
  return { label: shown, cell, number: new Decimal(digits), step, isSubtracted: shown.startsWith('less ') };
}

function equation(total: string, terms: readonly string[], more: Partial<Equation> = {}): Equation {
  return {
    ruleId: 'budget/row-sum',
    subject: '“合计”',
    sumLabel: '各项之和',
    total: term(total),
    terms: terms.map(term),
    comparison: 'equal',
    isSameItem: false,
    ...more,
  };
}

const same = (total: string, other: string): Equation => equation(total, [other], { isSameItem: true });
const atLeast = (total: string, part: string): Equation => equation(total, [part], { comparison: 'at-least' });

test.each<[string, Equation, string, string]>([
  ['十进制：0.1 加 0.2 就是 0.3', equation('0.3', ['0.1', '0.2']), 'holds', '0.15'],
  ['三项取整，差二在范围内', equation('122', ['60', '40', '20']), 'rounding', '2'],
  ['三项取整，差三超出', equation('123', ['60', '40', '20']), 'broken', '2'],
  ['合计的格式只印到个位', equation('121 whole', ['60.40', '40.40', '20.40']), 'rounding', '0.515'],
  ['没有格式的整数省去了末尾的零', equation('122', ['60.40', '40.40', '20.40']), 'broken', '0.02'],
  ['常规格式的零没有尾差', equation('1.23', ['0', '0.23']), 'broken', '0.015'],
  ['相减', equation('-0.23', ['3.57', 'less 3.80']), 'holds', '0.015'],
  ['同一个数在两张表：分毫不差', same('150.00', '150.00'), 'holds', '0.005'],
  ['同一个数取整到万元', same('150', '150.40'), 'holds', '0.5'],
  ['同一个数差一个末位', same('150.01', '150.00'), 'one-unit', '0.005'],
  ['同一个数差两个末位', same('150.02', '150.00'), 'broken', '0.005'],
  ['其中不大于小计', atLeast('40', '30'), 'holds', '1'],
  ['其中略大于小计可能是取整', atLeast('40', '41'), 'rounding', '1'],
  ['其中大于小计', atLeast('40', '45'), 'broken', '1'],
])('%s', (_name, stated, outcome, allowance) => {
  const verdict = judge(stated);
  expect([verdict.outcome, verdict.allowance.toFixed()]).toEqual([outcome, allowance]);
});

test.each<[string, Equation, boolean]>([
  ['大一万倍', equation('1200000', ['120']), true],
  ['小一万倍', equation('0.012', ['120']), true],
  ['差一千倍不是', equation('120000', ['120']), false],
  ['零不是', equation('0', ['120']), false],
])('元、万元混用：%s', (_name, stated, isMixup) => {
  expect(judge(stated).isUnitMixup).toBe(isMixup);
});
