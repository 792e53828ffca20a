import { WorkbookSnapshot, type PlacedCell, type SheetContent } from '../workbook/workbook-snapshot';
import { BLANK_CONTENT, isSameContent, type CellContent, type ChangeSet, type Conflict, type Edit } from './change-set';

/**
 * The workbook as it is after a change. Edits whose cell no longer holds what they expect are left out and come back
 * as conflicts. Displayed texts of changed numbers are their plain digits: a snapshot cannot format them.
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
    } else {
      accepted.set(edit.sheet, [...(accepted.get(edit.sheet) || []), edit]);
    }
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
  const isEdited = (cell: PlacedCell): boolean =>
    edits.some((edit) => edit.address.row === cell.row && edit.address.column === cell.column);
  const written = edits
    .filter((edit) => edit.after.formula !== null || (edit.after.value !== null && edit.after.value !== ''))
    .map((edit) => placedCell(edit));
  const cells = [...content.cells.filter((cell) => !isEdited(cell)), ...written];
  return { ...content, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function placedCell({ address, after }: Edit): PlacedCell {
  const text =
    after.value === null
      ? ''
      : typeof after.value === 'boolean'
        ? String(after.value).toUpperCase()
        : String(after.value);
  return {
    ...address,
    ...after,
    text,
    rawNumber: typeof after.value === 'number' ? String(after.value) : null,
    isError: false,
  };
}
