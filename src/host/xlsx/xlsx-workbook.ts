import type { Edit } from '../../core/changes/change-set';
import { applyRowChanges } from '../../core/changes/apply-row-changes';
import { decodeBase64 } from '../../core/changes/base64';
import type { NewSheet } from '../../core/changes/operation';
import type { RowChange } from '../../core/changes/row-change';
import { containsCell, topLeft, type CellAddress } from '../../core/workbook/cell-address';
import type { WorkbookNotes } from '../../core/workbook/workbook-notes';
import { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { PageSetup } from '../port/sheet-source';
import type { WorkbookAppearance } from './appearance';
import { readWorkbookAppearance } from './reading/appearance-reader';
import { refuseForeignFile } from './reading/file-kind';
import { DEFAULT_LIMITS, type XlsxLimits } from './limits';
import { resolveNames, type DefinedName } from './reading/defined-names';
import { readNotes } from './reading/notes-reader';
import { readPageSetup } from './reading/page-setup';
import { readWorkbook, type WorkbookRecord } from './reading/workbook-reader';
import { findStoredCell, styleAt } from './writing/edit-plan';
import { writeNotes } from './writing/notes-writer';
import { proveWritten } from './writing/proof';
import { proveRows } from './writing/rows/row-proof';
import { writeRowChanges } from './writing/rows/write-row-changes';
import { addSheets, type SheetSource } from './writing/sheets/add-sheets';
import { removeSheets } from './writing/sheets/remove-sheets';
import { proveAdded, proveRemoved } from './writing/sheets/sheet-proof';
import { writeEdits } from './writing/write-edits';
import { XlsxError } from './xlsx-error';
import { ZipArchive } from './zip/zip-archive';
import type { ZipCodec } from './zip/zip-codec';

export interface OpenOptions {
  /** File name as the user knows it; messages name it. */
  readonly name?: string;
  readonly limits?: Partial<XlsxLimits>;
  /** How entries are packed; by default Node's zlib where there is one, fflate elsewhere. */
  readonly codec?: ZipCodec;
}

function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof XlsxError && name !== '' ? error.inFile(name) : error;
  }
}

/** A workbook held in memory. It never changes: `patch` makes a new file. */
export class XlsxWorkbook {
  readonly snapshot: WorkbookSnapshot;
  private appearance: WorkbookAppearance | undefined;
  private foundNotes: WorkbookNotes | undefined;

  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
    private readonly record: WorkbookRecord,
    private readonly losses: readonly string[] = [],
  ) {
    this.snapshot = new WorkbookSnapshot(
      name,
      record.sheets.map((sheet) => sheet.content),
    );
  }

  /** Chinese sentences about what was odd, but readable, in the file, and what of sheets just added did not come along. */
  get warnings(): readonly string[] {
    return this.losses.length === 0 ? this.record.warnings : [...this.record.warnings, ...this.losses];
  }

  /** Names that stand for one range of a sheet of this workbook, in file order; broken ones are left out. */
  get definedNames(): readonly DefinedName[] {
    const { names, sheets } = this.record;
    return resolveNames(
      names,
      sheets.map(({ content }) => content.name),
    );
  }

  /** Whether sheet protection keeps a cell (of a merged area its first one) from being written. Throws `XlsxError` for an unknown sheet. */
  isLocked(sheet: string, address: CellAddress): boolean {
    const record = this.record.sheets.find(({ content }) => content.name === sheet);
    if (!record) throw new XlsxError('no-sheet', { sheet, file: this.name || undefined });
    const { worksheet } = record;
    if (!worksheet || !worksheet.isProtected) return false;
    const written = record.content.mergedAreas.find((area) => containsCell(area, address));
    const { row, column } = written ? topLeft(written) : address;
    return this.record.styles.isLocked(
      styleAt(worksheet, findStoredCell(worksheet.cells, row, column), { row, column }),
    );
  }

  /** How the workbook looks; read on first use. */
  readAppearance(): WorkbookAppearance {
    this.appearance = this.appearance ?? naming(this.name, () => readWorkbookAppearance(this.record));
    return this.appearance;
  }

  /** How a sheet is printed. */
  readPageSetup(sheet: string): PageSetup {
    return naming(this.name, () => readPageSetup(this.record, sheet));
  }

  /**
   * A copy of the file with these edits, and these notes in place of its own, and nothing else changed; proven by
   * reading it again. Throws `XlsxError`.
   */
  patch(edits: readonly Edit[], notes: WorkbookNotes = this.notes): Uint8Array {
    return this.withEdits(edits).withNotes(notes).bytes;
  }

  /** Texts of ours that travel with the file. */
  get notes(): WorkbookNotes {
    this.foundNotes = this.foundNotes ?? readNotes(this.record);
    return this.foundNotes;
  }

  /** A copy of the file with these notes in place of the former ones and nothing else changed. Throws `XlsxError`. */
  withNotes(notes: WorkbookNotes): XlsxWorkbook {
    if (isSame(notes, this.notes)) return this;
    return naming(this.name, () => {
      const { archive, limits } = this.record;
      const bytes = writeNotes(this.record, notes);
      const written = readWorkbook(new ZipArchive(bytes, limits, archive.codec), limits);
      proveWritten(this.record, written, []);
      return new XlsxWorkbook(this.name, bytes, written);
    });
  }

  /**
   * A copy of the file with these row changes, made one after the other, opened; all that refers to the rows follows as in Excel. Throws
   * `XlsxError`: `conflict` where one does not find what it expects, `not-supported` where something cannot follow.
   */
  withRowChanges(changes: readonly RowChange[]): XlsxWorkbook {
    return naming(this.name, () => {
      const { archive, limits } = this.record;
      const { snapshot, conflicts } = applyRowChanges(this.snapshot, changes);
      if (conflicts.length > 0) {
        const [{ change, reason }] = conflicts;
        throw new XlsxError('rows-changed', { sheet: change.sheet, obstacle: reason });
      }
      if (changes.length === 0) return this;
      const bytes = writeRowChanges(this.record, changes);
      const written = readWorkbook(new ZipArchive(bytes, limits, archive.codec), limits);
      proveRows(this.record, written, changes, snapshot);
      return new XlsxWorkbook(this.name, bytes, written);
    });
  }

  /**
   * A copy of the file with sheets of other files behind the sheet `after`, opened. Formats, widths, merged areas, validations, conditional
   * formats and print settings come along; `warnings` say what does not. Throws `XlsxError`: `conflict` where a name is taken.
   */
  withSheets(sheets: readonly NewSheet[], after: string): XlsxWorkbook {
    return naming(this.name, () => {
      if (sheets.length === 0) return this;
      const { archive, limits } = this.record;
      const sources = openSources(sheets, limits, archive.codec);
      const { bytes, warnings } = addSheets(this.record, sources, after);
      const written = readWorkbook(new ZipArchive(bytes, limits, archive.codec), limits);
      proveAdded(this.record, written, sources, after);
      return new XlsxWorkbook(this.name, bytes, written, warnings);
    });
  }

  /** A copy of the file without these sheets, opened; what referred to them is #REF!. Throws `XlsxError`. */
  withoutSheets(names: readonly string[]): XlsxWorkbook {
    return naming(this.name, () => {
      if (names.length === 0) return this;
      const { archive, limits } = this.record;
      const bytes = removeSheets(this.record, names);
      const written = readWorkbook(new ZipArchive(bytes, limits, archive.codec), limits);
      proveRemoved(this.record, written, names);
      return new XlsxWorkbook(this.name, bytes, written);
    });
  }

  /** A copy of the file with these edits and nothing else changed, opened. Throws `XlsxError`. */
  withEdits(edits: readonly Edit[]): XlsxWorkbook {
    return naming(this.name, () => {
      const { archive, limits } = this.record;
      const { bytes, plans } = writeEdits(this.record, edits);
      const written = readWorkbook(new ZipArchive(bytes, limits, archive.codec), limits);
      proveWritten(this.record, written, plans);
      return new XlsxWorkbook(this.name, bytes, written);
    });
  }
}

/** Opens the files of new sheets, each once. */
function openSources(sheets: readonly NewSheet[], limits: XlsxLimits, codec: ZipCodec): SheetSource[] {
  const opened = new Map<string, WorkbookRecord>();
  return sheets.map((sheet) => {
    let workbook = opened.get(sheet.file);
    if (!workbook) {
      workbook = openSource(sheet, limits, codec);
      opened.set(sheet.file, workbook);
    }
    return { sheet, workbook };
  });
}

function openSource({ name, file }: NewSheet, limits: XlsxLimits, codec: ZipCodec): WorkbookRecord {
  try {
    const bytes = readBase64(file);
    refuseForeignFile(bytes, '');
    return readWorkbook(new ZipArchive(bytes, limits, codec), limits);
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error;
    // It is not the workbook itself that cannot be read.
    throw new XlsxError('sheet-source', { sheet: name, obstacle: error.message, reason: error.detail });
  }
}

function readBase64(text: string): Uint8Array {
  try {
    return decodeBase64(text);
  } catch (error) {
    throw new XlsxError('not-zip', { reason: String(error) });
  }
}

function isSame(one: WorkbookNotes, other: WorkbookNotes): boolean {
  return one.size === other.size && [...one].every(([key, text]) => other.get(key) === text);
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
