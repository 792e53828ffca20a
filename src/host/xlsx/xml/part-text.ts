import { createDecoder, decodeLatin1, encodeUtf8, type DecodeBytes } from '../text-coding';
import { XlsxError } from '../xlsx-error';

const LESS_THAN = 60;

function declaredEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === LESS_THAN && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === LESS_THAN)) return 'utf-16be';
  const head = decodeLatin1(bytes.subarray(0, 200));
  const match = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head);
  // A part that declares UTF-16 but has single-byte letters was recoded without adapting its head.
  return match && match[1].toLowerCase() !== 'utf-16' ? match[1] : 'utf-8';
}

function decoderOf(encoding: string, part: string): DecodeBytes {
  try {
    return createDecoder(encoding);
  } catch (error) {
    throw new XlsxError('bad-xml', { part, reason: String(error) });
  }
}

/** The text of a part in pieces that end before a "<", so that large parts need not be one string. */
export function* decodePart(bytes: Uint8Array, part: string, pieceSize = 1 << 20): Generator<string> {
  const encoding = declaredEncoding(bytes);
  const decode = decoderOf(encoding, part);
  // Elsewhere the byte of "<" may be half of a character.
  const isAsciiBased = !encoding.startsWith('utf-16');
  let start = 0;
  while (start < bytes.length) {
    let end = Math.min(bytes.length, start + pieceSize);
    if (!isAsciiBased) end = bytes.length;
    else if (end < bytes.length) {
      const cut = bytes.lastIndexOf(LESS_THAN, end);
      end = cut > start ? cut : bytes.indexOf(LESS_THAN, end);
      if (end < 0) end = bytes.length;
    }
    let piece: string;
    try {
      piece = decode(bytes.subarray(start, end));
    } catch (error) {
      throw new XlsxError('bad-xml', { part, reason: String(error) });
    }
    yield piece;
    start = end;
  }
}

/** The whole text of a part, without a byte order mark. */
export function decodeWholePart(bytes: Uint8Array, part: string): string {
  return [...decodePart(bytes, part, Infinity)].join('');
}

/** Bytes of a part's text; the head is adapted when the part stood in another encoding. */
export function encodePart(text: string): Uint8Array {
  return encodeUtf8(text.replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']+/, '$1UTF-8'));
}
