import { IUndoRedoService } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import { applyRowChanges } from '../../core/changes/apply-row-changes';
import { isSameContent, type ChangeSet, type Conflict, type Edit } from '../../core/changes/change-set';
import type { NewSheet } from '../../core/changes/operation';
import type { RowChange, RowConflict } from '../../core/changes/row-change';
import { rangeOfCell, type CellRange } from '../../core/workbook/cell-address';
import { withNote, type WorkbookNotes } from '../../core/workbook/workbook-notes';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';
import type {
  ApplyResult,
  CellPlace,
  CellMark,
  HostCapabilities,
  HostStorage,
  SelectResult,
  WorkbookChange,
  WorkbookHost,
} from '../../host/port/workbook-host';
import type { WorkbookFile } from '../workbook-file';
import { contentOf, editsAgainst, type TouchedCell } from './cell-contents';
import { guardCommands } from './command-gate';
import { CellEntry } from './cell-entry';
import { CurrentSnapshot } from './current-snapshot';
import { FileVersion, touchedAfter } from './file-version';
import { restoreView, viewOf, withLayoutOf } from './grid-view';
import { GRID_UNIT_ID, gridSheetId, gridWorkbookOf } from './grid-workbook';
import { protectedCell, protectedSheet, sheetNamed } from './host-refusals';
import { LockedCells } from './locked-cells';
import { MarkOverlay } from './mark-overlay';
import { reveal, setHidden, showRange } from './show-range';
import { marksAfter, rangeAfter, type StructureChange } from './structure-change';
import { TouchedCells } from './touched-cells';
import type { UniverGrid } from './univer-grid';

/** Why the grid turned the user down. */
export type Refusal = 'structure' | 'locked-cell' | 'paste-does-not-fit';

interface OpenWorkbook {
  readonly version: FileVersion;
  readonly file: WorkbookFile;
  readonly current: CurrentSnapshot;
  notes: WorkbookNotes;
  readonly touched: TouchedCells;
  readonly locked: LockedCells;
}

interface Standing extends Pick<OpenWorkbook, 'current' | 'notes'> {
  readonly touched: readonly TouchedCell[];
}

/** The workbook in the embedded grid, as a host for the pane. */
export class GridHost implements WorkbookHost {
  readonly capabilities: HostCapabilities = { write: true, mark: true, select: true, watch: true, structure: true };
  /** Stands in the copy that is saved. */
  readonly workbookStorage: HostStorage = {
    get: async (key) => this.opened().notes.get(key) ?? null,
    set: async (key, value) => {
      const open = this.opened();
      open.notes = withNote(open.notes, key, value);
      this.editsChanged();
    },
  };
  private readonly overlay = new MarkOverlay();
  private readonly entry: CellEntry;
  private readonly listeners = new Set<(change: WorkbookChange) => void>();
  private open: OpenWorkbook | null = null;
  private isApplying = false;

  /**
   * @param refuse Tells the user why what they tried does not work here.
   * @param editsChanged Called after every change of a cell, those of the pane included.
   * @param warn Tells the user what did not come along with a new sheet: whole Chinese sentences.
   */
  constructor(
    private readonly grid: UniverGrid,
    readonly storage: HostStorage,
    refuse: (refusal: Refusal) => void,
    private readonly editsChanged: () => void,
    private readonly warn: (warnings: readonly string[]) => void,
  ) {
    this.entry = new CellEntry(grid, refuse, (sheet, range) => {
      return !this.isApplying && this.open !== null && this.open.locked.hasLockedCell(sheet, range);
    });
    guardCommands(grid.injector, {
      takeOver: (commandId, params) => this.entry.takeOver(commandId, params),
      refused: () => refuse('structure'),
    });
  }

  /** Shows a file in the place of the former one. */
  show(file: WorkbookFile): void {
    const appearance = file.readAppearance();
    this.open?.touched.dispose();
    this.overlay.replace([]);
    this.grid.show(gridWorkbookOf(file.snapshot, appearance));
    this.stand(new FileVersion(file), { current: new CurrentSnapshot(file.snapshot), notes: file.notes, touched: [] });
    this.tell({ kind: 'opened' });
  }

  /** What differs from the file that was opened, whoever changed it; not what rows and sheets hold that came. */
  edits(): Edit[] {
    return this.open ? this.open.version.editsSinceOpened(this.pendingEdits()) : [];
  }

  /** What the grid stands on: another one after rows or sheets came or went, the former one where that was taken back. */
  get version(): FileVersion | null {
    return this.open && this.open.version;
  }

  /** Texts that travel with the workbook, as they are now. */
  get notes(): WorkbookNotes {
    return this.open ? this.open.notes : new Map();
  }

  /** The file with the edits and notes in it; everything else in the bytes is as it was. */
  patchedFile(): Uint8Array {
    return this.opened().file.patch(this.pendingEdits(), this.notes);
  }

  async read(): Promise<WorkbookSnapshot> {
    return this.snapshotNow();
  }

  async apply(changes: ChangeSet): Promise<ApplyResult> {
    await this.grid.endEntry();
    const { locked } = this.opened();
    const now = this.snapshotNow();
    const writable: Edit[] = [];
    const conflicts: Conflict[] = [];
    for (const edit of changes.edits) {
      const sheet = sheetNamed(now, edit.sheet);
      if (locked.hasLockedCell(edit.sheet, rangeOfCell(edit.address))) throw protectedCell(edit);
      const found = contentOf(sheet.cellAt(edit.address.row, edit.address.column));
      if (isSameContent(found, edit.before)) writable.push(edit);
      else conflicts.push({ edit, found });
    }
    await this.write(writable);
    return { written: writable.length, conflicts };
  }

  async changeRows(changes: readonly RowChange[]): Promise<readonly RowConflict[]> {
    if (changes.length === 0) return [];
    await this.grid.endEntry();
    const now = this.snapshotNow();
    for (const { sheet } of changes) if (now.findSheet(sheet)?.isProtected) throw protectedSheet(sheet);
    const { conflicts } = applyRowChanges(now, changes);
    if (conflicts.length === 0) await this.restructure({ kind: 'rows', changes });
    return conflicts;
  }

  async addSheets(sheets: readonly NewSheet[], after: string): Promise<void> {
    await this.grid.endEntry();
    if (sheets.length > 0) await this.restructure({ kind: 'addSheets', sheets, after });
  }

  async removeSheets(names: readonly string[]): Promise<void> {
    await this.grid.endEntry();
    if (names.length > 0) await this.restructure({ kind: 'removeSheets', names });
  }

  async findLocked(cells: readonly CellPlace[]): Promise<readonly CellPlace[]> {
    const { file, locked } = this.opened();
    return cells.filter(({ sheet, address }) => {
      return locked.hasLockedCell(sheetNamed(file.snapshot, sheet).name, rangeOfCell(address));
    });
  }

  async mark(marks: readonly CellMark[]): Promise<void> {
    const { snapshot } = this.opened().file;
    this.overlay.replace(
      marks.map(({ sheet, range, severity }) => {
        const known = sheetNamed(snapshot, sheet);
        const isOneCell = range.top === range.bottom && range.left === range.right;
        const area = isOneCell ? known.areaAt(range.top, range.left) : range;
        return { sheetId: gridSheetId(snapshot.sheets.indexOf(known)), range: area, severity };
      }),
    );
    this.grid.redraw();
  }

  async select(sheet: string, range: CellRange): Promise<SelectResult> {
    const { snapshot } = this.opened().file;
    const known = sheetNamed(snapshot, sheet);
    const sheetId = gridSheetId(snapshot.sheets.indexOf(known));
    const isRevealed = await reveal(this.grid, sheetId);
    const isOneCell = range.top === range.bottom && range.left === range.right;
    const area = isOneCell ? known.areaAt(range.top, range.left) : range;
    await showRange(this.grid, sheetId, area);
    return { isRevealed };
  }

  /** The grid alone hides and shows: a saved copy keeps each sheet as the file has it. */
  async conceal(sheet: string): Promise<void> {
    const { snapshot } = this.opened().file;
    const known = sheetNamed(snapshot, sheet);
    const other = snapshot.sheets.find(({ visibility }) => visibility === 'visible');
    if (known.visibility === 'visible' || other === undefined) return;
    await showRange(this.grid, gridSheetId(snapshot.sheets.indexOf(other)), TOP_LEFT);
    await setHidden(this.grid, gridSheetId(snapshot.sheets.indexOf(known)), true);
  }

  watch(listener: (change: WorkbookChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The marks on the screen, in the words they were set with. */
  shownMarks(): CellMark[] {
    const { snapshot } = this.opened().file;
    return this.overlay.shown.map(({ sheetId, range, severity }) => {
      const sheet = snapshot.sheets.find((_, index) => gridSheetId(index) === sheetId);
      return { sheet: sheet ? sheet.name : '', range, severity };
    });
  }

  private async write(edits: readonly Edit[]): Promise<void> {
    if (edits.length === 0) return;
    this.isApplying = true;
    // One step of the undo list, however many sheets it touches.
    const batch = this.grid.injector.get(IUndoRedoService).__tempBatchingUndoRedo(GRID_UNIT_ID);
    try {
      for (const { sheetId, range, cells } of this.entry.matricesOf(edits, this.opened().file.snapshot)) {
        await this.grid.run(SetRangeValuesCommand.id, {
          unitId: GRID_UNIT_ID,
          subUnitId: sheetId,
          range,
          value: cells,
        });
      }
    } finally {
      batch.dispose();
      this.isApplying = false;
    }
  }

  private snapshotNow(): WorkbookSnapshot {
    const { current, touched } = this.opened();
    return current.with(touched.list());
  }

  /** What differs from the file that the grid stands on. */
  private pendingEdits(): Edit[] {
    const { file, touched } = this.opened();
    return editsAgainst(file.snapshot, touched.list());
  }

  /** Shows the file with the change in the place of the former one, as if nothing else had happened. */
  private async restructure(change: StructureChange): Promise<void> {
    await this.grid.settle();
    const { version, file, touched, notes } = this.opened();
    const now = this.snapshotNow();
    const next = version.after(change, this.pendingEdits());
    const { snapshot, warnings } = next.version.file;
    const cells = touchedAfter(next, change, touched.list());
    const moves = { range: (sheet: string, range: CellRange) => rangeAfter(sheet, range, change) };
    const view = viewOf(this.grid);
    const marks = this.shownMarks();
    touched.dispose();
    this.overlay.replace([]);
    this.grid.show(withLayoutOf(view, gridWorkbookOf(snapshot, next.version.file.readAppearance(), cells), moves));
    this.stand(next.version, { current: new CurrentSnapshot(snapshot, now), notes, touched: cells });
    restoreView(this.grid, view, moves);
    await this.mark(marksAfter(marks, snapshot, change));
    this.editsChanged();
    const unheard = warnings.filter((warning) => !file.warnings.includes(warning));
    if (unheard.length > 0) this.warn(unheard);
  }

  /** Follows what happens to the workbook that the grid shows now. */
  private stand(version: FileVersion, { current, notes, touched }: Standing): void {
    const { file } = version;
    this.overlay.attachTo(this.grid.injector);
    this.entry.attachTo(this.grid.injector);
    this.open = {
      version,
      file,
      current,
      notes,
      touched: new TouchedCells(this.grid, file.snapshot, touched, ({ sheet, range }) => {
        this.editsChanged();
        if (!this.isApplying) this.tell({ kind: 'edited', sheet, range });
      }),
      locked: new LockedCells(file.snapshot, file.readAppearance()),
    };
  }

  private tell(change: WorkbookChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }

  private opened(): OpenWorkbook {
    if (!this.open) throw new HostError('gone', '还没有打开工作簿。', '请点击「打开文件」，选择一个 .xlsx 文件。');
    return this.open;
  }
}

const TOP_LEFT: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };
