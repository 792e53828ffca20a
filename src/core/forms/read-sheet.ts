import { isSecretText } from '../values/special-texts';
import { formatRange, type CellRange } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type Field, type Form, type Indicator, type Paragraph, type Project, type UnreadArea } from './form';
import { findMoneyUnit } from '../values/amount';
import { isTitleRow } from './form-title';
import { findFieldKey } from './head-labels';
import { readBudgetTables, type SheetTable } from './budget/read-budget-tables';
import { isBudgetTitle } from './budget/table-kinds';
import { joinProjects, namesProjects } from './coded-projects';
import { annualPieces, enclose, groupPieces, readPiece, type FormPiece } from './form-pieces';
import { columnCells, findIndicatorHeaders, type IndicatorHeader } from './indicator-header';
import { areAllSecret } from './indicator-rows';
import { asAnnual } from './overall-target';
import { columnsBetween, findSplit } from './side-by-side';
import { readParagraphs } from './prose-sheet';
import { filledRows, shownCellsOfRow, type FilledRows } from './sheet-view';
import { findSpareKey } from './spare-labels';
import { withoutUnplacedBlock } from './unplaced-block';

/** What one sheet holds. Nothing in it depends on other sheets. */
export interface SheetReading {
  readonly forms: readonly Form[];
  /** Budget tables, which may go on over several sheets. */
  readonly tables: readonly SheetTable[];
  readonly unread: readonly UnreadArea[];
}

/** Finds and reads forms and budget tables wherever they stand on a sheet; what could not be read comes with the reason. */
export function readSheet(sheet: SheetSnapshot): SheetReading {
  const forms: Form[] = [];
  const unread: UnreadArea[] = [];
  const tables: SheetTable[] = [];
  readPart(withoutUnplacedBlock(sheet), forms, tables, unread);
  return { forms, tables, unread };
}

/** @param sheet A sheet, or some columns of one. */
function readPart(sheet: SheetSnapshot, forms: Form[], tables: SheetTable[], unread: UnreadArea[]): void {
  const used = sheet.usedRange;
  if (used === null) return;
  const filled = filledRows(sheet);
  if (filled.size === 0) return;
  const { headers, incomplete } = findIndicatorHeaders(sheet, filled);
  const split = findSplit(sheet, filled, headers);
  if (split !== null) {
    readPart(columnsBetween(sheet, used.left, split - 1), forms, tables, unread);
    readPart(columnsBetween(sheet, split, used.right), forms, tables, unread);
    return;
  }
  const before = forms.length + unread.length;
  const leave = (range: CellRange, reason: string): void => {
    unread.push({ sheet: sheet.name, range, reason });
  };
  const pieces: FormPiece[] = [];
  let regionTop = used.top;
  headers.forEach((header, index) => {
    // Rows below a head that could not be read are no rows of the table above it.
    const nextTops = [
      ...headers.slice(index + 1, index + 2).map(({ top }) => top),
      ...incomplete.map(({ row }) => row),
    ];
    const next = Math.min(...nextTops.filter((row) => row > header.row));
    const lastRow = isFinite(next) ? findFormEnd(sheet, filled, header, next - 1) : used.bottom;
    const place = { regionTop, lastRow, above: pieces[pieces.length - 1] };
    const piece = readPiece(sheet, filled, header, place);
    pieces.push(piece);
    regionTop = piece.range.bottom + 1;
    for (const cells of header.otherSets) {
      leave(
        enclose(
          cells.map((cell) => cell.range),
          piece.range.bottom,
        ),
        '并列的实施期（中长期）绩效指标没有检查，只检查了年度绩效指标。',
      );
    }
  });
  for (const group of groupPieces(pieces)) {
    const read = annualPieces(group);
    forms.push(formOf(sheet, group, read));
    for (const piece of group) {
      if (read.indexOf(piece) >= 0) continue;
      const table = columnCells(piece.header).map((cell) => cell.range);
      leave(enclose(table, piece.range.bottom), '实施期（中长期）绩效指标没有检查，只检查了年度绩效指标。');
    }
  }
  for (const { row, missing } of incomplete) {
    leave({ ...used, top: row, bottom: row }, `第 ${row + 1} 行像是指标表表头，但缺少“${missing}”列，未能读取。`);
  }
  if (forms.length + unread.length > before) return;
  const found = readBudgetTables(sheet, filled);
  if (found.length > 0) {
    tables.push(...found);
    return;
  }
  const paragraphs = readParagraphs(sheet, filled);
  if (paragraphs !== null) forms.push(proseSheetOf(sheet, used, paragraphs));
  else leave(used, reasonOf(sheet, filled));
}

function proseSheetOf(sheet: SheetSnapshot, range: CellRange, paragraphs: readonly Paragraph[]): Form {
  const [first] = paragraphs;
  const title = first.kind === 'heading' ? first.parts[0].cell : null;
  return {
    type: 'prose',
    id: `${sheet.name}!${formatRange(range)}`,
    sheet: sheet.name,
    range,
    title,
    caption: sheet.name,
    projects: [],
    paragraphs,
  };
}

/** Lines in which the title of a table may stand. */
const TITLE_LINES = 8;

function reasonOf(sheet: SheetSnapshot, filled: FilledRows): string {
  const rows = Array.from(filled.keys()).slice(0, TITLE_LINES);
  for (const row of rows) {
    for (const { text } of shownCellsOfRow(sheet, row, filled.get(row) || [])) {
      if (isBudgetTitle(text)) return `这是部门预算表（${text.trim()}），预算表尚未检查。`;
    }
  }
  return '未找到绩效目标申报表（需有“一级指标、二级指标、三级指标、指标值”表头）。';
}

/** @param group All pieces of the form; @param read those whose indicators are checked. */
function formOf(sheet: SheetSnapshot, group: readonly FormPiece[], read: readonly FormPiece[]): Form {
  if (namesProjects(group[0].header)) return codedTableOf(sheet, read);
  return group[0].isOverall ? overallTargetOf(sheet, group, read) : projectTargetOf(sheet, group, read);
}

function codedTableOf(sheet: SheetSnapshot, pieces: readonly FormPiece[]): Form {
  const { title, header, lines } = pieces[0];
  return {
    type: 'coded-indicators',
    ...placeOf(sheet, pieces),
    title,
    caption: title && !isBlank(title) ? title.text.trim() : sheet.name,
    columns: header.columns,
    yearLine: lines.year,
    unitLine: lines.unit,
    projects: joinedProjects(pieces),
  };
}

function joinedProjects(pieces: readonly FormPiece[]): readonly Project[] {
  return pieces.reduce<readonly Project[]>((all, piece) => joinProjects(all, piece.projects), []);
}

function projectTargetOf(sheet: SheetSnapshot, group: readonly FormPiece[], read: readonly FormPiece[]): Form {
  const place = placeOf(sheet, group);
  const indicators = read.reduce<readonly Indicator[]>((all, piece) => all.concat(piece.indicators), []);
  const project = projectOf(group[0].fields, indicators, place.range, sheet.name);
  return {
    type: 'project-target',
    ...place,
    title: group[0].title,
    caption: project.name,
    columns: read[0].header.columns,
    yearLine: group[0].lines.year,
    unitLine: group[0].lines.unit,
    projects: [project],
    remark: group[group.length - 1].remark,
  };
}

function overallTargetOf(sheet: SheetSnapshot, group: readonly FormPiece[], read: readonly FormPiece[]): Form {
  const place = placeOf(sheet, group);
  const [{ title, fields, tasks, lines }] = group;
  const indicators = read.reduce<readonly Indicator[]>((all, piece) => all.concat(piece.indicators), []);
  const department = projectOf(fields, indicators, place.range, departmentOf(fields) || sheet.name);
  const units = joinedProjects(read).map((unit) => ({ ...unit, fields: asAnnual(fields.concat(unit.fields)) }));
  const unit = (tasks && tasks.amountUnit) || (lines.unit && findMoneyUnit(lines.unit.text));
  return {
    type: 'overall-target',
    ...place,
    title,
    caption: title ? title.text.trim() : department.name,
    columns: read[0].header.columns,
    yearLine: lines.year,
    unitLine: lines.unit,
    projects: units.length > 0 ? units : [department],
    tasks: tasks ? tasks.tasks : [],
    taskTotal: tasks && tasks.total,
    amountUnit: unit,
  };
}

function departmentOf(fields: readonly Field[]): string {
  const named = fields.find((field) => field.key === 'budgetUnit' || field.key === 'applicantUnit');
  return named ? named.value.text.trim() : '';
}

function placeOf(sheet: SheetSnapshot, pieces: readonly FormPiece[]): Pick<Form, 'id' | 'sheet' | 'range'> {
  const range = enclose(
    pieces.map((piece) => piece.range),
    0,
  );
  return { id: `${sheet.name}!${formatRange(range)}`, sheet: sheet.name, range };
}

function projectOf(
  fields: readonly Field[],
  indicators: readonly Indicator[],
  range: CellRange,
  otherwise: string,
): Project {
  const text = (key: Field['key']): string => {
    const field = fields.find((candidate) => candidate.key === key);
    return field ? field.value.text.trim() : '';
  };
  const isSecret =
    areAllSecret(indicators) || (isSecretText(text('annualGoal')) && isSecretText(text('calculationBasis')));
  return { name: text('projectName') || otherwise, range, fields, indicators, isSecret };
}

/** The last row of a stacked form: the row before the title or the first label of the form that follows. */
function findFormEnd(sheet: SheetSnapshot, filled: FilledRows, header: IndicatorHeader, lastRow: number): number {
  for (let row = header.row + 1; row <= lastRow; row += 1) {
    const columns = filled.get(row);
    if (!columns) continue;
    const cells = shownCellsOfRow(sheet, row, columns);
    if (isTitleRow(cells) || cells.some(({ text }) => beginsForm(text))) return row - 1;
  }
  return lastRow;
}

function beginsForm(text: string): boolean {
  return findFieldKey(text) !== null || findSpareKey(text) === 'projectName';
}
