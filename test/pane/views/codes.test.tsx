/** @jest-environment jsdom */
import * as React from 'react';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CodingPlan } from '../../../src/core/coding/coding-plan';
import { PaneApplication } from '../../../src/pane/views/PaneApplication';
import { openCodes, type CodesOptions } from '../open-codes';
import { findAccessibilityFlaws } from './show-pane';

/** The pane as the ribbon's button 编码 opens it. */
async function showCodes(options: CodesOptions = {}) {
  const sample = openCodes({ around: (change) => void act(change), ...options });
  render(<PaneApplication store={sample.store} effects={sample.effects} begin="codes" />);
  await screen.findByRole('group', { name: '指标列表' });
  return { ...sample, user: userEvent.setup() };
}

const row = (cell: string): HTMLElement => screen.getAllByRole('button', { name: new RegExp(`^${cell} `) })[0];
const combo = (name: string): HTMLInputElement =>
  screen.getAllByRole<HTMLInputElement>('combobox', { name: `为“${name}”选择编码` })[0];
const options = (): readonly string[] => screen.getAllByRole('option').map(({ textContent }) => textContent ?? '');
const focused = (): string => (document.activeElement as HTMLElement).textContent ?? '';

test('opened by the ribbon: the tab is chosen, counts by state, rows with cell, level, state in words and reason', async () => {
  await showCodes();
  expect(screen.getByRole('tab', { name: '编码', selected: true })).toBeTruthy();
  const chips = within(screen.getByRole('group', { name: '按状态筛选' })).getAllByRole('button');
  expect(chips.map(({ textContent }) => textContent)).toEqual([
    '可直接填 4',
    '待选 1',
    '库中无 1',
    '已有编码 1',
    '不填 6',
  ]);
  const list = screen.getByRole('group', { name: '指标列表' });
  const rows = within(list).getAllByRole('listitem').slice(0, 5);
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'C12数量指标可直接填图书采购数量将填入 111000101-图书采购数量名称相同',
    'C13数量指标待选推广活动',
    'C14数量指标已有编码111000101-借阅人数编码 111000101 在指标库中是“图书采购数量”。去掉这个编码',
    'C15质量指标可直接填图书验收合格率将填入 112000102-图书验收合格率名称相同',
    'C16时效指标不填图书上架时间样例不填。',
  ]);
  expect(combo('图书采购数量').value).toBe('111000101-图书采购数量');
  expect(screen.getByRole('button', { name: '填入 4 条' })).toBeTruthy();
  expect(screen.getByText(/^同时改写一级、二级指标 \d+ 格。$/)).toBeTruthy();
  expect(await findAccessibilityFlaws()).toEqual([]);
});

test('from the start screen', async () => {
  const sample = openCodes({ around: (change) => void act(change) });
  render(<PaneApplication store={sample.store} effects={sample.effects} />);
  await userEvent.setup().click(screen.getByRole('button', { name: '填入指标编码' }));
  expect(await screen.findByRole('tabpanel', { name: '编码' })).toBeTruthy();
});

test('by keyboard alone: to a row, its cell, its list, an entry; the keyboard is back at the row', async () => {
  const { user, host, store } = await showCodes();
  act(() => row('C12').focus());
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(row('C13'));
  await user.keyboard('{Enter}');
  expect(host.selection?.range).toEqual({ top: 12, left: 2, bottom: 12, right: 2 });
  await user.tab();
  const field = combo('推广活动');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowDown}');
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(options()).toEqual([
    '111000202-阅读推广活动场次“推广活动”相同',
    '111000207-馆员培训课题数量都有“数量”',
    '222000206-阅读活动影响力该编码属社会效益指标，所在行是数量指标。',
    '不填',
  ]);
  const active = (): string =>
    document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
  expect(active()).toMatch(/^111000202/);
  expect(await findAccessibilityFlaws()).toEqual([]);
  // The hint says why it cannot be chosen, and cannot.
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(active()).toMatch(/^222000206/);
  expect(field.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{ArrowUp}{Enter}');
  expect(focused()).toBe('C13数量指标已选推广活动将填入 111000207-馆员培训课题数量');
  expect(combo('推广活动').value).toBe('111000207-馆员培训课题数量');
  expect(screen.getByRole('button', { name: '填入 5 条' })).toBeTruthy();
  // Escape closes the list without choosing, and then leads back to the row.
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowDown}{Escape}');
  expect([document.activeElement, combo('推广活动').value]).toEqual([field, '111000207-馆员培训课题数量']);
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(row('C13'));
  expect(store.getState().codes.decisions['C13!图书'].entry?.code).toBe('111000207');
});

test('the catalogue is searched by what is typed: name, code, initials; own level first', async () => {
  const { user } = await showCodes();
  const field = combo('全年开放天数');
  expect(field.placeholder).toBe('输入编码、名称或拼音首字母查找');
  await user.click(field);
  expect(screen.getByText('没有相近的条目，请输入编码、名称或拼音首字母查找。', { selector: 'p' })).toBeTruthy();
  await user.type(combo('推广活动'), '阅读');
  await waitFor(() =>
    expect(options()).toEqual([
      '111000202-阅读推广活动场次单位：场',
      '222000206-阅读活动影响力该编码属社会效益指标，所在行是数量指标。',
      '222000204-提升全民阅读氛围(是/否)该编码属社会效益指标，所在行是数量指标。',
    ]),
  );
  await user.clear(combo('推广活动'));
  await user.type(combo('推广活动'), '1000207');
  await waitFor(() => expect(options()).toEqual(['111000207-馆员培训课题数量单位：项']));
  await user.clear(combo('推广活动'));
  await user.type(combo('推广活动'), 'yd');
  await waitFor(() => expect(options()[0]).toMatch(/^111000202/));
  await user.click(screen.getAllByRole('option')[0]);
  expect(focused()).toMatch(/^C13.*已选/);
  await user.type(combo('推广活动'), '没有这样的');
  await screen.findByText('指标库中没有符合的条目。', { selector: 'p' });
  expect(await findAccessibilityFlaws()).toEqual([]);
});

test('a search that fails is said', async () => {
  const { user, session } = await showCodes();
  session.catalogues.search = () => Promise.reject(new Error('broken'));
  await user.type(combo('推广活动'), '阅读');
  expect(await screen.findByText('没有查找成功，请重试。', { selector: 'p' })).toBeTruthy();
});

test('letters of an unfinished word of the input method neither search nor choose', async () => {
  const { user, session } = await showCodes();
  const searched: string[] = [];
  const { search } = session.catalogues;
  session.catalogues.search = (id, wanted) => {
    searched.push(wanted.text);
    return search(id, wanted);
  };
  const field = combo('推广活动');
  await user.click(field);
  act(() => void field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })));
  await user.keyboard('yue{Enter}');
  expect(field.getAttribute('aria-expanded')).toBe('true');
  act(() => void field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })));
  await waitFor(() => expect(Array.from(new Set(searched))).toHaveLength(1));
  expect(searched.every((text) => /yue$/.test(text))).toBe(true);
});

test('filled in, the list is read again and the keyboard stays; taken back by the notice', async () => {
  const { user, host } = await showCodes();
  const button = screen.getByRole('button', { name: '填入 4 条' });
  act(() => button.focus());
  await user.keyboard('{Enter}');
  const notice = within(await screen.findByRole('region', { name: '操作结果' }));
  expect(notice.getByText('已填入 4 条编码。')).toBeTruthy();
  expect(await screen.findByRole('button', { name: '已有编码 5' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '填入 0 条' }));
  await user.keyboard('{Enter}');
  expect(notice.getByText('已填入 4 条编码。')).toBeTruthy();
  await user.click(notice.getByRole('button', { name: '撤销' }));
  expect(await screen.findByRole('button', { name: '填入 4 条' })).toBeTruthy();
  expect((await host.read()).sheets[0].cellAt(11, 2)?.value).toBe('图书采购数量');
});

test('ticks: one row, a project, all; what the filter hides is not filled in, and that is said', async () => {
  const { user } = await showCodes();
  await user.click(screen.getAllByRole('checkbox', { name: '填入 C12 图书采购数量' })[0]);
  expect(screen.getByRole('button', { name: '填入 3 条' })).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: '全选：社区图书馆运行' }));
  expect(screen.getByRole('button', { name: '填入 4 条' })).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: '全选（4）' }));
  expect(screen.getByRole('button', { name: '填入 0 条' }).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('checkbox', { name: '全选（4）' }));
  await user.click(screen.getByRole('button', { name: '待选 1' }));
  expect(screen.getByText('另有 4 条已勾选但被筛选隐藏，这次不填。')).toBeTruthy();
  expect(within(screen.getByRole('group', { name: '指标列表' })).getAllByRole('listitem')).toHaveLength(1);
});

test('declined: said so, and not to be ticked', async () => {
  const { user } = await showCodes();
  await user.click(combo('图书采购数量'));
  await user.click(screen.getByRole('option', { name: '不填' }));
  expect(focused()).toBe('C12数量指标不填图书采购数量');
  expect(screen.getByRole('button', { name: '填入 3 条' })).toBeTruthy();
  expect(screen.getAllByRole<HTMLInputElement>('checkbox', { name: '填入 C12 图书采购数量' })[0].disabled).toBe(true);
});

test('all codes taken off: asked before, with how many', async () => {
  const { user, host } = await showCodes();
  await user.click(screen.getByRole('button', { name: '去掉编码…' }));
  const question = within(screen.getByRole('group', { name: '去掉全部 1 条的编码，只留名称？可以撤销。' }));
  expect(document.activeElement).toBe(question.getByRole('button', { name: '去掉' }));
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: '去掉编码…' }));
  await user.keyboard('{Enter}');
  expect(await screen.findByText('已去掉 1 条编码。', { selector: '.notice-text' })).toBeTruthy();
  expect((await host.read()).sheets[0].cellAt(13, 2)?.value).toBe('借阅人数');
});

test('the code of one row taken off', async () => {
  const { user, host } = await showCodes();
  await user.click(screen.getByRole('button', { name: '去掉这个编码：C14 借阅人数' }));
  expect(await screen.findByText('已去掉 1 条编码。', { selector: '.notice-text' })).toBeTruthy();
  expect((await host.read()).sheets[0].cellAt(13, 2)?.value).toBe('借阅人数');
});

test('a workbook that must not be written to: nothing to press, and why', async () => {
  await showCodes({ capabilities: { write: false } });
  expect(screen.getByText('工作簿是以只读方式打开的，不能修改单元格，也不能接受问题。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '填入 4 条' }).getAttribute('aria-disabled')).toBe('true');
  expect(combo('推广活动').disabled).toBe(true);
  expect(screen.queryByRole('button', { name: '去掉编码…' })).toBeNull();
});

test('no indicators: what to look for', async () => {
  const sample = openCodes({ around: (change) => void act(change) });
  const { propose } = sample.session.catalogues;
  sample.session.catalogues.propose = async (id) => ({ ...(await propose(id)), rows: [] }) as CodingPlan;
  render(<PaneApplication store={sample.store} effects={sample.effects} begin="codes" />);
  expect(await screen.findByText('没有读到可以填编码的指标。', { selector: 'p' })).toBeTruthy();
});

test('with automatic checks off an edit offers to read again', async () => {
  const { user, effects, host } = await showCodes();
  await effects.changePreferences({ autoRecheck: false });
  act(() => host.edit('图书', { row: 12, column: 2 }, '图书采购数量'));
  await user.click(await screen.findByRole('button', { name: '重新读取' }));
  expect(await screen.findByRole('button', { name: '可直接填 5' })).toBeTruthy();
  expect(screen.queryByText('表格已修改，以下内容可能已过期。')).toBeNull();
});

test('checking leads to what it finds', async () => {
  const { user } = await showCodes();
  await user.click(screen.getByRole('button', { name: '校验' }));
  expect(await screen.findByRole('tab', { name: '问题', selected: true })).toBeTruthy();
});
