import type { CarriedText } from './carried-project';

/** What a cell of the copy is to hold; null for nothing. */
export type PlacedValue = string | number | null;

/** Something that found no place, on its way to the list. */
export interface Leftover {
  readonly label: string;
  /** As the list calls the row it stands beside; "" for what belongs to the project. */
  readonly indicator: string;
  readonly text: string;
  readonly from: CarriedText;
}

/** The value for a cell: plain numbers stay numbers where the cell would show them as they were. */
export function valueOf({ text, number }: CarriedText, numberFormat: string): PlacedValue {
  return number !== null && numberFormat === 'General' ? number : text;
}
