import { formatColumn, MAX_COLUMNS, MAX_ROWS, parseAddress } from '../../../core/workbook/cell-address';

/**
 * Letters and digits of all scripts, as far as formulas hold them outside of texts: all but signs and punctuation. Web views of old
 * know no \p{L}.
 */
const BEYOND_ASCII =
  '\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u3029' +
  '\\u3031-\\u3035\\u3038-\\u303c\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\ud7ff\\ud800-\\udfff' +
  '\\uf900-\\ufdff\\ufe70-\\ufefc\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';
const LETTER = `A-Za-z${BEYOND_ASCII}`;
const WORD = `0-9_.${LETTER}`;

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
