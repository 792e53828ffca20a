import { readLines } from '../../../src/cli/catalogue/text-lines';

const TEXT = 'abc\n扶持企业数\t数量指标\n提高城市知名度\t可持续影响\n';
const LINES = ['abc', '扶持企业数\t数量指标', '提高城市知名度\t可持续影响'];

async function linesOf(...pieces: readonly Uint8Array[]): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const lines of readLines(
    (async function* () {
      yield* pieces;
    })(),
  ))
    found.push(lines);
  return found;
}

/** "abc" and "扶持企业数\t数量指标" and so on in GB18030, which Node cannot write. */
const GB18030 = Buffer.from(
  '616263 0a b7f6b3d6c6f3d2b5cafd 09 cafdc1bfd6b8b1ea 0a cce1b8dfb3c7cad0d6aac3fbb6c8 09 bfc9b3d6d0f8d3b0cfec 0a'.replace(
    / /g,
    '',
  ),
  'hex',
);

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ['GB18030', GB18030],
])('%s, whole and byte by byte', async (_name, bytes) => {
  expect((await linesOf(bytes)).flat()).toEqual(LINES);
  expect((await linesOf(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).flat()).toEqual(LINES);
});

test('a line is given as soon as it is whole', async () => {
  expect(await linesOf(Buffer.from('甲\n乙'), Buffer.from('\n丙'))).toEqual([['甲'], ['乙'], ['丙']]);
});

test.each([
  ['甲\r\n乙\r\n', ['甲', '乙']],
  ['甲\r乙\r', ['甲', '乙']],
  ['甲\n\n乙', ['甲', '', '乙']],
  ['', []],
  ['甲', ['甲']],
])('ends of lines: %j', async (text, expected) => {
  expect((await linesOf(Buffer.from(text))).flat()).toEqual(expected);
});

test('an end of a line that comes in two pieces is one', async () => {
  expect((await linesOf(Buffer.from('甲\r'), Buffer.from('\n乙\r'))).flat()).toEqual(['甲', '乙']);
});

test('bytes that are no character of a UTF-8 text spoil their line only', async () => {
  const broken = Buffer.concat([Buffer.from('扶持企业数\n乙'), Buffer.of(0xb7), Buffer.from('\n丙\n')]);
  expect((await linesOf(Buffer.from('甲\n'), broken)).flat()).toEqual(['甲', '扶持企业数', '乙\ufffd', '丙']);
});
