/**
 * Reads what Excel and WPS put on the clipboard as text: cells parted by tabs, rows by line ends, and quotes around
 * a cell that holds a tab, a line end or a leading quote (doubled inside). Rows are padded to the same length.
 */
export function parseTabSeparated(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let position = 0;
  for (;;) {
    const cell = source[position] === '"' ? readQuoted(source, position) : null;
    const { value, end } = cell ?? readPlain(source, position);
    rows[rows.length - 1].push(value);
    if (end >= source.length) break;
    if (source[end] === '\n') rows.push([]);
    position = end + 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

interface ReadCell {
  readonly value: string;
  /** Where the tab or line end after the cell stands, or the end of the text. */
  readonly end: number;
}

function readPlain(source: string, start: number): ReadCell {
  let end = start;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end += 1;
  return { value: source.slice(start, end), end };
}

/** Null when the quote is just a character: nothing closes it, or more text follows the closing one. */
function readQuoted(source: string, start: number): ReadCell | null {
  let value = '';
  let position = start + 1;
  while (position < source.length) {
    if (source[position] !== '"') {
      value += source[position];
      position += 1;
    } else if (source[position + 1] === '"') {
      value += '"';
      position += 2;
    } else {
      const end = position + 1;
      const isClosed = end >= source.length || source[end] === '\t' || source[end] === '\n';
      return isClosed ? { value, end } : null;
    }
  }
  return null;
}
