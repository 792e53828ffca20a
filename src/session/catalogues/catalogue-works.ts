import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing/catalogue-import';
import type { CatalogueEntry } from '../../core/catalogue/indicator-catalogue';
import type { CodingPlan } from '../../core/coding/coding-plan';
import type { Level2 } from '../../core/forms/indicator-levels';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';

/** A list of indicators to be imported: a file's bytes (.xlsx, .csv, .json), or the workbook that is open. */
export type CatalogueSource =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'workbook'; readonly snapshot: WorkbookSnapshot };

/** Which content of which catalogue. */
export interface CatalogueName {
  /** "zhuhai-observed" or another that ships with the program, or one of the user's own. */
  readonly id: string;
  /** Differs for each content kept under this id; "" for those that ship with the program. */
  readonly revision: string;
}

/** Own catalogues that a thread has ready at a time, a large one in a hundred megabytes; of more, those that came first go. */
export const MOST_READY = 3;

/** Which catalogue is meant. */
export interface CatalogueReference extends CatalogueName {
  /** The catalogue's file; asked for only where it is not loaded yet. Never for those that ship with the program. */
  load(): Promise<string>;
}

/** A catalogue as lists show it. */
export interface CatalogueDescription {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly entryCount: number;
  readonly isComplete: boolean;
}

export interface CatalogueSearch {
  /** Part of a code or of a name, or initials of the name's pinyin ("fcqy"). */
  readonly text: string;
  /** Null: of all second levels. Entries whose second level is not known are under each of them. */
  readonly level2: Level2 | null;
  readonly limit: number;
}

export type ExportFormat = 'json' | 'csv' | 'xlsx';

/**
 * What is worked out with catalogues, on whatever thread; large catalogues keep a thread busy for a second. Rejections are
 * HostErrors (the file or the catalogue cannot be used) or defects of ours.
 */
export interface CatalogueWorks {
  /** Those that ship with the program; the first is used where none was chosen. */
  readonly builtin: readonly CatalogueDescription[];
  inspect(source: CatalogueSource, options: ImportOptions): Promise<CatalogueImport>;
  propose(snapshot: WorkbookSnapshot, catalogue: CatalogueReference): Promise<CodingPlan>;
  search(catalogue: CatalogueReference, search: CatalogueSearch): Promise<readonly CatalogueEntry[]>;
  export(catalogue: CatalogueReference, format: ExportFormat): Promise<Uint8Array>;
  /** As `compactCatalogue`. */
  compact(catalogue: CatalogueReference): Promise<string>;
}
