import { formatRange, type CellRange } from '../../../core/workbook/cell-address';
import type { Question } from './question';

/** Properties to load for `rangeOf`. */
export const PLACE_PROPERTIES = 'rowIndex,columnIndex,rowCount,columnCount';

/** The same of every area of a RangeAreas. */
export const AREA_PROPERTIES = PLACE_PROPERTIES.replace(/\w+/g, 'areas/$&');

/** The client's place of a loaded range. */
export function rangeOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): CellRange {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** Places of the areas of a loaded RangeAreas; none for its null object. */
export function areasOf(areas: Excel.RangeAreas): CellRange[] {
  return areas.isNullObject ? [] : areas.areas.items.map(rangeOf);
}

/**
 * Merged areas of a range; for more than 512 Excel refuses, and the range is asked in two overlapping parts. Excel
 * names an area only where its top-left cell lies in the range and may cut it off at the range's end, hence the
 * overlap: the parts of one area meet, areas never do. `joinParts` makes whole ones of them.
 */
export function askMergedAreas(sheet: Excel.Worksheet, range: CellRange, found: CellRange[]): Question {
  return {
    ask() {
      const areas = sheet.getRange(formatRange(range)).getMergedAreasOrNullObject();
      areas.load(AREA_PROPERTIES);
      return () => {
        for (const area of areasOf(areas)) found.push(area);
      };
    },
    divide() {
      const rows = range.bottom - range.top + 1;
      if (rows < 2) return null;
      const middle = range.top + (rows >> 1);
      const overlap = rows >> 2;
      return [
        askMergedAreas(sheet, { ...range, bottom: middle - 1 + overlap }, found),
        askMergedAreas(sheet, { ...range, top: middle }, found),
      ];
    },
  };
}

/** Joins the parts that `askMergedAreas` found of one area; from top to bottom, then left to right. */
export function joinParts(parts: readonly CellRange[]): CellRange[] {
  const areas: CellRange[] = [];
  // Places in `areas` of those that reach down to the row we are at.
  let open: number[] = [];
  for (const part of parts.slice().sort((a, b) => a.top - b.top || a.left - b.left)) {
    open = open.filter((place) => areas[place].bottom >= part.top);
    const place = open.filter((candidate) => overlaps(areas[candidate], part))[0];
    if (place === undefined) open.push(areas.push(part) - 1);
    else areas[place] = { ...areas[place], bottom: Math.max(areas[place].bottom, part.bottom) };
  }
  return areas;
}

function overlaps(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
