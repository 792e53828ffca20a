/** @jest-environment jsdom */
import * as React from 'react';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HostError } from '../../../src/host/port/host-error';
import { PaneApplication } from '../../../src/pane/views/PaneApplication';
import { IMPORTED, openCodes, type CodesOptions } from '../open-codes';
import { findAccessibilityFlaws } from './show-pane';

/** The pane at the list of catalogues. */
async function showCatalogues(options: CodesOptions = {}) {
  const sample = openCodes({ around: (change) => void act(change), ...options });
  render(<PaneApplication store={sample.store} effects={sample.effects} begin="codes" />);
  await screen.findByRole('group', { name: '指标列表' });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '管理指标库' }));
  return { ...sample, user };
}

function pickFile(name: string, content: string): void {
  const input = document.querySelector('input[type="file"]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: [new File([content], name)] } });
}

const names = (): readonly string[] =>
  within(screen.getByRole('tabpanel'))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');

test('the list: what ships with the program is in use and cannot be removed; the keyboard begins at the way back', async () => {
  const { user } = await showCatalogues();
  expect(names()).toEqual(['南湖区指标库使用中内置 · 12 条 · 完整测试导出.xlsx.csv.json']);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '返回编码' }));
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.keyboard('{Enter}');
  expect(screen.getByRole('group', { name: '指标列表' })).toBeTruthy();
});

test('a file is looked at, named, kept and used; then removed after a question', async () => {
  const read: unknown[] = [];
  const { user, store, largeStorage } = await showCatalogues({
    readFile: async (name, bytes, options) => {
      read.push([name, Buffer.from(bytes).toString(), options]);
      return IMPORTED;
    },
  });
  pickFile('区指标库.xlsx', 'content');
  expect(await screen.findByText('可导入 3 条')).toBeTruthy();
  expect(read).toEqual([['区指标库.xlsx', 'content', {}]]);
  expect(screen.getByText('没有收入 1 行')).toBeTruthy();
  expect(names()).toContain('Sheet1 A9总计没有编码。');
  expect(largeStorage.texts.size).toBe(0);
  expect(await findAccessibilityFlaws()).toEqual([]);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: '名称' });
  expect(field.value).toBe('区指标库');
  await user.clear(field);
  expect(screen.getByRole('button', { name: '保存' }).getAttribute('aria-disabled')).toBe('true');
  await user.type(field, '区指标库2025');
  await user.click(screen.getByRole('checkbox', { name: '这是完整的指标库' }));
  await user.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('已保存并采用“区指标库2025”，共 3 条。', { selector: '.notice-text' })).toBeTruthy();
  await waitFor(() => expect(store.getState().codes.plan?.catalogue.id).toBe('own-library'));
  expect(store.getState().preferences.catalogueId).toBe('own-library');

  await user.click(screen.getByRole('button', { name: '管理指标库' }));
  expect(names()[1]).toBe('区指标库2025使用中自行导入 · 3 条 · 完整区指标库.xlsx导出.xlsx.csv.json移除');
  await user.click(screen.getByRole('button', { name: '移除“区指标库2025”' }));
  const question = within(screen.getByRole('group', { name: /^移除“区指标库2025”？/ }));
  expect(document.activeElement).toBe(question.getByRole('button', { name: '取消' }));
  await user.click(question.getByRole('button', { name: '移除' }));
  expect(await screen.findByText('已移除“区指标库2025”。', { selector: '.notice-text' })).toBeTruthy();
  expect(names()).toHaveLength(1);
  expect(store.getState().preferences.catalogueId).toBeNull();
});

test('a column corrected: the list is read again with it, the name the user gave stays', async () => {
  const read: unknown[] = [];
  const { user } = await showCatalogues({
    readFile: async (_name, _bytes, options) => {
      read.push(options);
      return IMPORTED;
    },
  });
  pickFile('区指标库.xlsx', 'content');
  await user.type(await screen.findByRole('textbox', { name: '名称' }), '甲');
  await user.click(screen.getByRole('combobox', { name: 'Sheet1 C 列“备注”用作' }));
  await user.click(screen.getByRole('option', { name: '名称' }));
  await waitFor(() => expect(read).toHaveLength(2));
  expect(read[1]).toEqual({
    columns: {
      Sheet1: [
        { role: 'code', column: 0 },
        { role: 'name', column: 2 },
      ],
    },
  });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).toBe('区指标库甲');
});

test('nothing can be taken over: the sentence of the engine, and another file', async () => {
  await showCatalogues({
    readFile: async () => ({
      ...IMPORTED,
      tables: [],
      file: null,
      problem: '没有找到编码和名称两栏。请检查表头。',
      rejected: [],
    }),
  });
  pickFile('通知.xlsx', 'content');
  expect((await screen.findByRole('alert')).textContent).toBe('没有找到编码和名称两栏。请检查表头。');
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull();
  expect(screen.getByRole('button', { name: '从文件导入…' })).toBeTruthy();
});

test('a file that is none of these: the words of the host; nothing is kept where the store refuses', async () => {
  let refused = new HostError('unreadable-file', '这个文件其实是网页。', '请在 Excel 中另存为 .xlsx 后重试。');
  const { user, largeStorage } = await showCatalogues({
    readFile: async () => {
      if (refused.code === 'unreadable-file') throw refused;
      return IMPORTED;
    },
  });
  pickFile('指标.xls', '<html>');
  expect((await screen.findByRole('alert')).textContent).toBe('这个文件其实是网页。请在 Excel 中另存为 .xlsx 后重试。');
  refused = new HostError('internal', '本机空间不足，没有保存。', '请清理后重试。');
  largeStorage.write = () => Promise.reject(refused);
  await user.click(screen.getByRole('button', { name: '返回指标库' }));
  pickFile('指标.xlsx', 'content');
  await user.click(await screen.findByRole('button', { name: '保存' }));
  expect((await screen.findByRole('alert')).textContent).toBe('本机空间不足，没有保存。请清理后重试。');
  expect(screen.getByRole('button', { name: '保存' }).getAttribute('aria-disabled')).toBeNull();
  await user.click(screen.getByRole('button', { name: '返回指标库' }));
  expect(names()).toHaveLength(1);
});

test('many remarks: fifty, and the rest on request', async () => {
  const rejected = Array.from({ length: 120 }, (_, index) => ({
    sheet: 'Sheet1',
    cell: `A${index + 2}`,
    text: '小计',
    reason: '没有编码。',
  }));
  const { user } = await showCatalogues({ readFile: async () => ({ ...IMPORTED, rejected }) });
  pickFile('区指标库.xlsx', 'content');
  expect(await screen.findByText('没有收入 120 行')).toBeTruthy();
  expect(screen.getAllByText('没有编码。')).toHaveLength(50);
  await user.click(screen.getByRole('button', { name: '显示更多（还有 70 条）' }));
  expect(screen.getAllByText('没有编码。')).toHaveLength(100);
});

test('exported: given to the browser, and to be copied where Excel does not let it be saved', async () => {
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:saved';
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    saved.push(`${this.download} ${this.href}`);
  };
  const copied: string[] = [];
  document.execCommand = () => copied.push((document.activeElement as HTMLTextAreaElement).value) > 0;
  const { user } = await showCatalogues();
  await act(() => user.click(screen.getByRole('button', { name: '导出“南湖区指标库”为 .csv' })));
  expect(await screen.findByText('已导出“南湖区指标库.csv”。')).toBeTruthy();
  expect(saved).toEqual(['南湖区指标库.csv blob:saved']);
  await user.click(screen.getByRole('button', { name: '复制内容' }));
  expect(copied).toEqual(['南湖区指标库 csv']);
  expect(screen.getByRole('button', { name: '已复制' })).toBeTruthy();
  await act(() => user.click(screen.getByRole('button', { name: '导出“南湖区指标库”为 .xlsx' })));
  expect(await screen.findByText('没有看到下载的文件时，请导出 .csv，再复制内容。')).toBeTruthy();
});

test('of the open workbook: likewise', async () => {
  const { user } = await showCatalogues();
  await user.click(screen.getByRole('button', { name: '从当前工作簿导入' }));
  expect(await screen.findByText('当前工作簿')).toBeTruthy();
  await screen.findByRole('heading', { name: '导入指标库' });
});
