import { parseCatalogue, type IndicatorCatalogue } from '../../core/catalogue/indicator-catalogue';
import { HostError } from '../../host/port/host-error';
import { MOST_READY, type CatalogueName, type CatalogueReference } from './catalogue-works';
import { unusable } from './unusable-catalogue';

interface KeptCatalogue {
  readonly revision: string;
  /** Until it is first used. */
  text: string | null;
  catalogue: IndicatorCatalogue | null;
  /** Chinese sentence: why it cannot be used. */
  problem: string | null;
}

/** Catalogues that are read, each once: reviews, proposals and searches go by the very same objects. */
export class CatalogueShelf {
  /** Own ones, the one put there last at the end. */
  private readonly kept = new Map<string, KeptCatalogue>();

  /** @param builtin Those that ship with the program. */
  constructor(readonly builtin: readonly IndicatorCatalogue[]) {}

  /** Puts the text of an own catalogue there, to be read when first used; the one put there first may have to go. */
  put({ id, revision }: CatalogueName, text: string): void {
    this.kept.delete(id);
    this.kept.set(id, { revision, text, catalogue: null, problem: null });
    for (const other of Array.from(this.kept.keys())) {
      if (this.kept.size > MOST_READY) this.kept.delete(other);
    }
  }

  /** The catalogue, loaded if need be. Rejects with a HostError where it cannot be used. */
  async find(reference: CatalogueReference): Promise<IndicatorCatalogue> {
    const { id, revision } = reference;
    const builtin = this.builtin.find((one) => one.id === id);
    if (builtin !== undefined) return builtin;
    if (this.keptOf(reference) === undefined) this.put({ id, revision }, await reference.load());
    return this.read(reference);
  }

  private keptOf({ id, revision }: CatalogueName): KeptCatalogue | undefined {
    const kept = this.kept.get(id);
    return kept !== undefined && kept.revision === revision ? kept : undefined;
  }

  private read(name: CatalogueName): IndicatorCatalogue {
    const kept = this.keptOf(name);
    // Replaced while it was loaded: whoever asks again gets the new one.
    if (kept === undefined) throw new HostError('conflict', '指标库刚刚被替换。', '请重试。');
    if (kept.text !== null) {
      try {
        kept.catalogue = parseCatalogue(JSON.parse(kept.text));
      } catch (error) {
        kept.problem = error instanceof SyntaxError ? '指标库的内容不完整。' : (error as Error).message;
      }
      kept.text = null;
    }
    if (kept.catalogue === null) throw unusable(kept.problem || '');
    return kept.catalogue;
  }
}
