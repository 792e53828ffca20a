import { strToU8 } from 'fflate';
import type { CatalogueFile } from '../../core/catalogue/catalogue-file';
import { catalogueToJson, catalogueToRows, CODE_COLUMN } from '../../core/catalogue/importing';
import { writeCsv } from './csv-rows';
import { xlsxOfRows } from './xlsx-of-rows';

export type CatalogueFormat = 'json' | 'csv' | 'xlsx';

const WIDTHS: readonly number[] = [14, 40, 14, 20, 10, 10, 10, 50, 30, 10, 30];

/** A catalogue as a file's bytes. `json` keeps all of it; `csv` and `xlsx` its entries, for Excel. */
export function writeCatalogueFile(catalogue: CatalogueFile, format: CatalogueFormat): Uint8Array {
  switch (format) {
    case 'json':
      return strToU8(catalogueToJson(catalogue));
    case 'csv':
      return strToU8(writeCsv(catalogueToRows(catalogue), CODE_COLUMN));
    case 'xlsx':
      return xlsxOfRows(catalogueToRows(catalogue), '指标库', WIDTHS);
  }
}
