import type { Operation } from '../../core/changes/operation';
import type { CellAddress } from '../../core/workbook/cell-address';

/** An operation that was done in this workbook, on whatever day. */
export interface HistoryEntry {
  readonly id: string;
  readonly label: string;
  /** ISO 8601, when it was done. */
  readonly at: string;
  readonly cells: number;
  readonly rows: number;
  /** Names of sheets that it added. */
  readonly sheets: readonly string[];
}

export interface HistoryView {
  /** Latest first: undoing begins with the first. */
  readonly undoable: readonly HistoryEntry[];
  /** Next first. */
  readonly redoable: readonly HistoryEntry[];
  /** Chinese sentence for the user where something of the history is gone or cannot be read; else null. */
  readonly note: string | null;
}

/** What came of doing, undoing or redoing an operation. */
export interface OperationOutcome {
  readonly label: string;
  /** What is in effect now: cells written, rows that came or went, sheets that came or went. */
  readonly cells: number;
  readonly rows: number;
  readonly sheets: readonly string[];
  /** Cells that are in effect now. */
  readonly written: readonly { readonly sheet: string; readonly address: CellAddress }[];
  /** One Chinese sentence for each cell, row or sheet that was left alone because it was edited since. */
  readonly conflicts: readonly string[];
  /** Where writing broke off half-way: Chinese sentences. */
  readonly interruption: readonly string[];
  /** Of the history; null when nothing is in effect. */
  readonly entry: string | null;
}

/**
 * Whole operations, done and taken back several deep; kept in the workbook, so that they survive closing the pane. Everything that writes goes through it.
 * Rejections are HostErrors or defects of ours.
 */
export interface OperationHistory {
  read(): Promise<HistoryView>;
  /**
   * Does an operation; what could be undone stays undoable, what could be redone no longer is.
   * @param hasMoved Whether cells of a sheet moved since the operation was planned: what it would write there is refused.
   */
  perform(operation: Operation, hasMoved?: (sheet: string) => boolean): Promise<OperationOutcome>;
  /** Takes back the latest operation that is in effect; cells, rows and sheets that someone edited since are left alone and named. */
  undo(): Promise<OperationOutcome>;
  redo(): Promise<OperationOutcome>;
  /** Takes the history out of the workbook; what was written stays. */
  clear(): Promise<void>;
}
