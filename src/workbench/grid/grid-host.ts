import type { RowConflict } from '../../core/changes/row-change';
import { structureUnavailable } from '../../host/port/structure-unavailable';
import { BooleanNumber, IUndoRedoService } from '@univerjs/core';
import { SetRangeValuesCommand, SetWorksheetHideMutation } from '@univerjs/sheets';
import { isSameContent, type ChangeSet, type Conflict, type Edit } from '../../core/changes/change-set';
import { formatAddress, type CellRange } from '../../core/workbook/cell-address';
import { withNote, type WorkbookNotes } from '../../core/workbook/workbook-notes';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
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
import { contentOf, editsAgainst } from './cell-contents';
import { guardCommands } from './command-gate';
import { CellEntry } from './cell-entry';
import { CurrentSnapshot } from './current-snapshot';
import { GRID_UNIT_ID, gridSheetId, gridWorkbookOf } from './grid-workbook';
import { LockedCells } from './locked-cells';
import { MarkOverlay } from './mark-overlay';
import { showRange } from './show-range';
import { TouchedCells } from './touched-cells';
import type { UniverGrid } from './univer-grid';

/** Why the grid turned the user down. */
export type Refusal = 'structure' | 'locked-cell' | 'paste-does-not-fit';

interface OpenWorkbook {
  readonly file: WorkbookFile;
  readonly current: CurrentSnapshot;
  notes: WorkbookNotes;
  readonly touched: TouchedCells;
  readonly locked: LockedCells;
}

/** The workbook in the embedded grid, as a host for the pane. */
export class GridHost implements WorkbookHost {
  readonly capabilities: HostCapabilities = { write: true, mark: true, select: true, watch: true, structure: false };
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
   */
  constructor(
    private readonly grid: UniverGrid,
    readonly storage: HostStorage,
    refuse: (refusal: Refusal) => void,
    private readonly editsChanged: () => void,
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
    const gridWorkbook = gridWorkbookOf(file.snapshot, appearance);
    this.open?.touched.dispose();
    this.overlay.replace([]);
    this.grid.show(gridWorkbook);
    this.overlay.attachTo(this.grid.injector);
    this.entry.attachTo(this.grid.injector);
    this.open = {
      file,
      current: new CurrentSnapshot(file.snapshot),
      notes: file.notes,
      touched: new TouchedCells(this.grid, file.snapshot, ({ sheet, range }) => {
        this.editsChanged();
        if (!this.isApplying) this.tell({ kind: 'edited', sheet, range });
      }),
      locked: new LockedCells(file.snapshot, appearance),
    };
    this.tell({ kind: 'opened' });
  }

  /** What differs from the file now, whoever changed it. */
  edits(): Edit[] {
    return this.open ? editsAgainst(this.open.file.snapshot, this.open.touched.list()) : [];
  }

  /** Texts that travel with the workbook, as they are now. */
  get notes(): WorkbookNotes {
    return this.open ? this.open.notes : new Map();
  }

  /** The file with the edits and notes in it; everything else in the bytes is as it was. */
  patchedFile(): Uint8Array {
    return this.opened().file.patch(this.edits(), this.notes);
  }

  async read(): Promise<WorkbookSnapshot> {
    return this.snapshotNow();
  }

  async apply(changes: ChangeSet): Promise<ApplyResult> {
    const { locked } = this.opened();
    const now = this.snapshotNow();
    const writable: Edit[] = [];
    const conflicts: Conflict[] = [];
    for (const edit of changes.edits) {
      const sheet = sheetNamed(now, edit.sheet);
      const { row, column } = edit.address;
      if (locked.hasLockedCell(edit.sheet, { top: row, left: column, bottom: row, right: column })) {
        throw protectedCell(edit);
      }
      const found = contentOf(sheet.cellAt(row, column));
      if (isSameContent(found, edit.before)) writable.push(edit);
      else conflicts.push({ edit, found });
    }
    await this.write(writable);
    return { written: writable.length, conflicts };
  }

  async changeRows(): Promise<readonly RowConflict[]> {
    throw structureUnavailable();
  }

  async addSheets(): Promise<void> {
    throw structureUnavailable();
  }

  async removeSheets(): Promise<void> {
    throw structureUnavailable();
  }

  async findLocked(): Promise<readonly CellPlace[]> {
    return [];
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
    const isRevealed = await this.reveal(sheetId);
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
    await this.setHidden(gridSheetId(snapshot.sheets.indexOf(known)), true);
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

  /** True when the sheet was hidden until now. */
  private async reveal(sheetId: string): Promise<boolean> {
    const isHidden = this.grid.workbook.getSheetBySheetId(sheetId)?.isSheetHidden() === true;
    if (isHidden) await this.setHidden(sheetId, false);
    return isHidden;
  }

  private setHidden(sheetId: string, isHidden: boolean): Promise<void> {
    const hidden = isHidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    return this.grid.run(SetWorksheetHideMutation.id, { unitId: GRID_UNIT_ID, subUnitId: sheetId, hidden });
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

  private tell(change: WorkbookChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }

  private opened(): OpenWorkbook {
    if (!this.open) throw new HostError('gone', '还没有打开工作簿。', '请点击「打开文件」，选择一个 .xlsx 文件。');
    return this.open;
  }
}

const TOP_LEFT: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };

function sheetNamed(snapshot: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = snapshot.findSheet(name);
  if (!sheet) throw new HostError('gone', `工作簿中没有名为「${name}」的工作表。`, '请重新校验后再试。');
  return sheet;
}

function protectedCell(edit: Edit): HostError {
  const place = `${edit.sheet}!${formatAddress(edit.address)}`;
  return new HostError('protected', `${place} 受工作表保护，不能修改。`, '请在 Excel 中撤销工作表保护后再试。');
}
