import type { CellRange } from '../../core/workbook/cell-address';
import type { CellValue, PlacedCell, SheetContent } from '../../core/workbook/workbook-snapshot';

/** Cells one after the other, eight entries each: an array of plain values crosses between threads several times faster. */
export type PackedCells = readonly CellValue[];

const ENTRIES = 8;

/** Packs `cells[start]` up to and without `cells[end]`. */
export function packCells(cells: readonly PlacedCell[], start: number, end: number): PackedCells {
  const packed: CellValue[] = [];
  for (let index = start; index < Math.min(end, cells.length); index += 1) {
    const { row, column, value, text, formula, numberFormat, rawNumber, isError } = cells[index];
    packed.push(row, column, value, text === value ? null : text, formula, numberFormat, rawNumber, isError);
  }
  return packed;
}

export function unpackCells(packed: PackedCells): PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (let entry = 0; entry < packed.length; entry += ENTRIES) {
    const value = packed[entry + 2];
    const text = packed[entry + 3];
    cells.push({
      row: packed[entry] as number,
      column: packed[entry + 1] as number,
      value,
      text: (text === null ? value : text) as string,
      formula: packed[entry + 4] as string | null,
      numberFormat: packed[entry + 5] as string,
      rawNumber: packed[entry + 6] as string | null,
      isError: packed[entry + 7] as boolean,
    });
  }
  return cells;
}

/** A sheet without its cells; merged areas are packed, four entries each: top, left, bottom, right. */
export interface SheetHead extends Omit<SheetContent, 'cells' | 'mergedAreas'> {
  readonly packedAreas: readonly number[];
}

export function headOf(content: SheetContent): SheetHead {
  const { name, visibility, mergedAreas, hiddenRows, hiddenColumns, isProtected } = content;
  const packedAreas: number[] = [];
  for (const { top, left, bottom, right } of mergedAreas) packedAreas.push(top, left, bottom, right);
  return { name, visibility, packedAreas, hiddenRows, hiddenColumns, isProtected };
}

/** A sheet by its head, with these cells. */
export function sheetOf({ packedAreas, ...head }: SheetHead, cells: readonly PlacedCell[]): SheetContent {
  const mergedAreas: CellRange[] = [];
  for (let entry = 0; entry < packedAreas.length; entry += 4) {
    const [top, left, bottom, right] = packedAreas.slice(entry, entry + 4);
    mergedAreas.push({ top, left, bottom, right });
  }
  return { ...head, mergedAreas, cells };
}
