import {
  WorkbookSnapshot,
  type PlacedCell,
  type SheetContent,
  type SheetSnapshot,
} from '../../core/workbook/workbook-snapshot';
import { sheetWith, type TouchedCell } from './cell-contents';

/**
 * The workbook as the grid holds it: the file with the touched cells put in. A sheet whose touched cells hold what they
 * held when last asked is the very same content, so that whoever checks it knows that nothing changed there.
 */
export class CurrentSnapshot {
  private readonly known = new Map<string, { readonly touched: string; readonly content: SheetContent }>();
  private readonly untouched: WorkbookSnapshot;

  /** @param former What the grid held before it showed this file: sheets that are as they were stay the very same content. */
  constructor(file: WorkbookSnapshot, former?: WorkbookSnapshot) {
    const contents = file.sheets.map(({ name, content }) => {
      const before = former?.findSheet(name)?.content;
      return before !== undefined && isSameSheet(before, content) ? before : content;
    });
    this.untouched = former === undefined ? file : new WorkbookSnapshot(file.name, contents);
  }

  with(touched: readonly TouchedCell[]): WorkbookSnapshot {
    if (touched.length === 0) return this.untouched;
    const bySheet = new Map<string, TouchedCell[]>();
    for (const cell of touched) {
      const others = bySheet.get(cell.sheet);
      if (others) others.push(cell);
      else bySheet.set(cell.sheet, [cell]);
    }
    const contents = this.untouched.sheets.map((sheet) => {
      const own = bySheet.get(sheet.name);
      return own ? this.contentOf(sheet, own) : sheet.content;
    });
    return new WorkbookSnapshot(this.untouched.name, contents);
  }

  private contentOf(sheet: SheetSnapshot, cells: readonly TouchedCell[]): SheetContent {
    const touched = JSON.stringify(cells);
    const known = this.known.get(sheet.name);
    if (known && known.touched === touched) return known.content;
    const content = sheetWith(sheet, cells);
    this.known.set(sheet.name, { touched, content });
    return content;
  }
}

function isSameSheet(one: SheetContent, other: SheetContent): boolean {
  const { cells, ...frame } = one;
  const { cells: otherCells, ...otherFrame } = other;
  return (
    cells.length === otherCells.length &&
    JSON.stringify(frame) === JSON.stringify(otherFrame) &&
    cells.every((cell, place) => isSameCell(cell, otherCells[place]))
  );
}

/** The shown text follows from value and format. */
function isSameCell(one: PlacedCell, other: PlacedCell): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.value === other.value &&
    one.formula === other.formula &&
    one.numberFormat === other.numberFormat &&
    one.rawNumber === other.rawNumber &&
    one.isError === other.isError
  );
}
