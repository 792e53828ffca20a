import { formatRange, type CellRange } from '../../../core/workbook/cell-address';
import type { PlacedCell, SheetContent } from '../../../core/workbook/workbook-snapshot';
import { TEXT_FORMAT } from '../writing/planned-write';
import { excelWouldConvert, typedText } from '../writing/typed-text';

const CELLS_PER_BLOCK = 2000;

/**
 * Puts number formats and contents of a new sheet into requests, block by block.
 * @param formatOf Number format of a cell.
 * @param bounds A rectangle from A1.
 * @param send Called between the blocks.
 */
export async function setContents(
  sheet: Excel.Worksheet,
  { cells }: SheetContent,
  formatOf: (row: number, column: number) => string,
  bounds: CellRange,
  send: () => Promise<void>,
): Promise<void> {
  const byRow: Record<number, PlacedCell[]> = {};
  for (const cell of cells) (byRow[cell.row] = byRow[cell.row] || []).push(cell);
  const width = bounds.right - bounds.left + 1;
  const rows = Math.max(1, Math.floor(CELLS_PER_BLOCK / width));
  for (let top = bounds.top; top <= bounds.bottom; top += rows) {
    const bottom = Math.min(bounds.bottom, top + rows - 1);
    const formats: string[][] = [];
    const values: (string | number | boolean | null)[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const line: (string | number | boolean | null)[] = [];
      const lineFormats: string[] = [];
      for (let column = bounds.left; column <= bounds.right; column += 1) {
        lineFormats.push(formatOf(row, column));
        line.push(null);
      }
      for (const cell of byRow[row] || []) {
        line[cell.column - bounds.left] = typed(cell);
        // A text cell would make a text of the formula.
        if (isFormulaInTextCell(cell)) lineFormats[cell.column - bounds.left] = 'General';
      }
      values.push(line);
      formats.push(lineFormats);
    }
    const range = sheet.getRange(formatRange({ ...bounds, top, bottom }));
    range.numberFormat = formats;
    range.values = values;
    await send();
  }
}

function isFormulaInTextCell({ formula, numberFormat }: PlacedCell): boolean {
  return formula !== null && numberFormat === TEXT_FORMAT;
}

/** As it would be typed. */
function typed({ value, formula, numberFormat, isError }: PlacedCell): string | number | boolean | null {
  if (formula !== null) return `=${formula}`;
  if (typeof value !== 'string' || isError) return value;
  if (numberFormat !== TEXT_FORMAT && excelWouldConvert(value)) return `'${value}`;
  return typedText(value);
}
