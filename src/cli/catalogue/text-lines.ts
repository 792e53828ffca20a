const NEWLINE = 0x0a;

/**
 * The lines of a text as its bytes come in, without their ends: for each piece that arrived, those it completed. UTF-8 unless a
 * mark says UTF-16; a text whose first lines beyond ASCII are no UTF-8 is taken for GB18030.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new LineDecoder();
  for await (const bytes of source) {
    const lines = decoder.push(bytes);
    if (lines.length > 0) yield lines;
  }
  const rest = decoder.end();
  if (rest.length > 0) yield rest;
}

/** Bytes are kept until it is known what they are written in, and until their line is whole. */
class LineDecoder {
  private decoder: TextDecoder | null = null;
  private pending = Buffer.alloc(0);
  private line = '';

  push(bytes: Uint8Array): readonly string[] {
    if (this.decoder !== null) return this.split(this.decoder.decode(bytes, { stream: true }));
    this.pending = Buffer.concat([this.pending, bytes]);
    const end = this.pending.lastIndexOf(NEWLINE) + 1;
    const encoding = end > 0 ? encodingOf(this.pending.subarray(0, end)) : null;
    if (encoding === null) return end > 0 ? this.split(this.take(end).toString('latin1')) : [];
    this.decoder = new TextDecoder(encoding);
    return this.split(this.decoder.decode(this.take(this.pending.length), { stream: true }));
  }

  end(): readonly string[] {
    const decoder = this.decoder ?? new TextDecoder(encodingOf(this.pending) ?? 'utf-8');
    const lines = this.split(decoder.decode(this.pending));
    const last = this.line.replace(/\r$/, '');
    return last === '' ? lines : [...lines, last];
  }

  private take(length: number): Buffer {
    const taken = this.pending.subarray(0, length);
    this.pending = this.pending.subarray(length);
    return taken;
  }

  // A lone carriage return ends a line too: lists of old Excel for Mac. One at the very end may have its newline still to come.
  private split(text: string): readonly string[] {
    const parts = (this.line + text).split(/\r\n|\n|\r(?!$)/);
    this.line = parts.pop() ?? '';
    return parts;
  }
}

/** Null for plain ASCII: it is the same in all of them, and what follows may be either. */
function encodingOf(bytes: Buffer): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.every((byte) => byte < 0x80)) return null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}
