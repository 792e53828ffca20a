import { formatRange, type CellRange } from '../../../core/workbook/cell-address';
import { isPayloadError, officeCodeOf, toHostError } from '../excel-error';

/** Where to look for merged areas: the range of a sheet that holds any content or format, null for a blank sheet. */
export interface MergeSearch {
  readonly sheet: Excel.Worksheet;
  readonly range: CellRange | null;
}

/**
 * Merged areas of all sheets: one round trip. Excel refuses a range with more than 512 of them; then every sheet is
 * asked by itself, and a refused one in two overlapping parts. Excel names an area only where its top-left cell lies
 * in the range and may cut it off at the range's end, hence the overlap: the parts of one area meet, areas never do.
 */
export async function readMergedAreas(
  context: Excel.RequestContext,
  searches: readonly MergeSearch[],
): Promise<readonly CellRange[][]> {
  try {
    return await ask(context, searches);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const areas: CellRange[][] = [];
    for (const { sheet, range } of searches) {
      areas.push(range === null ? [] : joinOverlapping(await searchParts(context, sheet, range)));
    }
    return areas;
  }
}

async function searchParts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  range: CellRange,
): Promise<CellRange[]> {
  try {
    return (await ask(context, [{ sheet, range }]))[0];
  } catch (error) {
    const rows = range.bottom - range.top + 1;
    if (!isRefusal(error) || rows < 2) throw error;
    const middle = range.top + (rows >> 1);
    const overlap = rows >> 2;
    const upper = await searchParts(context, sheet, { ...range, bottom: middle - 1 + overlap });
    return upper.concat(await searchParts(context, sheet, { ...range, top: middle }));
  }
}

async function ask(context: Excel.RequestContext, searches: readonly MergeSearch[]): Promise<CellRange[][]> {
  const answers = searches.map(({ sheet, range }) => {
    if (range === null) return null;
    const areas = sheet.getRange(formatRange(range)).getMergedAreasOrNullObject();
    areas.load('areas/rowIndex,areas/columnIndex,areas/rowCount,areas/columnCount');
    return areas;
  });
  await context.sync();
  return answers.map((areas) => (areas === null || areas.isNullObject ? [] : areas.areas.items.map(rangeOf)));
}

/** The client's place of a loaded range. */
export function rangeOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): CellRange {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** Too many areas is no code of its own: any refusal that is not about the workbook's state counts. */
function isRefusal(error: unknown): boolean {
  if (officeCodeOf(error) === undefined) return false;
  return isPayloadError(error) || toHostError(error).code === 'internal';
}

function joinOverlapping(parts: readonly CellRange[]): CellRange[] {
  const areas: CellRange[] = [];
  const sorted = parts.slice().sort((a, b) => a.top - b.top || a.left - b.left);
  for (const part of sorted) {
    const place = areas.map((area) => overlaps(area, part)).indexOf(true);
    if (place === -1) areas.push(part);
    else areas[place] = { ...areas[place], bottom: Math.max(areas[place].bottom, part.bottom) };
  }
  return areas;
}

function overlaps(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
