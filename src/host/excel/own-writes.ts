import { formatAddress, type CellAddress } from '../../core/workbook/cell-address';

/** Excel tells of a write long before this, in milliseconds. */
const PATIENCE = 5000;

/**
 * Cells written by us, whose change events are not the user's. Each is expected once and not for long: an event that
 * comes later, or again, is taken for an edit.
 */
export class OwnWrites {
  private expected: Record<string, number> = {};

  constructor(private readonly now: () => number = Date.now) {}

  expect(sheetId: string, address: CellAddress): void {
    this.expected[`${sheetId}!${formatAddress(address)}`] = this.now();
  }

  /** True when the event is the one expected; it is not expected again. */
  takes(sheetId: string, address: string): boolean {
    const key = `${sheetId}!${address}`;
    const since = this.expected[key];
    if (since === undefined) return false;
    delete this.expected[key];
    return this.now() - since < PATIENCE;
  }
}
