/** @jest-environment jsdom */
import * as React from 'react';
import { render, screen } from '@testing-library/react';
import { ChangedText } from '../../../src/pane/views/ChangedText';
import { findAccessibilityFlaws, showChecked, showPane } from './show-pane';

const tab = (name: string): HTMLElement => screen.getByRole('tab', { name });

test('the tabs: none before a check; one tab stop, arrows choose', async () => {
  const { user } = showPane();
  expect(screen.queryByRole('tab')).toBeNull();
  await user.click(screen.getByRole('button', { name: '校验' }));
  await screen.findByRole('tab', { name: '问题' });
  expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
  tab('问题').focus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tabpanel', { name: '编码' })).toBeTruthy();
  await user.keyboard('{ArrowRight}');
  expect([tab('规范').getAttribute('aria-selected'), document.activeElement]).toEqual(['true', tab('规范')]);
  expect(screen.getByRole('tabpanel', { name: '规范' })).toBeTruthy();
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.keyboard('{End}');
  expect(screen.getByRole('tabpanel', { name: '意见' })).toBeTruthy();
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tabpanel', { name: '问题' })).toBeTruthy();
});

test('意见: the text, how many, and a button that copies it', async () => {
  const copied: string[] = [];
  document.execCommand = () => {
    const { value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
    return copied.push(value.slice(selectionStart, selectionEnd)) > 0;
  };
  const { effects, store, user } = await showChecked();
  const [first] = (store.getState().result?.items ?? []).slice(2);
  await effects.accept(first, '以正式文件为准');
  await user.click(tab('意见'));
  expect(screen.getByText('意见 5 条，已接受 1 项')).toBeTruthy();
  expect(screen.getByText('另有未检查的内容，见“问题”末尾，请人工核对。')).toBeTruthy();
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '审核意见' });
  expect(text.readOnly).toBe(true);
  expect(text.value).toBe(`“申报表.xlsx”审核意见
共 5 条意见：须修改 3 条，请核实 1 条，建议 1 条。

一、社区图书馆运行（工作表“图书”）
1. 【须修改】B9 年度目标：文字中有“~”，请删去。应为“完成”。
2. 【建议】B9 年度目标：年度目标太短，请补充要完成的工作。
3. 【须修改】D13 馆员培训人数：文字中有“~”，请删去。应为“若干人”。
4. 【请核实】D13 馆员培训人数：“馆员培训人数”的指标值“~若干人”不明确，请写明数量。

二、工作表“说明”（申报表以外）
5. 【须修改】A2：文字中有“~”，请删去。应为“第13行”。

三、已接受，不需修改
1. 图书 D12 图书采购数量：“图书采购数量”的指标值“若干册”不明确，请写明数量。理由：以正式文件为准（2025-01-06 接受）
`);
  await user.click(screen.getByRole('button', { name: '复制' }));
  expect(screen.getByRole('button', { name: '已复制' })).toBeTruthy();
  expect(copied).toEqual([text.value]);
  document.execCommand = () => false;
  await user.click(screen.getByRole('button', { name: '已复制' }));
  expect(screen.getByText('没有复制成功，请手工选取下面的文字。')).toBeTruthy();
});

test('what a repair changes inside a text: blanks drawn, long texts cut around the change', () => {
  const shown = (before: string, after: string): string =>
    render(<ChangedText before={before} after={after} />).container.innerHTML.replace(/<\/?span[^>]*>/g, '');
  expect(shown('完成 ~8000 册', '完成8000册')).toBe('完成<del>␣~</del>8000<del>␣</del>册');
  expect(shown('甲\n乙', '甲乙')).toBe('甲<del>↵</del>乙');
  expect(shown('', '无')).toBe('（空白）<ins>无</ins>');
  expect(shown('无', '')).toBe('<del>无</del>（改为空白）');
  expect(shown(`${'长'.repeat(100)}~${'短'.repeat(100)}`, `${'长'.repeat(100)}${'短'.repeat(100)}`)).toBe(
    `…${'长'.repeat(12)}<del>~</del>${'短'.repeat(12)}…`,
  );
  const [former, latter] = ['甲'.repeat(100), '乙'.repeat(100)];
  expect(shown(former, latter)).toBe(`<del>${former}</del><ins>${latter}</ins>`);
});
