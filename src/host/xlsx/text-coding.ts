import { strFromU8, strToU8 } from 'fflate';

/** Turns bytes into text; a byte order mark is no part of it. */
export type DecodeBytes = (bytes: Uint8Array) => string;

const LATIN_1 = /^(?:latin1|iso-8859-1|us-ascii|ascii)$/;
const CODES_PER_STEP = 8192;

/**
 * Internet Explorer 11 has no TextDecoder: there the encodings are known in which spreadsheets are written.
 * @throws RangeError for an encoding that is not known; what is returned throws for bytes that mean nothing in it.
 */
export function createDecoder(encoding: string): DecodeBytes {
  if (typeof TextDecoder === 'function') {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return (bytes) => decoder.decode(bytes);
  }
  const label = encoding.toLowerCase();
  if (label === 'utf-8' || label === 'utf8') return (bytes) => strFromU8(bytes).replace(/^\ufeff/, '');
  if (LATIN_1.test(label)) return decodeLatin1;
  if (label === 'utf-16le') return (bytes) => decodeUtf16(bytes, 0);
  if (label === 'utf-16be') return (bytes) => decodeUtf16(bytes, 1);
  throw new RangeError(`The encoding is not known: ${encoding}`);
}

/** Each byte as the character of its number. */
export function decodeLatin1(bytes: Uint8Array): string {
  return strFromU8(bytes, true);
}

/** Bytes that mean nothing become U+FFFD, or another character. */
export function decodeUtf8(bytes: Uint8Array): string {
  return typeof TextDecoder === 'function' ? new TextDecoder().decode(bytes) : strFromU8(bytes);
}

export function encodeUtf8(text: string): Uint8Array {
  return typeof TextEncoder === 'function' ? new TextEncoder().encode(text) : strToU8(text);
}

/** Every two bytes as the character of their number. @param low Which of the two is the lower one. */
export function decodeUtf16(bytes: Uint8Array, low: 0 | 1): string {
  const pieces: string[] = [];
  const codes: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    codes.push((bytes[at + 1 - low] << 8) | bytes[at + low]);
    if (codes.length === CODES_PER_STEP) pieces.push(String.fromCharCode(...codes.splice(0)));
  }
  return (pieces.join('') + String.fromCharCode(...codes)).replace(/^\ufeff/, '');
}
