import type { IndicatorCatalogue } from '../../core/catalogue/indicator-catalogue';
import type { CatalogueShelf } from '../catalogues/catalogue-shelf';
import type { CatalogueReference } from '../catalogues/catalogue-works';
import type { ReviewResources } from '../review-resources';

/**
 * The catalogue that codes are held against; see `ProfileWish`. Null where it cannot be read: the review then says that codes were
 * not checked, and no other catalogue stands in for it.
 */
export async function wishedCatalogue(
  wish: CatalogueReference | null | undefined,
  { catalogue }: Pick<ReviewResources, 'catalogue'>,
  shelf: CatalogueShelf,
): Promise<IndicatorCatalogue | null> {
  if (wish === undefined) return catalogue;
  return wish === null ? null : shelf.find(wish).catch(() => null);
}
