import { XlsxError } from '../xlsx-error';

const NAMED_ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function resolveReference(whole: string, name: string | undefined): string {
  if (name === undefined) throw new XlsxError('bad-xml', { reason: 'bare ampersand' });
  if (name[0] === '#') {
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    if (!(code > 0 && code <= 0x10ffff)) throw new XlsxError('bad-xml', { reason: whole.slice(0, 40) });
    return String.fromCodePoint(code);
  }
  const character = NAMED_ENTITIES.get(name);
  if (character === undefined) throw new XlsxError('bad-xml', { reason: `entity ${whole.slice(0, 40)}` });
  return character;
}

/** Text of an element or attribute as XML means it: line ends as "\n", references resolved. No entity can expand further. */
export function decodeXml(raw: string): string {
  const text = raw.indexOf('\r') < 0 ? raw : raw.replace(/\r\n?/g, '\n');
  if (text.indexOf('&') < 0) return text;
  return text.replace(/&(?:(#x[0-9a-fA-F]+|#[0-9]+|[A-Za-z][\w.-]*);)?/g, resolveReference);
}

/** Cell texts write characters that XML cannot hold as _xHHHH_ (ST_Xstring). */
export function decodeEscapes(text: string): string {
  if (text.indexOf('_x') < 0) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/** Two code units of one character; half of one, or what XML cannot hold. Web views of old know no look-behind. */
const PAIR = '[\\ud800-\\udbff][\\udc00-\\udfff]';
const UNWRITABLE =
  '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|[\\udc00-\\udfff]';
/** Also an underscore that would be read as the start of an escape, be it by what follows or by an escape that follows. */
const NEEDS_ESCAPE = new RegExp(`${PAIR}|${UNWRITABLE}|_(?=x[0-9A-Fa-f]{4}(?:_|${UNWRITABLE}))`, 'g');

/** The inverse of `decodeEscapes`: carriage returns, control characters and half surrogate pairs survive. */
export function encodeEscapes(text: string): string {
  return text.replace(NEEDS_ESCAPE, (character) => {
    if (character.length === 2) return character;
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `_x${code.padStart(4, '0')}_`;
  });
}

const XML_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Text ready to stand in an element or in a double-quoted attribute. */
export function encodeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => XML_ESCAPES[character]);
}

/** True when XML 1.0 can hold every character of the text. */
export function isXmlText(text: string): boolean {
  return !new RegExp(UNWRITABLE).test(text.replace(new RegExp(`\\r|${PAIR}`, 'g'), ''));
}

/** xsd:boolean as spreadsheet writers spell it. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
