/** Full-width letters, digits and signs to half width and the like (Unicode NFKC). */
export function normalizeWidth(text: string): string {
  if (typeof text.normalize === 'function') return text.normalize('NFKC');
  // Internet Explorer 11 has no normalize: the full-width block and the ideographic space are what filings use.
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
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
