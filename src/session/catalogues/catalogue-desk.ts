import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing/catalogue-import';
import type { CatalogueFile } from '../../core/catalogue/catalogue-file';
import type { CatalogueEntry } from '../../core/catalogue/indicator-catalogue';
import type { CodingChoices, CodingPlan } from '../../core/coding/coding-plan';
import type { OperationOutcome } from '../history/operation-history';
import type { CatalogueDescription, CatalogueSearch, ExportFormat } from './catalogue-works';

/** A catalogue that can be chosen. */
export interface CatalogueSummary extends CatalogueDescription {
  readonly isBuiltin: boolean;
  /** Null when it can be used; else a Chinese sentence why not. */
  readonly problem: string | null;
}

/**
 * What a user can do with catalogues and codes; part of the review session. `catalogueId` null: the one that ships with the program.
 * Rejections are HostErrors, or defects of ours; of a search also ReviewCancelled.
 */
export interface CatalogueDesk {
  /** Those that ship with the program, then the user's own by name. */
  list(): Promise<readonly CatalogueSummary[]>;
  /** Reads a list of indicators; nothing is kept yet. */
  inspectFile(name: string, bytes: Uint8Array, options?: ImportOptions): Promise<CatalogueImport>;
  /** The same for the open workbook. */
  inspectWorkbook(options?: ImportOptions): Promise<CatalogueImport>;
  /** Keeps a catalogue on this machine, as a whole or not at all; one of the same id is replaced. */
  keep(file: CatalogueFile): Promise<CatalogueSummary>;
  remove(id: string): Promise<void>;
  export(id: string, format: ExportFormat): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>;
  /** Rejects with ReviewCancelled when another search in the same second level is asked for before this one is answered. */
  search(catalogueId: string | null, search: CatalogueSearch): Promise<readonly CatalogueEntry[]>;
  /** Reads the workbook as it is now and proposes codes for it. */
  propose(catalogueId: string | null): Promise<CodingPlan>;
  /** Writes the chosen entries; cells that changed since are left alone and named. */
  fill(plan: CodingPlan, choices: CodingChoices): Promise<OperationOutcome>;
  /** Takes the codes off the rows of these keys again, all rows when left out; names stay. */
  strip(plan: CodingPlan, keys?: readonly string[]): Promise<OperationOutcome>;
}
