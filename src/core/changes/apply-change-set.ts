import { MAX_COLUMNS } from '../workbook/cell-address';
import { WorkbookSnapshot, type SheetContent } from '../workbook/workbook-snapshot';
import { BLANK_CONTENT, isSameContent, type CellContent, type ChangeSet, type Conflict, type Edit } from './change-set';
import { isBlankContent, placedCell } from './placed-cell';

/**
 * The workbook as it is after a change. Edits whose cell no longer holds what they expect are left out and come back
 * as conflicts. See `placedCell` for the texts that are shown.
 */
export function applyChangeSet(
  snapshot: WorkbookSnapshot,
  changes: ChangeSet,
): { readonly snapshot: WorkbookSnapshot; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = [];
  const accepted = new Map<string, Edit[]>();
  for (const edit of changes.edits) {
    const found = contentAt(snapshot, edit);
    if (!found || !isSameContent(found, edit.before)) {
      conflicts.push({ edit, found: found || BLANK_CONTENT });
      continue;
    }
    const ofSheet = accepted.get(edit.sheet);
    if (ofSheet) ofSheet.push(edit);
    else accepted.set(edit.sheet, [edit]);
  }
  const sheets = snapshot.sheets.map((sheet) => withEdits(sheet.content, accepted.get(sheet.name) || []));
  return { snapshot: new WorkbookSnapshot(snapshot.name, sheets), conflicts };
}

function contentAt(snapshot: WorkbookSnapshot, edit: Edit): CellContent | undefined {
  const sheet = snapshot.findSheet(edit.sheet);
  if (!sheet) return undefined;
  return sheet.cellAt(edit.address.row, edit.address.column) || BLANK_CONTENT;
}

function withEdits(content: SheetContent, edits: readonly Edit[]): SheetContent {
  if (edits.length === 0) return content;
  const keyOf = ({ row, column }: Edit['address']): number => row * MAX_COLUMNS + column;
  const edited = new Set(edits.map(({ address }) => keyOf(address)));
  const written = edits
    .filter(({ after }) => !isBlankContent(after))
    .map(({ address, after }) => placedCell(address, after));
  const cells = content.cells.filter((cell) => !edited.has(keyOf(cell))).concat(written);
  return { ...content, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}
