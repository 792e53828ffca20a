import type { XlsxLimits } from '../limits';
import { decodeLatin1, decodeUtf8 } from '../text-coding';
import { XlsxError } from '../xlsx-error';
import { DEFAULT_CODEC, type ZipCodec } from './zip-codec';

/** One file of the archive, still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated; others cannot be read. */
  readonly method: number;
  readonly crc: number;
  readonly plainSize: number;
  /** DOS date and time as they stand in the file. */
  readonly time: number;
  readonly externalAttributes: number;
  readonly packed: Uint8Array;
}

interface Directory {
  readonly start: number;
  readonly count: number;
  /** Bytes standing before the archive, e.g. a self-extractor: all offsets are off by them. */
  readonly shift: number;
}

const END_RECORD = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_RECORD = 0x06064b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const IS_ENCRYPTED = 1;
const IS_UTF8_NAME = 0x800;

/** Part names are compared without regard to case; some writers use backslashes or a leading slash. */
export function keyOfPart(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

function bad(reason: string): never {
  throw new XlsxError('bad-zip', { reason });
}

function findEndRecord(view: DataView): number {
  const stop = Math.max(0, view.byteLength - 65557);
  for (let at = view.byteLength - 22; at >= stop; at -= 1) if (view.getUint32(at, true) === END_RECORD) return at;
  return bad('no end of central directory');
}

function findDirectory(view: DataView): Directory {
  const end = findEndRecord(view);
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = end;
  const isZip64 = count === 0xffff || size === 0xffffffff || offset === 0xffffffff;
  if (isZip64 && end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR) {
    const record = Number(view.getBigUint64(end - 12, true));
    if (record + 56 > view.byteLength || view.getUint32(record, true) !== ZIP64_END_RECORD) bad('zip64 record');
    count = Number(view.getBigUint64(record + 32, true));
    size = Number(view.getBigUint64(record + 40, true));
    offset = Number(view.getBigUint64(record + 48, true));
    directoryEnd = record;
  }
  const shift = directoryEnd - size - offset;
  if (shift < 0) bad('central directory outside the file');
  return { start: offset + shift, count, shift };
}

interface Sizes {
  plain: number;
  packed: number;
  offset: number;
}

function readZip64Sizes(view: DataView, start: number, end: number, sizes: Sizes): void {
  for (let field = start; field + 4 <= end;) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1) {
      let at = field + 4;
      const next = (): number => {
        if (at + 8 > Math.min(end, field + 4 + length)) bad('zip64 field');
        at += 8;
        return Number(view.getBigUint64(at - 8, true));
      };
      if (sizes.plain === 0xffffffff) sizes.plain = next();
      if (sizes.packed === 0xffffffff) sizes.packed = next();
      if (sizes.offset === 0xffffffff) sizes.offset = next();
    }
    field += 4 + length;
  }
}

/** A zip container read through its central directory. Entries stay packed until they are read. */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** Names that stand more than once in the archive; the first one counts. */
  readonly duplicates: readonly string[];
  private readonly byKey = new Map<string, ZipEntry>();
  private readonly unpacked = new Set<ZipEntry>();
  private unpackedBytes = 0;

  constructor(
    bytes: Uint8Array,
    private readonly limits: XlsxLimits,
    readonly codec: ZipCodec = DEFAULT_CODEC,
  ) {
    if (bytes.length > limits.maxFileBytes) throw new XlsxError('too-big', { reason: `${bytes.length} bytes` });
    if (bytes.length < 22) bad('too short');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = findDirectory(view);
    if (directory.count > limits.maxEntries) throw new XlsxError('zip-bomb', { reason: `${directory.count} entries` });
    const entries: ZipEntry[] = [];
    const duplicates: string[] = [];
    let total = 0;
    let at = directory.start;
    for (let index = 0; index < directory.count; index += 1) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_HEADER) bad('central directory entry');
      const entry = readEntry(bytes, view, at, directory.shift);
      total += entry.plainSize;
      if (entry.plainSize > limits.maxPartBytes || total > limits.maxTotalBytes) {
        throw new XlsxError('zip-bomb', { part: entry.name, reason: `declared ${total} bytes` });
      }
      const key = keyOfPart(entry.name);
      if (this.byKey.has(key)) duplicates.push(entry.name);
      else this.byKey.set(key, entry);
      entries.push(entry);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    this.entries = entries;
    this.duplicates = duplicates;
  }

  has(path: string): boolean {
    return this.byKey.has(keyOfPart(path));
  }

  find(path: string): ZipEntry | undefined {
    return this.byKey.get(keyOfPart(path));
  }

  /** The unpacked bytes of a part whose presence is known. */
  read(path: string): Uint8Array {
    const entry = this.find(path);
    if (!entry) throw new XlsxError('missing-part', { part: path });
    if (entry.flags & IS_ENCRYPTED) throw new XlsxError('encrypted', { part: path });
    const plain = this.unpack(entry);
    if (this.codec.crc32(plain) !== entry.crc) throw new XlsxError('bad-crc', { part: path });
    if (!this.unpacked.has(entry)) {
      this.unpacked.add(entry);
      this.unpackedBytes += plain.length;
    }
    return plain;
  }

  private unpack(entry: ZipEntry): Uint8Array {
    const { limits } = this;
    const { packed, plainSize, name: part } = entry;
    const known = this.unpacked.has(entry) ? plainSize : 0;
    const left = Math.min(limits.maxPartBytes, limits.maxTotalBytes - this.unpackedBytes + known);
    if (entry.method === 0) {
      if (packed.length > left) throw new XlsxError('zip-bomb', { part });
      return packed;
    }
    if (entry.method !== 8) throw new XlsxError('bad-zip', { part, reason: `method ${entry.method}` });
    if (plainSize > limits.ratioFloorBytes && plainSize > packed.length * limits.maxRatio) {
      throw new XlsxError('zip-bomb', { part, reason: `${packed.length} bytes declare ${plainSize}` });
    }
    // Declared sizes are wrong even in honest files; the ratio and the totals are what bounds.
    const cap = Math.min(left, Math.max(plainSize, packed.length * limits.maxRatio, 65536));
    return this.codec.inflate(packed, cap, part);
  }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, shift: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  if (extraEnd > bytes.length) bad('central directory entry');
  const nameBytes = bytes.subarray(at + 46, nameEnd);
  const name = flags & IS_UTF8_NAME ? decodeUtf8(nameBytes) : decodeLatin1(nameBytes);
  const sizes: Sizes = {
    packed: view.getUint32(at + 20, true),
    plain: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  readZip64Sizes(view, nameEnd, extraEnd, sizes);
  const local = sizes.offset + shift;
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_HEADER) bad(`local header of ${name}`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + sizes.packed > bytes.length) bad(`data of ${name} outside the file`);
  return {
    name,
    nameBytes,
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    plainSize: sizes.plain,
    time: view.getUint32(at + 12, true),
    externalAttributes: view.getUint32(at + 38, true),
    packed: bytes.subarray(start, start + sizes.packed),
  };
}
