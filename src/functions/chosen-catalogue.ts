import zhuhaiIndicators from '../../assets/catalogues/zhuhai-observed.json';
import { parseCatalogue, type IndicatorCatalogue } from '../core/catalogue/indicator-catalogue';
import { CellError } from '../host/excel/custom-functions';
import { HostError } from '../host/port/host-error';
import type { HostStorage } from '../host/port/workbook-host';
import {
  FUNCTION_CATALOGUE_KEY,
  FUNCTION_CATALOGUE_REVISION_KEY,
  readCompactCatalogue,
} from '../session/catalogues/compact-catalogue';

/** A worksheet full of formulas asks for the catalogue thousands of times within so many milliseconds: once is enough. */
const FRESH = 2000;

/** Answers the catalogue in use. Rejects with a CellError where it cannot be used: no other one stands in for it. */
export type ChosenCatalogue = () => Promise<IndicatorCatalogue>;

/**
 * The catalogue that was chosen in the pane, or the one that ships with the program where none was.
 * @param openStorage Asked for each time that something is read. @param now Milliseconds.
 */
export function createChosenCatalogue(
  openStorage: () => HostStorage,
  now: () => number = () => Date.now(),
): ChosenCatalogue {
  let asked: { readonly at: number; readonly catalogue: Promise<IndicatorCatalogue> } | null = null;
  let loaded: { readonly revision: string | null; readonly catalogue: IndicatorCatalogue } | null = null;

  async function load(): Promise<IndicatorCatalogue> {
    const storage = openStorage();
    const revision = await storage.get(FUNCTION_CATALOGUE_REVISION_KEY);
    if (loaded === null || loaded.revision !== revision) {
      // Not kept while it cannot be used: the next calculation looks again.
      loaded = null;
      loaded = { revision, catalogue: catalogueIn(await storage.get(FUNCTION_CATALOGUE_KEY), revision) };
    }
    return loaded.catalogue;
  }

  return () => {
    const isFresh = asked !== null && Math.abs(now() - asked.at) < FRESH;
    if (asked === null || !isFresh) {
      const catalogue = load().catch((error: unknown) => Promise.reject(explain(error)));
      asked = { at: now(), catalogue };
    }
    return asked.catalogue;
  };
}

function catalogueIn(text: string | null, revision: string | null): IndicatorCatalogue {
  const { file, problem } = readCompactCatalogue(text);
  if (problem !== null) throw new CellError('#N/A', problem);
  const isBuiltin = !revision || revision.split('@')[0] === zhuhaiIndicators.id;
  if (file === null && !isBuiltin) throw notRead();
  return parseCatalogue(file || zhuhaiIndicators);
}

function explain(error: unknown): CellError {
  if (error instanceof CellError) return error;
  if (error instanceof HostError) return new CellError('#N/A', error.message + error.advice);
  return notRead();
}

function notRead(): CellError {
  return new CellError('#N/A', '没有读到在申报表助手的窗格中选择的指标库。请重新选择，然后按 Ctrl+Alt+F9 重新计算。');
}
