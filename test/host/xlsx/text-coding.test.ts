import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx, PORTABLE_CODEC } from '../../../src/host/xlsx';
import { createDecoder, encodeUtf8 } from '../../../src/host/xlsx/text-coding';
import { encodeEscapes, isXmlText } from '../../../src/host/xlsx/xml/xml-text';

const SAMPLE = readFileSync(path.join(__dirname, '../../../assets/samples/zhuhai-gaoxin-2024.xlsx'));
const TEXT = '扶持企业数量 5G 😀 é';

/** As in Internet Explorer 11. */
function withoutDecoders<Result>(work: () => Result): Result {
  const scope = globalThis as { TextDecoder?: unknown; TextEncoder?: unknown };
  const { TextDecoder: decoder, TextEncoder: encoder } = scope;
  delete scope.TextDecoder;
  delete scope.TextEncoder;
  try {
    return work();
  } finally {
    Object.assign(scope, { TextDecoder: decoder, TextEncoder: encoder });
  }
}

const utf16 = (text: string, isBig = false): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('a web view without TextDecoder', () => {
  const encoded: readonly [string, Uint8Array][] = [
    ['utf-8', Buffer.from(TEXT)],
    ['UTF-8', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-16le', utf16(TEXT)],
    ['utf-16be', utf16(TEXT, true)],
  ];

  test.each(encoded)('%s', (encoding, bytes) => {
    expect(withoutDecoders(() => createDecoder(encoding)(bytes))).toBe(TEXT);
    expect(createDecoder(encoding)(bytes)).toBe(TEXT);
  });

  test('bytes of one character each, and many characters of two', () => {
    expect(withoutDecoders(() => createDecoder('ISO-8859-1')(Uint8Array.of(0x41, 0xe9)))).toBe('Aé');
    const long = '数量'.repeat(50000);
    expect(withoutDecoders(() => createDecoder('utf-16le')(utf16(long)))).toBe(long);
    expect(withoutDecoders(() => encodeUtf8(TEXT))).toEqual(new Uint8Array(Buffer.from(TEXT)));
  });

  test('an encoding that is not known is refused', () => {
    expect(() => withoutDecoders(() => createDecoder('shift-jis'))).toThrow(RangeError);
  });

  test('a workbook is read as elsewhere', () => {
    const read = () => openXlsx(SAMPLE, { codec: PORTABLE_CODEC }).snapshot.sheets.map(({ content }) => content);
    const expected = read();
    expect(expected[0].cells.length).toBeGreaterThan(20);
    expect(withoutDecoders(read)).toEqual(expected);
  });
});

test('half a character is escaped wherever it stands, whole ones are left', () => {
  const [high, low] = ['\ud83d', '\ude00'];
  expect(encodeEscapes(`${high}${low}${low}甲${high}`)).toBe(`${high}${low}_xDE00_甲_xD83D_`);
  expect(encodeEscapes(`_x0041${low}`)).toBe('_x005F_x0041_xDE00_');
  expect([high + low, low + high, `a${low}`, `${high}a`, 'a\r\n', '\u0001'].map(isXmlText)).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
  ]);
});
