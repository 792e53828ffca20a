import { replaceCompatibilityForms } from './compatibility-forms';

/** ASCII and the common Chinese characters stay as they are; most texts hold nothing else. */
const BEYOND_PLAIN = /[^\u0000-\u007f\u4e00-\u9fff]/;

/** Full-width letters, digits and signs to half width and the like (Unicode NFKC). */
export function normalizeWidth(text: string): string {
  if (!BEYOND_PLAIN.test(text)) return text;
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
