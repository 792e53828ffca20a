/** Encodings in which lists of indicators are exchanged; GB18030 covers GBK and GB 2312. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Turns bytes into text; byte order marks are no part of it. Bytes that mean nothing become U+FFFD. */
export type DecodeText = (bytes: Uint8Array, encoding: TextEncodingName) => Promise<string>;

const SAMPLE = 4096;

/** Tells the encoding of a text by its byte order mark, else by what its bytes can be; null for what is no text. */
export function encodingOf(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Commas, digits and line ends hold a zero byte in UTF-16, always on the same side.
  const zeros = [0, 0];
  for (let at = 0; at < Math.min(SAMPLE, bytes.length); at += 1) if (bytes[at] === 0) zeros[at % 2] += 1;
  if (zeros[0] > 0 && zeros[1] > 0) return null;
  if (zeros[1] > 0) return 'utf-16le';
  if (zeros[0] > 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

function isUtf8(bytes: Uint8Array): boolean {
  let following = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (following > 0) {
      if ((byte & 0xc0) !== 0x80) return false;
      following -= 1;
    } else if (byte >= 0x80) {
      if (byte >= 0xc2 && byte <= 0xdf) following = 1;
      else if (byte >= 0xe0 && byte <= 0xef) following = 2;
      else if (byte >= 0xf0 && byte <= 0xf4) following = 3;
      else return false;
    }
  }
  return following === 0;
}

/** The browser's or Node's own decoder; Internet Explorer decodes while it reads a file. */
export const decodeText: DecodeText = async (bytes, encoding) => {
  const isSwapped = encoding === 'utf-16be';
  const plain = isSwapped ? swapBytes(bytes) : bytes;
  const label = isSwapped ? 'utf-16le' : encoding;
  const text =
    typeof TextDecoder === 'function' ? new TextDecoder(label).decode(plain) : await readAsText(plain, label);
  return text.replace(/^\ufeff/, '');
};

function readAsText(bytes: Uint8Array, label: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(new Blob([bytes as BlobPart]), label);
  });
}

function swapBytes(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(bytes.length - (bytes.length % 2));
  for (let at = 0; at < swapped.length; at += 2) {
    swapped[at] = bytes[at + 1];
    swapped[at + 1] = bytes[at];
  }
  return swapped;
}
