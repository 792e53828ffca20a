import type { RowChange } from '../../../../core/changes/row-change';
import { formatAddress, formatRange } from '../../../../core/workbook/cell-address';
import type { PlacedCell, SheetContent, WorkbookSnapshot } from '../../../../core/workbook/workbook-snapshot';
import type { StoredCell } from '../../reading/stored-cell';
import type { SheetRecord, WorkbookRecord } from '../../reading/workbook-reader';
import { XlsxError } from '../../xlsx-error';
import { proveStyles } from '../proof';
import { rowAfter } from './row-follower';

function fail(sheet: string, cell: string | undefined, reason: string): never {
  throw new XlsxError('internal', { sheet, cell, reason });
}

/** What a sheet shows beside its cells, in a form that compares. */
function frameOf({ name, visibility, mergedAreas, hiddenRows, hiddenColumns, isProtected }: SheetContent): string {
  const areas = mergedAreas.map(formatRange).sort();
  return JSON.stringify([name, visibility, areas, hiddenRows, hiddenColumns, isProtected]);
}

function contentOf({ row, column, value, formula, numberFormat }: PlacedCell): string {
  return JSON.stringify([row, column, value === '' ? null : value, formula, numberFormat]);
}

function compareContents(expected: SheetContent, found: SheetContent): void {
  if (frameOf(expected) !== frameOf(found)) fail(expected.name, undefined, 'sheet is not as planned');
  expected.cells.forEach((cell, index) => {
    const other = found.cells[index];
    if (!other || contentOf(cell) !== contentOf(other)) fail(expected.name, formatAddress(cell), 'not as planned');
  });
  const extra = found.cells[expected.cells.length];
  if (extra) fail(expected.name, formatAddress(extra), 'not planned');
}

/** Where each former row stands; null for one that went. Rows that came have no former one. */
class RowPlaces {
  private readonly changes: readonly RowChange[];

  constructor(sheet: string, changes: readonly RowChange[]) {
    this.changes = changes.filter((change) => change.sheet === sheet);
  }

  placeOf(row: number): number | null {
    let place = row;
    for (const change of this.changes) {
      if (change.kind === 'delete' && change.row === place) return null;
      place = rowAfter(change, place);
    }
    return place;
  }

  /** Rows that came and are still there. */
  added(): Set<number> {
    let rows: number[] = [];
    for (const change of this.changes) {
      if (change.kind === 'delete') rows = rows.filter((row) => row !== change.row);
      rows = rows.map((row) => rowAfter(change, row));
      if (change.kind === 'insert') rows.push(change.row);
    }
    return new Set(rows);
  }
}

/** Throws unless all cells of a sheet only moved with their rows, those too that merged areas hide and those that only have a format. */
export function proveMoved(before: SheetRecord, after: SheetRecord, changes: readonly RowChange[]): void {
  const { name } = before.content;
  const places = new RowPlaces(name, changes);
  const rowPlaces = new Map<number, number | null>();
  const placeOf = (row: number): number | null => {
    const known = rowPlaces.get(row);
    if (known !== undefined) return known;
    const place = places.placeOf(row);
    rowPlaces.set(row, place);
    return place;
  };
  const added = places.added();
  const kept = (before.worksheet?.cells ?? []).filter(({ row }) => placeOf(row) !== null);
  const found = (after.worksheet?.cells ?? []).filter(({ row }) => !added.has(row));
  kept.forEach((cell, index) => {
    const other = found[index];
    if (!other || other.row !== placeOf(cell.row) || !isSame(cell, other)) fail(name, formatAddress(cell), 'changed');
  });
  if (found.length > kept.length) fail(name, formatAddress(found[kept.length]), 'added');
  for (const [row, style] of before.worksheet?.rowStyles ?? []) {
    const place = placeOf(row);
    if (place !== null && after.worksheet?.rowStyles.get(place) !== style) fail(name, undefined, `row ${row + 1}`);
  }
  const columns = [before, after].map(({ worksheet }) => JSON.stringify(worksheet?.columnStyles));
  if (columns[0] !== columns[1]) fail(name, undefined, 'columns');
}

function isSame(before: StoredCell, after: StoredCell): boolean {
  return (
    before.column === after.column &&
    before.value === after.value &&
    (before.formula === null) === (after.formula === null) &&
    before.rawNumber === after.rawNumber &&
    before.isError === after.isError &&
    before.style === after.style &&
    before.numberFormat === after.numberFormat
  );
}

/** Compares the workbook before and after row changes; throws unless it is what core says it must be, and all else only moved. */
export function proveRows(
  before: WorkbookRecord,
  after: WorkbookRecord,
  changes: readonly RowChange[],
  expected: WorkbookSnapshot,
): void {
  if (before.sheets.length !== after.sheets.length) throw new XlsxError('internal', { reason: 'number of sheets' });
  if (before.names.length !== after.names.length) throw new XlsxError('internal', { reason: 'number of names' });
  before.sheets.forEach((sheet, index) => {
    compareContents(expected.sheets[index].content, after.sheets[index].content);
    proveMoved(sheet, after.sheets[index], changes);
  });
  proveStyles(before, after);
}
