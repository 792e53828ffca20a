import type { NewSheet } from '../../../core/changes/operation';
import { formatAddress, formatColumn, formatRange, type CellRange } from '../../../core/workbook/cell-address';
import type { ReadSheet, SheetReader } from '../../port/sheet-source';
import { hasApi, type OfficeLibrary } from '../office-library';
import type { OwnWrites } from '../own-writes';
import { setContents } from './new-contents';
import { lookRuns, sizeRuns, styleFinder } from './look-runs';
import { setPage } from './page-setup';
import { setInnerBorders, setLook, setOuterBorders } from './set-look';
import { takeAwayNew, toStructureError, type ListedSheet } from './sheet-list';

const POINTS_PER_PIXEL = 72 / 96;

/** Pieces of a look, each a few hundred characters of a request. */
const LOOKS_PER_REQUEST = 300;

interface Tools {
  readonly library: OfficeLibrary;
  readonly ownWrites: OwnWrites;
  readonly readSheet: SheetReader;
}

/**
 * Builds sheets that Excel cannot take out of a file itself (below ExcelApi 1.13), behind one of those that are known. Where it breaks off,
 * they are taken away again.
 */
export async function buildSheets(
  context: Excel.RequestContext,
  sheets: readonly NewSheet[],
  known: readonly ListedSheet[],
  place: ListedSheet,
  { library, ownWrites, readSheet }: Tools,
): Promise<void> {
  const read: ReadSheet[] = [];
  for (const { file, source } of sheets) read.push(await readSheet(file, source));
  const built: Excel.Worksheet[] = [];
  try {
    sheets.forEach(({ name }, index) => {
      ownWrites.expectSheet('added', null);
      const sheet = context.workbook.worksheets.add(name);
      sheet.position = known.indexOf(place) + 1 + index;
      sheet.load('id');
      built.push(sheet);
    });
    await context.sync();
    for (let index = 0; index < built.length; index += 1) {
      ownWrites.expectFilling(built[index].id);
      await build(context, built[index], read[index], library);
      ownWrites.expectFilling(built[index].id);
    }
  } catch (error) {
    await takeAwayNew(context, known, ownWrites, error);
    throw toStructureError(error);
  }
}

async function build(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { content, styles, appearance, page }: ReadSheet,
  library: OfficeLibrary,
): Promise<void> {
  const bounds = boundsOf({ content, styles, appearance, page });
  const styleOf = styleFinder(appearance);
  const lookOf = (row: number, column: number) => styles[styleOf(row, column)] || styles[0];
  const send = (): Promise<void> => context.sync();

  for (const { first, last, size } of sizeRuns(
    (column) => appearance.columnWidths.get(column) ?? appearance.defaultColumnWidth,
    bounds.right,
  )) {
    const columns = sheet.getRange(`${formatColumn(first)}:${formatColumn(last)}`);
    if (size > 0) columns.format.columnWidth = size * POINTS_PER_PIXEL;
  }
  await setContents(sheet, content, (row, column) => lookOf(row, column).numberFormat, bounds, send);

  let waiting = 0;
  for (const { range, look } of lookRuns(styles, appearance, bounds)) {
    const cells = sheet.getRange(formatRange(range));
    setLook(cells, look, library);
    setInnerBorders(cells, look, range.bottom - range.top + 1, range.right - range.left + 1);
    waiting += 1;
    if (waiting % LOOKS_PER_REQUEST === 0) await send();
  }
  for (const area of content.mergedAreas) {
    const cells = sheet.getRange(formatRange(area));
    cells.merge();
    setOuterBorders(cells, lookOf(area.top, area.left), lookOf(area.bottom, area.right));
  }
  // Wrapped texts have made rows higher by now.
  for (const { first, last, size } of sizeRuns(
    (row) => appearance.rowHeights.get(row) ?? appearance.defaultRowHeight,
    bounds.bottom,
  )) {
    const rows = sheet.getRange(`${first + 1}:${last + 1}`);
    if (size > 0) rows.format.rowHeight = size * POINTS_PER_PIXEL;
  }
  for (const row of content.hiddenRows) sheet.getRange(`${row + 1}:${row + 1}`).rowHidden = true;
  for (const column of content.hiddenColumns) {
    sheet.getRange(`${formatColumn(column)}:${formatColumn(column)}`).columnHidden = true;
  }
  setView(sheet, appearance, library);
  if (hasApi(library, 'pageLayout')) setPage(sheet, page);
  await send();
}

function setView(
  sheet: Excel.Worksheet,
  { frozenRows, frozenColumns, tabColor, showsGridlines }: ReadSheet['appearance'],
  library: OfficeLibrary,
): void {
  if (hasApi(library, 'freezePanes')) {
    const { freezePanes } = sheet;
    if (frozenRows > 0 && frozenColumns > 0) {
      freezePanes.freezeAt(sheet.getRange(`A1:${formatAddress({ row: frozenRows - 1, column: frozenColumns - 1 })}`));
    } else if (frozenRows > 0) freezePanes.freezeRows(frozenRows);
    else if (frozenColumns > 0) freezePanes.freezeColumns(frozenColumns);
    if (tabColor !== null) sheet.tabColor = tabColor;
  }
  if (!showsGridlines && hasApi(library, 'gridlines')) sheet.showGridlines = false;
}

/** A rectangle from A1 with all that is written, merged or looks its own way. */
function boundsOf({ content, appearance }: ReadSheet): CellRange {
  let bottom = 0;
  let right = 0;
  for (const { row, column } of content.cells) [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  for (const { row, column } of appearance.cells) [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  for (const area of content.mergedAreas) {
    [bottom, right] = [Math.max(bottom, area.bottom), Math.max(right, area.right)];
  }
  return { top: 0, left: 0, bottom, right };
}
