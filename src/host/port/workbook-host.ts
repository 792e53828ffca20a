import type { CellAddress, CellRange } from '../../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { ChangeSet, Conflict, Edit } from '../../core/changes/change-set';
import type { NewSheet } from '../../core/changes/operation';
import type { RowChange, RowConflict } from '../../core/changes/row-change';

export type MarkSeverity = 'error' | 'warning' | 'info';

/** One cell (or merged area) to be marked. Marks are an overlay: the user's own formatting stays as it is. */
export interface CellMark {
  readonly sheet: string;
  readonly range: CellRange;
  readonly severity: MarkSeverity;
}

/** What the user changed since the last event, as far as the host can tell. */
export interface WorkbookChange {
  /** `opened`: another workbook is shown now; everything known about the former one is void. */
  readonly kind: 'edited' | 'opened';
  /** Sheet and range of the edit; absent when the host cannot tell. */
  readonly sheet?: string;
  readonly range?: CellRange;
  /** True when cells of the sheet (of any, where none is named) moved: lines came or went, or were sorted. */
  readonly isMoved?: boolean;
}

export interface ApplyResult {
  /** Edits that are in effect now. */
  readonly written: number;
  /** Edits that were not written, because their cell no longer holds what they expect. Nothing was written for these. */
  readonly conflicts: readonly Conflict[];
  /** Only when writing broke off half-way: some edits are in effect, others are not. */
  readonly interruption?: Interruption;
  /** Blank cells that writing had to give another number format. Snapshots do not know theirs: left out where none is concerned. */
  readonly reformatted?: readonly ReformattedCell[];
}

export interface ReformattedCell {
  readonly sheet: string;
  readonly address: CellAddress;
  /** Number formats. */
  readonly from: string;
  readonly to: string;
}

/** Writing that broke off; nothing was taken back. */
export interface Interruption {
  /** One Chinese sentence: what happened. */
  readonly message: string;
  readonly advice: string;
  /** Edits that are not in effect. */
  readonly unwritten: readonly Edit[];
  /** Edits of which the host could not find out; whoever shows this must say so. */
  readonly uncertain: readonly Edit[];
}

/**
 * `whole`: everything is read anew. `edited`: sheets that the host knows to be unedited since the last read may come
 * back as they were then, as the very same `SheetContent` objects.
 */
export type ReadExtent = 'whole' | 'edited';

export interface SelectResult {
  /** True when the sheet was hidden and had to be shown; `conceal` hides it again. */
  readonly isRevealed: boolean;
}

/** Texts kept under a key. */
export interface HostStorage {
  /** @param isAnew Also where the host thinks it knows: others may have written since. */
  get(key: string, isAnew?: boolean): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

/** What a host can do beyond reading; the pane hides or explains what is missing. */
export interface HostCapabilities {
  readonly write: boolean;
  readonly mark: boolean;
  readonly select: boolean;
  readonly watch: boolean;
  /** Rows and sheets can come and go. */
  readonly structure: boolean;
}

/** A cell of the workbook. */
export interface CellPlace {
  readonly sheet: string;
  readonly address: CellAddress;
}

/**
 * How a workbook is reached: Excel, the workbench's grid or a file. Every method rejects with a `HostError` and with
 * nothing else; a contract test (test/contracts) holds for all of them.
 */
export interface WorkbookHost {
  readonly capabilities: HostCapabilities;
  /** The workbook as it is now, edits included; `whole` unless said otherwise. */
  read(extent?: ReadExtent): Promise<WorkbookSnapshot>;
  /** Writes the edits whose cells still hold what they expect; the others come back as conflicts. */
  apply(changes: ChangeSet): Promise<ApplyResult>;
  /**
   * Makes these row changes in their order; where one of them does not find what it expects, none is made and all that do not are given
   * back. Formulas, names, print areas and the like follow the rows as they do in Excel; where a host cannot see to that it refuses
   * with `not-supported` before anything is written.
   */
  changeRows(changes: readonly RowChange[]): Promise<readonly RowConflict[]>;
  /**
   * Adds sheets behind the sheet `after`, in their order: values, formats, widths, merged areas, validations, print setup. Rejects with
   * `conflict`, and adds none, where a name is taken.
   */
  addSheets(sheets: readonly NewSheet[], after: string): Promise<void>;
  /** Removes sheets, whatever they hold; the last visible one is refused. */
  removeSheets(names: readonly string[]): Promise<void>;
  /** Of these cells those that sheet protection keeps from being written. */
  findLocked(cells: readonly CellPlace[]): Promise<readonly CellPlace[]>;
  /** Replaces all marks of ours by these; an empty list takes them all off. The file is as before when all are off. */
  mark(marks: readonly CellMark[]): Promise<void>;
  /** Shows a range and selects it, changing the active sheet where needed. */
  select(sheet: string, range: CellRange): Promise<SelectResult>;
  /** Hides a sheet again that `select` had to show. */
  conceal(sheet: string): Promise<void>;
  /** Calls the listener after each change by the user; returns the function that ends it. */
  watch(listener: (change: WorkbookChange) => void): () => void;
  /** Settings: they stay on this machine. */
  readonly storage: HostStorage;
  /**
   * What belongs to the workbook and travels with its file, e.g. which findings a reviewer accepted. An empty text
   * takes an entry out.
   */
  readonly workbookStorage: HostStorage;
  /** Read by functions in cells, which reach no other store of ours; left out where there are none. */
  readonly functionStorage?: HostStorage;
}
