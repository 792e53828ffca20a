import type { ConversionWorks } from '../normalizing/conversion-works';
import type { WorkerCatalogues } from './worker-catalogues';

/** Converts in the worker. */
export function createWorkerConversions(worker: Pick<WorkerCatalogues, 'ask' | 'askOfWorkbook'>): ConversionWorks {
  return {
    templates: () => worker.ask<'templates'>({ kind: 'templates' }),
    inspect: (name, bytes) => worker.ask<'inspectTemplate'>({ kind: 'inspectTemplate', name, bytes }),
    projects: (snapshot) =>
      worker.askOfWorkbook<'projects'>(snapshot, (workbook) => ({ kind: 'projects', ...workbook })),
    convert: (snapshot, keys, template) =>
      worker.askOfWorkbook<'convert'>(snapshot, (workbook) => ({ kind: 'convert', keys, template, ...workbook })),
  };
}
