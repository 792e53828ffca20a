import type { Edit } from '../core/changes/change-set';
import type { WorkbookSnapshot } from '../core/workbook/workbook-snapshot';
import type { WorkbookAppearance } from '../host/xlsx/appearance';

/** The opened file behind the grid: what the workbench needs of `XlsxWorkbook`. */
export interface WorkbookFile {
  readonly snapshot: WorkbookSnapshot;
  /** What could not be read as it stands, in whole Chinese sentences. */
  readonly warnings: readonly string[];
  readAppearance(): WorkbookAppearance;
  /** The original bytes with these cells changed and nothing else. */
  patch(edits: readonly Edit[]): Uint8Array;
}
