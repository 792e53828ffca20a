import type { Edit } from '../core/changes/change-set';
import type { NewSheet } from '../core/changes/operation';
import type { RowChange } from '../core/changes/row-change';
import type { WorkbookNotes } from '../core/workbook/workbook-notes';
import type { WorkbookSnapshot } from '../core/workbook/workbook-snapshot';
import type { WorkbookAppearance } from '../host/xlsx/appearance';

/** The opened file behind the grid: what the workbench needs of `XlsxWorkbook`. */
export interface WorkbookFile {
  readonly snapshot: WorkbookSnapshot;
  /** What could not be read as it stands, in whole Chinese sentences. */
  readonly warnings: readonly string[];
  readAppearance(): WorkbookAppearance;
  /** Texts of ours that travel with the file. */
  readonly notes: WorkbookNotes;
  /** The original bytes with these cells and notes changed and nothing else. */
  patch(edits: readonly Edit[], notes: WorkbookNotes): Uint8Array;
  /** Copies with one thing changed, opened. They throw a `HostError` where that cannot be done. */
  withEdits(edits: readonly Edit[]): WorkbookFile;
  withRowChanges(changes: readonly RowChange[]): WorkbookFile;
  withSheets(sheets: readonly NewSheet[], after: string): WorkbookFile;
  withoutSheets(names: readonly string[]): WorkbookFile;
}
