import { maskMarkup } from '../values/markup';
import { compactText, normalizeWidth } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import type { FormCell, Paragraph } from './form';
import { canGoOn, isHeading, isPageNumber, isSentence, opensNext } from './prose-lines';
import { shownCellsOfRow, type FilledRows } from './sheet-view';

/** Names of sheets and first lines that announce running text about a budget. */
const NAMED_PROSE = /文字部分|文字说明|编制说明|预算说明|情况说明|部门预算|单位预算|部门概况|名词解释/;
/** Sheets about how to fill in forms are nobody's statements about a budget. */
const INSTRUCTIONS =
  /填[报表写列制]|使用说明|注意事项|操作(?:说明|指南|手册)|审核要点|模板|指标(?:库|说明|解释)|参考|样表|示例|字典/;
const INSTRUCTING_LINE = /[本此该]表|填报|填列|填写|下拉|单元格|必填|勾选|选填/;
/** Of all text of a sheet every second character must stand in lines; fewer will do where the sheet says what it is. */
const SHARE = 2;
const SHARE_WHERE_NAMED = 5;
const LONG_LINE = 30;
const LONG_LINES_NEEDED = 2;

interface Line {
  readonly row: number;
  readonly cell: FormCell;
}

interface Row {
  readonly row: number;
  readonly cells: readonly FormCell[];
}

/** The paragraphs of a sheet of running text; null for a sheet of another kind: tables, instructions, covers, hidden lists. */
export function readParagraphs(sheet: SheetSnapshot, filled: FilledRows): readonly Paragraph[] | null {
  if (sheet.visibility !== 'visible') return null;
  const rows = shownRows(sheet, filled);
  const left = leftOfLines(rows);
  const lines = rows.filter((row) => isLine(row, left)).map(({ row, cells }): Line => ({ row, cell: cells[0] }));
  return isProse(sheet.name, rows, lines) ? paragraphsOf(rows, left) : null;
}

function shownRows(sheet: SheetSnapshot, filled: FilledRows): readonly Row[] {
  const rows: Row[] = [];
  filled.forEach((columns, row) => {
    const cells = shownCellsOfRow(sheet, row, columns).filter(({ address }) => address.row === row);
    if (cells.length > 0) rows.push({ row, cells });
  });
  return rows;
}

/** The column in which most texts that stand alone on their row begin. */
function leftOfLines(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  for (const { cells } of rows) {
    if (cells.length !== 1) continue;
    const { column } = cells[0].address;
    const count = (counts.get(column) || 0) + 1;
    counts.set(column, count);
    if (count > (counts.get(best) || 0)) best = column;
  }
  return best;
}

function isLine({ cells }: Row, left: number): boolean {
  return cells.length === 1 && cells[0].address.column === left;
}

function isProse(name: string, rows: readonly Row[], lines: readonly Line[]): boolean {
  const sentences = lines.filter(({ cell }) => isSentence(cell.text));
  if (sentences.length === 0) return false;
  const opening = lines.slice(0, 2).map(({ cell }) => compactText(cell.text).slice(0, 60));
  if ([name, ...opening].some((text) => text.length <= 30 && INSTRUCTIONS.test(text))) return false;
  const instructing = sentences.filter(({ cell }) => INSTRUCTING_LINE.test(cell.text));
  if (instructing.length * 5 >= sentences.length * 2) return false;
  const inLines = lines.reduce((total, { cell }) => total + cell.text.length, 0);
  const all = rows.reduce((total, { cells }) => cells.reduce((sum, cell) => sum + cell.text.length, total), 0);
  if ([name, ...opening].some((text) => NAMED_PROSE.test(text))) return inLines * SHARE_WHERE_NAMED >= all;
  if (inLines * SHARE < all) return false;
  return sentences.filter(({ cell }) => compactText(cell.text).length >= LONG_LINE).length >= LONG_LINES_NEEDED;
}

type Kind = Paragraph['kind'];

/** A paragraph that may still go on in the cells below. */
interface Draft {
  readonly kind: Kind;
  readonly cells: FormCell[];
  lastRow: number;
}

function paragraphsOf(rows: readonly Row[], left: number): readonly Paragraph[] {
  const drafts: Draft[] = [];
  let text: Draft | null = null;
  let table: TableRow = NO_ROW;
  for (const { row, cells } of rows) {
    if (isLine({ row, cells }, left)) {
      table = NO_ROW;
      const [cell] = cells;
      if (isPageNumber(cell.text)) {
        drafts.push(draftOf('heading', cell, row));
        if (text !== null) text.lastRow = row;
      } else if (text !== null && goesOn(text, cell, row)) {
        text.cells.push(cell);
        text.lastRow = row;
      } else {
        text = draftOf(isHeading(cell.text) ? 'heading' : 'text', cell, row);
        drafts.push(text);
      }
    } else {
      text = null;
      table = tableRow(cells, row, table, drafts);
    }
  }
  return drafts.map(({ kind, cells }) => joined(kind, cells));
}

function draftOf(kind: Kind, cell: FormCell, row: number): Draft {
  return { kind, cells: [cell], lastRow: row };
}

function goesOn({ cells, lastRow }: Draft, cell: FormCell, row: number): boolean {
  const before = maskMarkup(cells[cells.length - 1].text);
  const after = maskMarkup(cell.text);
  if (startsParagraph(cells[0].text, cell.text)) return false;
  return row === lastRow + 1 ? canGoOn(before, after) : row <= lastRow + 3 && opensNext(before, after);
}

/** Where paragraphs are indented, an indented line begins one. */
function startsParagraph(first: string, next: string): boolean {
  const isIndented = (text: string): boolean => /^\s{2}/.test(normalizeWidth(text).replace(/^\n+/, ''));
  return isIndented(first) && isIndented(next);
}

/** The cells of the row above by column, and the column of the first of them. */
interface TableRow {
  readonly byColumn: ReadonlyMap<number, Draft>;
  readonly first: number;
}

const NO_ROW: TableRow = { byColumn: new Map(), first: 0 };

/** Cells of a row of a table; where a page end cut the row, its cells go on in the row below, the first of which is blank. */
function tableRow(cells: readonly FormCell[], row: number, above: TableRow, drafts: Draft[]): TableRow {
  const byColumn = new Map<number, Draft>();
  for (const cell of cells) {
    const { column } = cell.address;
    const before = above.byColumn.get(column);
    const isCut =
      before !== undefined &&
      before.lastRow === row - 1 &&
      cells[0].address.column > above.first &&
      canGoOn(maskMarkup(before.cells[before.cells.length - 1].text), maskMarkup(cell.text));
    if (isCut && before) {
      before.cells.push(cell);
      before.lastRow = row;
      byColumn.set(column, before);
    } else {
      const draft = draftOf('table-cell', cell, row);
      drafts.push(draft);
      byColumn.set(column, draft);
    }
  }
  return { byColumn, first: Math.min(cells[0].address.column, above.byColumn.size > 0 ? above.first : Infinity) };
}

function joined(kind: Kind, cells: readonly FormCell[]): Paragraph {
  let text = '';
  const parts = cells.map((cell) => {
    const part = { cell, start: text.length };
    text += cell.text;
    return part;
  });
  return { kind, text, parts };
}
