import { applyRowChanges } from '../../src/core/changes/apply-row-changes';
import type { NewSheet } from '../../src/core/changes/operation';
import { isBlankContent, placedCell } from '../../src/core/changes/placed-cell';
import type { RowChange, RowConflict } from '../../src/core/changes/row-change';
import { structureUnavailable } from '../../src/host/port/structure-unavailable';
import { openXlsx } from '../../src/host/xlsx';
import { isSameContent, type ChangeSet, type CellContent, type Conflict } from '../../src/core/changes/change-set';
import { isSameAddress, type CellAddress, type CellRange } from '../../src/core/workbook/cell-address';
import { WorkbookSnapshot, type CellValue, type SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { HostError } from '../../src/host/port/host-error';
import type {
  ApplyResult,
  CellPlace,
  CellMark,
  HostCapabilities,
  HostStorage,
  SelectResult,
  WorkbookChange,
  WorkbookHost,
} from '../../src/host/port/workbook-host';

/** A workbook in memory: the simplest host that keeps the contract, and a stand-in for a user who edits. */
export class MemoryHost implements WorkbookHost {
  readonly capabilities: HostCapabilities;
  marks: readonly CellMark[] = [];
  selection: { readonly sheet: string; readonly range: CellRange } | null = null;
  private readonly listeners = new Set<(change: WorkbookChange) => void>();
  readonly storage = memoryStorage();
  readonly workbookStorage = memoryStorage();

  constructor(
    private name: string,
    private sheets: readonly SheetContent[],
    capabilities: Partial<HostCapabilities> = {},
    private readonly parseSheet: (sheet: NewSheet) => SheetContent = sheetOfFile,
  ) {
    this.capabilities = { write: true, mark: true, select: true, watch: true, structure: true, ...capabilities };
  }

  async read(): Promise<WorkbookSnapshot> {
    return new WorkbookSnapshot(this.name, this.sheets);
  }

  async apply(changes: ChangeSet): Promise<ApplyResult> {
    for (const { sheet } of changes.edits) {
      if (this.sheetNamed(sheet).isProtected) throw new HostError('protected', `工作表「${sheet}」受保护。`);
    }
    const conflicts: Conflict[] = [];
    for (const edit of changes.edits) {
      const found = this.contentAt(edit.sheet, edit.address);
      if (isSameContent(found, edit.before)) this.put(edit.sheet, edit.address, edit.after);
      else conflicts.push({ edit, found });
    }
    return { written: changes.edits.length - conflicts.length, conflicts };
  }

  async changeRows(changes: readonly RowChange[]): Promise<readonly RowConflict[]> {
    this.requireStructure();
    const { snapshot, conflicts } = applyRowChanges(await this.read(), changes);
    if (conflicts.length > 0) return conflicts;
    for (const { sheet } of changes) {
      if (this.sheetNamed(sheet).isProtected) throw new HostError('protected', `工作表「${sheet}」受保护。`);
    }
    this.sheets = snapshot.sheets.map(({ content }) => content);
    return [];
  }

  async addSheets(added: readonly NewSheet[], after: string): Promise<void> {
    this.requireStructure();
    const place = this.sheets.indexOf(this.sheetNamed(after)) + 1;
    const taken = this.sheets.map(({ name }) => name.toLowerCase());
    for (const { name } of added) {
      if (taken.includes(name.toLowerCase())) throw new HostError('conflict', `已有名为「${name}」的工作表。`);
      taken.push(name.toLowerCase());
    }
    const contents = added.map((sheet) => ({ ...this.parseSheet(sheet), name: sheet.name }));
    this.sheets = [...this.sheets.slice(0, place), ...contents, ...this.sheets.slice(place)];
  }

  async removeSheets(names: readonly string[]): Promise<void> {
    this.requireStructure();
    for (const name of names) this.sheetNamed(name);
    const rest = this.sheets.filter(({ name }) => !names.includes(name));
    if (!rest.some(({ visibility }) => visibility === 'visible')) {
      throw new HostError('not-supported', '不能删除最后一张可见的工作表。');
    }
    this.sheets = rest;
  }

  async findLocked(cells: readonly CellPlace[]): Promise<readonly CellPlace[]> {
    return cells.filter(({ sheet }) => this.sheetNamed(sheet).isProtected);
  }

  async mark(marks: readonly CellMark[]): Promise<void> {
    for (const { sheet } of marks) this.sheetNamed(sheet);
    this.marks = marks;
  }

  async select(sheet: string, range: CellRange): Promise<SelectResult> {
    const isRevealed = this.sheetNamed(sheet).visibility !== 'visible';
    if (isRevealed) this.setVisibility(sheet, 'visible');
    this.selection = { sheet, range };
    return { isRevealed };
  }

  async conceal(sheet: string): Promise<void> {
    this.setVisibility(sheet, 'hidden');
  }

  watch(listener: (change: WorkbookChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The user types a value. */
  edit(sheet: string, address: CellAddress, value: CellValue): void {
    this.put(sheet, address, { ...this.contentAt(sheet, address), value, formula: null });
    const { row, column } = address;
    this.tell({ kind: 'edited', sheet, range: { top: row, left: column, bottom: row, right: column } });
  }

  /** The user deletes a sheet. */
  deleteSheet(sheet: string): void {
    this.sheets = this.sheets.filter(({ name }) => name !== sheet);
    this.tell({ kind: 'edited' });
  }

  /** The user inserts a row above this one; merged areas stay where they are. */
  insertRow(sheet: string, above: number): void {
    const cells = this.sheetNamed(sheet).cells.map((cell) =>
      cell.row < above ? cell : { ...cell, row: cell.row + 1 },
    );
    this.sheets = this.sheets.map((known) => (known.name === sheet ? { ...known, cells } : known));
    this.tell({ kind: 'edited', sheet, isMoved: true });
  }

  /** The user opens another workbook. */
  open(name: string, sheets: readonly SheetContent[]): void {
    this.name = name;
    this.sheets = sheets;
    this.marks = [];
    this.selection = null;
    this.tell({ kind: 'opened' });
  }

  private requireStructure(): void {
    if (!this.capabilities.structure) throw structureUnavailable();
  }

  private setVisibility(sheet: string, visibility: SheetContent['visibility']): void {
    this.sheets = this.sheets.map((known) => (known.name === sheet ? { ...known, visibility } : known));
  }

  private tell(change: WorkbookChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }

  private sheetNamed(name: string): SheetContent {
    const sheet = this.sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new HostError('gone', `没有工作表「${name}」。`);
    return sheet;
  }

  private contentAt(sheet: string, address: CellAddress): CellContent {
    const cell = this.sheetNamed(sheet).cells.find((candidate) => isSameAddress(candidate, address));
    return {
      value: cell?.value ?? null,
      formula: cell?.formula ?? null,
      numberFormat: cell?.numberFormat ?? 'General',
    };
  }

  private put(sheet: string, address: CellAddress, content: CellContent): void {
    const others = this.sheetNamed(sheet).cells.filter((cell) => !isSameAddress(cell, address));
    const cells = isBlankContent(content) ? others : [...others, placedCell(address, content)];
    const sorted = cells.sort((a, b) => a.row - b.row || a.column - b.column);
    this.sheets = this.sheets.map((known) => (known.name === sheet ? { ...known, cells: sorted } : known));
  }
}

function memoryStorage(): HostStorage {
  const texts = new Map<string, string>();
  return {
    get: async (key) => texts.get(key) ?? null,
    set: async (key, value) => void (value === '' ? texts.delete(key) : texts.set(key, value)),
  };
}

/** The sheet as its .xlsx file holds it. */
function sheetOfFile({ file, source }: NewSheet): SheetContent {
  const sheet = openXlsx(Buffer.from(file, 'base64')).snapshot.findSheet(source);
  if (!sheet) throw new Error(`The file has no sheet ${source}.`);
  return sheet.content;
}
