import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { sheetOf, type CellSpec } from './build-form';

/**
 * A sheet drawn as text: one line a row, cells separated by "|". "^" joins a cell with the one above, "<" with the one to its
 * left, "#1,200.00" is a number shown that way, "\n" a line break within the cell.
 */
export function sheetOfPicture(name: string, picture: string): SheetContent {
  const rows = picture
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const cells: Record<string, CellSpec> = {};
  const merges: string[] = [];
  const at = (row: number, column: number): string => (rows[row] && rows[row][column]) || '';
  rows.forEach((row, rowIndex) => {
    row.forEach((text, column) => {
      if (text === '' || text === '^' || text === '<') return;
      let right = column;
      while (at(rowIndex, right + 1) === '<') right += 1;
      let bottom = rowIndex;
      while (at(bottom + 1, column) === '^') bottom += 1;
      const address = addressOf(rowIndex, column);
      cells[address] = cellOf(text);
      if (right > column || bottom > rowIndex) merges.push(`${address}:${addressOf(bottom, right)}`);
    });
  });
  return sheetOf(name, cells, merges);
}

function cellOf(text: string): CellSpec {
  if (text.charAt(0) !== '#') return text.replace(/\\n/g, '\n');
  const shown = text.slice(1);
  const decimals = (shown.split('.')[1] ?? '').length;
  const format = `${shown.includes(',') ? '#,##' : ''}0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return { value: Number(shown.replace(/,/g, '')), text: shown, numberFormat: format };
}

function addressOf(row: number, column: number): string {
  return `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]}${row + 1}`;
}

/** Several sheets in one text, each below a line "=== name". */
export function sheetsOfPicture(picture: string): readonly SheetContent[] {
  return picture
    .split(/^=== /m)
    .filter((part) => part !== '')
    .map((part) => {
      const end = part.indexOf('\n');
      return sheetOfPicture(part.slice(0, end).trim(), part.slice(end + 1));
    });
}
