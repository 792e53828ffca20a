import { isSecretText } from '../values/special-texts';
import { compactText } from '../values/normalize-text';
import { formatRange, type CellRange } from '../workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { readCodedProjects } from './coded-projects';
import {
  isBlank,
  type Field,
  type Form,
  type FormCell,
  type Indicator,
  type Project,
  type UnreadArea,
  type WorkbookForms,
} from './form';
import { bareLabel, findFieldKey } from './head-labels';
import { findIndicatorHeaders, type IndicatorHeader } from './indicator-header';
import { areAllSecret, readIndicatorRows } from './indicator-rows';
import { readHeadFields } from './project-head';
import { cellsOfRow, enclosingRange, filledRows } from './sheet-view';

const TITLE = /(?:申报表|目标表|绩效表|申报书|绩效目标|信息表|情况表|自评表|监控表)(?:\([^()]*\))?$/;
const DEPARTMENT_TITLE = /整体(?:支出)?绩效|(?:部门|单位)\(?(?:单位|部门)?\)?整体/;

/**
 * Finds and reads the forms of a workbook: form P and form C wherever they stand on their sheets. Sheets and areas that
 * hold something but are no such form come back as `unread`, each with the reason.
 */
export function readForms(snapshot: WorkbookSnapshot): WorkbookForms {
  const forms: Form[] = [];
  const unread: UnreadArea[] = [];
  for (const sheet of snapshot.sheets) readSheet(sheet, forms, unread);
  return { forms, unread };
}

function readSheet(sheet: SheetSnapshot, forms: Form[], unread: UnreadArea[]): void {
  const used = sheet.usedRange;
  if (used === null) return;
  const filled = filledRows(sheet);
  if (filled.size === 0) return;
  const { headers, incomplete } = findIndicatorHeaders(sheet, filled);
  const before = forms.length + unread.length;
  let regionTop = used.top;
  headers.forEach((header, index) => {
    const next = headers[index + 1];
    const lastRow = next ? next.top - 1 : used.bottom;
    const title = findTitle(sheet, filled, regionTop, header.top - 1);
    if (title && DEPARTMENT_TITLE.test(compactText(title.text))) {
      unread.push({ sheet: sheet.name, range: used, reason: '部门（单位）整体支出绩效目标表尚不在检查范围内。' });
      regionTop = header.row + 1;
      return;
    }
    const form = isCodedTable(header)
      ? readCodedTable(sheet, header, title, lastRow)
      : readProjectTarget(
          sheet,
          header,
          title,
          regionTop,
          next ? findFormTop(sheet, filled, header, lastRow) : lastRow,
        );
    forms.push(form);
    regionTop = form.range.bottom + 1;
  });
  for (const { row, missing } of incomplete) {
    unread.push({
      sheet: sheet.name,
      range: { ...used, top: row, bottom: row },
      reason: `第 ${row + 1} 行像是指标表表头，但缺少“${missing}”列，未能读取。`,
    });
  }
  if (forms.length + unread.length === before) {
    unread.push({
      sheet: sheet.name,
      range: used,
      reason: '未找到绩效目标申报表（需有“一级指标、二级指标、三级指标、指标值”表头）。',
    });
  }
}

function isCodedTable(header: IndicatorHeader): boolean {
  return header.fieldColumns.some(({ key }) => key === 'projectName' || key === 'projectCode');
}

function readCodedTable(sheet: SheetSnapshot, header: IndicatorHeader, title: FormCell | null, lastRow: number): Form {
  const { projects, bottom } = readCodedProjects(sheet, header, lastRow);
  const labels = [...columnCells(header), ...header.fieldColumns.map(({ label }) => label)];
  const range = enclose([...labels.map((cell) => cell.range), ...(title ? [title.range] : [])], bottom);
  return {
    type: 'coded-indicators',
    id: `${sheet.name}!${formatRange(range)}`,
    sheet: sheet.name,
    range,
    title,
    caption: title && !isBlank(title) ? title.text.trim() : sheet.name,
    columns: header.columns,
    projects,
  };
}

function readProjectTarget(
  sheet: SheetSnapshot,
  header: IndicatorHeader,
  title: FormCell | null,
  regionTop: number,
  lastRow: number,
): Form {
  const rows = readIndicatorRows(sheet, header, lastRow);
  const columns = columnCells(header).map((cell) => cell.range);
  const across = enclose([...columns, ...(title ? [title.range] : [])], rows.bottom);
  const headTop = title ? title.range.bottom + 1 : regionTop;
  const left = title ? across.left : Math.min(across.left, sheet.usedRange ? sheet.usedRange.left : across.left);
  const fields = readHeadFields(sheet, headTop, header.top - 1, left, across.right);
  const range = enclose(
    [
      ...columns,
      ...(title ? [title.range] : []),
      ...fields.map((field) => field.label.range),
      ...fields.map((field) => field.value.range),
    ],
    rows.bottom,
  );
  const project = projectOf(fields, rows.indicators, range, sheet.name);
  return {
    type: 'project-target',
    id: `${sheet.name}!${formatRange(range)}`,
    sheet: sheet.name,
    range,
    title,
    caption: project.name,
    columns: header.columns,
    projects: [project],
    remark: rows.remark,
  };
}

function projectOf(
  fields: readonly Field[],
  indicators: readonly Indicator[],
  range: CellRange,
  sheet: string,
): Project {
  const text = (key: Field['key']): string => {
    const field = fields.find((candidate) => candidate.key === key);
    return field ? field.value.text.trim() : '';
  };
  const isSecret =
    areAllSecret(indicators) || (isSecretText(text('annualGoal')) && isSecretText(text('calculationBasis')));
  return { name: text('projectName') || sheet, range, fields, indicators, isSecret };
}

/** The last row of a stacked form: the row before the title or the first label of the form that follows. */
function findFormTop(
  sheet: SheetSnapshot,
  filled: ReadonlyMap<number, readonly number[]>,
  header: IndicatorHeader,
  lastRow: number,
): number {
  const used = sheet.usedRange;
  if (used === null) return lastRow;
  for (let row = header.row + 1; row <= lastRow; row += 1) {
    if (!filled.has(row)) continue;
    const cells = cellsOfRow(sheet, row, used.left, used.right).filter((cell) => !isBlank(cell));
    if (isTitleRow(cells) || cells.some((cell) => findFieldKey(cell.text) !== null)) return row - 1;
  }
  return lastRow;
}

/** The title above a head: the nearest text alone on its row that names a form (…表), else the topmost that reads like one. */
function findTitle(
  sheet: SheetSnapshot,
  filled: ReadonlyMap<number, readonly number[]>,
  top: number,
  bottom: number,
): FormCell | null {
  const used = sheet.usedRange;
  if (used === null) return null;
  let topmost: FormCell | null = null;
  for (let row = bottom; row >= top; row -= 1) {
    if (!filled.has(row)) continue;
    const cells = cellsOfRow(sheet, row, used.left, used.right).filter((cell) => !isBlank(cell));
    if (!isTitleRow(cells)) continue;
    [topmost] = cells;
    if (/[表书](?:\([^()]*\))?$/.test(compactText(topmost.text))) return topmost;
  }
  return topmost;
}

function isTitleRow(cells: readonly FormCell[]): boolean {
  if (cells.length !== 1 || cells[0].text.length > 80) return false;
  const compact = compactText(cells[0].text);
  return (
    TITLE.test(compact) &&
    findFieldKey(cells[0].text) === null &&
    bareLabel(compact) !== '绩效目标' &&
    !/[:。]/.test(compact)
  );
}

function columnCells(header: IndicatorHeader): readonly FormCell[] {
  const { columns } = header;
  const all = [
    columns.level1,
    columns.level2,
    columns.name,
    columns.value,
    columns.periodValue,
    columns.explanation,
    columns.nature,
    columns.unit,
    columns.weight,
  ];
  return all.filter((cell): cell is FormCell => cell !== null);
}

function enclose(ranges: readonly CellRange[], bottom: number): CellRange {
  const range = enclosingRange(ranges) || { top: bottom, left: 0, bottom, right: 0 };
  return { ...range, bottom: Math.max(range.bottom, bottom) };
}
