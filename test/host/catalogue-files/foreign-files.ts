/** The first sectors of an OLE2 file whose directory names one stream. */
export function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 1024);
  return new Uint8Array(bytes);
}

export type WrittenEncoding = 'utf8' | 'utf16le' | 'utf16be' | 'gb18030';

/** Text as the bytes of a file; GB18030 as far as its two-byte characters reach. */
export function encodeText(text: string, encoding: WrittenEncoding): Uint8Array {
  if (encoding === 'gb18030') return encodeGb18030(text);
  const bytes = Buffer.from(text, encoding === 'utf16be' ? 'utf16le' : encoding);
  return new Uint8Array(encoding === 'utf16be' ? bytes.swap16() : bytes);
}

function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const sign of text) {
    const pair = sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : twoBytes().get(sign);
    if (pair === undefined) throw new Error(`not in GBK: ${sign}`);
    bytes.push(...pair);
  }
  return new Uint8Array(bytes);
}

let pairs: ReadonlyMap<string, readonly number[]> | null = null;

function twoBytes(): ReadonlyMap<string, readonly number[]> {
  if (pairs !== null) return pairs;
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second !== 0x7f) found.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
    }
  }
  pairs = found;
  return found;
}
