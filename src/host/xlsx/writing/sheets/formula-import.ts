import { FORMULA_LETTER, FORMULA_WORD } from '../../../../core/workbook/formula-letters';

const WORD = `[${FORMULA_WORD}\\\\?]`;
// In this order: strings, sheet names with their "!", brackets, errors, words.
const TOKEN = new RegExp(
  [
    '"(?:[^"]|"")*"',
    `(?:'((?:[^']|'')*)'|((?:\\[[^\\]]*\\])?${WORD}+(?::${WORD}+)?))!`,
    '(\\[)',
    '#[A-Z0-9/]+[!?]?',
    `([${FORMULA_LETTER}_\\\\]${WORD}*)`,
  ].join('|'),
  'g',
);

/** Names of a sheet as formulas write them: always between quotes. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/**
 * A formula of a sheet that comes from another workbook and has a new name here; null where it needs what does not come along: other sheets
 * and workbooks, tables, names of its workbook.
 * @param carries Whether a name of the workbook comes along; undefined for what is no name of it.
 */
export function importFormula(
  formula: string,
  source: string,
  target: string,
  carries: (name: string) => boolean | undefined,
): string | null {
  let isWhole = true;
  const text = formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const [quoted, plain, bracket, word] = groups;
    const sheet = quoted === undefined ? plain : quoted.replace(/''/g, "'");
    if (sheet !== undefined) {
      if (sheet.toLowerCase() === source.toLowerCase()) return `${quoteSheet(target)}!`;
      isWhole = false;
    } else if (bracket !== undefined || (word !== undefined && carries(word) === false)) isWhole = false;
    return token;
  });
  return isWhole ? text : null;
}
