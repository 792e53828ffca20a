import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import { isContentColumn, nameRank, roleOf, yearOfValue, type ColumnRole } from './column-labels';
import { findCodeColumn, isCodeHead } from './code-column';
import type { FieldKey, FormCell, IndicatorColumns } from './form';
import { isBlank } from './form';
import { findFieldKey } from './head-labels';
import { readCell, type FilledRows } from './sheet-view';
import { withSpareColumnKeys } from './spare-labels';

/** The head of an indicator table, and project columns beside it where the table is a coded one. */
export interface IndicatorHeader {
  /** Last row of the head, zero-based. */
  readonly row: number;
  /** First row of the head; above `row` where the head is merged over two rows. */
  readonly top: number;
  readonly columns: IndicatorColumns;
  /** Columns beside the indicator columns: project fields (项目名称, 金额 …), and null for heads this program does not know. */
  readonly fieldColumns: readonly { readonly key: FieldKey | null; readonly label: FormCell }[];
  /** Heads of tables side by side with this one (实施期 beside 年度), which are not read. */
  readonly otherSets: readonly (readonly FormCell[])[];
  /**
   * Between which columns the table left of this one ends and this one begins, where both have all levels of their own:
   * they may be two forms.
   */
  readonly gap: { readonly leftEnd: number; readonly rightStart: number } | null;
}

/** What a row lacks that names some columns of an indicator table but not all that are needed. */
export interface IncompleteHeader {
  readonly row: number;
  readonly missing: string;
}

/** Finds the rows that head an indicator table: those naming 一级指标, 二级指标, a third level and a value column. */
export function findIndicatorHeaders(
  sheet: SheetSnapshot,
  filled: FilledRows,
): { readonly headers: readonly IndicatorHeader[]; readonly incomplete: readonly IncompleteHeader[] } {
  const headers: IndicatorHeader[] = [];
  const incomplete: IncompleteHeader[] = [];
  if (sheet.usedRange === null) return { headers, incomplete };
  filled.forEach((columns, row) => {
    // Of the rows of a large table few name a level at all.
    if (!columns.some((column) => namesLevel(sheet, row, column))) return;
    const roles = columns.map((column) => roleOf(readCell(sheet, row, column)));
    if (roles.indexOf('level1') < 0 || roles.indexOf('level2') < 0) return;
    const header = readHeader(sheet, row);
    if ('missing' in header) incomplete.push(header);
    else headers.push(header);
  });
  return { headers, incomplete };
}

function namesLevel(sheet: SheetSnapshot, row: number, column: number): boolean {
  const cell = sheet.cellAt(row, column);
  return cell !== undefined && cell.text.indexOf('级') >= 0;
}

/** No table is that wide: a stray cell far to the right must not make every head a walk over 16 384 columns. */
const WIDEST_TABLE = 500;

interface HeadLabel {
  readonly role: ColumnRole;
  readonly label: FormCell;
}

function readHeader(sheet: SheetSnapshot, row: number): IndicatorHeader | IncompleteHeader {
  const used = sheet.usedRange;
  const labels: HeadLabel[] = [];
  const fieldColumns: { key: FieldKey | null; label: FormCell }[] = [];
  for (
    let column = used ? used.left : 0;
    used && column <= Math.min(used.right, used.left + WIDEST_TABLE);
    column += 1
  ) {
    const label = headCell(sheet, row, column);
    const role = roleOf(label);
    if (role && role !== 'code') {
      labels.push({ role, label });
    } else if (!isBlank(label) && !sheet.isColumnHidden(column)) {
      const key = findFieldKey(label.text);
      const isTaken = key !== null && fieldColumns.some((known) => known.key === key);
      fieldColumns.push({ key: isTaken ? null : key, label });
    }
    column = Math.max(column, label.range.right);
  }
  const sets = splitIntoSets(labels);
  const complete = sets.filter((set) => hasRole(set, 'level2') && hasRole(set, 'name') && hasRole(set, 'value'));
  if (complete.length === 0)
    return { row, missing: labels.some(({ role }) => role === 'name') ? '指标值' : '三级指标' };
  const chosen = complete[complete.length - 1];
  const cells = chosen.map(({ label }) => label);
  const bottom = cells.reduce((lowest, cell) => Math.max(lowest, cell.range.bottom), row);
  const ofYear = withValueOfYear(sheet, columnsOf(chosen, labels), bottom);
  if (ofYear === null) return { row, missing: '指标值' };
  const codeHeads = fieldColumns.map(({ label }) => label).filter(isCodeHead);
  const otherNames = complete.filter((set) => set !== chosen).map(nameColumn);
  const code = findCodeColumn(sheet, codeHeads, ofYear, otherNames, bottom);
  return {
    row: bottom,
    top: cells.reduce((top, cell) => Math.min(top, cell.range.top), row),
    columns: { ...ofYear, code },
    fieldColumns: withSpareColumnKeys(fieldColumns.filter(({ label }) => label !== code)),
    otherSets: sets.filter((set) => set !== chosen).map((set) => set.map(({ label }) => label)),
    gap: gapBetween(complete[complete.length - 2], chosen),
  };
}

function gapBetween(left: readonly HeadLabel[] | undefined, right: readonly HeadLabel[]): IndicatorHeader['gap'] {
  if (left === undefined || !hasRole(left, 'level1') || !hasRole(right, 'level1')) return null;
  return {
    leftEnd: Math.max(...left.map(({ label }) => label.range.right)),
    rightStart: Math.min(...right.map(({ label }) => label.range.left)),
  };
}

/**
 * Templates of the Ministry of Finance print two tables side by side, 实施期 on the left and 年度 on the right:
 * 一级 | 二级 | 三级 | 指标值 | 二级 | 三级 | 指标值. Each further 二级指标 begins another set; the first level may be shared.
 */
function splitIntoSets(labels: readonly HeadLabel[]): readonly (readonly HeadLabel[])[] {
  const sets: HeadLabel[][] = [[]];
  for (const label of labels) {
    const current = sets[sets.length - 1];
    const isLevel = label.role === 'level1' || label.role === 'level2';
    // In tables whose columns stand in another order 一级指标 may follow 二级指标: only a second one begins a set.
    const startsAnother = isLevel && hasRole(current, 'level2') && hasRole(current, label.role);
    if (startsAnother) sets.push([label]);
    else current.push(label);
  }
  return sets;
}

function hasRole(set: readonly HeadLabel[], role: ColumnRole): boolean {
  return set.some((label) => label.role === role);
}

/** Columns of one set; the first level comes from the table as a whole where the set has none of its own. */
function columnsOf(set: readonly HeadLabel[], all: readonly HeadLabel[]): IndicatorColumns {
  const first = (role: ColumnRole): FormCell | null => {
    const found =
      set.find((label) => label.role === role) ||
      (role === 'level1' ? all.find((label) => label.role === role) : undefined);
    return found ? found.label : null;
  };
  const value = first('value') as FormCell;
  const name = nameColumn(set);
  return {
    level1: first('level1') as FormCell,
    level2: first('level2') as FormCell,
    name,
    code: null,
    value,
    periodValue: first('periodValue'),
    explanation: first('explanation') || contentColumn(set, name, value),
    nature: first('nature'),
    unit: first('unit'),
    weight: first('weight'),
  };
}

/**
 * 指标值 over 前年 | 上年 | 预计当年实现: the value is that of the year. Null where only past years stand below it.
 */
function withValueOfYear(sheet: SheetSnapshot, columns: IndicatorColumns, bottom: number): IndicatorColumns | null {
  const { range } = columns.value;
  if (range.left === range.right || range.bottom >= bottom) return columns;
  const below: FormCell[] = [];
  for (let row = range.bottom + 1; row <= bottom; row += 1) {
    for (let column = range.left; column <= Math.min(range.right, range.left + WIDEST_TABLE); column += 1) {
      const cell = readCell(sheet, row, column);
      if (cell.address.row === row && cell.address.column === column) below.push(cell);
    }
  }
  if (!below.some((cell) => yearOfValue(cell) === 'past')) return columns;
  const current = below.filter((cell) => yearOfValue(cell) === 'current');
  return current.length === 1 ? { ...columns, value: current[0] } : null;
}

/** Of several columns that may name what is measured, the one whose head says so most surely; of equals the last. */
function nameColumn(set: readonly HeadLabel[]): FormCell {
  const names = set.filter(({ role }) => role === 'name').map(({ label }) => label);
  return names.reduce((best, cell) => (nameRank(cell) <= nameRank(best) ? cell : best));
}

/** 指标内容 behind the value, where another column holds the names, says what the indicator means. */
function contentColumn(set: readonly HeadLabel[], name: FormCell, value: FormCell): FormCell | null {
  const content = set.find(
    ({ label }) => label !== name && isContentColumn(label) && label.range.left > value.range.right,
  );
  return content ? content.label : null;
}

// Two-row heads: "绩效指标" over 一级/二级/三级, or 三级指标 | 指标值 beside them with the words in the row above or below.
function headCell(sheet: SheetSnapshot, row: number, column: number): FormCell {
  const here = readCell(sheet, row, column);
  if (!isBlank(here) && (roleOf(here) || findFieldKey(here.text))) return here;
  const used = sheet.usedRange;
  for (const neighbour of [row - 1, row + 1]) {
    if (!used || neighbour < used.top || neighbour > used.bottom) continue;
    const cell = readCell(sheet, neighbour, column);
    const isOneColumn = cell.range.left === cell.range.right || cell.range.left === here.range.left;
    if (isBlank(here) && isOneColumn && roleOf(cell)) return cell;
  }
  return here;
}

/** The heads of the columns a table has, left out ones left out. */
export function columnCells(header: IndicatorHeader): readonly FormCell[] {
  const { columns } = header;
  const all = [
    columns.level1,
    columns.level2,
    columns.name,
    columns.code,
    columns.value,
    columns.periodValue,
    columns.explanation,
    columns.nature,
    columns.unit,
    columns.weight,
  ];
  return all.filter((cell): cell is FormCell => cell !== null);
}
