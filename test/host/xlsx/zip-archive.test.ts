import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { DEFAULT_LIMITS, type XlsxLimits } from '../../../src/host/xlsx/limits';
import { ZipArchive } from '../../../src/host/xlsx/zip/zip-archive';
import { NATIVE_CODEC, PORTABLE_CODEC, type ZipCodec } from '../../../src/host/xlsx/zip/zip-codec';
import { writeArchive } from '../../../src/host/xlsx/zip/zip-writer';
import { deflatedBlanks, packZip } from './package-parts';
import { codeOf } from './workbook-edits';

const open = (bytes: Uint8Array, limits: Partial<XlsxLimits> = {}, codec?: ZipCodec): ZipArchive =>
  new ZipArchive(bytes, { ...DEFAULT_LIMITS, ...limits }, codec);
const detailOf = (action: () => unknown): string => codeOf(action).split('/')[0];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const CODECS: [string, ZipCodec | null][] = [
  ['Node 的 zlib', NATIVE_CODEC],
  ['fflate', PORTABLE_CODEC],
];

describe.each(CODECS)('压缩算法：%s', (_name, codec) => {
  if (!codec) throw new Error('these tests need Node 20.16 or later');

  test('压缩后解压不变，校验和符合标准', () => {
    const plain = utf8('绩效目标'.repeat(50000));
    const packed = codec.deflate(plain);
    expect(packed.length).toBeLessThan(plain.length / 50);
    expect(Buffer.compare(codec.inflate(packed, plain.length, 'x'), plain)).toBe(0);
    expect(codec.crc32(utf8('123456789'))).toBe(0xcbf43926);
    expect(codec.inflate(codec.deflate(new Uint8Array(0)), 10, 'x')).toHaveLength(0);
  });

  test('超过上限立即停止；数据损坏或中断是错误', () => {
    const packed = codec.deflate(utf8('a'.repeat(1000)));
    expect(codec.inflate(packed, 1000, 'x')).toHaveLength(1000);
    expect(detailOf(() => codec.inflate(packed, 999, 'x'))).toBe('zip-bomb');
    expect(detailOf(() => codec.inflate(packed.subarray(0, 3), 1000, 'x'))).toBe('bad-zip');
    expect(detailOf(() => codec.inflate(new Uint8Array(0), 1000, 'x'))).toBe('bad-zip');
    expect(detailOf(() => codec.inflate(new Uint8Array([7, 7, 7]), 1000, 'x'))).toBe('bad-zip');
  });
});

describe('上限', () => {
  const bytes = packZip([
    { name: 'a', plain: '12345' },
    { name: 'b', plain: '1234567' },
  ]);

  test.each([
    [{ maxFileBytes: bytes.length }, 'no error'],
    [{ maxFileBytes: bytes.length - 1 }, 'too-big'],
    [{ maxEntries: 2 }, 'no error'],
    [{ maxEntries: 1 }, 'zip-bomb'],
    [{ maxPartBytes: 7 }, 'no error'],
    [{ maxPartBytes: 6 }, 'zip-bomb'],
    [{ maxTotalBytes: 12 }, 'no error'],
    [{ maxTotalBytes: 11 }, 'zip-bomb'],
  ])('%j：%s', (limits, expected) => {
    expect(detailOf(() => open(bytes, limits))).toBe(expected);
  });

  test('实际解压的总量也受限，重复读取同一部件不重复计算', () => {
    const packed = deflatedBlanks(1);
    const crc = NATIVE_CODEC?.crc32(new Uint8Array(1 << 20).fill(32));
    const liars = packZip(['a', 'b', 'c'].map((name) => ({ name, packed, plainSize: 10, crc })));
    const archive = open(liars, { maxTotalBytes: 2.5 * (1 << 20), maxRatio: 2000 });
    expect(archive.read('a')).toHaveLength(1 << 20);
    expect(archive.read('a')).toHaveLength(1 << 20);
    expect(archive.read('b')).toHaveLength(1 << 20);
    expect(detailOf(() => archive.read('c'))).toBe('zip-bomb');
  });

  test('压缩比只在大部件上检查', () => {
    const declare = (plainSize: number): string =>
      detailOf(() =>
        open(packZip([{ name: 'a', packed: deflatedBlanks(1), plainSize }]), { ratioFloorBytes: 1 << 20 }).read('a'),
      );
    expect(declare(1 << 20)).toBe('bad-crc');
    expect(declare((1 << 20) + 1)).toBe('zip-bomb');
  });
});

test('Zip64 的条目', () => {
  const name = utf8('a.txt');
  const plain = utf8('内容');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(PORTABLE_CODEC.crc32(plain), 16);
  entry.writeUInt32LE(0xffffffff, 20);
  entry.writeUInt32LE(0xffffffff, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(28, 30);
  entry.writeUInt32LE(0xffffffff, 42);
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  field.writeBigUInt64LE(BigInt(plain.length), 4);
  field.writeBigUInt64LE(BigInt(plain.length), 12);
  field.writeBigUInt64LE(BigInt(0), 20);
  const start = head.length + name.length + plain.length;
  const size = entry.length + name.length + field.length;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(BigInt(1), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.fill(0xff, 8, 20);
  const bytes = new Uint8Array(Buffer.concat([head, name, plain, entry, name, field, end64, locator, end]));
  expect(Buffer.from(open(bytes).read('A.TXT')).toString()).toBe('内容');
  const written = writeArchive(open(bytes), new Map([['b.txt', utf8('新')]]));
  expect(Object.entries(unzipSync(written)).map(([part, content]) => [part, strFromU8(content)])).toEqual([
    ['a.txt', '内容'],
    ['b.txt', '新'],
  ]);
});

test('写出的压缩包：改、删、加，其余原样；Python 的 zipfile 校验通过', () => {
  const archive = open(
    packZip([
      { name: 'stay', plain: 'x' },
      { name: '改.xml', plain: '旧' },
      { name: 'Gone', plain: 'y' },
    ]),
  );
  const changes = new Map([
    ['改.xml', utf8('新内容')],
    ['gone', null],
    ['add', utf8('z')],
    ['never', null],
  ]);
  const written = writeArchive(archive, changes);
  expect(Object.entries(unzipSync(written)).map(([part, content]) => [part, strFromU8(content)])).toEqual([
    ['stay', 'x'],
    ['改.xml', '新内容'],
    ['add', 'z'],
  ]);
  expect(open(written).entries[0].method).toBe(0);
  if (!existsSync('/usr/bin/python3')) return;
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-zip-'));
  try {
    writeFileSync(join(folder, 'x.zip'), written);
    const script = 'import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1])\nprint(z.testzip(), z.namelist())';
    expect(execFileSync('/usr/bin/python3', ['-c', script, join(folder, 'x.zip')], { encoding: 'utf8' })).toBe(
      "None ['stay', '改.xml', 'add']\n",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
