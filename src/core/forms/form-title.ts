import { compactText } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { FormCell } from './form';
import { bareLabel, findFieldKey } from './head-labels';
import { shownCellsOfRow, type FilledRows } from './sheet-view';

const TITLE = /(?:(?:申报|填报|批复|公开|备案|目标|绩效|信息|情况|自评|监控)表|申报书|绩效目标)(?:\([^()]*\)){0,2}$/;
const DEPARTMENT_TITLE = /整体(?:支出)?(?:绩效|目标)|(?:部门|单位)\(?(?:单位|部门)?\)?整体/;

const PERIOD_HEADING =
  /^(?:(?:[一二三四五六七八九十0-9]{1,2}|\([一二三四五六七八九十0-9]{1,2}\))[、.]?)?(?:项目)?(?:中?长期|中期|实施期|实施周期|本?年度|20[0-9]{2}年度?|当年)(?:总体)?(?:绩效)?(?:目标|指标)(?:申报)?表?(?:\([^()]*\))?$/;

/** True for a line between the title and a table that says which years it is for: 长期绩效目标表, 年度绩效目标表. */
function isPeriodHeading(text: string): boolean {
  return text.length <= 40 && PERIOD_HEADING.test(compactText(text));
}

/** True for the title of a form O: 部门（单位）整体支出绩效目标表 and the like. */
export function isDepartmentTitle(title: FormCell | null): boolean {
  const text = title === null ? '' : compactText(title.text);
  return DEPARTMENT_TITLE.test(text) && (/部门|单位/.test(text) || !/项目/.test(text));
}

/** Blank rows between a heading and its table. */
const MOST_BLANK_ROWS = 3;

/** A title, and the heading of the table below it where there is one. */
export interface TitleLines {
  readonly title: FormCell | null;
  readonly heading: FormCell | null;
}

/**
 * The title above a head and, between the two, the heading that says which years the table is for. A heading for one year
 * alone may be the title itself, unless a table for other years stands above it in the same form.
 */
export function findTitleLines(
  sheet: SheetSnapshot,
  filled: FilledRows,
  top: number,
  bottom: number,
  isBelowOtherYears: boolean,
): TitleLines {
  const heading = findPeriodHeading(sheet, filled, top, bottom);
  const title = findTitle(sheet, filled, top, heading === null ? bottom : heading.address.row - 1);
  if (heading === null || title !== null) return { title, heading };
  const isTitleItself = isTitleRow([heading]) && /年/.test(heading.text) && !isBelowOtherYears;
  return isTitleItself ? { title: heading, heading: null } : { title: null, heading };
}

/** The heading directly above a head, blank rows left out. */
function findPeriodHeading(sheet: SheetSnapshot, filled: FilledRows, top: number, bottom: number): FormCell | null {
  let row = bottom;
  while (row > Math.max(top, bottom - MOST_BLANK_ROWS) && !filled.has(row)) row -= 1;
  const columns = row >= top ? filled.get(row) : undefined;
  const cells = columns ? shownCellsOfRow(sheet, row, columns) : [];
  return cells.length === 1 && cells[0].address.row === row && isPeriodHeading(cells[0].text) ? cells[0] : null;
}

/**
 * The title above a head: the nearest text alone on its row that names a form (…表), else the topmost that reads like one.
 * Where a page of the same form begins in between, its title is the first.
 */
function findTitle(sheet: SheetSnapshot, filled: FilledRows, top: number, bottom: number): FormCell | null {
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
