/** Elements that web editors paste into forms. Only these count as tags, so "<5" and "a<b>c" stay comparisons. */
const TAG =
  /<\/?(?:p|br|div|span|font|ol|ul|li|table|tbody|thead|tr|td|th|b|i|u|em|strong|a|img|h[1-6]|sub|sup|pre|hr|strike|o:p)(?:\s[^<>]{0,500})?\/?>/gi;
const ENTITY =
  /&(?:nbsp|lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|middot|mdash|hellip|emsp|ensp|#[0-9]{2,6}|#x[0-9a-f]{2,5});/gi;

const ENTITY_TEXTS: Readonly<Record<string, string>> = {
  nbsp: ' ',
  emsp: ' ',
  ensp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  hellip: '…',
};

/** Tags and entities of a text as they stand there; signs of comparison (<5, a<b>c) are none. */
export function findMarkup(text: string): readonly string[] {
  if (text.indexOf('<') < 0 && text.indexOf('&') < 0) return [];
  const isMark = markTest(text);
  const tags = (text.match(TAG) || []).filter((tag) => !isMark(tag));
  return [...tags, ...(text.match(ENTITY) || [])];
}

/** "<A>类" marks a class: one letter between brackets is a tag only where it is closed again. Looks for each letter once. */
function markTest(text: string): (tag: string) => boolean {
  const isClosed: Record<string, boolean> = {};
  return (tag) => {
    if (!/^<[abiu]>$/i.test(tag)) return false;
    const letter = tag.charAt(1).toLowerCase();
    if (isClosed[letter] === undefined) isClosed[letter] = text.toLowerCase().indexOf(`</${letter}>`) >= 0;
    return !isClosed[letter];
  };
}

/** The text alone; line breaks that the tags stood for are kept. */
export function withoutMarkup(text: string): string {
  const isMark = markTest(text);
  return text
    .replace(/<(?:br\s*\/?|\/p|\/div|\/li|\/tr|\/h[1-6])>/gi, '\n')
    .replace(TAG, (tag) => (isMark(tag) ? tag : ''))
    .replace(ENTITY, (entity) => {
      const name = entity.slice(1, -1).toLowerCase();
      if (name.charAt(0) !== '#') return ENTITY_TEXTS[name];
      const code = name.charAt(1) === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : ' ';
    })
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/**
 * The text with its markup blanked out, character by character: tags that end a line become line breaks, the rest blanks,
 * so that every offset still points to the same place of the original.
 */
export function maskMarkup(text: string): string {
  if (text.indexOf('<') < 0 && text.indexOf('&') < 0) return text;
  const isMark = markTest(text);
  const blank = (markup: string, sign: string): string => sign + repeat(' ', markup.length - 1);
  return text
    .replace(TAG, (tag) =>
      isMark(tag) ? tag : blank(tag, /^<(?:br|\/(?:p|div|li|tr|h[1-6])\b)/i.test(tag) ? '\n' : ' '),
    )
    .replace(ENTITY, (entity) => blank(entity, ENTITY_TEXTS[entity.slice(1, -1).toLowerCase()] || ' '));
}

function repeat(sign: string, count: number): string {
  let text = '';
  for (let index = 0; index < count; index += 1) text += sign;
  return text;
}
