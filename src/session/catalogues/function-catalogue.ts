import type { HostStorage } from '../../host/port/workbook-host';
import type { CatalogueReference } from './catalogue-works';
import { compactProblem, FUNCTION_CATALOGUE_KEY, FUNCTION_CATALOGUE_REVISION_KEY } from './compact-catalogue';

const UNWRITTEN = '所选的指标库不能用于自定义函数（可能太大），请在窗格中填入编码，或改用较小的指标库。';

/** Puts the catalogue in use where functions in cells read it. */
export interface FunctionCatalogue {
  /** Never rejects: functions that cannot be served say so themselves, and never go by another catalogue. */
  update(): Promise<void>;
}

/**
 * @param storage Left out where there are no functions in cells.
 * @param findChosen The catalogue in use; null for the one that ships with the program.
 */
export function createFunctionCatalogue(
  storage: HostStorage | undefined,
  findChosen: () => Promise<CatalogueReference | null>,
  compact: (catalogue: CatalogueReference) => Promise<string>,
): FunctionCatalogue {
  let last: Promise<void> = Promise.resolve();

  const update = async (to: HostStorage): Promise<void> => {
    const chosen = await findChosen();
    const revision = chosen === null ? '' : `${chosen.id}@${chosen.revision}`;
    if (((await to.get(FUNCTION_CATALOGUE_REVISION_KEY, true)) || '') === revision) return;
    const text = chosen === null ? '' : await compact(chosen);
    await to.set(FUNCTION_CATALOGUE_KEY, text);
    await to.set(FUNCTION_CATALOGUE_REVISION_KEY, revision);
  };

  return {
    update() {
      if (storage === undefined) return last;
      last = last
        .then(() => update(storage))
        .catch(async () => {
          await storage.set(FUNCTION_CATALOGUE_KEY, compactProblem(UNWRITTEN));
          // As good as new at the next change.
          await storage.set(FUNCTION_CATALOGUE_REVISION_KEY, '?');
        })
        .catch(() => undefined);
      return last;
    },
  };
}
