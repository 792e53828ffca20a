import Papa from 'papaparse';
import { catalogueFileError } from './catalogue-file-error';

const DELIMITERS: readonly string[] = [',', '\t', ';', '|', '，'];
const PREVIEW_ROWS = 40;
export const MOST_ROWS = 1000000;

/**
 * Reads text in columns. The number of a row is the one that Excel shows for it: a line break in quotation marks begins none.
 * Throws a HostError where quotation marks do not match: what follows would stand in wrong columns.
 */
export function readCsv(text: string, fileName: string): readonly (readonly string[])[] {
  // A line for Excel alone, which does not show it.
  const hint = /^"?sep=(.)"?\r?\n/i.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const delimiter = hint === null ? delimiterOf(body) : hint[1];
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, preview: MOST_ROWS + 1, skipEmptyLines: false });
  const [wrong] = errors.filter(({ type }) => type === 'Quotes');
  if (wrong !== undefined) throw catalogueFileError('quotes', fileName, String((wrong.row || 0) + 1));
  if (data.length > MOST_ROWS) throw catalogueFileError('too-many-rows', fileName, String(MOST_ROWS));
  return data.map((values) => values.map(plainValue));
}

/** The sign that cuts most of the first rows into the same number of columns. */
function delimiterOf(text: string): string {
  let chosen = DELIMITERS[0];
  let best = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: PREVIEW_ROWS });
    const counts: Record<number, number> = {};
    for (const { length } of data) if (length > 1) counts[length] = (counts[length] || 0) + 1;
    // Of several that cut as many rows, the one that makes more columns.
    const worth = Object.keys(counts).reduce((most, count) => Math.max(most, counts[+count] * 1000 + +count), 0);
    if (worth > best) {
      best = worth;
      chosen = delimiter;
    }
  }
  return chosen;
}

/** ="0123" is how a table keeps Excel from taking a text for a number, ' before a sign how it keeps it from calculating. */
function plainValue(value: string): string {
  const kept = /^=\s*"((?:[^"]|"")*)"$/.exec(value);
  if (kept !== null) return kept[1].replace(/""/g, '"');
  return NEUTRALIZED.test(value) ? value.slice(1) : value;
}

const NEUTRALIZED = /^'+[=+\-@＝＋－＠\t\r]/;
const CALCULATED = /^'*[=+\-@＝＋－＠\t\r]/;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Text in columns as Excel opens it: with a byte order mark, numbers in this column kept as text, and nothing that would be
 * calculated as a formula. `readCsv` gives the same rows again.
 */
export function writeCsv(rows: readonly (readonly string[])[], textColumn: number): string {
  const written = rows.map((values) =>
    values.map((value, column) => {
      if (column === textColumn && /^[0-9]+$/.test(value)) return `="${value}"`;
      return CALCULATED.test(value) ? `'${value}` : value;
    }),
  );
  return BYTE_ORDER_MARK + Papa.unparse(written, { newline: '\r\n' }) + '\r\n';
}
