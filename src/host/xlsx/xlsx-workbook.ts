import { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { refuseForeignFile } from './file-kind';
import { DEFAULT_LIMITS, type XlsxLimits } from './limits';
import { readWorkbook, type WorkbookRecord } from './workbook-reader';
import { XlsxError } from './xlsx-error';
import { ZipArchive } from './zip-archive';
import type { ZipCodec } from './zip-codec';

export interface OpenOptions {
  /** File name as the user knows it; messages name it. */
  readonly name?: string;
  readonly limits?: Partial<XlsxLimits>;
  /** How entries are packed; by default Node's zlib where there is one, fflate elsewhere. */
  readonly codec?: ZipCodec;
}

/** A workbook held in memory. It never changes: `patch` makes a new file. */
export class XlsxWorkbook {
  readonly snapshot: WorkbookSnapshot;

  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
    private readonly record: WorkbookRecord,
  ) {
    this.snapshot = new WorkbookSnapshot(
      name,
      record.sheets.map((sheet) => sheet.content),
    );
  }

  /** Chinese sentences about what was odd, but readable, in the file. */
  get warnings(): readonly string[] {
    return this.record.warnings;
  }
}

function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof XlsxError && name !== '' ? error.inFile(name) : error;
  }
}

/** Opens .xlsx, .xlsm or .xltx bytes, judged by content and not by name. Throws `XlsxError`; nothing is read in part. */
export function openXlsx(bytes: Uint8Array, options: OpenOptions = {}): XlsxWorkbook {
  const name = options.name ?? '';
  return naming(name, () => {
    refuseForeignFile(bytes, name);
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    return new XlsxWorkbook(name, bytes, readWorkbook(new ZipArchive(bytes, limits, options.codec), limits));
  });
}
