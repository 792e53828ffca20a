import { MAX_ROWS, parseAddress, type CellRange } from '../workbook/cell-address';
import { FORMULA_LETTER, FORMULA_WORD } from '../workbook/formula-letters';
import type { RowChange } from './row-change';

/** A row that comes or goes: as much of it as references must know. */
export type RowShift = Pick<RowChange, 'kind' | 'sheet' | 'row'>;

/** Rows of a reference, zero-based and inclusive. */
interface Rows {
  readonly top: number;
  readonly bottom: number;
}

const CELL = '\\$?[A-Za-z]{1,3}\\$?[1-9][0-9]{0,6}';
const ROW = '\\$?[1-9][0-9]{0,6}';
const END = `(?![${FORMULA_WORD}(!\\[])`;
const WORD = `[${FORMULA_WORD}\\\\?]`;

// In this order: strings, sheet names with what they lead to, brackets, references of the own sheet, names and functions, numbers.
const SHEET = `(?:'((?:[^']|'')*)'|(\\[[^\\]]*\\])?(${WORD}+(?::${WORD}+)?))!`;
const REFERENCE = `(?:(${CELL})(?::(${CELL}))?|(${ROW}):(${ROW}))${END}`;
const TOKEN = new RegExp(
  [
    '"(?:[^"]|"")*"',
    `(?:${SHEET})?${REFERENCE}`,
    SHEET,
    '\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\]',
    `[${FORMULA_LETTER}_\\\\]${WORD}*`,
    '[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?',
  ].join('|'),
  'g',
);

const LOST = '#REF!';

/**
 * A formula, without its leading "=", as it reads after a row came or went, as Excel does it: what refers to cells that moved follows them,
 * areas grow and shrink, what refers to nothing but the deleted row becomes #REF!. Texts, names, other workbooks and areas over several
 * sheets ("表1:表3!A1") stay as they are.
 * @param ownSheet Name of the sheet that the formula stands on; "" for formulas that stand on none (defined names).
 */
export function formulaAfterRow(formula: string, ownSheet: string, shift: RowShift): string {
  const changed = shift.sheet.toLowerCase();
  const isOwn = ownSheet.toLowerCase() === changed;
  if (!isOwn && formula.indexOf('!') < 0) return formula;
  return formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const [quoted, book, plain, first, last, from, to] = groups;
    const start = first === undefined ? from : first;
    if (start === undefined) return token;
    const sheet = quoted === undefined ? plain : quoted.replace(/''/g, "'");
    if (book !== undefined) return token;
    if (sheet === undefined ? !isOwn : sheet.toLowerCase() !== changed) return token;
    const end = first === undefined ? to : last;
    const moved = referenceAfterRow(start, end, shift);
    const reference = end === undefined ? start : `${start}:${end}`;
    return token.slice(0, token.length - reference.length) + moved;
  });
}

/** The rectangle after a row of its sheet came or went; null where nothing is left of it. */
export function rangeAfterRow(range: CellRange, { kind, row }: Pick<RowShift, 'kind' | 'row'>): CellRange | null {
  const rows = kind === 'insert' ? afterInsertion(range, row) : afterDeletion(range, row);
  return rows === null ? null : { ...range, ...rows };
}

function afterInsertion({ top, bottom }: Rows, row: number): Rows | null {
  const isWholeHeight = top === 0 && bottom === MAX_ROWS - 1;
  if (bottom < row || isWholeHeight) return { top, bottom };
  const movedTop = top >= row ? top + 1 : top;
  if (movedTop >= MAX_ROWS) return null;
  return { top: movedTop, bottom: Math.min(bottom + 1, MAX_ROWS - 1) };
}

function afterDeletion({ top, bottom }: Rows, row: number): Rows | null {
  const isWholeHeight = top === 0 && bottom === MAX_ROWS - 1;
  if (bottom < row || isWholeHeight) return { top, bottom };
  if (top === row && bottom === row) return null;
  return { top: top > row ? top - 1 : top, bottom: bottom - 1 };
}

/** @param start "$B$9" or, of whole rows, "$9". */
function referenceAfterRow(start: string, end: string | undefined, shift: RowShift): string {
  const reference = end === undefined ? start : `${start}:${end}`;
  if (!isOnGrid(start) || (end !== undefined && !isOnGrid(end))) return reference;
  const first = rowOf(start);
  const last = end === undefined ? first : rowOf(end);
  // Other programs write areas from any corner.
  const isUpward = last < first;
  const area = { left: 0, right: 0, top: Math.min(first, last), bottom: Math.max(first, last) };
  const rows = rangeAfterRow(area, shift);
  if (rows === null) return LOST;
  const movedStart = withRow(start, isUpward ? rows.bottom : rows.top);
  return end === undefined ? movedStart : `${movedStart}:${withRow(end, isUpward ? rows.top : rows.bottom)}`;
}

function isOnGrid(corner: string): boolean {
  const plain = corner.replace(/\$/g, '');
  return parseAddress(/^[0-9]/.test(plain) ? `A${plain}` : plain) !== undefined;
}

function rowOf(corner: string): number {
  return Number(corner.replace(/^.*?([0-9]+)$/, '$1')) - 1;
}

function withRow(corner: string, row: number): string {
  return corner.replace(/[0-9]+$/, String(row + 1));
}
