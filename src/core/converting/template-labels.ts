import { roleOf } from '../forms/column-labels';
import type { FormCell } from '../forms/form';
import { readCell } from '../forms/sheet-view';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';

/** The label of a value: the next text to its left, else the one above it. */
export function labelBefore(sheet: SheetSnapshot, cell: FormCell): string {
  for (let column = cell.range.left - 1; column >= 0; column -= 1) {
    const text = readCell(sheet, cell.range.top, column).text.trim();
    if (text !== '') return withoutColon(text);
  }
  return cell.range.top > 0 ? withoutColon(readCell(sheet, cell.range.top - 1, cell.range.left).text) : '';
}

/** The head of a column: the cell itself where it is one, else the nearest text above it. */
export function headAbove(sheet: SheetSnapshot, cell: FormCell): string {
  for (let row = cell.range.top; row >= 0; row -= 1) {
    const above = readCell(sheet, row, cell.range.left);
    if (above.text.trim() !== '' && roleOf(above) === undefined) return withoutColon(above.text);
  }
  return '';
}

function withoutColon(text: string): string {
  return text.trim().replace(/[:：]\s*$/, '');
}
