/** @jest-environment jsdom */
import { screen, within, type Screen } from '@testing-library/react';
import type { Calculation, CalculationTerm } from '../../../src/core/review/finding';
import { defineWorkbookRule, type Rule } from '../../../src/core/rules/define-rule';
import { sampleResources } from '../../session/sample-review';
import { sheetOf } from '../../support/build-form';
import type { SampleOptions } from '../open-sample';
import { findAccessibilityFlaws, showChecked } from './show-pane';

// Whatever a test shows must be free of what axe objects to.
afterEach(async () => {
  expect(await findAccessibilityFlaws()).toEqual([]);
});

function term(label: string, cell: string, number: string, more: Partial<CalculationTerm> = {}): CalculationTerm {
  return { label, sheet: '支出', cell, number, isSubtracted: false, ...more };
}

const ROW_SUM: Calculation = {
  total: term('支出总计', 'B2', '1,190.0'),
  terms: [term('基本支出', 'B3', '1,091.0'), term('项目支出', 'B4', '100.0')],
  sum: '1,191.0',
  difference: '-1.0',
  allowance: '0.15',
  unit: '万元',
};

/** A rule that finds a sum at 支出!B2 and shows this calculation of it. */
function finding(calculation: Calculation): Rule {
  return defineWorkbookRule({
    id: 'sample/sum',
    severity: 'error',
    title: '合计等于各项之和',
    why: '合计由各项相加得来。',
    basis: '样例办法第四条',
    example: { wrong: '3', right: '2' },
    forms: ['budget-table'],
    messages: { found: '支出总计与各项之和不符。' },
    *check(_forms, problem) {
      yield problem('found', { sheet: '支出', address: { row: 1, column: 1 }, text: '1190' }, {}, { calculation });
    },
  });
}

async function open(calculation: Calculation, more: SampleOptions = {}) {
  const sheets = [
    sheetOf('支出', { A2: '支出总计', B2: 1190, B3: 1091, B4: 100 }, ['B4:C4']),
    sheetOf('表1 收支总表', { D25: 1190 }),
  ];
  const pane = await showChecked({ sheets, resources: sampleResources([finding(calculation)]), ...more });
  await pane.user.click(screen.getByRole('button', { name: /^错误 B2/ }));
  return { ...pane, calculation: within(screen.getByRole('region', { name: '计算过程' })) };
}

/** What one sees of each line; the room that aligns the decimal points is not seen. */
function linesOf(calculation: Pick<Screen, 'getAllByRole'>): readonly (readonly (string | null)[])[] {
  return calculation.getAllByRole('listitem').map((item) => {
    const line = item.cloneNode(true) as HTMLElement;
    line.querySelectorAll('.number-room, .visually-hidden').forEach((hidden) => hidden.remove());
    const [label, number] = Array.from(line.querySelectorAll('.line > *'));
    return [(label.textContent || '').trim(), number.textContent];
  });
}

test('a sum is shown as it is done on paper', async () => {
  const { calculation } = await open(ROW_SUM);
  expect(calculation.getByText('单位：万元')).toBeTruthy();
  expect(linesOf(calculation)).toEqual([
    ['基本支出 B3', '1,091.0'],
    ['项目支出 B4', '100.0'],
    ['各项之和', '1,191.0'],
    ['本处所列 B2', '1,190.0'],
    ['相差', '−1.0'],
    ['四舍五入允许', '±0.15'],
  ]);
});

test('decimal points stand below one another', async () => {
  const { calculation } = await open(ROW_SUM);
  const numbers = calculation
    .getAllByRole('listitem')
    .map((item) => item.querySelector('.aligned-number')?.textContent || '');
  expect(numbers.map((number) => number.length - number.indexOf('.'))).toEqual([3, 3, 3, 3, 3, 3]);
});

test('each number leads to its cell, a merged one to the whole of it', async () => {
  const { host, user, calculation } = await open(ROW_SUM);
  await user.click(calculation.getByRole('button', { name: '项目支出，100.0万元，B4' }));
  expect(host.selection).toEqual({ sheet: '支出', range: { top: 3, left: 1, bottom: 3, right: 2 } });
  await user.click(calculation.getByRole('button', { name: '本处所列：支出总计，1,190.0万元，B2' }));
  expect(host.selection).toEqual({ sheet: '支出', range: { top: 1, left: 1, bottom: 1, right: 1 } });
  expect(screen.getByRole('button', { name: /^错误 B2/ }).getAttribute('aria-expanded')).toBe('true');
});

test('the keyboard reaches each number from the finding', async () => {
  const { host, user } = await open(ROW_SUM);
  screen.getByRole('button', { name: /^错误 B2/ }).focus();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(host.selection?.range.top).toBe(2);
  await user.tab();
  await user.keyboard(' ');
  expect(host.selection?.range.top).toBe(3);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: '计算过程' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^错误 B2/ }));
});

test('a number that must be the same on another sheet is named with it, and adds up nothing', async () => {
  const { host, user, calculation } = await open({
    ...ROW_SUM,
    terms: [term('收支总表', 'D25', '1,190.5', { sheet: '表1 收支总表' })],
    sum: '1,190.5',
    difference: '-0.5',
  });
  expect(linesOf(calculation)).toEqual([
    ['表1 收支总表 D25', '1,190.5'],
    ['本处所列 B2', '1,190.0'],
    ['相差', '−0.5'],
    ['四舍五入允许', '±0.15'],
  ]);
  await user.click(calculation.getByRole('button', { name: '收支总表，1,190.5万元，表1 收支总表 D25' }));
  expect(host.selection).toEqual({ sheet: '表1 收支总表', range: { top: 24, left: 3, bottom: 24, right: 3 } });
});

test('what is subtracted has a minus, for the ear too', async () => {
  const { calculation } = await open({
    ...ROW_SUM,
    terms: [
      term('2023 年', 'B3', '-0.57'),
      term('2022 年', 'B4', '3.57', { isSubtracted: true }),
      term('更正', 'B4', '-0.10', { isSubtracted: true }),
    ],
    sum: '-4.04',
    difference: '1,194.04',
    unit: '',
  });
  expect(linesOf(calculation)).toEqual([
    ['2023 年 B3', '−0.57'],
    ['2022 年 B4', '−3.57'],
    ['更正 B4', '−(−0.10)'],
    ['算得', '−4.04'],
    ['本处所列 B2', '1,190.0'],
    ['相差', '+1,194.04'],
    ['四舍五入允许', '±0.15'],
  ]);
  expect(calculation.queryByText(/^单位/)).toBeNull();
  expect(calculation.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    '2023 年，负 0.57，B3',
    '减去2022 年，3.57，B4',
    '减去更正，负 0.10，B4',
    '本处所列：支出总计，1,190.0，B2',
  ]);
});

test('a long sum begins with its first terms; the keyboard goes on with the next', async () => {
  const terms = Array.from({ length: 30 }, (_, index) => term(`项目${index + 1}`, `B${index + 3}`, '1'));
  const { user, calculation } = await open({ ...ROW_SUM, terms });
  expect(calculation.getAllByRole('listitem')).toHaveLength(8 + 4);
  calculation.getByRole('button', { name: '再显示 22 项' }).focus();
  await user.keyboard('{Enter}');
  expect(calculation.getAllByRole('listitem')).toHaveLength(30 + 4);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('项目9，1万元，B11');
  expect(calculation.queryByRole('button', { name: /再显示/ })).toBeNull();
});

test('ten terms are shown at once', async () => {
  const terms = Array.from({ length: 10 }, (_, index) => term(`项目${index + 1}`, `B${index + 3}`, '1'));
  const { calculation } = await open({ ...ROW_SUM, terms });
  expect(calculation.queryByRole('button', { name: /再显示/ })).toBeNull();
});

test('where cells cannot be shown, the calculation is only read', async () => {
  const { calculation } = await open(ROW_SUM, { capabilities: { select: false } });
  expect(calculation.queryByRole('button')).toBeNull();
  expect(linesOf(calculation)[0]).toEqual(['基本支出 B3', '1,091.0']);
});
