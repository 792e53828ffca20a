import { compactText } from '../values/normalize-text';
import type { CellRange } from '../workbook/cell-address';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isBlank, type Field, type FormCell, type Indicator, type Project } from './form';
import { namesProjects, namesUnits, readCodedProjects } from './coded-projects';
import { columnCells, type IndicatorHeader } from './indicator-header';
import { findTitleLines, isDepartmentTitle } from './form-title';
import { findHeadLines, type HeadLines } from './head-lines';
import { readIndicatorRows } from './indicator-rows';
import { readOverallFields } from './overall-target';
import { findHeadStart, readHeadFields } from './project-head';
import { enclosingRange, readCell, type FilledRows } from './sheet-view';
import { withSpareKeys } from './spare-labels';
import { readTaskTable, type TaskTable } from './task-table';

/** One head with what stands above and below it. A form is one piece, or several where its head is repeated. */
export interface FormPiece {
  readonly header: IndicatorHeader;
  readonly title: FormCell | null;
  /** Label/value pairs above the head; empty in a coded table. */
  readonly fields: readonly Field[];
  readonly indicators: readonly Indicator[];
  /** Blocks of a coded table, or of a form O that has a column for the unit; empty in other forms. */
  readonly projects: readonly Project[];
  /** 年度主要任务 above the head of a form O; null in other forms and where it has none. */
  readonly tasks: TaskTable | null;
  readonly isOverall: boolean;
  readonly lines: HeadLines;
  readonly remark: FormCell | null;
  readonly range: CellRange;
  /** What the cell left of the head says, e.g. "年度绩效指标"; "" when nothing stands there. */
  readonly section: string;
}

/** No head is that high: what stands further above on a long sheet is not looked at. */
const HIGHEST_HEAD = 100;
/** The tasks of a large department fill several pages. */
const HIGHEST_OVERALL_HEAD = 1000;

/** Where a head stands among the others of its sheet. */
interface PiecePlace {
  /** First row below the form above. */
  readonly regionTop: number;
  /** Last row before the next form. */
  readonly lastRow: number;
  readonly above: FormPiece | undefined;
}

/** Reads what belongs to one head. */
export function readPiece(
  sheet: SheetSnapshot,
  filled: FilledRows,
  header: IndicatorHeader,
  { regionTop, lastRow, above }: PiecePlace,
): FormPiece {
  const isBelowLongTerm = above !== undefined && isLongTerm(above);
  const { title, heading } = findTitleLines(sheet, filled, regionTop, header.top - 1, isBelowLongTerm);
  const heads = [...columnCells(header), ...(title ? [title] : [])].map((cell) => cell.range);
  const section = sectionOf(sheet, header);
  const sectionText = periodOf(sheet, header, heading) || textOf(section);
  if (namesProjects(header)) {
    const { projects, bottom } = readCodedProjects(sheet, header, lastRow);
    const labels = header.fieldColumns.map(({ label }) => label.range);
    const range = enclose([...heads, ...labels], bottom);
    const lines = findHeadLines(sheet, filled, title ? title.range.bottom + 1 : regionTop, header.top - 1, 0);
    const nothing = { tasks: null, isOverall: false, remark: null };
    return { header, title, fields: [], indicators: [], projects, lines, range, section: sectionText, ...nothing };
  }
  const across = enclose([...heads, ...(section ? [section.range] : [])], header.row);
  const isOverallTitle = isDepartmentTitle(title);
  const highest = isOverallTitle ? HIGHEST_OVERALL_HEAD : HIGHEST_HEAD;
  const headTop = Math.max(title ? title.range.bottom + 1 : regionTop, header.top - highest);
  const left = title || !sheet.usedRange ? across.left : Math.min(across.left, sheet.usedRange.left);
  const headStart = findHeadStart(sheet, headTop, header.top - 1, left, across.right);
  const tasks = readTaskTable(sheet, filled, headStart, header.top - 1, left);
  const lines = findHeadLines(sheet, filled, headStart, header.top - 1, left);
  const isOfYear = lines.year !== null || (title !== null && /年度|20[0-9]{2}年/.test(title.text));
  const read = readHeadFields(sheet, headStart, header.top - 1, left, across.right);
  let fields = withSpareKeys(read, isOfYear);
  const namesProject = fields.some(({ key }) => key === 'projectName' || key === 'projectCode');
  const isOverall = isOverallTitle || (!namesProject && tasks !== null && tasks.namesTasks && tasks.hasAmounts);
  if (isOverall) fields = readOverallFields(sheet, filled, headStart, header.top - 1, left, across.right, tasks);
  const isContinued = fields.length === 0 && above !== undefined && isTitleOfSame(title, above.title);
  const lastAbove = isContinued ? above.indicators[above.indicators.length - 1] : undefined;
  const units = isOverall && namesUnits(header) ? readCodedProjects(sheet, header, lastRow) : null;
  const { indicators, remark, bottom } = readIndicatorRows(sheet, header, lastRow, lastAbove);
  const columns = units === null ? [] : header.fieldColumns.map(({ label }) => label.range);
  const pairs = fields.reduce<CellRange[]>((all, { label, value }) => all.concat(label.range, value.range), []);
  const range = enclose([...heads, ...columns, ...pairs, ...(isOverall && tasks ? [tasks.range] : [])], bottom);
  return {
    header,
    title,
    fields,
    indicators,
    projects: units === null ? [] : units.projects,
    tasks: isOverall ? tasks : null,
    isOverall,
    lines,
    remark,
    range,
    section: sectionText,
  };
}

/**
 * Pieces that make one form: a head without title and fields of its own continues the table above it, as where a head
 * is printed again on the next page, or where 长期 and 年度 indicators stand one below the other.
 */
export function groupPieces(pieces: readonly FormPiece[]): readonly (readonly FormPiece[])[] {
  const groups: FormPiece[][] = [];
  for (const piece of pieces) {
    const group = groups[groups.length - 1];
    const isContinuation =
      group !== undefined &&
      isTitleOfSame(piece.title, namesProjects(piece.header) ? null : group[0].title) &&
      piece.fields.length === 0 &&
      namesProjects(piece.header) === namesProjects(group[0].header);
    if (isContinuation) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** On the next page a form has no title, the same again, or one marked 续表. */
function isTitleOfSame(title: FormCell | null, first: FormCell | null): boolean {
  if (title === null) return true;
  const text = compactText(title.text);
  return /^续|\(续[^()]*\)$|续表?$/.test(text) || (first !== null && text === compactText(first.text));
}

/** The pieces to be checked: of 长期 (实施期) and 年度 tables in one form the annual ones, otherwise all. */
export function annualPieces(group: readonly FormPiece[]): readonly FormPiece[] {
  const annual = group.filter((piece) => /年/.test(piece.section) && !isLongTerm(piece));
  return annual.length > 0 && group.some(isLongTerm) ? annual : group;
}

function isLongTerm({ section }: FormPiece): boolean {
  return /长期|中期|实施期|周期|总目标/.test(section);
}

/** The smallest range around the given ones, reaching down to a row. */
export function enclose(ranges: readonly CellRange[], bottom: number): CellRange {
  const range = enclosingRange(ranges) || { top: bottom, left: 0, bottom, right: 0 };
  return { ...range, bottom: Math.max(range.bottom, bottom) };
}

/** The cell left of the head, e.g. 年度绩效指标; null when nothing stands there. */
function sectionOf(sheet: SheetSnapshot, header: IndicatorHeader): FormCell | null {
  const { column } = header.columns.level1.address;
  if (column === 0) return null;
  const left = readCell(sheet, header.row, column - 1);
  return isBlank(left) ? null : left;
}

/** What says for which years a table is: the heading above it, or the number of a goal beside its first row, 长期目标1. */
function periodOf(sheet: SheetSnapshot, header: IndicatorHeader, heading: FormCell | null): string {
  if (heading !== null) return compactText(heading.text);
  const { column } = header.columns.level1.address;
  const beside = column === 0 ? '' : compactText(readCell(sheet, header.row + 1, column - 1).text);
  return /^(?:中?长期|年度|当年)(?:绩效)?(?:目标|指标)[0-9一二三四五六七八九十]{0,3}:?$/.test(beside) ? beside : '';
}

function textOf(section: FormCell | null): string {
  return section === null ? '' : compactText(section.text);
}
