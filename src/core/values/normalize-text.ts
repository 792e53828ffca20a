import { replaceCompatibilityForms } from './compatibility-forms';

/** Full-width letters, digits and signs to half width and the like (Unicode NFKC). */
export function normalizeWidth(text: string): string {
  return typeof text.normalize === 'function' ? text.normalize('NFKC') : replaceCompatibilityForms(text);
}

/** For comparing texts: half width, without any white space. */
export function compactText(text: string): string {
  return normalizeWidth(text).replace(/[\s\u200b\ufeff]+/g, '');
}

/** For comparing statements: as compactText, without punctuation and quotation marks, in lower case. */
export function bareText(text: string): string {
  return compactText(text)
    .toLowerCase()
    .replace(/[,.;:!?、。；：！？“”‘’"'`()\[\]{}<>《》〈〉【】〔〕「」『』·…—–_~-]+/g, '');
}
