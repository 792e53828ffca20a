/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { selectOpenItems } from '../../../src/pane/state/accepted-findings';
import { sampleSheets } from '../../session/sample-review';
import { cleanRows, projectTarget } from '../../support/build-form';
import { findAccessibilityFlaws, showChecked } from './show-pane';

function focused(): string {
  return document.activeElement === null ? '' : document.activeElement.textContent || '';
}

const FIRST = /^错误 B9/;
const FIRST_GROUP = /^社区图书馆运行/;

test('a click shows the cell and opens the details; the next one closes them', async () => {
  const { host, user } = await showChecked();
  const row = screen.getByRole('button', { name: FIRST });
  expect(row.getAttribute('aria-expanded')).toBe('false');
  await user.click(row);
  expect(host.selection).toEqual({ sheet: '图书', range: { top: 8, left: 1, bottom: 8, right: 4 } });
  expect(row.getAttribute('aria-expanded')).toBe('true');
  const details = within(screen.getAllByRole('listitem')[0]);
  const terms = details.getAllByRole('term').map(({ textContent }) => textContent);
  const texts = details.getAllByRole('definition').map(({ textContent }) => textContent);
  expect(terms).toEqual(['应为', '为什么', '依据', '示例', '规则']);
  expect(texts).toEqual([
    '完成',
    '波浪号会被读成范围。',
    '样例办法第一条',
    '不妥~5人改为5人',
    '文字中不应有波浪号 sample/tilde',
  ]);
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.click(row);
  expect(row.getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByText('波浪号会被读成范围。')).toBeNull();
});

test('the list is one tab stop; arrows, Home and End move in it', async () => {
  const { user } = await showChecked();
  const group = screen.getByRole('button', { name: FIRST_GROUP });
  const stops = screen
    .getAllByRole('button')
    .filter((button) => button.hasAttribute('data-row') && button.tabIndex === 0);
  expect(stops).toEqual([group]);
  group.focus();
  await user.keyboard('{ArrowDown}');
  expect(focused()).toMatch(/^错误B9/);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(focused()).toMatch(/^警告D12/);
  await user.keyboard('{End}');
  expect(focused()).toMatch(/^错误A2/);
  await user.keyboard('{ArrowDown}');
  expect(focused()).toMatch(/^错误A2/);
  await user.keyboard('{Home}');
  expect(focused()).toMatch(FIRST_GROUP);
  await user.keyboard('{ArrowUp}');
  expect(focused()).toMatch(FIRST_GROUP);
});

test('left and right close and open a group and lead in and out', async () => {
  const { user } = await showChecked();
  const group = screen.getByRole('button', { name: FIRST_GROUP });
  group.focus();
  await user.keyboard('{ArrowLeft}');
  expect(group.getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('button', { name: FIRST })).toBeNull();
  await user.keyboard('{ArrowRight}');
  expect(group.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(focused()).toMatch(/^提示B9/);
  await user.keyboard('{ArrowLeft}');
  expect(document.activeElement).toBe(group);
});

test('Enter opens, Escape closes from within the details and returns to the row', async () => {
  const { host, user } = await showChecked();
  screen.getByRole('button', { name: FIRST }).focus();
  await user.keyboard('{Enter}');
  expect(host.selection?.sheet).toBe('图书');
  await user.tab();
  expect(focused()).toBe('删除波浪号');
  await user.keyboard('{Escape}');
  expect(screen.queryByText('波浪号会被读成范围。')).toBeNull();
  expect(focused()).toMatch(/^错误B9/);
});

test('a fix: written, marked as done, taken back', async () => {
  const { host, user } = await showChecked();
  const valueOf = async () => (await host.read()).sheets[0].cellAt(8, 1)?.value;
  await user.click(screen.getByRole('button', { name: FIRST }));
  await user.click(screen.getByRole('button', { name: '删除波浪号' }));
  expect(await valueOf()).toBe('完成');
  const row = screen.getAllByRole('listitem')[0];
  expect(within(row).getByText('已修改')).toBeTruthy();
  const notice = screen.getByRole('region', { name: '操作结果' });
  expect(notice.textContent).toContain('删除波浪号：图书 B9。');
  expect(await findAccessibilityFlaws()).toEqual([]);
  await waitFor(() => expect(screen.queryByRole('button', { name: FIRST })).toBeNull());
  await user.click(within(screen.getByRole('region', { name: '操作结果' })).getByRole('button', { name: '撤销' }));
  expect(await valueOf()).toBe('完成~');
  await screen.findByRole('button', { name: FIRST });
});

test('when the repaired finding goes away, the keyboard stays in the list', async () => {
  const { user } = await showChecked();
  screen.getByRole('button', { name: FIRST }).focus();
  await user.keyboard('{Enter}');
  await user.tab();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('button', { name: FIRST })).toBeNull());
  await waitFor(() => expect(focused()).toMatch(/^提示B9/));
});

describe('accepting', () => {
  test('with a reason; listed at the end; taken back', async () => {
    const { host, user } = await showChecked();
    await user.click(screen.getByRole('button', { name: /^警告 D12/ }));
    await user.click(screen.getByRole('button', { name: '接受此问题…' }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: '接受的理由（可不填）' });
    expect(document.activeElement).toBe(field);
    await user.click(screen.getByRole('button', { name: '以正式文件为准' }));
    await user.keyboard('（2024 年 3 号文）');
    expect(field.value).toBe('以正式文件为准（2024 年 3 号文）');
    expect(await findAccessibilityFlaws()).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^警告 D12/ })).toBeNull());
    expect(screen.getByRole('button', { name: '警告 1' })).toBeTruthy();
    await waitFor(() => expect(host.marks).toHaveLength(3));
    await waitFor(() => expect(focused()).toMatch(/^错误D13/));

    const group = screen.getByRole('button', { name: '已接受 1 项' });
    expect(group.getAttribute('aria-expanded')).toBe('false');
    await user.click(group);
    const list = screen.getByRole('list', { name: '已接受的问题' });
    expect(list.textContent).toBe(
      '警告图书 D12撤回“图书采购数量”的指标值“若干册”不明确，请写明数量。' +
        '理由：以正式文件为准（2024 年 3 号文）（2025-01-06）',
    );
    expect(await findAccessibilityFlaws()).toEqual([]);
    await user.click(within(list).getByRole('button', { name: '图书 D12' }));
    expect(host.selection?.range).toEqual({ top: 11, left: 3, bottom: 11, right: 3 });
    await user.click(within(list).getByRole('button', { name: '撤回：图书 D12' }));
    expect(await screen.findByRole('button', { name: '警告 2' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '已接受 1 项' })).toBeNull();
    expect(focused()).toBe('问题');

    await user.click(screen.getByRole('button', { name: '关闭' }));
    expect(focused()).toBe('问题');
  });

  test('Escape gives it up and leads back to the button', async () => {
    const { user } = await showChecked();
    await user.click(screen.getByRole('button', { name: /^警告 D12/ }));
    await user.click(screen.getByRole('button', { name: '接受此问题…' }));
    await user.keyboard('x{Escape}');
    expect(screen.queryByRole('textbox', { name: '接受的理由（可不填）' })).toBeNull();
    expect(focused()).toBe('接受此问题…');
  });

  test('all of them: nothing is left to do; records without a finding can be cleared', async () => {
    const sheets = [sampleSheets()[0]];
    const { host, store, effects, user } = await showChecked({ sheets });
    for (const item of selectOpenItems(store.getState())) await effects.accept(item, '');
    expect(screen.getByRole('heading', { name: '没有待处理的问题' })).toBeTruthy();
    host.edit('图书', { row: 11, column: 3 }, '≥8000册');
    await user.click(screen.getByRole('button', { name: '重新校验' }));
    await user.click(await screen.findByRole('button', { name: '已接受 4 项' }));
    const list = within(screen.getByRole('list', { name: '已接受的问题' }));
    expect(list.getByText('另有 1 条接受记录，对应的问题已不存在。')).toBeTruthy();
    expect(list.getAllByText('未写理由（2025-01-06）')).toHaveLength(4);
    await user.click(list.getByRole('button', { name: '清除' }));
    await waitFor(() => expect(store.getState().acceptances).toHaveLength(4));
  });
});

describe('filters', () => {
  test('by severity: pressed ones only', async () => {
    const { user } = await showChecked();
    const warnings = screen.getByRole('button', { name: '警告 2' });
    await user.click(warnings);
    expect(warnings.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('筛选出 2 条，共 6 条')).toBeTruthy();
    expect(screen.queryByRole('button', { name: FIRST })).toBeNull();
    expect(await findAccessibilityFlaws()).toEqual([]);
    await user.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(screen.getByRole('button', { name: FIRST })).toBeTruthy();
  });

  test('by words', async () => {
    const { user } = await showChecked();
    await user.type(screen.getByRole('searchbox', { name: '搜索问题' }), '若干册');
    expect(screen.getByText('筛选出 1 条，共 6 条')).toBeTruthy();
    await user.type(screen.getByRole('searchbox', { name: '搜索问题' }), '没有');
    expect(screen.getByText('没有符合筛选条件的问题。')).toBeTruthy();
  });

  test('by rule, with counts', async () => {
    const { user } = await showChecked();
    await user.click(screen.getByRole('combobox', { name: /按规则筛选/ }));
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(options).toEqual(['全部规则', '文字中不应有波浪号（3）', '指标值应明确（2）', '年度目标不宜过短（1）']);
    await user.click(screen.getByRole('option', { name: '指标值应明确（2）' }));
    expect(screen.getByText('筛选出 2 条，共 6 条')).toBeTruthy();
  });
});

test('marks go on and off with their switch', async () => {
  const { host, user } = await showChecked();
  await waitFor(() => expect(host.marks).toHaveLength(4));
  const marks = screen.getByRole('switch', { name: '在单元格上标记' });
  expect(marks.getAttribute('aria-checked')).toBe('true');
  await user.click(marks);
  await waitFor(() => expect(host.marks).toHaveLength(0));
});

test('a long list is shown page by page, and the keyboard goes on where the next page begins', async () => {
  const rows = cleanRows({
    数量: Array.from({ length: 120 }, (_, index) => [`任务${index}`, '若干', '解释。'] as const),
  });
  const { user } = await showChecked({ sheets: [projectTarget({ rows })] });
  const list = within(screen.getByRole('group', { name: '问题列表' }));
  expect(list.getAllByRole('listitem')).toHaveLength(50);
  list.getByRole('button', { name: '显示更多（还有 70 条）' }).focus();
  await user.keyboard('{Enter}');
  expect(list.getAllByRole('listitem')).toHaveLength(100);
  expect(focused()).toMatch(/任务50/);
});
