/** A point in time that `EditedSheets` tells edits before it from edits after it by. */
export type Moment = number;

/**
 * Which sheets may have changed since when. Whoever hears of a change in Excel, or makes one, notes it here; as long as
 * nobody hears, every sheet counts as edited. Sheets go by the id that Excel gives them.
 */
export class EditedSheets {
  private clock: Moment = 0;
  private allNoted: Moment = 0;
  private readonly noted: Record<string, Moment> = {};
  private isHeard = false;

  /** From now on every edit is noted: event handlers are in place. */
  startHearing(): void {
    this.noteAll();
    this.isHeard = true;
  }

  /** Events may be missed from now on. */
  stopHearing(): void {
    this.isHeard = false;
  }

  /** Something on this sheet changed: content, rows, columns; ours or the user's. A new sheet is noted as well. */
  note(sheetId: string): void {
    this.noted[sheetId] = this.tick();
  }

  /** Something changed, nobody knows where. */
  noteAll(): void {
    this.allNoted = this.tick();
  }

  /** To be asked for before reading: what is noted while Excel answers counts as edited since. */
  now(): Moment {
    return this.tick();
  }

  /** True when the sheet is known to be as it was at that moment. */
  isUnedited(sheetId: string, since: Moment): boolean {
    return this.isHeard && this.allNoted < since && (this.noted[sheetId] || 0) < since;
  }

  private tick(): Moment {
    this.clock += 1;
    return this.clock;
  }
}
