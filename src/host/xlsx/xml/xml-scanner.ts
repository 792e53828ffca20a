import type { XlsxLimits } from '../limits';
import { decodePart } from './part-text';
import { XlsxError } from '../xlsx-error';
import { decodeXml } from './xml-text';

/** The opening tag under the scanner; valid only during the call it is handed to. */
export interface XmlTag {
  /** Value of an attribute with references resolved. */
  attribute(name: string): string | undefined;
  /** Value as it stands in the file; for attributes that hold plain letters and digits. */
  rawAttribute(name: string): string | undefined;
  /** Value of the attribute in the relationships namespace (`r:id`), whatever its prefix. */
  relationshipId(): string | undefined;
}

/** What a reader of a part wants to hear. Offsets count characters of the whole part. */
export interface XmlHandler {
  open?(name: string, tag: XmlTag, isEmpty: boolean, start: number, end: number): void;
  close?(name: string, start: number, end: number): void;
  /** References are resolved; one element's text may come in several pieces, split by comments or CDATA. */
  text?(text: string): void;
}

const SLASH = 47;
const LESS_THAN = 60;
const EQUALS = 61;
const GREATER_THAN = 62;
const MAX_TOKEN = 1 << 25;

/**
 * A strict XML tokenizer fed piece by piece. It knows no DTD, hence no entities but the five of XML; elements must
 * nest; anything else throws.
 */
export class XmlScanner implements XmlTag {
  private rest = '';
  private base = 0;
  private readonly stack: string[] = [];
  private readonly names: string[] = [];
  private readonly values: string[] = [];
  private attributeCount = 0;
  private hasSeenRoot = false;

  constructor(
    private readonly handler: XmlHandler,
    private readonly maxDepth: number,
  ) {}

  attribute(name: string): string | undefined {
    const raw = this.rawAttribute(name);
    return raw === undefined ? undefined : decodeXml(raw);
  }

  rawAttribute(name: string): string | undefined {
    for (let index = 0; index < this.attributeCount; index += 1) {
      if (this.names[index] === name) return this.values[index];
    }
    return undefined;
  }

  relationshipId(): string | undefined {
    for (let index = 0; index < this.attributeCount; index += 1) {
      if (this.names[index].endsWith(':id')) return decodeXml(this.values[index]);
    }
    return undefined;
  }

  /** Takes the next piece; tokens cut by its end wait for the following one. */
  write(piece: string): void {
    const text = this.rest ? this.rest + piece : piece;
    let at = 0;
    for (;;) {
      const next = this.readToken(text, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = text.slice(at);
    this.base += at;
    if (this.rest.length > MAX_TOKEN) this.fail('token too long');
  }

  /** Says that no piece follows. */
  end(): void {
    if (this.stack.length > 0 || !this.hasSeenRoot) this.fail('truncated');
    if (/[^\s\ufeff]/.test(this.rest)) this.fail('text after the root');
  }

  /** Reads text up to the next tag and that tag; returns where the next token starts, -1 when more input is needed. */
  private readToken(text: string, from: number): number {
    const start = text.indexOf('<', from);
    if (start < 0) return -1;
    if (start > from) {
      this.readText(text.slice(from, start));
      return start;
    }
    const code = text.charCodeAt(start + 1);
    if (code === SLASH) return this.readClosingTag(text, start);
    if (code === 33) return this.readDeclaration(text, start);
    if (code === 63) {
      const end = text.indexOf('?>', start + 2);
      return end < 0 ? -1 : end + 2;
    }
    return start + 1 < text.length ? this.readOpeningTag(text, start) : -1;
  }

  private readText(raw: string): void {
    if (this.stack.length > 0) this.handler.text?.(decodeXml(raw));
    else if (/[^\s\ufeff]/.test(raw)) this.fail('text outside the root');
  }

  private readClosingTag(text: string, start: number): number {
    const end = text.indexOf('>', start + 2);
    if (end < 0) return -1;
    let nameEnd = end;
    while (text.charCodeAt(nameEnd - 1) <= 32) nameEnd -= 1;
    const name = text.slice(start + 2, nameEnd);
    if (this.stack.pop() !== name) this.fail(`closing tag ${name.slice(0, 40)}`);
    this.handler.close?.(name, this.base + start, this.base + end + 1);
    return end + 1;
  }

  private readDeclaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) {
      const end = text.indexOf('-->', start + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start + 9);
      if (end < 0) return -1;
      if (this.stack.length === 0) this.fail('CDATA outside the root');
      this.handler.text?.(text.slice(start + 9, end).replace(/\r\n?/g, '\n'));
      return end + 3;
    }
    // The piece may end within "<!--" or "<![CDATA[".
    if (text.length - start < 9 && !/^<!D/i.test(text.slice(start, start + 3))) return -1;
    throw new XlsxError('xml-dtd');
  }

  private readOpeningTag(text: string, start: number): number {
    const { length } = text;
    let at = start + 1;
    let code = 0;
    while (at < length && (code = text.charCodeAt(at)) > 32 && code !== GREATER_THAN && code !== SLASH) {
      if (code === LESS_THAN) this.fail('"<" in a tag');
      at += 1;
    }
    if (at >= length) return -1;
    const name = text.slice(start + 1, at);
    if (name === '') this.fail('tag without a name');
    this.attributeCount = 0;
    for (;;) {
      while (at < length && text.charCodeAt(at) <= 32) at += 1;
      if (at >= length) return -1;
      code = text.charCodeAt(at);
      if (code === GREATER_THAN) return this.finishOpeningTag(name, false, start, at + 1);
      if (code === SLASH) {
        if (at + 1 >= length) return -1;
        if (text.charCodeAt(at + 1) !== GREATER_THAN) this.fail('stray slash');
        return this.finishOpeningTag(name, true, start, at + 2);
      }
      at = this.readAttribute(text, at);
      if (at < 0) return -1;
    }
  }

  private readAttribute(text: string, start: number): number {
    const { length } = text;
    let at = start;
    let code = 0;
    while (at < length && (code = text.charCodeAt(at)) > 32 && code !== EQUALS) {
      if (code === GREATER_THAN || code === LESS_THAN || code === SLASH) this.fail('attribute without a value');
      at += 1;
    }
    const nameEnd = at;
    while (at < length && text.charCodeAt(at) <= 32) at += 1;
    if (at >= length) return -1;
    if (text.charCodeAt(at) !== EQUALS || nameEnd === start) this.fail('attribute without a value');
    at += 1;
    while (at < length && text.charCodeAt(at) <= 32) at += 1;
    if (at >= length) return -1;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") this.fail('attribute without quotes');
    const end = text.indexOf(quote, at + 1);
    if (end < 0) return -1;
    this.names[this.attributeCount] = text.slice(start, nameEnd);
    this.values[this.attributeCount] = text.slice(at + 1, end);
    this.attributeCount += 1;
    return end + 1;
  }

  private finishOpeningTag(name: string, isEmpty: boolean, start: number, end: number): number {
    if (this.stack.length === 0) {
      if (this.hasSeenRoot) this.fail('second root');
      this.hasSeenRoot = true;
    }
    if (this.stack.length >= this.maxDepth) this.fail('nested too deep');
    this.handler.open?.(name, this, isEmpty, this.base + start, this.base + end);
    if (isEmpty) this.handler.close?.(name, this.base + end, this.base + end);
    else this.stack.push(name);
    return end;
  }

  private fail(reason: string): never {
    throw new XlsxError('bad-xml', { reason });
  }
}

function inPart<T>(part: string, scan: () => T): T {
  try {
    return scan();
  } catch (error) {
    if (error instanceof XlsxError && error.place.part === undefined) {
      throw new XlsxError(error.detail, { ...error.place, part });
    }
    throw error;
  }
}

/** Scans a part's bytes; errors name the part. */
export function scanBytes(bytes: Uint8Array, part: string, limits: XlsxLimits, handler: XmlHandler): void {
  inPart(part, () => {
    const scanner = new XmlScanner(handler, limits.maxXmlDepth);
    for (const piece of decodePart(bytes, part)) scanner.write(piece);
    scanner.end();
  });
}

/** Scans a part's text in one go, so that offsets are those of the text. */
export function scanText(text: string, part: string, limits: XlsxLimits, handler: XmlHandler): void {
  inPart(part, () => {
    const scanner = new XmlScanner(handler, limits.maxXmlDepth);
    scanner.write(text);
    scanner.end();
  });
}

/**
 * Drops the namespace prefix that the root carries (`<x:worksheet>`), so that names read as in the specification; other
 * prefixes stay visible as ":name". Of alternative content only the fallback is shown.
 */
export function withoutPrefix(handler: XmlHandler): XmlHandler {
  let prefix: string | null = null;
  let skipped = 0;
  const plain = (name: string): string => {
    if (prefix === null) prefix = name.slice(0, name.indexOf(':') + 1);
    if (prefix === '') return name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`;
  };
  return {
    open(name, tag, isEmpty, start, end) {
      if (skipped > 0) {
        if (!isEmpty) skipped += 1;
        return;
      }
      const own = plain(name);
      if (!isEmpty && own.endsWith(':Choice')) skipped = 1;
      else handler.open?.(own, tag, isEmpty, start, end);
    },
    close(name, start, end) {
      if (skipped === 0) handler.close?.(plain(name), start, end);
      else if (start !== end) skipped -= 1;
    },
    text(text) {
      if (skipped === 0) handler.text?.(text);
    },
  };
}
