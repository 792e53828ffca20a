import { FORMULA_LETTER as LETTER, FORMULA_WORD as WORD } from '../../../core/workbook/formula-letters';
import { formatColumn, MAX_COLUMNS, MAX_ROWS, parseAddress } from '../../../core/workbook/cell-address';

// In this order: strings, quoted sheet names, brackets, cell, whole columns, whole rows, names and functions, numbers.
const TOKEN = new RegExp(
  [
    '"(?:[^"]|"")*"',
    "'(?:[^']|'')*'!?",
    '\\[[^\\]]*\\]',
    `(\\$?)([A-Za-z]{1,3})(\\$?)([1-9][0-9]{0,6})(?![${WORD}(!\\[])`,
    `(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})(?![${WORD}(!])`,
    `(\\$?)([1-9][0-9]{0,6}):(\\$?)([1-9][0-9]{0,6})(?![${WORD}(!])`,
    `[${LETTER}_\\\\][${WORD}\\\\?]*`,
    '[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?',
    '\\.[0-9]+',
  ].join('|'),
  'g',
);

/** Excel lets a shared formula reach round the edge of the grid. */
function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}

function columnOf(letters: string): number | undefined {
  return parseAddress(`${letters}1`)?.column;
}

/** A formula as it reads when its cell is moved: relative references shift, "$" ones, texts and names stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const shiftColumn = (fixed: string, letters: string): string => {
    if (fixed) return fixed + letters;
    return formatColumn(wrap((columnOf(letters) ?? 0) + columns, MAX_COLUMNS));
  };
  const shiftRow = (fixed: string, digits: string): string =>
    fixed ? fixed + digits : String(wrap(Number(digits) - 1 + rows, MAX_ROWS) + 1);
  return formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const [, column, fixedRow, row, , left, , right, fixedTop, top, fixedBottom, bottom] = groups;
    if (column !== undefined && row !== undefined) {
      if (!parseAddress(column + row)) return token;
      return shiftColumn(groups[0] ?? '', column) + shiftRow(fixedRow ?? '', row);
    }
    if (left !== undefined && right !== undefined) {
      if (columnOf(left) === undefined || columnOf(right) === undefined) return token;
      return `${shiftColumn(groups[4] ?? '', left)}:${shiftColumn(groups[6] ?? '', right)}`;
    }
    if (top !== undefined && bottom !== undefined) {
      if (!parseAddress(`A${top}`) || !parseAddress(`A${bottom}`)) return token;
      return `${shiftRow(fixedTop ?? '', top)}:${shiftRow(fixedBottom ?? '', bottom)}`;
    }
    return token;
  });
}
