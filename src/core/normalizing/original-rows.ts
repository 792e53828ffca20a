import type { RowChange } from '../changes/row-change';

/** Which row of the workbook as it stands is meant: one of its own, or one that the plan puts in. */
export type RowOrigin =
  { readonly kind: 'own'; readonly row: number } | { readonly kind: 'new'; readonly change: RowChange };

/** Where the rows of a sheet stood before rows came and went. */
export class OriginalRows {
  private readonly made = new Map<string, { readonly change: RowChange; readonly intent: RowChange }[]>();

  /** @param change As it was made. @param intent What it is known by. */
  note(change: RowChange, intent: RowChange): void {
    const ofSheet = this.made.get(change.sheet);
    if (ofSheet) ofSheet.push({ change, intent });
    else this.made.set(change.sheet, [{ change, intent }]);
  }

  /** @param row As the sheet stands after all changes that were noted. */
  originOf(sheet: string, row: number): RowOrigin {
    const made = this.made.get(sheet) || [];
    let line = row;
    for (let index = made.length - 1; index >= 0; index -= 1) {
      const { change, intent } = made[index];
      if (change.kind === 'delete') line += line >= change.row ? 1 : 0;
      else if (line === change.row) return { kind: 'new', change: intent };
      else line -= line > change.row ? 1 : 0;
    }
    return { kind: 'own', row: line };
  }

  /** Where a row that was put in stands after all changes. @param intent What it is known by. */
  placeOfNew(intent: RowChange): number {
    const made = this.made.get(intent.sheet) || [];
    let line = -1;
    for (const one of made) {
      if (one.intent === intent) line = one.change.row;
      else if (line >= 0 && one.change.row <= line) line += one.change.kind === 'insert' ? 1 : -1;
    }
    return line;
  }

  /** The first row from here on that is the workbook's own, as it stands there. */
  firstOwnFrom(sheet: string, row: number): number {
    for (let line = row; ; line += 1) {
      const origin = this.originOf(sheet, line);
      if (origin.kind === 'own') return origin.row;
    }
  }
}
