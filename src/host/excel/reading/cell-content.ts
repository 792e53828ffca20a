import type { CellRange } from '../../../core/workbook/cell-address';
import type { CellValue, PlacedCell } from '../../../core/workbook/workbook-snapshot';

/** What Excel answers for a range: arrays of rows. */
export interface RangeContent {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
}

/** Properties to load for a `RangeContent`. */
export const CONTENT_PROPERTIES = 'values,formulas,numberFormat,text';

/** Errors come as their texts. */
const ERROR =
  /^#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|EXTERNAL!|PYTHON!|GETTING_DATA)$/;

/** The cells of a block that hold something, by row, then column. */
export function cellsOf(content: RangeContent, { top, left }: CellRange): PlacedCell[] {
  const cells: PlacedCell[] = [];
  content.values.forEach((rowOfValues, row) => {
    rowOfValues.forEach((raw, column) => {
      const value = valueOf(raw);
      const formula = formulaOf(content.formulas[row][column], raw);
      if (value === null && formula === null) return;
      cells.push({
        row: top + row,
        column: left + column,
        value,
        text: shownText(value, content.text[row][column]),
        formula,
        numberFormat: String(content.numberFormat[row][column]),
        rawNumber: typeof value === 'number' ? digitsOf(value) : null,
        isError: typeof value === 'string' && ERROR.test(value),
      });
    });
  });
  return cells;
}

/**
 * True for a cell of which only Excel's own type tells whether it holds the error or, typed with an apostrophe, a text
 * that reads like it. What a formula returns is taken for the error.
 */
export function isErrorOrText({ isError, formula }: PlacedCell): boolean {
  return isError && formula === null;
}

/** Excel says "" for a blank cell. */
export function valueOf(raw: unknown): CellValue {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  return raw === '' || raw === null || raw === undefined ? null : String(raw);
}

/** Without its "="; null for a plain value. A text such as "=A" comes as value and formula alike and is none. */
export function formulaOf(raw: unknown, value: unknown): string | null {
  return typeof raw === 'string' && raw.charAt(0) === '=' && raw.length > 1 && raw !== value ? raw.slice(1) : null;
}

/** In a narrow column Excel's text is "####" or cut off; a text then stands for itself, a number for its digits. */
function shownText(value: CellValue, shown: string): string {
  if (value === null) return shown;
  const isHashed = /^#+$/.test(shown);
  if (typeof value === 'string') return isHashed || value.indexOf(shown) === 0 ? value : shown;
  return isHashed ? String(value) : shown;
}

/**
 * Digits as Excel would write them into the file: of what a program wrote there beyond 17, Excel keeps none. Unknown
 * when there are more than 21 before the point.
 */
function digitsOf(value: number): string | null {
  const digits = String(value);
  return digits.indexOf('e') === -1 ? digits : null;
}
