import { NO_READERS, type CatalogueReaders } from '../catalogues/catalogue-readers';
import { createCatalogueWorks, shelfOf } from '../catalogues/create-catalogue-works';
import { NO_TEMPLATES, type TemplateReaders } from '../normalizing/conversion-works';
import { createConversionWorks } from '../normalizing/create-conversion-works';
import { planWishedInSteps } from '../normalizing/plan-in-steps';
import type { ReviewResources } from '../review-resources';
import { runInSlices, type CancelSignal } from '../time-slices';
import { CheckingMemory } from './checking-memory';
import { reportInSteps } from './report-in-steps';
import type { ReviewRunner } from './review-runner';
import { rulebookOf } from './rulebook-of';
import { wishedCatalogue } from './wished-catalogue';

/**
 * Checks on the thread it was made on, in slices short enough for a pane to answer clicks in between.
 * @param readers Left out where no files of catalogues are read. @param templates Left out where nothing is converted.
 */
export function createInThreadRunner(
  resources: ReviewResources,
  readers: CatalogueReaders = NO_READERS,
  templates: TemplateReaders = NO_TEMPLATES,
): ReviewRunner {
  const memory = new CheckingMemory();
  const shelf = shelfOf(resources);
  let current: { isSuperseded: boolean } | null = null;

  /** What ran before is over. */
  const supersede = (signal: CancelSignal): CancelSignal => {
    if (current !== null) current.isSuperseded = true;
    const own = { isSuperseded: false };
    current = own;
    return {
      get aborted() {
        return own.isSuperseded || signal.aborted;
      },
    };
  };

  return {
    rulebook: rulebookOf(resources),
    catalogues: createCatalogueWorks(resources, readers, {
      shelf,
      readForms: (snapshot) => memory.reviews.readForms(snapshot),
    }),
    conversions: createConversionWorks(templates, (snapshot) => memory.reviews.readForms(snapshot)),
    async review(snapshot, wish, signal, onProgress) {
      const eitherSignal = supersede(signal);
      const catalogue = await wishedCatalogue(wish.catalogue, resources, shelf);
      return runInSlices(reportInSteps(snapshot, { ...resources, catalogue }, wish, memory), eitherSignal, onProgress);
    },
    async plan(snapshot, wish, signal, onProgress) {
      const eitherSignal = supersede(signal);
      const catalogue = await wishedCatalogue(wish.catalogue, resources, shelf);
      const steps = planWishedInSteps(snapshot, { ...resources, catalogue }, wish, wish, memory);
      return runInSlices(steps, eitherSignal, onProgress);
    },
  };
}
