import type { Level1, Level2 } from '../../forms/indicator-levels';
import type { CatalogueEntry, EntryKind } from '../catalogue-file';
import type { RowRemark } from './catalogue-import';

/** Where something stands in the source. */
export interface SourcePlace {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
}

/** A level as a list states it. */
export interface StatedLevel<Kind> {
  /** Null for a label that is none of the usual types. */
  readonly kind: Kind | null;
  /** Digits before the label, or alone; null when there are none. */
  readonly digits: string | null;
  /** The label without digits; "" when there are only digits. */
  readonly label: string;
}

/** An indicator as a row of a list states it, before it is held against the others. */
export interface ListedEntry {
  readonly place: SourcePlace;
  readonly code: string;
  /** True for a code that the source keeps as a number. */
  readonly isNumber: boolean;
  readonly name: string;
  /** Null: not stated. */
  readonly level1: StatedLevel<Level1> | null;
  readonly level2: StatedLevel<Level2> | null;
  /** True where the list says that there is no such level. */
  readonly isWithoutLevel: boolean;
  readonly unit: string | null;
  /** Undefined when the list has no column for it. */
  readonly kind: EntryKind | null | undefined;
  readonly direction: CatalogueEntry['direction'];
  readonly explanation: string | null;
  readonly aliases: readonly string[];
  readonly year: number | null;
  readonly source: string | null;
}

const MOST_SHOWN = 60;

/** A remark on a row; texts that are too long for a list are cut. */
export function remark(place: SourcePlace, text: string, reason: string): RowRemark {
  return { ...place, text: shorten(text), reason };
}

export function shorten(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
}

/** Where an earlier row stands, for a sentence about a later one: the sheet only where it is another. */
export function placeText(place: SourcePlace, from: SourcePlace): string {
  return place.sheet === from.sheet ? place.cell : `“${place.sheet}”${place.cell}`;
}
