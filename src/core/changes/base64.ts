const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as Base64 text; workers of Internet Explorer 11 have no `btoa`. */
export function encodeBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const bits = (bytes[at] << 16) | ((left > 1 ? bytes[at + 1] : 0) << 8) | (left > 2 ? bytes[at + 2] : 0);
    pieces.push(
      SIGNS.charAt(bits >> 18) +
        SIGNS.charAt((bits >> 12) & 63) +
        (left > 1 ? SIGNS.charAt((bits >> 6) & 63) : '=') +
        (left > 2 ? SIGNS.charAt(bits & 63) : '='),
    );
  }
  return pieces.join('');
}

/** The bytes of a Base64 text; white space is passed over. Throws an Error for a text that is none. */
export function decodeBase64(text: string): Uint8Array {
  const signs = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  if (signs.length % 4 === 1) throw new Error('Base64 text of an impossible length');
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let count = 0;
  for (let index = 0; index < signs.length; index += 1) {
    const value = SIGNS.indexOf(signs.charAt(index));
    if (value < 0) throw new Error('A sign that is none of Base64');
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at] = (bits >> count) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
