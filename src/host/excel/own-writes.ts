import type { Edit } from '../../core/changes/change-set';
import { containsCell, formatAddress, parseRange, type CellRange } from '../../core/workbook/cell-address';
import type { EditedSheets } from './edited-sheets';

/** Excel tells of a write long before this, in milliseconds. */
const PATIENCE = 10000;

interface OwnWrite {
  readonly sheetId: string;
  readonly edit: Edit;
  readonly since: number;
}

/**
 * Cells written by us a moment ago, whose change events are not the user's. That an event names such a cell proves
 * nothing, the user may have typed into it since: whoever asks looks whether the cell still holds what we wrote.
 */
export class OwnWrites {
  private written: Readonly<Record<string, OwnWrite>> = {};

  constructor(
    private readonly edited: EditedSheets,
    private readonly now: () => number = Date.now,
  ) {}

  /** To be called before the edit is sent: its event may come before the answer. */
  expect(sheetId: string, edit: Edit): void {
    this.edited.note(sheetId);
    const since = this.now();
    const written: Record<string, OwnWrite> = {};
    for (const key of Object.keys(this.written)) {
      if (since - this.written[key].since < PATIENCE) written[key] = this.written[key];
    }
    written[`${sheetId}!${formatAddress(edit.address)}`] = { sheetId, edit, since };
    this.written = written;
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
      .map(({ edit }) => edit)
      .filter((edit) => areas.some((area) => containsCell(area, edit.address)));
    const cells = areas.reduce((count, area) => count + countCells(area), 0);
    return edits.length > 0 && edits.length === cells ? edits : null;
  }
}

function countCells({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}
