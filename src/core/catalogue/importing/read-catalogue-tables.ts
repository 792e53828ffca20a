import { bareLabel } from '../../forms/head-labels';
import type { CellRange } from '../../workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/workbook-snapshot';
import { KNOWN_CODE_SCHEMES } from '../code-schemes';
import type { CatalogueImport, FoundTable, ImportOptions, RowRemark } from './catalogue-import';
import { catalogueOfEntries } from './catalogue-of-entries';
import { readCode, splitCodedName } from './cell-code';
import { LevelTrail } from './level-trail';
import type { ListedEntry } from './listed-entry';
import { rowsOf, textOf, type GridRow } from './sheet-grid';
import { chooseColumns, guessColumns, splitSets, type ChosenColumn } from './table-columns';
import { findHeads, type HeadColumn, type TableHead } from './table-heads';
import { readRows } from './table-rows';

const NOT_FOUND =
  '没有找到指标表。可以导入的表要有一行表头，其中至少有“指标编码”和“指标名称”两列，' +
  '或有一列写成“111002681-扶持企业数量”；最好还有“一级指标”和“二级指标”。';

/** Titles and remarks stand above a table, no more rows than these. */
const MOST_ROWS_ABOVE = 20;

interface ReadTable {
  readonly table: FoundTable;
  readonly entries: readonly ListedEntry[];
  readonly rejected: readonly RowRemark[];
}

/**
 * Reads the indicators that stand in the tables of a workbook. Sheets that are hidden are read only where no other holds any.
 * Nothing is ever thrown for what the sheets hold; what is not taken over is listed with its reason.
 * @param fileName As the user knows it; the catalogue is named after it, unless the options say otherwise.
 */
export function readCatalogueTables(
  snapshot: WorkbookSnapshot,
  fileName: string,
  options: ImportOptions = {},
): CatalogueImport {
  const visible = readSheets(
    snapshot.sheets.filter(({ visibility }) => visibility === 'visible'),
    options,
  );
  const hidden = snapshot.sheets.filter(({ visibility }) => visibility !== 'visible');
  const isEmpty = visible.every(({ entries }) => entries.length === 0);
  const read = isEmpty ? visible.concat(readSheets(hidden, options)) : visible;
  const found = read.filter(({ table }) => table.columns.some(({ role }) => role !== null));
  const tables = found.length > 0 ? found : read;
  const listed = concat(tables.map(({ entries }) => entries));
  const rejected = concat(tables.map((table) => table.rejected));
  const summary = { tables: tables.map(({ table }) => table), rejected };
  if (listed.length === 0)
    return { ...summary, file: null, problem: problemOf(snapshot, found, rejected), duplicates: [], conflicts: [] };
  return catalogueOfEntries(listed, summary, fileName, options, KNOWN_CODE_SCHEMES);
}

function problemOf(snapshot: WorkbookSnapshot, found: readonly ReadTable[], rejected: readonly RowRemark[]): string {
  if (snapshot.sheets.every(({ cells }) => cells.length === 0))
    return '文件中没有表格内容。请选择存有指标编码和名称的表格。';
  if (found.length === 0) return NOT_FOUND;
  if (rejected.length === 0) return '找到了指标表的表头，但表头下面没有指标。请检查是否选对了文件。';
  return `找到了指标表，但${rejected.length}行中没有一行可以收入，原因见列表。请检查各列的内容是否认对，或修改表格后重新导入。`;
}

function readSheets(sheets: readonly SheetSnapshot[], { columns }: ImportOptions): readonly ReadTable[] {
  return concat(sheets.map((sheet) => readSheet(sheet, (columns && columns[sheet.name]) || null)));
}

/** A table of a sheet, or several side by side, while pages of it are found. */
interface OpenTable {
  readonly key: string;
  readonly head: TableHead;
  readonly sets: readonly { readonly headings: readonly HeadColumn[]; readonly columns: readonly ChosenColumn[] }[];
  readonly pages: (readonly GridRow[])[];
}

function readSheet(sheet: SheetSnapshot, corrected: readonly ChosenColumn[] | null): readonly ReadTable[] {
  const rows = rowsOf(sheet);
  if (rows.length === 0) return [];
  const heads = findHeads(sheet, rows);
  const open: OpenTable[] = [];
  heads.forEach((head, index) => {
    const next = heads[index + 1];
    const body = rows.slice(head.end, next === undefined ? rows.length : next.start);
    const key = head.columns.map(({ column, path }) => `${column} ${bareLabel(path.join('/'))}`).join('\n');
    const last = open[open.length - 1];
    // The head of each printed page goes on with the table above.
    if (last !== undefined && last.key === key) last.pages.push(body);
    else {
      const sets = chooseSets(sheet, head.columns, body, corrected);
      if (sets.length > 0) open.push({ key, head, sets, pages: [body] });
      // No head after all: rows of the table above, for each to be told of.
      else if (last !== undefined) last.pages.push(rows.slice(head.start, head.end).concat(body));
    }
  });
  if (open.length === 0) return [readHeadless(sheet, rows, corrected)];
  return concat(
    open.map(({ head, sets, pages }) =>
      sets.map(({ headings, columns }) => readTable(sheet, headings, rangeOf(head, headings), columns, concat(pages))),
    ),
  );
}

function chooseSets(
  sheet: SheetSnapshot,
  headings: readonly HeadColumn[],
  body: readonly GridRow[],
  corrected: readonly ChosenColumn[] | null,
): OpenTable['sets'] {
  if (corrected !== null) return [{ headings, columns: corrected }];
  const sets: { headings: readonly HeadColumn[]; columns: readonly ChosenColumn[] }[] = [];
  for (const set of splitSets(headings)) {
    const columns = chooseColumns(sheet, set, body);
    if (columns !== null) sets.push({ headings: set, columns });
  }
  return sets;
}

function rangeOf({ top, bottom }: TableHead, columns: readonly HeadColumn[]): CellRange {
  return { top, bottom, left: columns[0].column, right: columns[columns.length - 1].column };
}

function readTable(
  sheet: SheetSnapshot,
  headings: readonly HeadColumn[],
  head: CellRange,
  columns: readonly ChosenColumn[],
  body: readonly GridRow[],
): ReadTable {
  const { entries, rejected } = readRows(sheet, body, columns, new LevelTrail(sheet.name));
  const shown: { role: ChosenColumn['role'] | null; column: number; heading: string }[] = [];
  for (const { column, path } of headings) {
    const chosen = columns.find((other) => other.column === column);
    shown.push({ role: chosen ? chosen.role : null, column, heading: path.join(' / ') });
  }
  for (const { role, column } of columns) {
    if (!headings.some((known) => known.column === column)) shown.push({ role, column, heading: '' });
  }
  shown.sort((one, other) => one.column - other.column);
  return { table: { sheet: sheet.name, head, rowCount: body.length, columns: shown }, entries, rejected };
}

/** A sheet without a head that is understood: columns as the user says, or as what stands in them shows. */
function readHeadless(
  sheet: SheetSnapshot,
  rows: readonly GridRow[],
  corrected: readonly ChosenColumn[] | null,
): ReadTable {
  const columns = corrected || guessColumns(sheet, rows) || [];
  const isFirst = ({ cells }: GridRow): boolean =>
    cells.some((cell) =>
      columns.some(
        ({ role, column }) =>
          column === cell.column &&
          ((role === 'code' && 'code' in readCode(cell)) ||
            (role === 'codedName' && splitCodedName(textOf(cell)) !== undefined)),
      ),
    );
  let start = 0;
  while (start < rows.length && !isFirst(rows[start])) start += 1;
  if (start === rows.length) start = fullestRow(rows) + 1;
  const headRow = rows[Math.max(0, start - 1)];
  const headings =
    start === 0 && columns.length > 0
      ? []
      : headRow.cells.map((cell) => ({ column: cell.column, path: [textOf(cell)], heading: null }));
  const last = headRow.cells[headRow.cells.length - 1];
  const head = { top: headRow.row, bottom: headRow.row, left: headRow.cells[0].column, right: last.column };
  const body = columns.length === 0 ? [] : rows.slice(start);
  return readTable(sheet, headings, head, columns, body);
}

/** Most likely the head, to be shown to a user who says what the columns hold. */
function fullestRow(rows: readonly GridRow[]): number {
  let fullest = 0;
  for (let index = 1; index < Math.min(rows.length, MOST_ROWS_ABOVE); index += 1) {
    if (rows[index].cells.length > rows[fullest].cells.length) fullest = index;
  }
  return fullest;
}

function concat<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return ([] as T[]).concat(...lists.map((list) => list.slice()));
}
