import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing/catalogue-import';
import type { CatalogueEntry } from '../../core/catalogue/indicator-catalogue';
import type { CodingPlan } from '../../core/coding/coding-plan';
import type { CatalogueName, CatalogueSearch, ExportFormat } from '../catalogues/catalogue-works';

/** Sheets are named by their numbers. */
export interface SentWorkbook {
  readonly workbook: string;
  readonly sheets: readonly number[];
}

/** What is to be worked out with catalogues, as it crosses to the worker. */
export type CatalogueTask =
  | {
      readonly kind: 'inspectFile';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly options: ImportOptions;
    }
  | ({ readonly kind: 'inspectWorkbook'; readonly options: ImportOptions } & SentWorkbook)
  | ({ readonly kind: 'propose'; readonly catalogue: CatalogueName } & SentWorkbook)
  | { readonly kind: 'search'; readonly catalogue: CatalogueName; readonly search: CatalogueSearch }
  | { readonly kind: 'export'; readonly catalogue: CatalogueName; readonly format: ExportFormat }
  | { readonly kind: 'compact'; readonly catalogue: CatalogueName };

/** What comes of each kind of task. */
export interface CatalogueAnswers {
  readonly inspectFile: SentImport;
  readonly inspectWorkbook: SentImport;
  readonly propose: CodingPlan;
  readonly search: readonly CatalogueEntry[];
  readonly export: Uint8Array;
  readonly compact: string;
}

/** A catalogue crosses as one text: many times faster than its entries one by one. */
export interface SentImport extends Omit<CatalogueImport, 'file'> {
  /** Null when nothing can be taken over. */
  readonly fileText: string | null;
}
