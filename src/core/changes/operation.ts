import type { ChangeSet } from './change-set';
import type { RowChange } from './row-change';

/** A sheet that is taken, with all that belongs to it, out of an .xlsx file. */
export interface NewSheet {
  /** The name it gets; free in the workbook. */
  readonly name: string;
  /** The .xlsx file, Base64: it is kept for redoing. */
  readonly file: string;
  /** Its name in the file. */
  readonly source: string;
}

/**
 * One step of an operation. Addresses are those of the workbook after the steps before it; within `rows` those after the changes before it.
 * `removeSheets` expects the sheets to be as they were added: `file` says how.
 */
export type Step =
  | { readonly kind: 'cells'; readonly changes: ChangeSet }
  | { readonly kind: 'rows'; readonly changes: readonly RowChange[] }
  | { readonly kind: 'addSheets'; readonly sheets: readonly NewSheet[]; readonly after: string }
  | { readonly kind: 'removeSheets'; readonly sheets: readonly NewSheet[]; readonly after: string };

/** What the user does at one go, and takes back at one go. */
export interface Operation {
  /** For the preview, the list of what was done, and the undo button, e.g. "规范 12 处". */
  readonly label: string;
  readonly steps: readonly Step[];
}
