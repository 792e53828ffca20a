import type { Operation } from '../../core/changes/operation';

/** An operation with what switches it: takes it back where it is done, does it again where it is undone. */
export interface KeptOperation {
  readonly id: string;
  readonly label: string;
  /** ISO 8601. */
  readonly at: string;
  readonly cells: number;
  readonly rows: number;
  readonly sheets: readonly string[];
  /** Null where it was too large for the workbook, and the pane that did it was closed. */
  readonly switch: Operation | null;
  /** Of the sheets that `switch` writes to: what tells whether their rows stand where they stood. */
  readonly rowPrints: Readonly<Record<string, string>>;
  /** Of the sheets that `switch` removes: what tells whether they are as they were added. */
  readonly sheetPrints: Readonly<Record<string, string>>;
}

/** What was done in a workbook. */
export interface HistoryDocument {
  /** Oldest first: the last one is undone next. */
  readonly done: readonly KeptOperation[];
  /** The last one is done again next. */
  readonly undone: readonly KeptOperation[];
  /** True when older operations were dropped. */
  readonly isShortened: boolean;
}

export const EMPTY_HISTORY: HistoryDocument = { done: [], undone: [], isShortened: false };

/** Whether everything is there that switching an operation takes. */
export function isUsable({ switch: operation }: KeptOperation): boolean {
  return (
    operation !== null &&
    operation.steps.every((step) => step.kind !== 'addSheets' || step.sheets.every(({ file }) => file !== ''))
  );
}
