import { encodeUtf8 } from '../text-coding';
import { keyOfPart, type ZipArchive, type ZipEntry } from './zip-archive';

/** New content of parts by name; null takes the part out. */
export type PartChanges = ReadonlyMap<string, Uint8Array | null>;

const NEWEST_VERSION = 20;
const HAS_DATA_DESCRIPTOR = 8;
const IS_UTF8_NAME = 0x800;
/** 1 January 1980, so that writing twice gives the same bytes. */
const FIXED_TIME = 0x00210000;

function headerFields(entry: ZipEntry): Uint8Array {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, NEWEST_VERSION, true);
  // Sizes stand in the header here, so no descriptor follows the data.
  view.setUint16(2, entry.flags & ~HAS_DATA_DESCRIPTOR & 0xffff, true);
  view.setUint16(4, entry.method, true);
  view.setUint32(6, entry.time, true);
  view.setUint32(10, entry.crc, true);
  view.setUint32(14, entry.packed.length, true);
  view.setUint32(18, entry.plainSize, true);
  view.setUint16(22, entry.nameBytes.length, true);
  return new Uint8Array(view.buffer);
}

function signature(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return new Uint8Array(view.buffer);
}

function centralTail(entry: ZipEntry, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(14));
  view.setUint32(6, entry.externalAttributes, true);
  view.setUint32(10, offset, true);
  return new Uint8Array(view.buffer);
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}

function packEntry(archive: ZipArchive, name: string, plain: Uint8Array, former?: ZipEntry): ZipEntry {
  return {
    name,
    nameBytes: former ? former.nameBytes : encodeUtf8(name),
    flags: former ? former.flags : IS_UTF8_NAME,
    method: 8,
    crc: archive.codec.crc32(plain),
    plainSize: plain.length,
    time: former ? former.time : FIXED_TIME,
    externalAttributes: former ? former.externalAttributes : 0,
    packed: archive.codec.deflate(plain),
  };
}

function changedEntries(archive: ZipArchive, changes: PartChanges): ZipEntry[] {
  const byKey = new Map([...changes].map(([name, plain]) => [keyOfPart(name), { name, plain }]));
  const entries: ZipEntry[] = [];
  for (const entry of archive.entries) {
    const key = keyOfPart(entry.name);
    const change = archive.find(entry.name) === entry ? byKey.get(key) : undefined;
    if (!change) entries.push(entry);
    else if (change.plain) entries.push(packEntry(archive, entry.name, change.plain, entry));
    if (change) byKey.delete(key);
  }
  for (const { name, plain } of byKey.values()) if (plain) entries.push(packEntry(archive, name, plain));
  return entries;
}

/** The archive with these parts changed; the packed bytes of every other entry are copied as they are. */
export function writeArchive(archive: ZipArchive, changes: PartChanges): Uint8Array {
  const entries = changedEntries(archive, changes);
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const push = (...parts: Uint8Array[]): void => {
    for (const part of parts) {
      pieces.push(part);
      offset += part.length;
    }
  };
  for (const entry of entries) {
    const fields = headerFields(entry);
    directory.push(signature(0x02014b50), new Uint8Array([NEWEST_VERSION, 0]), fields);
    directory.push(centralTail(entry, offset), entry.nameBytes);
    push(signature(0x04034b50), fields, entry.nameBytes, entry.packed);
  }
  const start = offset;
  push(...directory);
  push(endRecord(entries.length, offset - start, start));
  const bytes = new Uint8Array(offset);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
