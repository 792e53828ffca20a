import type { Level1, Level2 } from '../forms/indicator-levels';

/** What the value of a standard indicator is. */
export type EntryKind = 'count' | 'rate' | 'date' | 'yes-no' | 'text';

/** One standard indicator. Unknown properties are null. */
export interface CatalogueEntry {
  /** Digits (or `gx` and digits) as the office writes them, e.g. "111002681". */
  readonly code: string;
  readonly name: string;
  readonly level1: Level1 | null;
  readonly level2: Level2 | null;
  readonly unit: string | null;
  readonly kind: EntryKind | null;
  /** Other writings of the name. */
  readonly aliases: readonly string[];
}

/** A list of standard indicators as the engine uses it. */
export interface IndicatorCatalogue {
  readonly id: string;
  /** Shown to the user. */
  readonly name: string;
  /** False for a list of observed entries: a code that is missing from it may well exist. */
  readonly isComplete: boolean;
  readonly entries: readonly CatalogueEntry[];
  findByCode(code: string): CatalogueEntry | undefined;
  /** Entries whose name or alias is this one after normalising (width, blanks, punctuation). */
  findByName(name: string): readonly CatalogueEntry[];
}
