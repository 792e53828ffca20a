import { catalogueFileOf, type IndicatorCatalogue } from '../../core/catalogue/indicator-catalogue';
import { searchCatalogue, wantsReadings } from '../../core/catalogue/searching';
import { proposeCodes } from '../../core/coding';
import type { WorkbookForms } from '../../core/forms/form';
import { readForms } from '../../core/forms/read-forms';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { ReviewResources } from '../review-resources';
import type { CatalogueReaders } from './catalogue-readers';
import { CatalogueShelf } from './catalogue-shelf';
import type { CatalogueDescription, CatalogueWorks } from './catalogue-works';
import { compactCatalogue } from './compact-catalogue';

/** What others on the same thread have ready. */
export interface CatalogueMeans {
  readonly shelf: CatalogueShelf;
  readonly readForms: (snapshot: WorkbookSnapshot) => WorkbookForms;
}

/** The shelf with what ships with the program. */
export function shelfOf({ catalogue }: Pick<ReviewResources, 'catalogue'>): CatalogueShelf {
  return new CatalogueShelf(catalogue === null ? [] : [catalogue]);
}

/** Works with catalogues on this thread. @param means Left out where nobody shares them. */
export function createCatalogueWorks(
  resources: Pick<ReviewResources, 'catalogue'>,
  readers: CatalogueReaders,
  { shelf, readForms: read }: CatalogueMeans = { shelf: shelfOf(resources), readForms },
): CatalogueWorks {
  return {
    builtin: shelf.builtin.map(descriptionOf),

    inspect: (source, options) =>
      source.kind === 'file'
        ? readers.readFile(source.name, source.bytes, options)
        : readers.readWorkbook(source.snapshot, options),

    async propose(snapshot, reference) {
      return proposeCodes(read(snapshot), await shelf.find(reference), snapshot);
    },

    async search(reference, search) {
      // Without a dictionary names are still found as they are written.
      const readings = wantsReadings(search.text) ? await readers.loadReadings().catch(() => null) : null;
      return searchCatalogue(await shelf.find(reference), search, readings);
    },

    async export(reference, format) {
      return readers.writeFile(catalogueFileOf(await shelf.find(reference)), format);
    },

    async compact(reference) {
      return compactCatalogue(catalogueFileOf(await shelf.find(reference)));
    },
  };
}

function descriptionOf({ id, name, source, isComplete, entries }: IndicatorCatalogue): CatalogueDescription {
  return { id, name, source, entryCount: entries.length, isComplete };
}
