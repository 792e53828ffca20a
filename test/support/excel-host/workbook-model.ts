import { isDeepStrictEqual } from 'node:util';
import type { CellAddress, CellRange } from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';

export type ModelValue = string | number | boolean;

export interface ModelCell {
  value: ModelValue;
  /** With its "="; null for a plain value. */
  formula: string | null;
  numberFormat: string;
  isLocked: boolean;
  isError: boolean;
  /** "#RRGGBB"; null without a fill. */
  fill: string | null;
  /** Font, borders, alignment, by the names of the API: "font.bold", "borders.EdgeTop.style", "wrapText". */
  look: Readonly<Record<string, unknown>>;
  /** As the file shows it, until the cell is written to; null when made of value and number format. */
  text: string | null;
}

export interface ModelConditionalFormat {
  readonly id: string;
  readonly type: string;
  ranges: readonly CellRange[];
  formula: string;
  fill: string;
}

export interface ModelSheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  isProtected: boolean;
  allowsFormats: boolean;
  readonly cells: Map<number, ModelCell>;
  mergedAreas: CellRange[];
  hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Highest priority first. */
  conditionalFormats: ModelConditionalFormat[];
  /** Points, by zero-based row or column; only those that differ from the default. */
  rowHeights: Record<number, number>;
  columnWidths: Record<number, number>;
  /** Tables of the user's (Ctrl+T). */
  readonly tables: ModelTable[];
  frozen: { readonly rows: number; readonly columns: number };
  tabColor: string;
  showGridlines: boolean;
  /** Page setup by the names of the API; only what was set. */
  page: Record<string, unknown>;
}

export interface ModelTable {
  readonly id: string;
  readonly name: string;
  range: CellRange;
}

/** A workbook as Excel holds it: plain data, comparable with `toEqual` after `structuredClone`. */
export interface ModelWorkbook {
  name: string;
  sheets: ModelSheet[];
  activeSheet: string;
  selection: CellRange;
  nextId: number;
  /** Kept by add-ins, by key. */
  settings: Record<string, unknown>;
  customXmlParts: ModelXmlPart[];
  /** Sheets can be neither shown nor hidden, added nor deleted. */
  isStructureProtected: boolean;
  /** Formulas with their "=", by name. */
  names: Record<string, string>;
}

export interface ModelXmlPart {
  readonly id: string;
  xml: string;
}

const BLANK: Readonly<ModelCell> = {
  value: '',
  formula: null,
  numberFormat: 'General',
  isLocked: true,
  isError: false,
  fill: null,
  look: {},
  text: null,
};

const WIDTH = 16384;

export const DEFAULT_ROW_HEIGHT = 15;
export const DEFAULT_COLUMN_WIDTH = 48;

export function cellAt(sheet: ModelSheet, row: number, column: number): Readonly<ModelCell> {
  return sheet.cells.get(row * WIDTH + column) ?? BLANK;
}

export function changeCell(sheet: ModelSheet, row: number, column: number, change: Partial<ModelCell>): void {
  const before = cellAt(sheet, row, column);
  const text = 'value' in change || 'numberFormat' in change ? null : before.text;
  const after: ModelCell = { ...before, text, ...change };
  // A cell with nothing of its own is none, in a cloned model too.
  if (after.value === '' && isDeepStrictEqual({ ...after, look: { ...after.look } }, BLANK))
    sheet.cells.delete(row * WIDTH + column);
  else sheet.cells.set(row * WIDTH + column, after);
}

/** Row and column of every cell that has something of its own. */
export function placesOf(sheet: ModelSheet): readonly CellAddress[] {
  return [...sheet.cells.keys()].map((key) => ({ row: Math.floor(key / WIDTH), column: key % WIDTH }));
}

/** Puts all cells elsewhere; those without a new row are gone. */
export function moveRows(sheet: ModelSheet, rowAfter: (row: number) => number | null): void {
  const cells = [...sheet.cells];
  sheet.cells.clear();
  for (const [key, cell] of cells) {
    const row = rowAfter(Math.floor(key / WIDTH));
    if (row !== null) sheet.cells.set(row * WIDTH + (key % WIDTH), cell);
  }
}

/** Smallest rectangle of the cells that hold something, or, unless `valuesOnly`, are formatted or merged. */
export function usedRange(sheet: ModelSheet, valuesOnly: boolean): CellRange | null {
  const ranges: CellRange[] = valuesOnly ? [] : [...sheet.mergedAreas];
  for (const [key, cell] of sheet.cells) {
    if (valuesOnly && cell.value === '' && cell.formula === null) continue;
    const row = Math.floor(key / WIDTH);
    ranges.push({ top: row, left: key % WIDTH, bottom: row, right: key % WIDTH });
  }
  if (ranges.length === 0) return null;
  return ranges.reduce((all, range) => ({
    top: Math.min(all.top, range.top),
    left: Math.min(all.left, range.left),
    bottom: Math.max(all.bottom, range.bottom),
    right: Math.max(all.right, range.right),
  }));
}

export function nextIdOf(workbook: ModelWorkbook): string {
  workbook.nextId += 1;
  return `{00000000-0001-0000-0000-${String(workbook.nextId).padStart(12, '0')}}`;
}

export function sheetNamed(workbook: ModelWorkbook, name: string): ModelSheet {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A workbook out of what the readers of other hosts return. */
export function modelOf(name: string, contents: readonly SheetContent[]): ModelWorkbook {
  const workbook: ModelWorkbook = {
    name,
    sheets: [],
    activeSheet: '',
    selection: { top: 0, left: 0, bottom: 0, right: 0 },
    nextId: 0,
    settings: {},
    customXmlParts: [],
    isStructureProtected: false,
    names: {},
  };
  for (const content of contents) addSheet(workbook, content);
  workbook.activeSheet = workbook.sheets[0].id;
  return workbook;
}

export function addSheet(workbook: ModelWorkbook, content: SheetContent): ModelSheet {
  const sheet: ModelSheet = {
    id: nextIdOf(workbook),
    name: content.name,
    visibility:
      content.visibility === 'visible' ? 'Visible' : content.visibility === 'hidden' ? 'Hidden' : 'VeryHidden',
    isProtected: content.isProtected,
    allowsFormats: false,
    cells: new Map(),
    mergedAreas: content.mergedAreas.map((area) => ({ ...area })),
    hiddenRows: new Set(content.hiddenRows),
    hiddenColumns: new Set(content.hiddenColumns),
    conditionalFormats: [],
    rowHeights: {},
    columnWidths: {},
    tables: [],
    frozen: { rows: 0, columns: 0 },
    tabColor: '',
    showGridlines: true,
    page: {},
  };
  for (const { row, column, value, formula, numberFormat, isError } of content.cells) {
    const text = formula === null ? null : `=${formula}`;
    changeCell(sheet, row, column, { value: value ?? '', formula: text, numberFormat, isError });
  }
  workbook.sheets.push(sheet);
  return sheet;
}
