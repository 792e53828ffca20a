import { formatRange, type CellRange } from '../../../core/workbook/cell-address';
import { WorkbookSnapshot, type PlacedCell, type SheetVisibility } from '../../../core/workbook/workbook-snapshot';
import { HostError } from '../../port/host-error';
import { isPayloadError } from '../excel-error';
import { hasApi, type OfficeLibrary } from '../office-library';
import { fileNameOf } from '../sheets';
import { countCells, groupBlocks, halveGroup, type CellBlock } from './cell-blocks';
import { cellsOf, CONTENT_PROPERTIES } from './cell-content';
import { readHiddenLines } from './hidden-lines';
import { rangeOf, readMergedAreas } from './merged-areas';

/** Cells asked for at once: about 1 MB of answer for usual filings; Excel on the web sends no more than 5 MB. */
const CELLS_PER_REQUEST = 20000;

/** Cells of all used ranges together, blank ones included. An honest filing stays far below. */
const MAX_CELLS = 2000000;

const PLACE_PROPERTIES = 'rowIndex,columnIndex,rowCount,columnCount';

const VISIBILITIES: Readonly<Record<string, SheetVisibility>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/**
 * Reads all sheets. Round trips: sheets, used ranges, cells (one for each 20 000), hidden rows and columns (one when
 * none is hidden), merged areas (one). Below ExcelApi 1.13 merged areas stay unknown: the snapshot has none.
 */
export async function readWorkbook(context: Excel.RequestContext, library: OfficeLibrary): Promise<WorkbookSnapshot> {
  const knowsName = hasApi(library, 'sheetEvents');
  const { workbook } = context;
  if (knowsName) workbook.load('name');
  workbook.worksheets.load('items/name,items/visibility,items/protection/protected');
  await context.sync();
  const sheets = workbook.worksheets.items;
  const { filled, formatted } = await readUsedRanges(context, sheets, hasApi(library, 'mergedAreas'));
  refuseTooMany(sheets, filled);

  const cells: PlacedCell[][] = sheets.map(() => []);
  for (const group of groupBlocks(filled, CELLS_PER_REQUEST)) await readGroup(context, sheets, group, cells);
  const hidden = await readHiddenLines(context, sheets, filled);
  const mergedAreas =
    formatted === null
      ? sheets.map(() => [])
      : await readMergedAreas(
          context,
          sheets.map((sheet, place) => ({ sheet, range: formatted[place] })),
        );

  return new WorkbookSnapshot(
    knowsName ? workbook.name : fileNameOf(library),
    sheets.map((sheet, place) => ({
      name: sheet.name,
      visibility: VISIBILITIES[sheet.visibility],
      cells: withoutCovered(cells[place], mergedAreas[place]),
      mergedAreas: mergedAreas[place],
      hiddenRows: hidden[place].rows,
      hiddenColumns: hidden[place].columns,
      isProtected: sheet.protection.protected,
    })),
  );
}

interface UsedRanges {
  readonly filled: readonly (CellRange | null)[];
  /** With blank cells that have a format, as those of a merged area do; null when not asked for. */
  readonly formatted: readonly (CellRange | null)[] | null;
}

async function readUsedRanges(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  withFormatted: boolean,
): Promise<UsedRanges> {
  const ask = (valuesOnly: boolean): readonly Excel.Range[] =>
    sheets.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(valuesOnly);
      used.load(PLACE_PROPERTIES);
      return used;
    });
  const filled = ask(true);
  const formatted = withFormatted ? ask(false) : null;
  await context.sync();
  const placeOf = (used: Excel.Range): CellRange | null => (used.isNullObject ? null : rangeOf(used));
  return { filled: filled.map(placeOf), formatted: formatted && formatted.map(placeOf) };
}

function refuseTooMany(sheets: readonly Excel.Worksheet[], usedRanges: readonly (CellRange | null)[]): void {
  let total = 0;
  usedRanges.forEach((used, place) => {
    total += used === null ? 0 : countCells(used);
    if (used !== null && total > MAX_CELLS) {
      throw new HostError(
        'file-too-large',
        `工作表「${sheets[place].name}」用到了 ${formatRange(used)}，内容太多，无法读取。`,
        '请删除表格下方和右侧多余的内容，或删除与申报表无关的工作表，然后重试。',
      );
    }
  });
}

/** Reads a group of blocks; one whose texts are too long for a single answer is read in halves. */
async function readGroup(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  group: readonly CellBlock[],
  cells: PlacedCell[][],
): Promise<void> {
  const ranges = group.map(({ sheet, range: place }) => {
    const range = sheets[sheet].getRange(formatRange(place));
    range.load(CONTENT_PROPERTIES);
    return range;
  });
  try {
    await context.sync();
  } catch (error) {
    const halves = isPayloadError(error) ? halveGroup(group) : null;
    if (halves === null) throw error;
    for (const half of halves) await readGroup(context, sheets, half, cells);
    return;
  }
  ranges.forEach((range, place) => {
    const { sheet, range: block } = group[place];
    cells[sheet].push(...cellsOf(range, block));
  });
}

/** A generated file may hold values below a merged area; nobody sees them. */
function withoutCovered(cells: readonly PlacedCell[], areas: readonly CellRange[]): readonly PlacedCell[] {
  if (areas.length === 0) return cells;
  const areasByRow: Record<number, CellRange[]> = {};
  const last = cells.length === 0 ? -1 : cells[cells.length - 1].row;
  for (const area of areas) {
    for (let row = area.top; row <= Math.min(area.bottom, last); row += 1) {
      areasByRow[row] = areasByRow[row] || [];
      areasByRow[row].push(area);
    }
  }
  const isCovered = ({ row, column }: PlacedCell): boolean =>
    (areasByRow[row] || []).some(
      ({ top, left, right }) => column >= left && column <= right && !(row === top && column === left),
    );
  return cells.filter((cell) => !isCovered(cell));
}
