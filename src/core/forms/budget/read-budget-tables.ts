import { findMoneyUnit, type MoneyUnit } from '../../values/amount';
import { compactText } from '../../values/normalize-text';
import type { SheetSnapshot } from '../../workbook/workbook-snapshot';
import { isBlank, type FormCell } from '../form';
import { enclosingRange, shownCellsOfRow, type FilledRows } from '../sheet-view';
import { readBudgetRows } from './budget-rows';
import type { AmountColumn, BudgetRow, BudgetSection, BudgetTableContent } from './budget-table';
import { findSections } from './section-columns';
import { readTableHead, type TableHead } from './table-head';
import { findTableKind, isBudgetTitle } from './table-kinds';

/** A table as it stands on one sheet, before parts on several sheets are joined. */
export interface SheetTable extends BudgetTableContent {
  readonly sheet: string;
  readonly title: FormCell | null;
}

/** Longest way from the head up to the title: 表号, title, 部门名称, 单位. */
const LINES_ABOVE = 6;
const LARGEST_GAP = 3;
const DEPARTMENT =
  /^(?:预算|编制|填报|填制|主管)?(?:部门|单位)(?:名称)?(?:\([^()]*\))?[:：](?!\(?(?:人民币)?[千万亿]?元)/;

/**
 * Finds and reads the budget tables of a sheet, wherever they stand: by their heads and titles, never by the sheet's name.
 * @param filled Rows of the sheet that hold content, with their columns (filledRows).
 */
export function readBudgetTables(sheet: SheetSnapshot, filled: FilledRows): readonly SheetTable[] {
  const tables: SheetTable[] = [];
  const rows = Array.from(filled.keys()).sort((a, b) => a - b);
  let from = rows.length > 0 ? rows[0] : 0;
  for (const row of rows) {
    if (row < from) continue;
    const head = readTableHead(sheet, filled, row);
    if (!head) continue;
    const table = readTable(sheet, filled, head, from);
    if (!table) continue;
    tables.push(table);
    from = table.range.bottom + 1;
  }
  return tables;
}

function readTable(sheet: SheetSnapshot, filled: FilledRows, head: TableHead, from: number): SheetTable | undefined {
  const above = readLinesAbove(sheet, filled, head.top, from);
  const body = findBody(sheet, filled, head);
  const found = findSections(sheet, head, body.rows).map(({ side, columns }): BudgetSection => ({
    side,
    columns: columns.amounts,
    rows: readBudgetRows(sheet, body.rows, columns),
  }));
  if (found.every(({ columns, rows }) => columns.length === 0 || rows.length === 0)) return undefined;
  const roles = found.reduce<AmountColumn['role'][]>(
    (all, { columns }) => all.concat(columns.map(({ role }) => role)),
    [],
  );
  const codes = found.reduce<string[]>(
    (all, { rows }) => all.concat(rows.filter(({ code }) => code !== null).map(({ code }) => code as string)),
    [],
  );
  const isListOfProjects = head.columns.some(({ heads: [first] }) =>
    /^(?:预算)?项目名称$/.test(compactText(first.text)),
  );
  const kind = findTableKind(above.title ? above.title.text : '', roles, found.length > 1, codes, isListOfProjects);
  if (kind === undefined) return undefined;
  const heads = head.columns.reduce<FormCell[]>((all, column) => all.concat(column.heads), []);
  const parts = [above.title, above.label, above.department, above.unitCell, ...heads].filter(
    (cell): cell is FormCell => cell !== null,
  );
  const range = enclosingRange(parts.map((cell) => cell.range)) || {
    top: head.top,
    left: 0,
    bottom: head.bottom,
    right: 0,
  };
  return {
    sheet: sheet.name,
    title: above.title,
    kind,
    label: above.label,
    department: above.department,
    unitCell: above.unitCell,
    unit: unitOf(above.unitCell, heads),
    sections: found,
    notes: body.notes,
    heads,
    range: { ...range, bottom: Math.max(range.bottom, body.bottom) },
  };
}

interface LinesAbove {
  readonly title: FormCell | null;
  readonly label: FormCell | null;
  readonly department: FormCell | null;
  readonly unitCell: FormCell | null;
}

function readLinesAbove(sheet: SheetSnapshot, filled: FilledRows, top: number, from: number): LinesAbove {
  let title: FormCell | null = null;
  let label: FormCell | null = null;
  let department: FormCell | null = null;
  let unitCell: FormCell | null = null;
  for (let row = top - 1; row >= Math.max(from, top - LINES_ABOVE); row -= 1) {
    for (const cell of shownCellsOfRow(sheet, row, filled.get(row) || [])) {
      const text = compactText(cell.text);
      if (unitCell === null && /(?:金额)?单位[:：]?\(?(?:人民币)?[千万亿]?元/.test(text)) unitCell = cell;
      if (department === null && DEPARTMENT.test(text)) department = cell;
      else if (label === null && /^(?:附?表|预算|公开)[0-9一二三四五六七八九十]{1,3}(?:-[0-9]+)?(?:表)?$/.test(text))
        label = cell;
      else if (title === null && isBudgetTitle(cell.text)) title = cell;
    }
  }
  return { title, label, department, unitCell };
}

function unitOf(unitCell: FormCell | null, heads: readonly FormCell[]): MoneyUnit | null {
  if (unitCell !== null) return findMoneyUnit(unitCell.text.replace(/^.*单位\s*[:：]/, '单位：'));
  const named = heads.find(({ text }) => /[(（](?:单位[:：]?)?[千万亿]?元[)）]/.test(text));
  return named ? findMoneyUnit(named.text) : null;
}

interface TableBody {
  /** Rows of the table below its head, notes and repeated heads left out. */
  readonly rows: readonly number[];
  readonly notes: readonly FormCell[];
  readonly bottom: number;
}

function findBody(sheet: SheetSnapshot, filled: FilledRows, head: TableHead): TableBody {
  const rows: number[] = [];
  const notes: FormCell[] = [];
  const last = sheet.usedRange ? sheet.usedRange.bottom : head.bottom;
  let bottom = head.bottom;
  let isBelowHead = false;
  for (let row = head.bottom + 1; row <= last && row - bottom <= LARGEST_GAP + 1; row += 1) {
    const columns = filled.get(row);
    if (!columns) continue;
    // Heads, titles and notes hold no amounts beside each other: most rows need no closer look.
    if (!isBelowHead && countNumbers(sheet, row, columns) > 1) {
      rows.push(row);
      bottom = row;
      continue;
    }
    const cells = shownCellsOfRow(sheet, row, columns);
    if (cells.length === 0) continue;
    const isHeadAgain: boolean =
      bottom === row - 1 && (isRepeatedHead(cells, head) || (isBelowHead && isNumberingRow(cells)));
    isBelowHead = isHeadAgain;
    if (isHeadAgain) {
      bottom = row;
      continue;
    }
    if (isLineAbove(cells) || isNewTable(sheet, filled, row, cells)) break;
    if (cells.length === 1 && isNote(cells[0])) notes.push(cells[0]);
    else rows.push(row);
    bottom = row;
  }
  return { rows, notes, bottom };
}

function isNewTable(sheet: SheetSnapshot, filled: FilledRows, row: number, cells: readonly FormCell[]): boolean {
  if (
    cells.length <= 2 &&
    cells.some(({ text }) => isBudgetTitle(text) || /^附?表[0-9一二三四五六七八九十]{1,3}$/.test(compactText(text)))
  )
    return true;
  return cells.length > 1 && cells[0].address.row === row && readTableHead(sheet, filled, row) !== undefined;
}

function countNumbers(sheet: SheetSnapshot, row: number, columns: readonly number[]): number {
  let count = 0;
  for (const column of columns) {
    const cell = sheet.cellAt(row, column);
    if (cell !== undefined && typeof cell.value === 'number') count += 1;
  }
  return count;
}

/** 部门：… and 单位：… stand above a table, never within one. */
function isLineAbove(cells: readonly FormCell[]): boolean {
  return cells.length <= 3 && cells.some(({ text }) => DEPARTMENT.test(compactText(text)));
}

/** On a new page the head stands again. */
function isRepeatedHead(cells: readonly FormCell[], head: TableHead): boolean {
  const heads = head.columns.reduce<string[]>(
    (all, column) => all.concat(column.heads.map(({ text }) => compactText(text))),
    [],
  );
  return cells.length >= 2 && cells.every(({ text }) => heads.indexOf(compactText(text)) >= 0);
}

/** The numbers of the columns, below a head that stands again. */
function isNumberingRow(cells: readonly FormCell[]): boolean {
  return cells.every(({ text }) => /^(?:栏次|[0-9]{1,2})$/.test(compactText(text)));
}

function isNote(cell: FormCell): boolean {
  const text = compactText(cell.text);
  return (
    /^(?:备?注|说明)[:：]?/.test(text) ||
    (text.length > 12 && /[。:：]$|无.{0,6}发生额|没有|空表/.test(text)) ||
    (!isBlank(cell) && cell.range.right - cell.range.left >= 2 && text.length > 12)
  );
}

/**
 * Tables whose rows go on elsewhere made one: a part headed like the table before it, titled the same or marked 续, and without a
 * 合计 of its own while the first has one.
 * @param join Makes one table of two (joinTables).
 */
export function joinBudgetTables(
  tables: readonly SheetTable[],
  join: (first: SheetTable, next: SheetTable) => SheetTable,
): readonly SheetTable[] {
  const joined: SheetTable[] = [];
  for (const table of tables) {
    const last = joined[joined.length - 1];
    if (last && continues(last, table)) joined[joined.length - 1] = join(last, table);
    else joined.push(table);
  }
  return joined;
}

function continues(first: SheetTable, next: SheetTable): boolean {
  const titleOf = ({ title }: SheetTable): string => (title ? compactText(title.text) : '');
  const bare = (title: string): string => title.replace(/\(?续表?[0-9一二三四五]*\)?/g, '');
  const isMarked = /续/.test(titleOf(next));
  const headsOf = ({ heads }: SheetTable): string => heads.map(({ text }) => compactText(text)).join('|');
  const isTotal = ({ kind }: BudgetRow): boolean => kind === 'total' || kind === 'grand-total' || kind === 'year-total';
  if (first.sections.length !== next.sections.length || headsOf(first) !== headsOf(next)) return false;
  if (titleOf(next) !== '' && titleOf(first) !== '' && bare(titleOf(first)) !== bare(titleOf(next))) return false;
  if (isMarked) return true;
  const beginsInside = next.sections.every(({ rows }) => rows.length === 0 || rows[0].kind === 'item');
  const isSecondWhole =
    first.sections.some(({ rows }) => rows.some(isTotal)) && next.sections.some(({ rows }) => rows.some(isTotal));
  return beginsInside && !isSecondWhole && (titleOf(next) !== '' || next.sheet !== first.sheet);
}

/** One table of two: the rows of the second below those of the first. */
export function joinTables(first: SheetTable, next: SheetTable): SheetTable {
  const sections = first.sections.map((section, index) => {
    const own = section.columns;
    const more = next.sections[index];
    const rows = more.rows.map((row) => ({
      ...row,
      amounts: row.amounts.map((amount, place) => amount.with({ column: own[place] })),
    }));
    return { ...section, rows: [...section.rows, ...rows] };
  });
  return { ...first, sections, notes: [...first.notes, ...next.notes] };
}
