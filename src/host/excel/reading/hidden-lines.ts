import { formatRange, type CellRange } from '../../../core/workbook/cell-address';

export interface HiddenLines {
  readonly rows: number[];
  readonly columns: number[];
}

/** Some rows or columns of a sheet; Excel says of them: all hidden, none, or (null) some. */
interface Stretch {
  readonly sheet: number;
  readonly axis: 'rows' | 'columns';
  readonly first: number;
  readonly last: number;
}

/** A mixed stretch is asked again in so many parts. */
const PARTS = 32;

const STRETCHES_PER_REQUEST = 1000;

/**
 * Finds the hidden rows and columns inside the used ranges: one round trip when none is hidden, and one more for every
 * step of halving down to the single line.
 */
export async function readHiddenLines(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  usedRanges: readonly (CellRange | null)[],
): Promise<readonly HiddenLines[]> {
  const hidden: HiddenLines[] = sheets.map(() => ({ rows: [], columns: [] }));
  let open: Stretch[] = [];
  usedRanges.forEach((used, sheet) => {
    if (used === null) return;
    open.push({ sheet, axis: 'rows', first: used.top, last: used.bottom });
    open.push({ sheet, axis: 'columns', first: used.left, last: used.right });
  });
  while (open.length > 0) {
    const asked = open.slice(0, STRETCHES_PER_REQUEST);
    const answers = await ask(context, sheets, asked);
    open = open.slice(STRETCHES_PER_REQUEST);
    asked.forEach((stretch, place) => {
      if (answers[place] === null && stretch.first < stretch.last) open.push(...partsOf(stretch));
      else if (answers[place] === true) addLines(hidden[stretch.sheet][stretch.axis], stretch);
    });
  }
  for (const { rows, columns } of hidden) {
    rows.sort((a, b) => a - b);
    columns.sort((a, b) => a - b);
  }
  return hidden;
}

async function ask(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  stretches: readonly Stretch[],
): Promise<readonly (boolean | null)[]> {
  const ranges = stretches.map(({ sheet, axis, first, last }) => {
    const line =
      axis === 'rows'
        ? { top: first, bottom: last, left: 0, right: 0 }
        : { left: first, right: last, top: 0, bottom: 0 };
    const range = sheets[sheet].getRange(formatRange(line));
    range.load(axis === 'rows' ? 'rowHidden' : 'columnHidden');
    return range;
  });
  await context.sync();
  return ranges.map((range, place): boolean | null =>
    stretches[place].axis === 'rows' ? range.rowHidden : range.columnHidden,
  );
}

function partsOf({ first, last, ...rest }: Stretch): Stretch[] {
  const length = Math.max(1, Math.ceil((last - first + 1) / PARTS));
  const parts: Stretch[] = [];
  for (let start = first; start <= last; start += length) {
    parts.push({ ...rest, first: start, last: Math.min(last, start + length - 1) });
  }
  return parts;
}

function addLines(lines: number[], { first, last }: Stretch): void {
  for (let line = first; line <= last; line += 1) lines.push(line);
}
