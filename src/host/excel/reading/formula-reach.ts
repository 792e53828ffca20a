/** Texts, then cells (YTD2024 is none, but a name) and whole rows or columns, then functions, then the two constants. */
const WITHIN_THE_SHEET =
  /"(?:[^"]|"")*"|\$?(?:[A-Za-z]{1,2}|[A-Wa-w][A-Za-z]{2}|[Xx][A-Ea-e][A-Za-z]|[Xx][Ff][A-Da-d])\$?[1-9][0-9]{0,6}(?![\w.(])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(])|\b(?:_xl\w+\.)*[A-Za-z][\w.]*(?=\()|\b(?:TRUE|FALSE)\b|[0-9.]+[eE][+-]?[0-9]+/g;

/** Functions whose result may change although no cell they name does. */
const RESTLESS = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|INDIRECT|OFFSET|CELL|INFO)\(/i;

/**
 * True when a formula's value may depend on anything but cells of its own sheet: other sheets or workbooks, names,
 * tables, the time. Says yes in doubt.
 * @param formula Without its leading "=".
 */
export function reachesBeyondSheet(formula: string): boolean {
  if (RESTLESS.test(formula)) return true;
  return /[^\x00-\x7f]|[A-Za-z_!\\[]/.test(formula.replace(WITHIN_THE_SHEET, ' '));
}
