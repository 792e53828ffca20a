import { applyRowChanges } from '../../core/changes/apply-row-changes';
import type { NewSheet } from '../../core/changes/operation';
import type { RowChange, RowConflict } from '../../core/changes/row-change';
import {
  BLANK_CONTENT,
  isSameContent,
  type CellContent,
  type ChangeSet,
  type Conflict,
  type Edit,
} from '../../core/changes/change-set';
import { rangeOfCell, type CellRange } from '../../core/workbook/cell-address';
import { withNote } from '../../core/workbook/workbook-notes';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type {
  ApplyResult,
  CellPlace,
  CellMark,
  HostCapabilities,
  HostStorage,
  SelectResult,
  WorkbookChange,
  WorkbookHost,
} from '../port/workbook-host';
import { XlsxError } from './xlsx-error';
import type { XlsxWorkbook } from './xlsx-workbook';

export interface Selection {
  readonly sheet: string;
  readonly range: CellRange;
}

function createMemoryStorage(): HostStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => Promise.resolve(values.get(key) ?? null),
    set: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

/**
 * A workbook file as a host. Edits go into a copy in memory that `save` gives out; marks and selection are only
 * remembered. Stored results of formulas stay as they were until Excel calculates anew.
 */
export class XlsxHost implements WorkbookHost {
  readonly capabilities: HostCapabilities = { write: true, mark: true, select: true, watch: true, structure: true };
  readonly storage: HostStorage = createMemoryStorage();
  /** Stands in the file that `save` gives out. */
  readonly workbookStorage: HostStorage = {
    get: async (key) => this.workbook.notes.get(key) ?? null,
    set: async (key, value) => {
      this.workbook = this.workbook.withNotes(withNote(this.workbook.notes, key, value));
    },
  };
  private shownMarks: readonly CellMark[] = [];
  private shownSelection: Selection | null = null;
  private readonly listeners = new Set<(change: WorkbookChange) => void>();

  constructor(private workbook: XlsxWorkbook) {}

  /** The marks set last. */
  get marks(): readonly CellMark[] {
    return this.shownMarks;
  }

  /** The range selected last. */
  get selection(): Selection | null {
    return this.shownSelection;
  }

  async read(): Promise<WorkbookSnapshot> {
    return this.workbook.snapshot;
  }

  async apply(changes: ChangeSet): Promise<ApplyResult> {
    const conflicts: Conflict[] = [];
    const edits: Edit[] = [];
    for (const edit of changes.edits) {
      const found = this.contentAt(edit);
      if (isSameContent(found, edit.before)) edits.push(edit);
      else conflicts.push({ edit, found });
    }
    if (edits.length > 0) this.workbook = this.workbook.withEdits(edits);
    return { written: edits.length, conflicts };
  }

  async changeRows(changes: readonly RowChange[]): Promise<readonly RowConflict[]> {
    const { conflicts } = applyRowChanges(this.workbook.snapshot, changes);
    if (conflicts.length === 0) this.workbook = this.workbook.withRowChanges(changes);
    return conflicts;
  }

  async addSheets(sheets: readonly NewSheet[], after: string): Promise<void> {
    this.workbook = this.workbook.withSheets(sheets, after);
  }

  async removeSheets(names: readonly string[]): Promise<void> {
    this.workbook = this.workbook.withoutSheets(names);
  }

  async findLocked(cells: readonly CellPlace[]): Promise<readonly CellPlace[]> {
    return cells.filter(({ sheet, address }) => this.workbook.isLocked(sheet, address));
  }

  async mark(marks: readonly CellMark[]): Promise<void> {
    for (const { sheet } of marks) this.requireSheet(sheet);
    this.shownMarks = [...marks];
  }

  async select(sheet: string, range: CellRange): Promise<SelectResult> {
    this.requireSheet(sheet);
    this.shownSelection = { sheet, range };
    return { isRevealed: false };
  }

  async conceal(sheet: string): Promise<void> {
    this.requireSheet(sheet);
  }

  watch(listener: (change: WorkbookChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Writes edits that the user made in the file, as whoever shows it reports them; watchers hear of each. */
  async applyAsUser(changes: ChangeSet): Promise<ApplyResult> {
    const result = await this.apply(changes);
    const refused = result.conflicts.map((conflict) => conflict.edit);
    for (const edit of changes.edits.filter((candidate) => !refused.includes(candidate))) {
      const change: WorkbookChange = { kind: 'edited', sheet: edit.sheet, range: rangeOfCell(edit.address) };
      this.listeners.forEach((listener) => listener(change));
    }
    return result;
  }

  /** The file with all edits applied so far. */
  save(): Uint8Array {
    return this.workbook.bytes;
  }

  private requireSheet(name: string) {
    const sheet = this.workbook.snapshot.findSheet(name);
    if (!sheet) throw new XlsxError('no-sheet', { sheet: name, file: this.workbook.name || undefined });
    return sheet;
  }

  private contentAt({ sheet, address }: Edit): CellContent {
    const cell = this.requireSheet(sheet).cellAt(address.row, address.column);
    if (!cell) return BLANK_CONTENT;
    return { value: cell.value, formula: cell.formula, numberFormat: cell.numberFormat };
  }
}
