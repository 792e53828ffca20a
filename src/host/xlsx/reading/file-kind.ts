import { decodeLatin1, decodeUtf16 } from '../text-coding';
import { XlsxError, type XlsxErrorDetail } from '../xlsx-error';

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether an OLE2 file has a stream of this name. Directory entries start with it in UTF-16 and stand on multiples of 128. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    let index = 0;
    while (index < name.length && bytes[at + index * 2] === name.charCodeAt(index) && bytes[at + index * 2 + 1] === 0) {
      index += 1;
    }
    if (index === name.length) return true;
  }
  return false;
}

/** The beginning of a file as text, whatever the encoding: only ASCII letters are looked at. */
function readHead(bytes: Uint8Array): string {
  const isUtf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  const start = bytes.subarray(0, 4096);
  const head = isUtf16 ? decodeUtf16(start, bytes[0] === 0xff ? 0 : 1) : decodeLatin1(start);
  return head.replace(/^(?:\ufeff|\xef\xbb\xbf)?\s*/, '');
}

function judgeText(bytes: Uint8Array): XlsxErrorDetail {
  const head = readHead(bytes);
  if (/<(?:!doctype\s+html|html|head|body|meta|table)[\s>]/i.test(head)) return 'html';
  if (head.startsWith('<')) return 'xml-table';
  return /[\u0000-\u0008\u000e-\u001a]/.test(head) ? 'not-zip' : 'csv';
}

/** Refuses what is no zip archive, saying what it is instead. Judged by content; the name only tells lock files. */
export function refuseForeignFile(bytes: Uint8Array, name: string): void {
  // Excel's lock files are tiny (165 bytes); a real workbook may have been named so by hand.
  const isZip = startsWith(bytes, 0x50, 0x4b);
  if (!isZip && name.startsWith('~$')) throw new XlsxError('lock-file');
  if (bytes.length === 0) throw new XlsxError('empty-file');
  if (isZip) return;
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (hasStream(bytes, 'EncryptedPackage')) throw new XlsxError('encrypted');
    const isWorkbook = hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book');
    throw new XlsxError(isWorkbook || !hasStream(bytes, 'WordDocument') ? 'ole2' : 'not-zip');
  }
  throw new XlsxError(judgeText(bytes));
}
