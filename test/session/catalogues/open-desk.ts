import { LAZY_READERS } from '../../../src/checking/lazy-readers';
import { createReviewSession, type ReviewRunner } from '../../../src/session';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { createInThreadRunner } from '../../../src/session/checking/in-thread-runner';
import { startWorkerRunner } from '../../../src/session/checking/worker-runner';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { catalogueFileSchema, type CatalogueFile } from '../../../src/core/catalogue/catalogue-file';
import type { LargeStorage } from '../../../src/host/port/large-storage';
import { projectTarget } from '../../support/build-form';
import { memoryLargeStorage } from '../../support/memory-large-storage';
import { MemoryHost } from '../../support/memory-host';
import { SAMPLE_CATALOGUE } from '../../support/sample-catalogue';
import { standInWorker } from '../checking/worker-stand-in';

/** 南湖区指标库, of the user's own. */
export const OWN: CatalogueFile = catalogueFileSchema.parse({ ...SAMPLE_CATALOGUE, id: 'nanhu' });

export const THREADS: readonly (readonly [string, () => Promise<ReviewRunner>])[] = [
  ['on this thread', async () => createInThreadRunner(loadBuiltinResources(), LAZY_READERS)],
  ['in the worker', () => startWorkerRunner(standInWorker(loadBuiltinResources, LAZY_READERS).open)],
];

/** A session over a clean form of the user's, with all that ships with the program. */
export async function openDesk(
  startRunner: () => Promise<ReviewRunner> = THREADS[0][1],
  storage: LargeStorage = memoryLargeStorage(),
  sheets: readonly SheetContent[] = [projectTarget()],
) {
  const host = new MemoryHost('申报表.xlsx', sheets);
  const session = createReviewSession(host, await startRunner(), storage);
  return { host, session, desk: session.catalogues };
}

/** What a rejection says: code, message, advice. */
export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'not refused',
    ({ code, message, advice }) => ({ code, message, advice }),
  );
}
