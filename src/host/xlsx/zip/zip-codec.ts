import { deflateSync, Inflate } from 'fflate';
import { XlsxError } from '../xlsx-error';

/** Packs and unpacks the data of zip entries. */
export interface ZipCodec {
  /** Throws 'zip-bomb' as soon as more than `maxBytes` come out, 'bad-zip' for damaged data. */
  inflate(packed: Uint8Array, maxBytes: number, part: string): Uint8Array;
  deflate(plain: Uint8Array): Uint8Array;
  crc32(bytes: Uint8Array): number;
}

type NodeZlib = Pick<typeof import('node:zlib'), 'inflateRawSync' | 'deflateRawSync'> & {
  // Missing before Node 20.15.
  readonly crc32?: (bytes: Uint8Array) => number;
};

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function portableCrc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let index = 0; index < bytes.length; index += 1) crc = CRC_TABLE[(crc ^ bytes[index]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

function portableInflate(packed: Uint8Array, maxBytes: number, part: string): Uint8Array {
  // fflate takes no data at all for an empty text; a deflated one has two bytes.
  if (packed.length === 0) throw new XlsxError('bad-zip', { part, reason: 'no data' });
  let plain = new Uint8Array(Math.min(maxBytes, Math.max(65536, packed.length * 4)));
  let length = 0;
  const inflate = new Inflate((chunk) => {
    const needed = length + chunk.length;
    if (needed > maxBytes) throw new XlsxError('zip-bomb', { part, reason: `more than ${maxBytes} bytes` });
    if (needed > plain.length) {
      const larger = new Uint8Array(Math.min(maxBytes, Math.max(plain.length * 2, needed)));
      larger.set(plain.subarray(0, length));
      plain = larger;
    }
    plain.set(chunk, length);
    length = needed;
  });
  const step = 65536;
  try {
    let offset = 0;
    do {
      inflate.push(packed.subarray(offset, offset + step), offset + step >= packed.length);
      offset += step;
    } while (offset < packed.length);
  } catch (error) {
    throw error instanceof XlsxError ? error : new XlsxError('bad-zip', { part, reason: String(error) });
  }
  return plain.subarray(0, length);
}

/** fflate: works everywhere. */
export const PORTABLE_CODEC: ZipCodec = {
  inflate: portableInflate,
  deflate: (plain) => deflateSync(plain, { level: 6 }),
  crc32: portableCrc32,
};

function bytesOf(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

function createNativeCodec(zlib: NodeZlib): ZipCodec {
  return {
    inflate(packed, maxBytes, part) {
      try {
        return bytesOf(zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) }));
      } catch (error) {
        const isOverflow = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
        throw new XlsxError(isOverflow ? 'zip-bomb' : 'bad-zip', { part, reason: String(error) });
      }
    },
    deflate: (plain) => bytesOf(zlib.deflateRawSync(plain)),
    crc32: zlib.crc32 ?? portableCrc32,
  };
}

/** Node's own zlib, about five times faster; null in a browser. Reached without an import, which a bundle for browsers could not resolve. */
export const NATIVE_CODEC: ZipCodec | null = (() => {
  const host = (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process;
  const zlib = host?.getBuiltinModule?.('node:zlib') as NodeZlib | undefined;
  return zlib ? createNativeCodec(zlib) : null;
})();

export const DEFAULT_CODEC: ZipCodec = NATIVE_CODEC ?? PORTABLE_CODEC;
