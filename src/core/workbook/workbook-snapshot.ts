import { containsCell, type CellAddress, type CellRange } from './cell-address';

/** What a cell holds. Dates are serial numbers as in the file, never JavaScript dates. */
export type CellValue = string | number | boolean | null;

export interface Cell {
  readonly value: CellValue;
  /** What Excel shows: the value under its number format, without regard to the column's width. */
  readonly text: string;
  /** The formula without its leading "=", or null. */
  readonly formula: string | null;
  /** Number format code; "General" when none is set, "@" for text. */
  readonly numberFormat: string;
  /** The number as its digits stand in the file, e.g. "440304231151500205016"; null for other values or when unknown. */
  readonly rawNumber: string | null;
  /** True when the value is an error such as "#N/A" (then `value` is that text). */
  readonly isError: boolean;
}

export interface PlacedCell extends Cell, CellAddress {}

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

/** What a host reads of one sheet: plain data, fit for structured cloning once `text` is a plain property. */
export interface SheetContent {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Cells that hold something, sorted by row, then column. Cells covered by a merged area are left out. */
  readonly cells: readonly PlacedCell[];
  /** Merged areas, none overlapping another. */
  readonly mergedAreas: readonly CellRange[];
  /** Zero-based, ascending. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly isProtected: boolean;
}

const ROWS_PER_BLOCK = 64;

/** One sheet as it was read: immutable, with look-ups by address, which are made ready when first asked for. */
export class SheetSnapshot {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  private cellIndex: ReadonlyMap<number, PlacedCell> | null = null;
  private areaIndex: ReadonlyMap<number, readonly CellRange[]> | null = null;
  private hiddenRowIndex: ReadonlySet<number> | null = null;
  private hiddenColumnIndex: ReadonlySet<number> | null = null;
  private foundUsedRange: CellRange | null | undefined;

  constructor(readonly content: SheetContent) {
    this.name = content.name;
    this.visibility = content.visibility;
    this.isProtected = content.isProtected;
  }

  /** Smallest rectangle holding every cell with content and every merged area that touches one; null for a blank sheet. */
  get usedRange(): CellRange | null {
    if (this.foundUsedRange === undefined) this.foundUsedRange = findUsedRange(this.content, this.cellsByAddress());
    return this.foundUsedRange;
  }

  get cells(): readonly PlacedCell[] {
    return this.content.cells;
  }

  get mergedAreas(): readonly CellRange[] {
    return this.content.mergedAreas;
  }

  /** The cell with content at this very address; undefined when blank or covered by a merged area. */
  cellAt(row: number, column: number): PlacedCell | undefined {
    return this.cellsByAddress().get(keyOf(row, column));
  }

  /** The cells with content in these rows (zero-based, inclusive), by row, then column; the rest of the sheet is not walked over. */
  cellsOfRows(top: number, bottom: number): readonly PlacedCell[] {
    const { cells } = this.content;
    return cells.slice(firstFromRow(cells, top), firstFromRow(cells, bottom + 1));
  }

  /** The merged area that covers this address, or undefined. */
  mergedAreaAt(row: number, column: number): CellRange | undefined {
    const areas = this.areasByBlock().get(Math.floor(row / ROWS_PER_BLOCK));
    return areas && areas.find((area) => containsCell(area, { row, column }));
  }

  /** Merged areas that begin above this row and reach into it. */
  mergedAreasInto(row: number): readonly CellRange[] {
    const areas = this.areasByBlock().get(Math.floor(row / ROWS_PER_BLOCK)) || [];
    return areas.filter((area) => area.top < row && row <= area.bottom);
  }

  /** The area a reader sees as one cell here: the merged area, or the single cell itself. */
  areaAt(row: number, column: number): CellRange {
    return this.mergedAreaAt(row, column) || { top: row, left: column, bottom: row, right: column };
  }

  /** The cell shown at this address: for a place inside a merged area, the area's top-left cell. */
  shownCellAt(row: number, column: number): PlacedCell | undefined {
    const area = this.mergedAreaAt(row, column);
    return area ? this.cellAt(area.top, area.left) : this.cellAt(row, column);
  }

  isRowHidden(row: number): boolean {
    if (this.hiddenRowIndex === null) this.hiddenRowIndex = new Set(this.content.hiddenRows);
    return this.hiddenRowIndex.has(row);
  }

  isColumnHidden(column: number): boolean {
    if (this.hiddenColumnIndex === null) this.hiddenColumnIndex = new Set(this.content.hiddenColumns);
    return this.hiddenColumnIndex.has(column);
  }

  private cellsByAddress(): ReadonlyMap<number, PlacedCell> {
    if (this.cellIndex === null) {
      const index = new Map<number, PlacedCell>();
      for (const cell of this.content.cells) index.set(keyOf(cell.row, cell.column), cell);
      this.cellIndex = index;
    }
    return this.cellIndex;
  }

  private areasByBlock(): ReadonlyMap<number, readonly CellRange[]> {
    if (this.areaIndex === null) this.areaIndex = areasByBlock(this.content.mergedAreas, this.usedRange);
    return this.areaIndex;
  }
}

/** A workbook as it was read once for a review: immutable. */
export class WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  private sheetsByName: ReadonlyMap<string, SheetSnapshot> | null = null;

  /** @param name File name as the user knows it, e.g. "绩效目标申报表.xlsx". */
  constructor(
    readonly name: string,
    sheets: readonly SheetContent[],
  ) {
    this.sheets = sheets.map(snapshotOf);
  }

  findSheet(name: string): SheetSnapshot | undefined {
    if (this.sheetsByName === null) {
      // Of two with one name, which only a damaged file has, the first.
      const backwards = this.sheets.slice().reverse();
      this.sheetsByName = new Map(backwards.map((sheet) => [sheet.name, sheet] as const));
    }
    return this.sheetsByName.get(name);
  }
}

const snapshots = new WeakMap<SheetContent, SheetSnapshot>();

/** A sheet that comes back unchanged comes back with its look-ups. */
function snapshotOf(content: SheetContent): SheetSnapshot {
  const known = snapshots.get(content);
  if (known) return known;
  const snapshot = new SheetSnapshot(content);
  snapshots.set(content, snapshot);
  return snapshot;
}

/** Index of the first cell in this row or below. */
function firstFromRow(cells: readonly PlacedCell[], row: number): number {
  let start = 0;
  let end = cells.length;
  while (start < end) {
    const middle = Math.floor((start + end) / 2);
    if (cells[middle].row < row) start = middle + 1;
    else end = middle;
  }
  return start;
}

function keyOf(row: number, column: number): number {
  return row * 16384 + column;
}

function areasByBlock(
  areas: readonly CellRange[],
  usedRange: CellRange | null,
): ReadonlyMap<number, readonly CellRange[]> {
  const byBlock = new Map<number, CellRange[]>();
  // A merged area may reach far below the last cell (A1:XFD1048576): only its part inside the used range matters.
  const lastRow = usedRange === null ? -1 : usedRange.bottom;
  for (const area of areas) {
    const lastBlock = Math.floor(Math.min(area.bottom, lastRow) / ROWS_PER_BLOCK);
    for (let block = Math.floor(area.top / ROWS_PER_BLOCK); block <= lastBlock; block += 1) {
      const others = byBlock.get(block);
      if (others) others.push(area);
      else byBlock.set(block, [area]);
    }
  }
  return byBlock;
}

function findUsedRange(content: SheetContent, byAddress: ReadonlyMap<number, PlacedCell>): CellRange | null {
  if (content.cells.length === 0) return null;
  let { row: top, column: left } = content.cells[0];
  let bottom = top;
  let right = left;
  const include = (range: CellRange): void => {
    top = Math.min(top, range.top);
    left = Math.min(left, range.left);
    bottom = Math.max(bottom, range.bottom);
    right = Math.max(right, range.right);
  };
  for (const { row, column } of content.cells) include({ top: row, left: column, bottom: row, right: column });
  for (const area of content.mergedAreas) if (byAddress.has(keyOf(area.top, area.left))) include(area);
  return { top, left, bottom, right };
}
