import type { Edit } from '../../core/changes/change-set';
import type { RowChange } from '../../core/changes/row-change';
import {
  containsCell,
  formatAddress,
  parseRange,
  type CellAddress,
  type CellRange,
} from '../../core/workbook/cell-address';
import type { EditedSheets } from './edited-sheets';

/** Excel tells of a write long before this, in milliseconds. */
const PATIENCE = 10000;

interface OwnWrite {
  readonly sheetId: string;
  readonly edit: Edit;
  /** Where the event will say it is: rows may come and go behind it in the same request. */
  readonly place: CellAddress;
  readonly since: number;
}

interface OwnRow {
  readonly sheetId: string;
  readonly event: string;
  readonly since: number;
}

interface OwnSheet {
  readonly event: SheetEvent;
  /** Null while Excel has not said yet what it calls a sheet that we add. */
  readonly sheetId: string | null;
  readonly since: number;
}

export type SheetEvent = 'added' | 'deleted';

/**
 * Cells written by us a moment ago, whose change events are not the user's. That an event names such a cell proves
 * nothing, the user may have typed into it since: whoever asks looks whether the cell still holds what we wrote.
 */
export class OwnWrites {
  private written: Readonly<Record<string, OwnWrite>> = {};
  private rows: readonly OwnRow[] = [];
  private sheets: readonly OwnSheet[] = [];
  /** Sheets of ours that are being filled, and since when. */
  private readonly filled: Record<string, number> = {};

  constructor(
    private readonly edited: EditedSheets,
    private readonly now: () => number = Date.now,
  ) {}

  /** To be called before the edit is sent: its event may come before the answer. */
  expect(sheetId: string, edit: Edit, place: CellAddress = edit.address): void {
    this.edited.note(sheetId);
    const since = this.now();
    const written: Record<string, OwnWrite> = {};
    for (const key of Object.keys(this.written)) {
      if (since - this.written[key].since < PATIENCE) written[key] = this.written[key];
    }
    written[`${sheetId}!${formatAddress(place)}`] = { sheetId, edit, place, since };
    this.written = written;
  }

  /** The same of a row that comes or goes. */
  expectRow(sheetId: string, { kind, row }: RowChange): void {
    this.edited.note(sheetId);
    const since = this.now();
    const event = rowEvent(kind === 'insert' ? 'RowInserted' : 'RowDeleted', `${row + 1}:${row + 1}`);
    this.rows = this.rows.filter((known) => since - known.since < PATIENCE).concat([{ sheetId, event, since }]);
  }

  /** True, once, for an event that tells of a row that we inserted or deleted. */
  takeRow(sheetId: string, changeType: string, address: string): boolean {
    const event = rowEvent(changeType, address);
    const now = this.now();
    const own = this.rows.filter(
      (known) => known.sheetId === sheetId && known.event === event && now - known.since < PATIENCE,
    )[0];
    this.rows = this.rows.filter((known) => known !== own);
    return own !== undefined;
  }

  /** A sheet that we add or delete. @param sheetId Null where Excel is yet to give it one. */
  expectSheet(event: SheetEvent, sheetId: string | null): void {
    const since = this.now();
    this.sheets = this.sheets.filter((known) => since - known.since < PATIENCE).concat([{ event, sheetId, since }]);
  }

  /** True, once, for an event that tells of such a sheet. */
  takeSheet(event: SheetEvent, sheetId: string): boolean {
    const now = this.now();
    const own = this.sheets.filter(
      (known) =>
        known.event === event && (known.sheetId === null || known.sheetId === sheetId) && now - known.since < PATIENCE,
    )[0];
    this.sheets = this.sheets.filter((known) => known !== own);
    return own !== undefined;
  }

  /** Every change of this sheet is ours for a while: it is new, and being filled. */
  expectFilling(sheetId: string): void {
    this.edited.note(sheetId);
    this.filled[sheetId] = this.now();
  }

  isFilling(sheetId: string): boolean {
    return this.now() - (this.filled[sheetId] || -PATIENCE) < PATIENCE;
  }

  /**
   * The edits of ours that a change event may tell of: one event for each cell, for each area or for all at once. Null
   * when a cell that it covers was not written by us lately.
   * @param address As events have it: "B2", "B2:C5", "B2:C5,E7".
   */
  within(sheetId: string, address: string): readonly Edit[] | null {
    const areas = address.split(',').map(parseRange);
    if (!areas.every((area): area is CellRange => area !== undefined)) return null;
    const now = this.now();
    const edits = Object.keys(this.written)
      .map((key) => this.written[key])
      .filter((write) => write.sheetId === sheetId && now - write.since < PATIENCE)
      .filter(({ place }) => areas.some((area) => containsCell(area, place)))
      .map(({ edit }) => edit);
    const cells = areas.reduce((count, area) => count + countCells(area), 0);
    return edits.length > 0 && edits.length === cells ? edits : null;
  }
}

/** Excel names a row "5:5"; the $ and the sheet that some builds add are none of it. */
function rowEvent(changeType: string, address: string): string {
  return `${changeType} ${address.replace(/^.*!/, '').replace(/\$/g, '')}`;
}

function countCells({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}
