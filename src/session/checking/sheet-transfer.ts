import type { SheetContent, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { runInSlices, type CancelSignal } from '../time-slices';
import type { PaneMessage } from './messages';
import { headOf, packCells } from './packed-sheets';

const CELLS_PER_MESSAGE = 1000;

/** Brings workbooks to the worker, which keeps their sheets: only those with new content are sent again. */
export class SheetTransfer {
  private lastNumber = 0;
  /** Sheets that the worker has whole. */
  private sent = new Map<SheetContent, number>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly send: (message: PaneMessage) => void) {}

  /**
   * Sends what of a workbook the worker does not have yet; one workbook after the other.
   * @param whenSent Gets the numbers of its sheets, before any other workbook is sent. Rejects with ReviewCancelled.
   */
  bring(
    snapshot: WorkbookSnapshot,
    signal: CancelSignal,
    whenSent: (sheets: readonly number[]) => void,
  ): Promise<void> {
    const bring = async (): Promise<void> =>
      whenSent(await runInSlices(this.sendSheets(snapshot), signal, () => undefined));
    const bringing = this.last.then(bring, bring);
    this.last = bringing;
    return bringing;
  }

  forget(): void {
    this.sent.clear();
  }

  /** A message at a time; returns the numbers of the workbook's sheets. */
  private *sendSheets({ sheets }: WorkbookSnapshot): Generator<void, readonly number[]> {
    const kept = new Map<SheetContent, number>();
    for (const { content } of sheets) {
      const number = this.sent.get(content);
      if (number !== undefined) kept.set(content, number);
    }
    this.sent = kept;
    this.send({ kind: 'keep', sheets: Array.from(kept.values()) });
    for (const { content } of sheets) if (!kept.has(content)) yield* this.sendSheet(content);
    return sheets.map(({ content }) => this.sent.get(content) as number);
  }

  private *sendSheet(content: SheetContent): Generator<void> {
    this.lastNumber += 1;
    const sheet = this.lastNumber;
    this.send({ kind: 'sheet', sheet, head: headOf(content) });
    for (let start = 0; start < content.cells.length; start += CELLS_PER_MESSAGE) {
      yield;
      const cells = packCells(content.cells, start, start + CELLS_PER_MESSAGE);
      this.send({ kind: 'cells', sheet, cells });
    }
    this.sent.set(content, sheet);
    yield;
  }
}
