import type { CatalogueFile } from '../catalogue-file';
import type { CellRange } from '../../workbook/cell-address';

/** What a column of an office's own list holds. `codedName`: code and name in one cell, "111002681-扶持企业数量". */
export const CATALOGUE_COLUMNS = [
  'code',
  'name',
  'codedName',
  'level1',
  'level2',
  'unit',
  'kind',
  'direction',
  'explanation',
  'aliases',
  'year',
  'source',
] as const;

export type CatalogueColumn = (typeof CATALOGUE_COLUMNS)[number];

/** A table of indicators as it was found on a sheet. */
export interface FoundTable {
  readonly sheet: string;
  /** The rows of its head. */
  readonly head: CellRange;
  /** Data rows that were looked at. */
  readonly rowCount: number;
  /** All that have a heading or a role, from left to right, for the user to correct. */
  readonly columns: readonly {
    /** Null: not used. */
    readonly role: CatalogueColumn | null;
    /** Zero-based. */
    readonly column: number;
    /** As printed, several head rows joined by " / ". */
    readonly heading: string;
  }[];
}

/** Something about one row of the source; a Chinese sentence without the place. */
export interface RowRemark {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** What stands there, shortened to what a list can show. */
  readonly text: string;
  readonly reason: string;
}

/** What came of reading a list of indicators. Nothing is kept anywhere yet. */
export interface CatalogueImport {
  /** Where the tables stood and how their columns were understood. */
  readonly tables: readonly FoundTable[];
  /** Null when nothing can be taken over; `problem` then says why and what to do. */
  readonly file: CatalogueFile | null;
  /** Chinese sentence. */
  readonly problem: string | null;
  /** Rows that are not taken over. */
  readonly rejected: readonly RowRemark[];
  /** Rows that say the same as an earlier one; taken over once. */
  readonly duplicates: readonly RowRemark[];
  /** The same code with other names, or entries whose code contradicts their level: taken over as the reason says, or not. */
  readonly conflicts: readonly RowRemark[];
}

/** How the user wants a list to be read; what is left out is found out. */
export interface ImportOptions {
  /** Name of the catalogue; the name of the file when left out. */
  readonly name?: string;
  /** True when a code that is missing from the list is a wrong code. False when left out. */
  readonly isComplete?: boolean;
  /** Columns as the user corrected them, by sheet. */
  readonly columns?: Readonly<Record<string, readonly { readonly role: CatalogueColumn; readonly column: number }[]>>;
}
