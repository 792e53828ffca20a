/** @jest-environment jsdom */
import * as React from 'react';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CellContent } from '../../../src/core/changes/change-set';
import type { PlannedRepair } from '../../../src/core/normalizing/normalization-plan';
import { PaneApplication } from '../../../src/pane/views/PaneApplication';
import { openNormalizing, type NormalizingOptions } from '../open-normalizing';
import { findAccessibilityFlaws } from './show-pane';

/** The pane as the ribbon's button 规范 opens it. */
async function showRepairs(options: NormalizingOptions = {}) {
  const sample = openNormalizing({ around: (change) => void act(change), ...options });
  render(<PaneApplication store={sample.store} effects={sample.effects} begin="repairs" />);
  await screen.findByText(/^可规范/, { selector: 'p' });
  return { ...sample, user: userEvent.setup() };
}

const rows = (): readonly HTMLElement[] =>
  within(screen.getByRole('group', { name: '要规范的内容' })).getAllByRole('listitem');
const words = (element: HTMLElement): string => element.textContent ?? '';
const content = (value: CellContent['value'], numberFormat = 'General'): CellContent => ({
  value,
  formula: null,
  numberFormat,
});

function repair(cell: string, change: Partial<PlannedRepair>): PlannedRepair {
  return {
    key: cell,
    ruleIds: ['a/a'],
    label: '改写',
    sheet: '图书',
    cell,
    project: '',
    edits: [],
    row: null,
    ...change,
  };
}

function rewritten(row: number, column: number, before: CellContent, after: CellContent): PlannedRepair['edits'][0] {
  return { sheet: '图书', address: { row, column }, before, after };
}

test('what would be written: counts, before and after within the text, by kind; the cell is shown', async () => {
  const { host, user } = await showRepairs();
  expect(screen.getByRole('tab', { name: '规范', selected: true })).toBeTruthy();
  expect(words(screen.getByText(/^可规范/, { selector: 'p' }))).toBe('可规范 3 处需人工处理 2 处');
  expect(rows().map(words)).toEqual(['B9社区图书馆运行完成~', 'D13社区图书馆运行~若干人', 'A2说明第1~3行']);
  expect(rows().map((row) => row.querySelector('del')?.textContent)).toEqual(['~', '~', '~']);
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.click(within(rows()[1]).getByRole('button'));
  expect(host.selection?.range).toEqual({ top: 12, left: 3, bottom: 12, right: 3 });
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(within(rows()[0]).getByRole('button'));
});

test('several cells, formats, rows that come and go: said in words', async () => {
  const cells = [
    { column: 1, content: content('生态效益指标') },
    { column: 2, content: content('不适用') },
  ];
  await showRepairs({
    more: {
      repairs: [
        repair('C1', {
          edits: [
            rewritten(0, 2, content(470), content(470, '#,##0.00')),
            rewritten(0, 3, content('470'), content(470, '#,##0.00')),
            rewritten(0, 4, content(12345), content('12345', '@')),
            rewritten(0, 5, content('甲', '@'), content('甲')),
          ],
        }),
        repair('A19', {
          row: { kind: 'insert', sheet: '图书', row: 19, like: 18, beside: [], cells, mergedAreas: [] },
        }),
        repair('A21', { row: { kind: 'delete', sheet: '图书', row: 20, cells } }),
      ],
    },
  });
  expect(rows().slice(3).map(words)).toEqual([
    'C1图书C1 470.00（只改显示格式，数值不变）D1 470.00（改为数值）E1 12345（改为文本格式，内容不变）F1 甲（只改单元格格式，内容不变）',
    'A19图书在第 19 行下方插入一行：生态效益指标　不适用',
    'A21图书删除第 21 行：生态效益指标　不适用',
  ]);
  expect(rows()[4].querySelector('ins')?.textContent).toBe('生态效益指标　不适用');
  expect(rows()[5].querySelector('del')?.textContent).toBe('生态效益指标　不适用');
});

test('what is left to a person, what cannot be written first: where and why', async () => {
  const { host, user } = await showRepairs();
  await user.click(screen.getByRole('button', { name: '需人工处理 2 处' }));
  const left = within(screen.getByRole('region', { name: '需人工处理的内容' }));
  expect(left.getAllByRole('heading', { level: 4 }).map(words)).toEqual(['不能自动写入', '需要人来判断']);
  expect(left.getAllByRole('listitem').map(words)).toEqual([
    '图书 B5社区图书馆运行这一格是公式。',
    '图书 D12社区图书馆运行“若干册”不明确。',
  ]);
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.click(left.getByRole('button', { name: '图书 D12' }));
  expect(host.selection?.range).toEqual({ top: 11, left: 3, bottom: 11, right: 3 });
});

test('ticked off, written at one go, taken back and done again by the notice', async () => {
  const { host, user } = await showRepairs();
  await user.click(screen.getByRole('checkbox', { name: '规范 图书 D13' }));
  expect(screen.getByText('2 / 3')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '规范选中的 2 处' }));
  const notice = within(await screen.findByRole('region', { name: '操作结果' }));
  expect(notice.getByText('已规范：修改 2 个单元格。')).toBeTruthy();
  expect(rows().map(words)).toEqual(['D13社区图书馆运行~若干人']);
  await user.click(notice.getByRole('button', { name: '撤销' }));
  expect(await notice.findByText('已撤销：规范 2 处。')).toBeTruthy();
  expect(rows()).toHaveLength(3);
  expect((await host.read()).sheets[0].cellAt(8, 1)?.value).toBe('完成~');
  await user.click(notice.getByRole('button', { name: '重做' }));
  expect(await notice.findByText('已重做：规范 2 处。')).toBeTruthy();
  expect(rows()).toHaveLength(1);
});

test('what changed meanwhile is listed one by one', async () => {
  const { host, session, user } = await showRepairs();
  const { apply } = session.normalization;
  session.normalization.apply = (plan, keys) => {
    host.edit('图书', { row: 8, column: 1 }, '完成。');
    host.edit('说明', { row: 1, column: 0 }, '第1至3行');
    return apply(plan, keys);
  };
  await user.click(screen.getByRole('button', { name: '规范选中的 3 处' }));
  const notice = within(await screen.findByRole('region', { name: '操作结果' }));
  expect(notice.getByText('已规范：修改 1 个单元格。')).toBeTruthy();
  expect(notice.getAllByRole('listitem').map(words)).toEqual([
    '工作表“图书”的 B9 已被改动（现在是“完成。”），未写入。',
    '工作表“说明”的 A2 已被改动（现在是“第1至3行”），未写入。',
  ]);
});

test('a long list: pages, and a search that what it hides is not written', async () => {
  const many = Array.from({ length: 120 }, (_, index) =>
    repair(`H${index + 1}`, { edits: [rewritten(index, 7, content(`旧 ${index}`), content(`新 ${index}`))] }),
  );
  const { user, store } = await showRepairs({ more: { repairs: many, left: [] } });
  expect(rows()).toHaveLength(3);
  act(() => store.dispatch({ type: 'groupToggled', group: 'normalizing|改写', isOpen: true }));
  expect(rows()).toHaveLength(53);
  expect(screen.getByText('显示更多（还有 70 处）')).toBeTruthy();
  act(() => store.dispatch({ type: 'groupToggled', group: 'normalizing|改写', isOpen: false }));
  await user.type(screen.getByRole('searchbox', { name: '搜索要规范的内容' }), '若干');
  expect(screen.getByRole('button', { name: '规范选中的 1 处' })).toBeTruthy();
  expect(screen.getByText('另有 122 处已勾选但被搜索隐藏，这次不写。')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: '全选（1）' }));
  expect(screen.getByRole('button', { name: '规范选中的 0 处' }).getAttribute('aria-disabled')).toBe('true');
});

test('nothing to repair', async () => {
  const { session, effects } = await showRepairs();
  session.normalization.plan = async () => ({ repairs: [], left: [] });
  await act(() => effects.planRepairs());
  expect(screen.getByText('没有要规范的内容，写法都与模板一致。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^需人工处理/ })).toBeNull();
});

test('a workbook that must not be written to: nothing to press, and why', async () => {
  await showRepairs({ capabilities: { write: false } });
  expect(screen.getByText('工作簿是以只读方式打开的，不能修改单元格，也不能接受问题。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '规范选中的 3 处' }).getAttribute('aria-disabled')).toBe('true');
});

test('修改记录: what was done, latest first; taken back and done again in order; forgotten after a question', async () => {
  const { effects, user } = await showRepairs();
  await user.click(screen.getByRole('checkbox', { name: '规范 图书 D13' }));
  await act(() => effects.normalize());
  await user.click(screen.getByRole('checkbox', { name: '规范 图书 D13' }));
  await act(() => effects.normalize());
  await user.click(screen.getByRole('button', { name: '修改记录' }));
  const items = (): readonly string[] =>
    within(screen.getByRole('main'))
      .getAllByRole('listitem')
      .map((item) => words(item).replace(/\d{4}年.*:\d\d/, ''));
  expect(items()).toEqual(['规范 1 处 修改 1 个单元格', '规范 2 处 修改 2 个单元格']);
  expect(screen.getByText(/报送文件前，请清除修改记录并保存。$/)).toBeTruthy();
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.click(screen.getByRole('button', { name: '撤销：规范 1 处' }));
  await user.click(await screen.findByRole('button', { name: '撤销：规范 2 处' }));
  expect(await screen.findByText('已撤销：规范 2 处。', { selector: '.notice-text' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '重做：规范 2 处' }));
  expect(await screen.findByRole('button', { name: '重做：规范 1 处' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '清除修改记录…' }));
  const question = within(screen.getByRole('group', { name: '清除修改记录？已做的修改保留，但不能再撤销或重做。' }));
  await user.click(question.getByRole('button', { name: '清除' }));
  expect(await screen.findByText(/^还没有修改记录。/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '返回' }));
  expect(screen.getByRole('tabpanel', { name: '规范' })).toBeTruthy();
});
