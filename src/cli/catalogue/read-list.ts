import type { CatalogueImport, ImportOptions } from '../../core/catalogue/importing/catalogue-import';
import { catalogueFileSchema } from '../../core/catalogue/catalogue-file';
import { parseCatalogue } from '../../core/catalogue/indicator-catalogue';
import { explainFailure, readBytes } from '../read-file';
import { UsageError } from '../usage-error';

/**
 * Reads a catalogue, or a list that one can be made of: .json, .xlsx, .csv.
 * @throws UsageError when the file cannot be read; that nothing in it is an indicator is said by the import itself.
 */
export async function readList(name: string, cwd: string, _options: ImportOptions = {}): Promise<CatalogueImport> {
  const nothing = { tables: [], rejected: [], duplicates: [], conflicts: [] };
  try {
    const bytes = await readBytes(name, cwd);
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    parseCatalogue(data);
    return { ...nothing, file: catalogueFileSchema.parse(data), problem: null };
  } catch (error) {
    throw new UsageError(`不能读取指标库“${name}”：${explainFailure(error)}`);
  }
}
