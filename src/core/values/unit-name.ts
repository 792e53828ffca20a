import { compactText } from './normalize-text';

/** For telling units apart: half width and without blanks, so that writings of one name are equal. */
export function unitNameKey(text: string): string {
  return compactText(text);
}

/** As unitNameKey, and without the note that a department files for itself: 文化局(本级) is 文化局. */
export function unitNameKeyWithoutLevel(text: string): string {
  return unitNameKey(text).replace(/\(本级\)$|本级$/, '');
}
