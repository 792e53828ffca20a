import type { CellRange } from '../../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { ChangeSet, Conflict } from '../../core/changes/change-set';

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
}

export interface ApplyResult {
  readonly written: number;
  /** Edits that were not written, because their cell no longer holds what they expect. Nothing was written for these. */
  readonly conflicts: readonly Conflict[];
}

/** Settings that stay on this machine; texts only. */
export interface HostStorage {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

/** What a host can do beyond reading; the pane hides or explains what is missing. */
export interface HostCapabilities {
  readonly write: boolean;
  readonly mark: boolean;
  readonly select: boolean;
  readonly watch: boolean;
}

/**
 * How a workbook is reached: Excel, the workbench's grid or a file. Every method rejects with a `HostError` and with
 * nothing else; a contract test (test/contracts) holds for all of them.
 */
export interface WorkbookHost {
  readonly capabilities: HostCapabilities;
  /** Reads the whole workbook as it is now, edits included. */
  read(): Promise<WorkbookSnapshot>;
  /** Writes the edits whose cells still hold what they expect; the others come back as conflicts. */
  apply(changes: ChangeSet): Promise<ApplyResult>;
  /** Replaces all marks of ours by these; an empty list takes them all off. The file is as before when all are off. */
  mark(marks: readonly CellMark[]): Promise<void>;
  /** Shows a range and selects it, changing the active sheet where needed. */
  select(sheet: string, range: CellRange): Promise<void>;
  /** Calls the listener after each change by the user; returns the function that ends it. */
  watch(listener: (change: WorkbookChange) => void): () => void;
  readonly storage: HostStorage;
}
