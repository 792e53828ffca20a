import type { XlsxLimits } from '../limits';
import { scanBytes, withoutPrefix } from '../xml/xml-scanner';
import { decodeEscapes } from '../xml/xml-text';

/** Reads the texts that cells refer to by number: runs joined, phonetic guides left out. */
export function readSharedStrings(bytes: Uint8Array, part: string, limits: XlsxLimits): string[] {
  const strings: string[] = [];
  let item = '';
  let isInText = false;
  let phoneticDepth = 0;
  scanBytes(
    bytes,
    part,
    limits,
    withoutPrefix({
      open(name, _tag, isEmpty) {
        if (name === 'si') item = '';
        else if (name === 'rPh' && !isEmpty) phoneticDepth += 1;
        else if (name === 't') isInText = !isEmpty;
      },
      text(text) {
        if (isInText && phoneticDepth === 0) item += text;
      },
      close(name, start, end) {
        if (name === 'si') strings.push(decodeEscapes(item));
        else if (name === 't') isInText = false;
        else if (name === 'rPh' && start !== end) phoneticDepth -= 1;
      },
    }),
  );
  return strings;
}
