/** @jest-environment jsdom */
import * as React from 'react';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ConversionDesk,
  ConversionPreview,
  TemplateSummary,
} from '../../../src/session/normalizing/conversion-desk';
import { PaneApplication } from '../../../src/pane/views/PaneApplication';
import { openNormalizing, type NormalizingOptions } from '../open-normalizing';
import { findAccessibilityFlaws } from './show-pane';

const FORM: TemplateSummary = {
  id: 'form',
  name: '深圳·二级项目申报表',
  description: '表头两栏。',
  kind: 'form-per-project',
  isOwn: false,
};
const TABLE: TemplateSummary = { ...FORM, id: 'own', name: '本局汇总表', kind: 'table-of-projects', isOwn: true };

function previewOf(template: TemplateSummary, projects: readonly string[]): ConversionPreview {
  const unplaced = {
    project: '社区图书馆运行',
    label: '指标解释',
    indicator: '数量指标：培训人数',
    text: '签到表',
    sheet: '图书',
    cell: 'E13',
  };
  const sheet = {
    name: '汇总',
    projects,
    fieldCount: 12,
    indicatorCount: 9,
    unplaced: [unplaced],
    remarks: ['“成本指标”列为一级指标。'],
  };
  return { template, sheets: [sheet], files: [] };
}

/** The pane at its page 转为模板, with a desk that converts as the tests want it. */
async function showTemplates(options: NormalizingOptions = {}) {
  const sample = openNormalizing({ around: (change) => void act(change), ...options });
  let templates: readonly TemplateSummary[] = [FORM, TABLE];
  const asked: unknown[] = [];
  const conversions: ConversionDesk = {
    templates: async () => templates,
    importTemplate: async (name) => ({ template: null, problems: [`“${name}”里没有名称“项目名称”。`] }),
    async removeTemplate(id) {
      templates = templates.filter((template) => template.id !== id);
    },
    projects: async () => [
      { key: 'a', project: '社区图书馆运行', sheet: '图书', form: '申报表', refusal: null },
      { key: 'b', project: '馆员培训', sheet: '培训', form: '申报表', refusal: null },
      { key: 'c', project: '安防改造', sheet: '安防', form: '申报表', refusal: '项目涉密，不转换。' },
    ],
    async preview(keys, id) {
      asked.push([keys, id]);
      return previewOf(templates.find((template) => template.id === id) ?? FORM, ['社区图书馆运行', '馆员培训']);
    },
    async convert({ sheets }) {
      const names = sheets.map(({ name }) => name);
      const nothing = { cells: 0, rows: 0, written: [], conflicts: [], interruption: [] };
      return { ...nothing, label: '转为模板', sheets: names, entry: 'e' };
    },
  };
  Object.assign(sample.session.conversions, conversions);
  render(<PaneApplication store={sample.store} effects={sample.effects} begin="repairs" />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '转为模板…' }));
  await screen.findByRole('region', { name: '选择项目' });
  return { ...sample, user, asked };
}

test('projects and a template chosen, looked at, made; shown and taken back by the notice', async () => {
  const { user, asked, host } = await showTemplates({ capabilities: { structure: true } });
  expect(screen.getByText('项目涉密，不转换。')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '安防改造' }).disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: '馆员培训' }));
  await user.click(screen.getByRole('radio', { name: '本局汇总表' }));
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.click(screen.getByRole('button', { name: '预览' }));
  const preview = within(await screen.findByRole('region', { name: '将生成的工作表' }));
  expect(asked).toEqual([[['a'], 'own']]);
  expect(preview.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '汇总12 个栏目，9 行指标社区图书馆运行、馆员培训“成本指标”列为一级指标。',
    '图书 E13指标解释（数量指标：培训人数）社区图书馆运行签到表',
  ]);
  expect(preview.getByText(/也会列在新工作表的表格旁边/)).toBeTruthy();
  expect(await findAccessibilityFlaws()).toEqual([]);
  await user.click(preview.getByRole('button', { name: '图书 E13' }));
  expect(host.selection?.sheet).toBe('图书');
  await user.click(preview.getByRole('button', { name: '生成 1 张工作表' }));
  const notice = within(await screen.findByRole('region', { name: '操作结果' }));
  expect(notice.getByText('已生成工作表“汇总”。')).toBeTruthy();
  expect(notice.getByRole('button', { name: '查看' })).toBeTruthy();
  // Done, and not to be done twice by mistake.
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '社区图书馆运行' }).checked).toBe(false);
  expect(screen.getByRole('button', { name: '预览' }).getAttribute('aria-disabled')).toBe('true');
});

test('another choice voids the preview; where sheets cannot be added that is said', async () => {
  const { user } = await showTemplates({ capabilities: { structure: false } });
  await user.click(screen.getByRole('button', { name: '预览' }));
  expect(await screen.findByText('这里不能增加工作表，请在 Excel 中打开后再试。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '生成 1 张工作表' }).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('checkbox', { name: '馆员培训' }));
  expect(screen.queryByRole('region', { name: '将生成的工作表' })).toBeNull();
});

test('an own template: refused with what is wrong in it; removed after a question', async () => {
  const { user, effects } = await showTemplates();
  await act(() => effects.importTemplate('汇总.xlsx', async () => new Uint8Array(1)));
  expect(screen.getByText('没有导入：“汇总.xlsx”里没有名称“项目名称”。')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '移除“本局汇总表”' }));
  const question = within(screen.getByRole('group', { name: /^移除“本局汇总表”？/ }));
  await user.click(question.getByRole('button', { name: '移除' }));
  expect(await screen.findByText('已移除“本局汇总表”。')).toBeTruthy();
  expect(screen.queryByRole('radio', { name: '本局汇总表' })).toBeNull();
});
