/** @jest-environment jsdom */
import * as React from 'react';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HostError } from '../../../src/host/port/host-error';
import { OutsideHostView } from '../../../src/pane/views/ConnectionView';
import { ErrorBoundary } from '../../../src/pane/views/ErrorBoundary';
import { sheetOf } from '../../support/build-form';
import { SAMPLE_RULES, sampleSheets, sampleResources } from '../../session/sample-review';
import { findAccessibilityFlaws, showChecked, showPane } from './show-pane';

// Whatever a test shows must be free of what axe objects to.
afterEach(async () => {
  expect(await findAccessibilityFlaws()).toEqual([]);
});

test('start: what it does, and that nothing leaves the machine', () => {
  showPane();
  expect(screen.getByRole('button', { name: '校验' })).toBeTruthy();
  expect(screen.getByText('文件内容不会离开本机。')).toBeTruthy();
  expect(screen.getByText('校验方案：自动选择')).toBeTruthy();
});

test('busy: what is being done, and a way out', async () => {
  const { host, user } = showPane();
  host.read = () => new Promise(() => undefined);
  await user.click(screen.getByRole('button', { name: '校验' }));
  expect(screen.getByRole('button', { name: '正在校验…' }).getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByRole('progressbar')).toBeTruthy();
  expect(screen.getByText('正在读取工作簿')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '取消' }));
  expect(screen.getByText('文件内容不会离开本机。')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '校验' }));
});

test('a hidden sheet is shown, with a button that hides it again', async () => {
  const sheets = sampleSheets().map((sheet) => ({ ...sheet, visibility: 'hidden' as const }));
  const { host, user } = await showChecked({ sheets });
  await user.click(screen.getByRole('button', { name: /^错误 B9/ }));
  const notice = within(await screen.findByRole('region', { name: '操作结果' }));
  expect(notice.getByText('工作表“图书”原来是隐藏的，已显示出来。')).toBeTruthy();
  await user.click(notice.getByRole('button', { name: '重新隐藏' }));
  expect(await notice.findByText('工作表“图书”已重新隐藏。')).toBeTruthy();
  expect((await host.read()).sheets[0].content.visibility).toBe('hidden');
});

test('no answer for long: what may be in the way, below former results too', async () => {
  const sentence = '表格还没有应答，请稍候；如果正在编辑单元格，请按回车键结束编辑。';
  const main = (): ReturnType<typeof within> => within(screen.getByRole('main'));
  const { host, store, user } = showPane();
  const read = host.read.bind(host);
  host.read = () => new Promise(() => undefined);
  await user.click(screen.getByRole('button', { name: '校验' }));
  store.dispatch({ type: 'checkStalled' });
  expect(main().getByText(sentence)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '取消' }));
  host.read = read;
  await user.click(screen.getByRole('button', { name: '校验' }));
  await user.click(await screen.findByRole('button', { name: '重新校验' }));
  await screen.findByRole('button', { name: '重新校验' });
  host.read = () => new Promise(() => undefined);
  await user.click(screen.getByRole('button', { name: '重新校验' }));
  store.dispatch({ type: 'checkStalled' });
  expect(within(screen.getByRole('banner')).getByText(sentence)).toBeTruthy();
  expect(screen.getByRole('button', { name: '错误 3' })).toBeTruthy();
});

test('findings: counts, groups, places and sentences', async () => {
  await showChecked();
  expect(screen.getByRole('button', { name: '错误 3' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '警告 2' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '提示 1' })).toBeTruthy();
  const list = screen.getByRole('group', { name: '问题列表' });
  expect(
    within(list)
      .getAllByRole('heading')
      .map(({ textContent }) => textContent),
  ).toEqual([
    '社区图书馆运行工作表：图书错误 2警告 2提示 1',
    '馆员培训工作表：培训未全部检查',
    '说明（申报表以外）错误 1',
  ]);
  const rows = within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(rows).toEqual([
    '错误B9年度目标文字中有“~”，请删去。“完成~”',
    '提示B9年度目标年度目标太短，请补充要完成的工作。“完成~”',
    '警告D12图书采购数量“图书采购数量”的指标值“若干册”不明确，请写明数量。',
    '错误D13馆员培训人数文字中有“~”，请删去。“~若干人”',
    '警告D13馆员培训人数“馆员培训人数”的指标值“~若干人”不明确，请写明数量。',
    '错误A2文字中有“~”，请删去。“第1~3行”',
  ]);
  const unchecked = screen.getByRole('region', { name: '未检查' });
  expect(unchecked.textContent).toContain('未载入指标库，未能核对。');
  expect(within(unchecked).getByRole('button', { name: '说明 A1:A2' })).toBeTruthy();
  expect(screen.getByText('校验完成：错误 3 条，警告 2 条，提示 1 条。')).toBeTruthy();
});

test('not checked: the rules unfold', async () => {
  const { user } = await showChecked({
    resources: sampleResources([...SAMPLE_RULES, { ...SAMPLE_RULES[0], id: 'sample/second', title: '另一条规则' }]),
  });
  const unchecked = within(screen.getByRole('region', { name: '未检查' }));
  const rules = unchecked.getByRole('button', { name: '2 条规则' });
  expect(rules.getAttribute('aria-expanded')).toBe('false');
  await user.click(rules);
  expect(rules.getAttribute('aria-expanded')).toBe('true');
  expect(unchecked.getByText('指标应来自指标库 另一条规则')).toBeTruthy();
});

test('clean: what was checked, and what was not', async () => {
  await showChecked({ sheets: [sampleSheets()[1]] });
  expect(screen.getByRole('heading', { name: '没有发现问题' })).toBeTruthy();
  expect(screen.getByText('已按“通用”方案检查 1 张表、4 条规则。')).toBeTruthy();
  expect(screen.getByText('另有未检查的内容，见下方说明。')).toBeTruthy();
  expect(screen.getByRole('region', { name: '未检查' })).toBeTruthy();
});

test('no form: which ones it looks for', async () => {
  const { host, user } = await showChecked({ sheets: [sheetOf('封面', { A1: '南湖区', B2: '2025' })] });
  expect(screen.getByRole('heading', { name: '没有找到可检查的申报表' })).toBeTruthy();
  expect(screen.getByText(/^二级项目支出绩效目标申报表：/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '封面 A1:B2' }));
  expect(host.selection).toEqual({ sheet: '封面', range: { top: 0, left: 0, bottom: 1, right: 1 } });
});

test('findings, but no form: both are said', async () => {
  await showChecked({ sheets: [sampleSheets()[2]] });
  expect(screen.getByRole('button', { name: '错误 1' })).toBeTruthy();
  expect(screen.getByText('没有找到可检查的申报表，只检查了单元格里的文字。')).toBeTruthy();
});

test('failed: the reason, the advice, another try', async () => {
  const { host, user } = showPane();
  const read = host.read.bind(host);
  host.read = () => Promise.reject(new HostError('busy', '单元格正在编辑。', '请按 Enter 结束编辑。'));
  await user.click(screen.getByRole('button', { name: '校验' }));
  await screen.findByRole('heading', { name: '校验没有完成' });
  expect(screen.getByText('单元格正在编辑。')).toBeTruthy();
  expect(screen.getByText('请按 Enter 结束编辑。')).toBeTruthy();
  host.read = read;
  await user.click(screen.getByRole('button', { name: '重试' }));
  await screen.findByRole('button', { name: '错误 3' });
});

test('outdated, with automatic checks off', async () => {
  const { host, user } = await showChecked();
  await user.click(screen.getByRole('button', { name: '设置' }));
  await user.click(await screen.findByRole('switch', { name: '修改后自动重新校验' }));
  await user.click(screen.getByRole('button', { name: '关闭' }));
  host.edit('图书', { row: 11, column: 3 }, '≥8000册');
  expect(await screen.findByText('表格已修改，以下结果可能已过期。')).toBeTruthy();
});

test('a host that can only be read: what is missing is said, not offered', async () => {
  const { user } = await showChecked({ capabilities: { write: false, mark: false, select: false, watch: false } });
  expect(screen.getByText('工作簿是以只读方式打开的，不能在单元格上标记。')).toBeTruthy();
  expect(screen.getByText('这个版本的 Excel 不会通知修改，改完请点“重新校验”。')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /第1~3行/ }));
  expect(screen.queryByRole('button', { name: '删除波浪号' })).toBeNull();
  expect(screen.queryByRole('button', { name: '接受此问题…' })).toBeNull();
  expect(screen.getByText('工作簿是以只读方式打开的，不能修改单元格，也不能接受问题。')).toBeTruthy();
});

test('an Excel that does not tell of edits: the setting says why it is of no use', async () => {
  const { user } = await showChecked({ capabilities: { watch: false } });
  await user.click(screen.getByRole('button', { name: '设置' }));
  const dialog = within(await screen.findByRole('dialog', { name: '设置' }));
  const automatic = dialog.getByRole<HTMLButtonElement>('switch', { name: '修改后自动重新校验' });
  expect([automatic.disabled, automatic.getAttribute('aria-checked')]).toEqual([true, 'false']);
  expect(dialog.getByText('这个版本的 Excel 不会通知修改，改完请点“重新校验”。')).toBeTruthy();
});

test('settings: profiles to choose from, and a way back', async () => {
  const { user } = await showChecked();
  await user.click(screen.getByRole('button', { name: '设置' }));
  const dialog = await screen.findByRole('dialog', { name: '设置' });
  await user.click(within(dialog).getByRole('radio', { name: '从严' }));
  expect(await screen.findByText('只看指标值。')).toBeTruthy();
  await screen.findByRole('button', { name: '错误 2' });
  await user.click(screen.getByRole('button', { name: '关闭' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('settings: chosen automatically, which one that was, and another instead', async () => {
  const { user } = await showChecked();
  const used = screen.getByRole('button', { name: '校验方案：通用（自动）' });
  await user.click(used);
  const dialog = await screen.findByRole('dialog', { name: '设置' });
  const automatic = within(dialog).getByRole<HTMLInputElement>('radio', { name: '自动选择（通用）' });
  expect(automatic.checked).toBe(true);
  await waitFor(() => expect(document.activeElement).toBe(automatic));
  expect(within(dialog).getByText('按申报表的栏目、编码和单位识别；认不准时用通用方案。')).toBeTruthy();
  await user.click(within(dialog).getByRole('radio', { name: '从严' }));
  expect(await screen.findByText('校验方案：从严')).toBeTruthy();
  await user.click(within(dialog).getByRole('radio', { name: '自动选择' }));
  expect(await screen.findByText('校验方案：通用（自动）')).toBeTruthy();
});

const fileInputOf = (dialog: HTMLElement): HTMLInputElement =>
  dialog.querySelector('input[type=file]') as HTMLInputElement;
const profileFile = (text: string): File => new File([text], '方案.json', { type: 'application/json' });
const own = (more: object = {}): string =>
  JSON.stringify({
    version: 1,
    id: 'own',
    name: '南湖区',
    description: '区财政局 2025 年的要求。',
    extends: 'general',
    ...more,
  });

test('settings: a profile of the office is imported, gone by and removed', async () => {
  const { user } = await showChecked();
  await user.click(screen.getByRole('button', { name: '设置' }));
  const dialog = await screen.findByRole('dialog', { name: '设置' });
  expect(within(dialog).getByRole('button', { name: '导入校验方案…' })).toBeTruthy();
  const input = fileInputOf(dialog);
  await user.upload(input, profileFile(own({ severities: { 'sample/tilde': 'off' } })));
  expect(await within(dialog).findByText('已导入并采用“南湖区”。')).toBeTruthy();
  expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: '南湖区' }).checked).toBe(true);
  expect(within(dialog).getByText('区财政局 2025 年的要求。')).toBeTruthy();
  await screen.findByRole('button', { name: '错误 0' });

  await user.upload(input, profileFile(own({ name: '南湖区二' })));
  expect(await within(dialog).findByText('已导入并采用“南湖区二”。')).toBeTruthy();
  await screen.findByRole('button', { name: '错误 3' });

  await user.click(within(dialog).getByRole('button', { name: '移除“南湖区二”' }));
  expect(await within(dialog).findByText('已移除“南湖区二”。')).toBeTruthy();
  expect(within(dialog).queryByRole('radio', { name: '南湖区二' })).toBeNull();
  expect(await screen.findByText('校验方案：通用（自动）')).toBeTruthy();
});

test('settings: what is wrong in a profile file is said, and nothing changes', async () => {
  const { user } = await showChecked();
  await user.click(screen.getByRole('button', { name: '设置' }));
  const dialog = await screen.findByRole('dialog', { name: '设置' });
  await within(dialog).findByRole('button', { name: '导入校验方案…' });
  const input = fileInputOf(dialog);
  await user.upload(input, profileFile(own({ severities: { 'sample/tilde': '严重' } })));
  expect(
    await within(dialog).findByText(
      '没有导入。校验方案不符合格式：severities.sample/tilde：不认识“严重”，可以写：error、warning、info、off。',
    ),
  ).toBeTruthy();
  expect(within(dialog).getAllByRole('radio')).toHaveLength(3);
});

test('settings: an imported profile of another version says why it is not used', async () => {
  const { host, user } = showPane({ profileFiles: [own({ severities: { 'sample/gone': 'off' } })] });
  await user.click(screen.getByRole('button', { name: '设置' }));
  const dialog = await screen.findByRole('dialog', { name: '设置' });
  expect(
    within(dialog).getByText('与本版本不符，未采用：severities：没有“sample/gone”这条规则；全部规则见 docs/rules.md。'),
  ).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: '移除“南湖区”' }));
  expect(await within(dialog).findByText('已移除“南湖区”。')).toBeTruthy();
  expect(await host.storage.get('shenbao.profiles')).toBe('[]');
});

test('a single profile is shown, not offered', async () => {
  const resources = sampleResources();
  const { user } = showPane({ resources: { ...resources, profiles: resources.profiles.slice(0, 1) } });
  await user.click(screen.getByRole('button', { name: '设置' }));
  const dialog = await screen.findByRole('dialog', { name: '设置' });
  expect(within(dialog).getByText('校验方案：通用')).toBeTruthy();
  expect(within(dialog).queryByRole('radio')).toBeNull();
});

test('outside of Excel and of the workbench', () => {
  render(<OutsideHostView />);
  expect(screen.getByRole('heading', { name: '请在表格程序中打开' })).toBeTruthy();
});

test('a mistake of ours: calm words, and the error to copy', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const copied: string[] = [];
  document.execCommand = (command) => copied.push(`${command}: ${String(window.getSelection())}`) > 0;
  const Broken = (): React.ReactElement => {
    throw new Error('groups is undefined');
  };
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('窗格出了问题');
  await userEvent.setup().click(screen.getByRole('button', { name: '复制错误信息' }));
  expect(screen.getByRole('button', { name: '已复制' })).toBeTruthy();
  expect(copied).toHaveLength(1);
  const source = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(source.value.slice(source.selectionStart, source.selectionEnd)).toContain('groups is undefined');
  jest.restoreAllMocks();
});
