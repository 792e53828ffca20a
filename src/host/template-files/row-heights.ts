import type { CellRange } from '../../core/workbook/cell-address';
import type { SheetSnapshot } from '../../core/workbook/workbook-snapshot';
import type { CellLook, SheetAppearance } from '../xlsx';

const PIXELS_PER_POINT = 96 / 72;
/** Excel leaves so much of a cell's width free, in pixels, and so much of its height, in points. */
const MARGIN = 8;
const PADDING = 6;
/** Lines break before their ends: a sign that does not fit goes to the next one. */
const SLACK = 1.04;
const LINE_HEIGHT = 1.45;
/** Excel's limit, in points. */
const HIGHEST = 409;

/**
 * Heights in points that rows need for their texts, by row: those of merged cells too, which Excel never fits by itself. Rows that are high
 * enough are left out.
 */
export function neededHeights(
  sheet: SheetSnapshot,
  looks: readonly CellLook[],
  appearance: SheetAppearance,
  area: CellRange,
): ReadonlyMap<number, number> {
  const styles = new Map<string, number>();
  for (const { row, column, style } of appearance.cells) styles.set(`${row}/${column}`, style);
  const heights = new Map<number, number>();
  const formerOf = (row: number): number =>
    (appearance.rowHeights.get(row) ?? appearance.defaultRowHeight) / PIXELS_PER_POINT;
  const heightOf = (row: number): number => heights.get(row) ?? formerOf(row);
  const needs: { readonly top: number; readonly bottom: number; readonly height: number }[] = [];
  for (const { row, column, text } of sheet.cells) {
    if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
    const look = looks[styles.get(`${row}/${column}`) ?? 0];
    const { top, left, bottom, right } = sheet.areaAt(row, column);
    let width = -MARGIN;
    for (let at = left; at <= right; at += 1) {
      width += appearance.columnWidths.get(at) ?? appearance.defaultColumnWidth;
    }
    needs.push({ top, bottom, height: textHeight(text, look, width) });
  }
  // Single rows first: what they take is there for the cells merged over several.
  needs.sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
  for (const { top, bottom, height } of needs) {
    let there = 0;
    for (let row = top; row <= bottom; row += 1) there += heightOf(row);
    const missing = (height - there) / (bottom - top + 1);
    if (missing <= 0) continue;
    for (let row = top; row <= bottom; row += 1) {
      heights.set(row, Math.min(HIGHEST, Math.ceil((heightOf(row) + missing) * 4) / 4));
    }
  }
  return heights;
}

function textHeight(text: string, { font, wrapsText }: CellLook, width: number): number {
  const size = font.size * PIXELS_PER_POINT;
  let lines = 0;
  for (const line of text.split('\n')) {
    let length = 0;
    for (let at = 0; at < line.length; at += 1) length += line.charCodeAt(at) < 0x2000 ? size * 0.58 : size;
    lines += wrapsText ? Math.max(1, Math.ceil((length * SLACK) / Math.max(width, size))) : 1;
  }
  return lines * font.size * LINE_HEIGHT + PADDING;
}
