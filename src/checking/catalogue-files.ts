import { strFromU8, strToU8 } from 'fflate';
import type { CatalogueFile } from '../core/catalogue/catalogue-file';
import {
  catalogueToJson,
  readCatalogueData,
  readCatalogueTables,
  type CatalogueImport,
  type ImportOptions,
} from '../core/catalogue/importing';
import { HostError } from '../host/port/host-error';
import { openXlsx } from '../host/xlsx';
import type { ExportFormat } from '../session';

export async function readCatalogueFile(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<CatalogueImport> {
  if (/\.json$/i.test(name)) return readCatalogueData(JSON.parse(strFromU8(bytes)), options);
  return readCatalogueTables(openXlsx(bytes, { name }).snapshot, name, options);
}

export async function writeCatalogueFile(file: CatalogueFile, format: ExportFormat): Promise<Uint8Array> {
  if (format === 'json') return strToU8(catalogueToJson(file));
  throw new HostError('not-supported', '还不能导出为这种格式。');
}
