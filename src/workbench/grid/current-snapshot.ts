import { WorkbookSnapshot, type SheetContent, type SheetSnapshot } from '../../core/workbook/workbook-snapshot';
import { sheetWith, type TouchedCell } from './cell-contents';

/**
 * The workbook as the grid holds it: the file with the touched cells put in. A sheet whose touched cells hold what they
 * held when last asked is the very same content, so that whoever checks it knows that nothing changed there.
 */
export class CurrentSnapshot {
  private readonly known = new Map<string, { readonly touched: string; readonly content: SheetContent }>();

  constructor(private readonly file: WorkbookSnapshot) {}

  with(touched: readonly TouchedCell[]): WorkbookSnapshot {
    if (touched.length === 0) return this.file;
    const bySheet = new Map<string, TouchedCell[]>();
    for (const cell of touched) {
      const others = bySheet.get(cell.sheet);
      if (others) others.push(cell);
      else bySheet.set(cell.sheet, [cell]);
    }
    const contents = this.file.sheets.map((sheet) => {
      const own = bySheet.get(sheet.name);
      return own ? this.contentOf(sheet, own) : sheet.content;
    });
    return new WorkbookSnapshot(this.file.name, contents);
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
