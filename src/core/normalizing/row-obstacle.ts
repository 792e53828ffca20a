import type { IndicatorForm, WorkbookForms } from '../forms/form';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';

/** Why no row of a form's indicator table may come or go: a Chinese sentence; null where nothing is in the way. */
export function rowObstacle(
  sheet: SheetSnapshot,
  form: IndicatorForm,
  { forms, unread }: WorkbookForms,
): string | null {
  const { range } = form;
  if (form.projects.some(({ isSecret }) => isSecret)) return '涉密申报表不作改动，请人工增删指标行。';
  if (sheet.isProtected) return `工作表“${sheet.name}”受保护，不能增删行；请撤销工作表保护后再规范。`;
  const isShared = [...forms.filter((other) => other !== form), ...unread].some(
    (other) => other.sheet === form.sheet && other.range.top <= range.bottom && other.range.bottom >= range.top,
  );
  if (isShared) return '同一行上并排有另一张表，增删行会牵动那张表；请人工处理。';
  for (const hidden of sheet.content.hiddenRows) {
    if (hidden >= range.top && hidden <= range.bottom) return '本表有隐藏或筛选掉的行；请先全部显示，再规范。';
  }
  const first = form.columns.name.address.row;
  const isBeside = sheet
    .cellsOfRows(first, range.bottom)
    .some(({ column, text }) => (column < range.left || column > range.right) && /\S/.test(text));
  return isBeside ? '表格旁边同一行上另有内容，增删行会牵动它；请人工处理。' : null;
}
