import { compactText } from '../../core/values/normalize-text';

/** A text as searches compare it: without white space, full-width letters and capitals. */
export function searchable(text: string): string {
  return compactText(text).toLowerCase();
}
