/** Texts of ours that travel with a workbook, by key; never empty ones. */
export type WorkbookNotes = ReadonlyMap<string, string>;

/** The namespace by which the custom XML part that holds the notes is found. */
export const NOTES_NAMESPACE = 'urn:shenbao:workbook';

const ROOT = 'shenbao';
const ENTRY = 'entry';

/** These notes with one of them set; an empty text takes it out. */
export function withNote(notes: WorkbookNotes, key: string, text: string): WorkbookNotes {
  const changed = new Map<string, string>();
  notes.forEach((known, name) => changed.set(name, known));
  if (text === '') changed.delete(key);
  else changed.set(key, text);
  return changed;
}

/** The custom XML part that holds these notes; XML 1.0, without a declaration. Empty texts are left out. */
export function writeWorkbookNotes(notes: WorkbookNotes): string {
  const entries: string[] = [];
  notes.forEach((text, key) => {
    if (text !== '') entries.push(`<${ENTRY} key="${encodeText(key)}">${encodeText(text)}</${ENTRY}>`);
  });
  return `<${ROOT} xmlns="${NOTES_NAMESPACE}" version="1">${entries.join('')}</${ROOT}>`;
}

/**
 * The notes of a custom XML part, whoever wrote it. Elements and attributes that are not ours are passed over; what is
 * damaged, or no part of ours, holds no notes.
 */
export function readWorkbookNotes(xml: string): WorkbookNotes {
  const notes = new Map<string, string>();
  return scan(xml, notes) ? notes : new Map<string, string>();
}

const NAME = '[^\\s<>/="\'&]+';
const VALUE = '"[^"<]*"|\'[^\'<]*\'';
const START_TAG = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:${VALUE}))*)\\s*(/?)>`, 'g');
const END_TAG = new RegExp(`</(${NAME})\\s*>`, 'g');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(${VALUE})`, 'g');

/** What stands between these is no element; in CDATA alone it is text. */
const SECTIONS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Fills `notes`; false where the text is not well-formed, has a DOCTYPE or is not ours. */
function scan(xml: string, notes: Map<string, string>): boolean {
  const open: string[] = [];
  let prefix: string | null = null;
  let key: string | null = null;
  let text = '';
  let place = xml.charAt(0) === '\ufeff' ? 1 : 0;

  for (;;) {
    const start = xml.indexOf('<', place);
    const between = xml.slice(place, start < 0 ? xml.length : start);
    if (open.length === 0 && /\S/.test(between)) return false;
    if (key !== null && open.length === 2) {
      const decoded = decodeText(between);
      if (decoded === null) return false;
      text += decoded;
    }
    if (start < 0) return open.length === 0 && prefix !== null;

    const section = SECTIONS.filter(([opening]) => xml.substr(start, opening.length) === opening)[0];
    if (section) {
      const [opening, closing] = section;
      const end = xml.indexOf(closing, start + opening.length);
      if (end < 0) return false;
      if (closing === ']]>' && open.length === 0) return false;
      if (closing === ']]>' && key !== null && open.length === 2) {
        text += resolveEscapes(xml.slice(start + opening.length, end));
      }
      place = end + closing.length;
      continue;
    }

    const isEnd = xml.charAt(start + 1) === '/';
    const tag = matchAt(isEnd ? END_TAG : START_TAG, xml, start);
    if (tag === null) return false;
    place = start + tag[0].length;
    const name = tag[1];
    if (isEnd) {
      if (open.pop() !== name) return false;
      if (key !== null && open.length === 1) {
        if (text !== '') notes.set(key, text);
        key = null;
      }
      continue;
    }
    const attributes = attributesOf(tag[2]);
    if (attributes === null) return false;
    if (open.length === 0) {
      if (prefix !== null) return false;
      prefix = prefixOf(name, attributes);
      if (prefix === null) return false;
    }
    if (tag[3] === '/') continue;
    open.push(name);
    if (open.length === 2 && name === prefix + ENTRY) {
      const found = attributes.get('key');
      key = found === undefined ? null : found;
      text = '';
    }
  }
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match !== null && match.index === start ? match : null;
}

/** Null when a reference in them is none of XML's. */
function attributesOf(text: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    const value = decodeText(match[2].slice(1, -1));
    if (value === null) return null;
    found.set(match[1], value);
  }
  return found;
}

/** "" or, say, "ns0:" for our root element, however its namespace is bound; null for any other. */
function prefixOf(root: string, attributes: ReadonlyMap<string, string>): string | null {
  const colon = root.indexOf(':');
  const isOurs =
    root.slice(colon + 1) === ROOT &&
    attributes.get(colon < 0 ? 'xmlns' : `xmlns:${root.slice(0, colon)}`) === NOTES_NAMESPACE;
  return isOurs ? root.slice(0, colon + 1) : null;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Null where an ampersand stands for nothing. */
function decodeText(raw: string): string | null {
  let isSound = true;
  const text = raw.replace(/&(?:#(\d{1,7});|#x([0-9A-Fa-f]{1,6});|(lt|gt|amp|quot|apos);)?/g, (whole, ...groups) => {
    const [decimal, hexadecimal, entity] = groups as (string | undefined)[];
    if (entity) return ENTITIES[entity];
    const code = decimal ? parseInt(decimal, 10) : hexadecimal ? parseInt(hexadecimal, 16) : 0;
    if (code > 0 && code <= 0x10ffff) return characterOf(code);
    isSound = false;
    return whole;
  });
  return isSound ? resolveEscapes(text) : null;
}

function characterOf(code: number): string {
  if (code <= 0xffff) return String.fromCharCode(code);
  return String.fromCharCode(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
}

/**
 * Characters that XML 1.0 cannot hold, and those that a program which reads and writes the part again may change (line
 * ends, blanks at either end), stand as _xHHHH_, as in the cell texts of a workbook.
 */
const ESCAPED =
  /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]|_(?=x)|^ | $/g;

function encodeText(text: string): string {
  return text
    .replace(ESCAPED, (found) => (found.length === 2 ? found : `_x${hexOf(found)}_`))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function resolveEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

function hexOf(character: string): string {
  return `000${character.charCodeAt(0).toString(16).toUpperCase()}`.slice(-4);
}
