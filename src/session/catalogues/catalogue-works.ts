import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing/catalogue-import';
import type { CatalogueEntry } from '../../core/catalogue/indicator-catalogue';
import type { CodingPlan } from '../../core/coding/coding-plan';
import type { Level2 } from '../../core/forms/indicator-levels';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';

/** A list of indicators to be imported: a file's bytes (.xlsx, .csv, .json), or the workbook that is open. */
export type CatalogueSource =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'workbook'; readonly snapshot: WorkbookSnapshot };

/** Which catalogue is meant. */
export interface CatalogueReference {
  /** "zhuhai-observed" or another that ships with the program, or one of the user's own. */
  readonly id: string;
  /** Differs for each content kept under this id; "" for those that ship with the program. */
  readonly revision: string;
  /** The catalogue's file; asked for only where it is not loaded yet. Never for those that ship with the program. */
  load(): Promise<string>;
}

export interface CatalogueSearch {
  /** Part of a code or of a name, or initials of the name's pinyin ("fcqy"). */
  readonly text: string;
  /** Null: of all second levels. */
  readonly level2: Level2 | null;
  readonly limit: number;
}

export type ExportFormat = 'json' | 'csv' | 'xlsx';

/** What is worked out with catalogues, on whatever thread; large catalogues keep a thread busy for a second. */
export interface CatalogueWorks {
  inspect(source: CatalogueSource, options: ImportOptions): Promise<CatalogueImport>;
  propose(snapshot: WorkbookSnapshot, catalogue: CatalogueReference): Promise<CodingPlan>;
  search(catalogue: CatalogueReference, search: CatalogueSearch): Promise<readonly CatalogueEntry[]>;
  export(catalogue: CatalogueReference, format: ExportFormat): Promise<Uint8Array>;
}
