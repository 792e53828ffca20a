import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';

const CELLS =
  /\$?[A-Za-z]{1,3}\$?([1-9][0-9]{0,6})(?::\$?[A-Za-z]{1,3}\$?([1-9][0-9]{0,6}))?|\$?([1-9][0-9]{0,6}):\$?([1-9][0-9]{0,6})/g;

/** Whole columns, and functions that reach cells which the formula does not name. */
const UNBOUNDED = /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\b(?:OFFSET|INDIRECT|INDEX)\s*\(/i;

/** True where a formula of the workbook refers to this row, or may: when in doubt it does. */
export function refersToRow({ sheets }: WorkbookSnapshot, sheet: string, row: number): boolean {
  return sheets.some(({ name, cells }) =>
    cells.some(
      ({ formula }) => formula !== null && (name === sheet || mentions(formula, sheet)) && covers(formula, row),
    ),
  );
}

function mentions(formula: string, sheet: string): boolean {
  return (
    formula.toLowerCase().indexOf(sheet.replace(/'/g, "''").toLowerCase()) >= 0 || /\bINDIRECT\s*\(/i.test(formula)
  );
}

function covers(formula: string, row: number): boolean {
  if (UNBOUNDED.test(formula)) return true;
  let isCovered = false;
  formula.replace(CELLS, (found, first?: string, last?: string, top?: string, bottom?: string) => {
    const from = Number(first || top) - 1;
    const to = Number(last || bottom || first || top) - 1;
    if (row >= Math.min(from, to) && row <= Math.max(from, to)) isCovered = true;
    return found;
  });
  return isCovered;
}
