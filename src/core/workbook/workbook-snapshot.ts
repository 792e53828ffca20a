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

/** One sheet as it was read: immutable, with look-ups by address. */
export class SheetSnapshot {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  /** Smallest rectangle holding every cell with content and every merged area that touches one; null for a blank sheet. */
  readonly usedRange: CellRange | null;
  private readonly byAddress = new Map<number, PlacedCell>();
  private readonly areasByBlock = new Map<number, CellRange[]>();
  private readonly hiddenRows: ReadonlySet<number>;
  private readonly hiddenColumns: ReadonlySet<number>;

  constructor(readonly content: SheetContent) {
    this.name = content.name;
    this.visibility = content.visibility;
    this.isProtected = content.isProtected;
    this.hiddenRows = new Set(content.hiddenRows);
    this.hiddenColumns = new Set(content.hiddenColumns);
    for (const cell of content.cells) this.byAddress.set(keyOf(cell.row, cell.column), cell);
    this.usedRange = findUsedRange(content);
    // A merged area may reach far below the last cell (A1:XFD1048576): only its part inside the used range matters.
    const lastRow = this.usedRange === null ? -1 : this.usedRange.bottom;
    for (const area of content.mergedAreas) {
      const lastBlock = Math.floor(Math.min(area.bottom, lastRow) / ROWS_PER_BLOCK);
      for (let block = Math.floor(area.top / ROWS_PER_BLOCK); block <= lastBlock; block += 1) {
        const areas = this.areasByBlock.get(block);
        if (areas) areas.push(area);
        else this.areasByBlock.set(block, [area]);
      }
    }
  }

  get cells(): readonly PlacedCell[] {
    return this.content.cells;
  }

  get mergedAreas(): readonly CellRange[] {
    return this.content.mergedAreas;
  }

  /** The cell with content at this very address; undefined when blank or covered by a merged area. */
  cellAt(row: number, column: number): PlacedCell | undefined {
    return this.byAddress.get(keyOf(row, column));
  }

  /** The merged area that covers this address, or undefined. */
  mergedAreaAt(row: number, column: number): CellRange | undefined {
    const areas = this.areasByBlock.get(Math.floor(row / ROWS_PER_BLOCK));
    return areas && areas.find((area) => containsCell(area, { row, column }));
  }

  /** Merged areas that begin above this row and reach into it. */
  mergedAreasInto(row: number): readonly CellRange[] {
    const areas = this.areasByBlock.get(Math.floor(row / ROWS_PER_BLOCK)) || [];
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
    return this.hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.has(column);
  }
}

/** A workbook as it was read once for a review: immutable. */
export class WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];

  /** @param name File name as the user knows it, e.g. "绩效目标申报表.xlsx". */
  constructor(
    readonly name: string,
    sheets: readonly SheetContent[],
  ) {
    this.sheets = sheets.map((content) => new SheetSnapshot(content));
  }

  findSheet(name: string): SheetSnapshot | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }
}

function keyOf(row: number, column: number): number {
  return row * 16384 + column;
}

function findUsedRange(content: SheetContent): CellRange | null {
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
  const filled = new Set<number>();
  for (const cell of content.cells) {
    include({ top: cell.row, left: cell.column, bottom: cell.row, right: cell.column });
    filled.add(keyOf(cell.row, cell.column));
  }
  for (const area of content.mergedAreas) if (filled.has(keyOf(area.top, area.left))) include(area);
  return { top, left, bottom, right };
}
