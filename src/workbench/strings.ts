import type { Refusal } from './grid/grid-host';
import type { ChangeCount } from './workbench';

/** What the page says. Texts of workbench.html itself stand there. */
export const STRINGS = {
  loadingGrid: '正在准备表格…',
  opening: (name: string) => `正在打开 ${name}…`,
  edited: (count: ChangeCount) => whatChanged(count),
  editedAndSaved: (count: ChangeCount) => `${whatChanged(count)}，副本已保存`,
  saved: (name: string) => `已保存为 ${name}，原文件没有改动。`,
  nothingToSave: '没有修改，不需要保存。',
  savedSuffix: '-修改',
  pageTitle: (name: string) => `${name} - 申报表助手工作台`,
  unsaved: (name: string, count: ChangeCount) => `「${name}」${whatChanged(count)}，还没有保存。`,
  samplesUnavailable: '示例文件没有取到。',
  samplesAdvice: '请确认工作台的服务仍在运行，然后刷新页面。',
  unknownSample: (id: string) => `没有名为「${id}」的示例。`,
  chooseSample: '请从「示例」菜单中选择，或打开自己的文件。',
  gridFailed: '表格组件没有启动。',
  gridAdvice: '请刷新页面；仍不成功时，请换用新版 Edge 或 Chrome 浏览器。',
  unexpected: '工作台内部出错，操作没有完成。',
  unexpectedAdvice: (reason: string) => `请重试；仍不成功时请报告：${reason}`,
  formerStays: '原来打开的文件没有变化。',
  oneFileOnly: '一次只能打开一个文件，已打开第一个。',
  leftBehind: (count: number) => `新工作表有 ${count} 点需要留意：`,
  warnings: (count: number) => `打开时有 ${count} 点需要留意：`,
};

/** Without changed cells, rows and sheets, it is what the pane keeps in the workbook. */
function whatChanged({ cells, rows, sheets }: ChangeCount): string {
  const parts: string[] = [];
  if (cells > 0) parts.push(`已修改 ${cells} 处`);
  if (rows > 0) parts.push(`增删 ${rows} 行`);
  if (sheets > 0) parts.push(`增删 ${sheets} 张工作表`);
  return parts.length > 0 ? parts.join('，') : '审核或修改记录有改动';
}

export const REFUSALS: Record<Refusal, string> = {
  structure: '工作台只修改单元格内容；增删行列、合并、格式等请在 Excel 中进行。',
  'locked-cell': '这张工作表受保护，锁定的单元格不能修改；需要修改时请在 Excel 中撤销工作表保护。',
  'paste-does-not-fit': '粘贴的内容超出表格范围；请选择更靠左上的单元格，或在 Excel 中粘贴。',
};
