import { isSameContent, type Edit } from '../../core/changes/change-set';
import type { NewSheet } from '../../core/changes/operation';
import type { RowChange } from '../../core/changes/row-change';
import { rangeAfterRow } from '../../core/changes/shift-references';
import type { CellAddress, CellRange } from '../../core/workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { CellMark } from '../../host/port/workbook-host';
import type { WorkbookFile } from '../workbook-file';
import { contentOf } from './cell-contents';

/** Rows or sheets that come or go. */
export type StructureChange =
  | { readonly kind: 'rows'; readonly changes: readonly RowChange[] }
  | { readonly kind: 'addSheets'; readonly sheets: readonly NewSheet[]; readonly after: string }
  | { readonly kind: 'removeSheets'; readonly names: readonly string[] };

/** The file after the change. Throws `HostError`. */
export function fileAfter(file: WorkbookFile, change: StructureChange): WorkbookFile {
  switch (change.kind) {
    case 'rows':
      return file.withRowChanges(change.changes);
    case 'addSheets':
      return file.withSheets(change.sheets, change.after);
    case 'removeSheets':
      return file.withoutSheets(change.names);
  }
}

/** Where a range of a sheet that stays is afterwards; null where nothing is left of it. */
export function rangeAfter(sheet: string, range: CellRange, change: StructureChange): CellRange | null {
  if (change.kind !== 'rows') return range;
  let moved: CellRange | null = range;
  for (const row of change.changes) if (moved !== null && row.sheet === sheet) moved = rangeAfterRow(moved, row);
  return moved;
}

/** Where a cell is afterwards; null where it is gone with its row or sheet. */
export function addressAfter(sheet: string, { row, column }: CellAddress, change: StructureChange): CellAddress | null {
  if (change.kind === 'removeSheets' && change.names.includes(sheet)) return null;
  const moved = rangeAfter(sheet, { top: row, left: column, bottom: row, right: column }, change);
  return moved && { row: moved.top, column: moved.left };
}

/** Marks follow their cells, and go with them. */
export function marksAfter(marks: readonly CellMark[], after: WorkbookSnapshot, change: StructureChange): CellMark[] {
  const kept: CellMark[] = [];
  for (const mark of marks) {
    const range = after.findSheet(mark.sheet) === undefined ? null : rangeAfter(mark.sheet, mark.range, change);
    if (range !== null) kept.push({ ...mark, range });
  }
  return kept;
}

/** True when the second takes back what the first did, as far as rows and names go. */
export function isInverse(first: StructureChange, second: StructureChange): boolean {
  if (first.kind === 'addSheets' && second.kind === 'removeSheets') {
    return hasSameNames(
      first.sheets.map(({ name }) => name),
      second.names,
    );
  }
  if (first.kind === 'removeSheets' && second.kind === 'addSheets') {
    return hasSameNames(
      first.names,
      second.sheets.map(({ name }) => name),
    );
  }
  if (first.kind !== 'rows' || second.kind !== 'rows' || first.changes.length !== second.changes.length) return false;
  const backwards = [...second.changes].reverse();
  return first.changes.every(({ kind, sheet, row }, index) => {
    const other = backwards[index];
    return other.kind !== kind && other.sheet === sheet && other.row === row;
  });
}

function hasSameNames(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}

/** What must be edited in one workbook to hold what the other holds; null where they differ in more than cells. */
export function editsBetween(from: WorkbookSnapshot, to: WorkbookSnapshot): Edit[] | null {
  if (from.sheets.length !== to.sheets.length) return null;
  const edits: Edit[] = [];
  for (let place = 0; place < from.sheets.length; place += 1) {
    const [sheet, other] = [from.sheets[place], to.sheets[place]];
    if (frameOf(sheet) !== frameOf(other)) return null;
    const addresses = new Map<string, CellAddress>();
    for (const { row, column } of [...sheet.cells, ...other.cells]) addresses.set(`${row}:${column}`, { row, column });
    for (const address of addresses.values()) {
      const before = contentOf(sheet.cellAt(address.row, address.column));
      const after = contentOf(other.cellAt(address.row, address.column));
      const isSame = isSameContent(before, after) && before.numberFormat === after.numberFormat;
      if (!isSame) edits.push({ sheet: sheet.name, address, before, after });
    }
  }
  return edits;
}

/** All of a sheet but its cells, as one text that compares. */
function frameOf({ content }: SheetSnapshot): string {
  const { name, visibility, mergedAreas, hiddenRows, hiddenColumns, isProtected } = content;
  const areas = mergedAreas.map(({ top, left, bottom, right }) => `${top}:${left}:${bottom}:${right}`).sort();
  return JSON.stringify([name, visibility, areas, hiddenRows, hiddenColumns, isProtected]);
}
