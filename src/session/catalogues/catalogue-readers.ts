import type { CatalogueFile } from '../../core/catalogue/catalogue-file';
import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing/catalogue-import';
import type { CharacterReadings } from '../../core/catalogue/searching';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';
import type { ExportFormat } from './catalogue-works';

/** Files and dictionaries, as catalogues need them: a session reaches none itself. Loaded when first used. */
export interface CatalogueReaders {
  /** Reads a list of indicators in a file (.json, .xlsx, .csv). Rejects with a HostError where it is none of these. */
  readFile(name: string, bytes: Uint8Array, options: ImportOptions): Promise<CatalogueImport>;
  /** The same for an open workbook. */
  readWorkbook(snapshot: WorkbookSnapshot, options: ImportOptions): Promise<CatalogueImport>;
  writeFile(catalogue: CatalogueFile, format: ExportFormat): Promise<Uint8Array>;
  loadReadings(): Promise<CharacterReadings>;
}

const refuse = (): Promise<never> => Promise.reject(new HostError('not-supported', '这里不能读写指标库文件。'));

/** Where no files are read: names are found as they are written. */
export const NO_READERS: CatalogueReaders = {
  readFile: refuse,
  readWorkbook: refuse,
  writeFile: refuse,
  loadReadings: () => Promise.resolve(() => []),
};
