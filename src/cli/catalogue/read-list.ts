import path from 'node:path';
import { readCatalogueFile, refuseLargeFile } from '../../host/catalogue-files';
import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing';
import { explainFailure, readBytes } from '../read-file';
import { UsageError } from '../usage-error';

/**
 * Reads a catalogue, or a list that one can be made of: .json, .xlsx, .csv.
 * @throws UsageError when the file cannot be read; that nothing in it is an indicator is said by the import itself.
 */
export async function readList(name: string, cwd: string, options: ImportOptions = {}): Promise<CatalogueImport> {
  try {
    return await readCatalogueFile(path.basename(name), await readBytes(name, cwd, refuseLargeFile), options);
  } catch (error) {
    throw new UsageError(`不能读取指标库“${name}”：${explainFailure(error)}`);
  }
}
