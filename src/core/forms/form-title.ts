import { compactText } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { FormCell } from './form';
import { bareLabel, findFieldKey } from './head-labels';
import { shownCellsOfRow, type FilledRows } from './sheet-view';

const TITLE = /(?:(?:申报|填报|批复|公开|备案|目标|绩效|信息|情况|自评|监控)表|申报书|绩效目标)(?:\([^()]*\)){0,2}$/;
const DEPARTMENT_TITLE = /整体(?:支出)?(?:绩效|目标)|(?:部门|单位)\(?(?:单位|部门)?\)?整体/;

/** True for the title of a form O: 部门（单位）整体支出绩效目标表 and the like. */
export function isDepartmentTitle(title: FormCell | null): boolean {
  const text = title === null ? '' : compactText(title.text);
  return DEPARTMENT_TITLE.test(text) && (/部门|单位/.test(text) || !/项目/.test(text));
}

/**
 * The title above a head: the nearest text alone on its row that names a form (…表), else the topmost that reads like one.
 * Where a page of the same form begins in between, its title is the first.
 */
export function findTitle(sheet: SheetSnapshot, filled: FilledRows, top: number, bottom: number): FormCell | null {
  let topmost: FormCell | null = null;
  let named: FormCell | null = null;
  for (let row = bottom; row >= top; row -= 1) {
    const columns = filled.get(row);
    const cells = columns ? shownCellsOfRow(sheet, row, columns) : [];
    if (!isTitleRow(cells)) continue;
    [topmost] = cells;
    if (named !== null) {
      if (withoutPage(topmost) === withoutPage(named)) named = topmost;
    } else if (/[表书](?:\([^()]*\)){0,2}$/.test(compactText(topmost.text))) named = topmost;
  }
  return named || topmost;
}

function withoutPage({ text }: FormCell): string {
  return compactText(text).replace(/^续表?:?|\(续[^()]*\)/g, '');
}

/** True for a row that holds nothing but the title of a form. */
export function isTitleRow(cells: readonly FormCell[]): boolean {
  if (cells.length !== 1 || cells[0].text.length > 80) return false;
  const compact = compactText(cells[0].text);
  return (
    TITLE.test(compact) &&
    findFieldKey(cells[0].text) === null &&
    bareLabel(compact) !== '绩效目标' &&
    !/[:。]/.test(compact)
  );
}
