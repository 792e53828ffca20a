import { BLANK_CONTENT, type CellContent, type Edit } from '../../../core/changes/change-set';
import type { RowChange, RowInsertion } from '../../../core/changes/row-change';
import { formatAddress, formatRange, type CellRange } from '../../../core/workbook/cell-address';
import type { SheetContent } from '../../../core/workbook/workbook-snapshot';
import type { FillsOfRows } from '../marking/fills-of-rows';
import { setFill } from '../marking/former-fills';
import type { OwnWrites } from '../own-writes';
import type { NamedSheet } from '../sheets';
import { planWrite } from '../writing/planned-write';
import type { ReadyWrite } from '../writing/written-cells';
import type { LookPair } from './copy-looks';
import { areasAfterInsertion, columnRuns, planMerges } from './row-merges';

/** What can be done about the looks of new rows. */
export interface RowAbilities {
  /** Without them, formats of a row cannot be copied without cutting some. */
  readonly knowsMergedAreas: boolean;
  /** ExcelApi 1.9. */
  readonly copiesFormats: boolean;
}

/** No number format: what the new cell has got from its neighbour is not known. */
const UNKNOWN_FORMAT = '';

/** A row of a sheet that is followed while rows above it come and go; null once it is gone. */
interface FollowedRow {
  readonly sheet: NamedSheet;
  row: number | null;
}

interface CellWrite {
  readonly place: FollowedRow;
  readonly column: number;
  /** Where it was written, for the event that tells of it. */
  readonly eventRow: number;
  readonly content: CellContent;
  readonly plan: ReadyWrite['write'];
}

interface NewRow {
  readonly place: FollowedRow;
  /** The row that it is to be as high as. */
  readonly like: FollowedRow;
  /** Columns that have the formats of the row above, and are to have those of the row below. */
  readonly unlike: readonly number[];
}

/** Puts row changes into one request, and knows where their rows stand when all is done. */
export class RowBatch {
  private readonly followed: FollowedRow[] = [];
  private readonly writes: CellWrite[] = [];
  private readonly newRows: NewRow[] = [];
  private readonly events: { readonly sheet: NamedSheet; readonly change: RowChange }[] = [];

  /** @param fills Of marks that stand in cells. */
  constructor(
    private readonly abilities: RowAbilities,
    private readonly fills: FillsOfRows | null,
  ) {}

  /** @param before The sheet as this change finds it. */
  add(sheet: NamedSheet, change: RowChange, before: SheetContent): void {
    this.events.push({ sheet, change });
    const line = wholeRow(sheet, change.row);
    if (change.kind === 'delete') line.delete('Up');
    else line.insert('Down');
    for (const followed of this.followed) {
      if (followed.sheet === sheet && followed.row !== null) followed.row = rowAfter(followed.row, change);
    }
    if (change.kind === 'insert') this.fill(sheet, change, before);
    if (this.fills === null) return;
    for (const { address, fill } of this.fills.follow(sheet.sheet.id, change, this.formatsFrom(change))) {
      setFill(sheet.sheet.getRange(address), fill);
    }
  }

  /** To be called before the request is sent: events may come before its answer. */
  expectEvents(ownWrites: OwnWrites): void {
    for (const { sheet, change } of this.events) ownWrites.expectRow(sheet.sheet.id, change);
    for (const write of this.writes) {
      const edit = editOf(write);
      if (edit !== null) {
        ownWrites.expect(write.place.sheet.sheet.id, edit, { row: write.eventRow, column: write.column });
      }
    }
  }

  /** The cells that were written and are still there, as written: for looking whether Excel made something else of their texts. */
  writtenCells(): readonly ReadyWrite[] {
    const cells: ReadyWrite[] = [];
    for (const write of this.writes) {
      const edit = editOf(write);
      const { plan, place } = write;
      if (edit !== null) cells.push({ edit, sheet: place.sheet, found: BLANK_CONTENT, write: plan });
    }
    return cells;
  }

  /** Asks, in the same request, how high the new rows are; the answer makes those right that differ: false where none does. */
  askHeights(): () => boolean {
    const pairs = this.newRows.map(({ place, like }) => {
      if (place.row === null || like.row === null) return null;
      const formats = [place, like].map(({ sheet, row }) => wholeRow(sheet, row as number).format);
      for (const format of formats) format.load('rowHeight');
      return formats;
    });
    return () => {
      let isChanged = false;
      for (const pair of pairs) {
        if (pair === null) continue;
        const [own, other] = pair;
        // A hidden row has none.
        if (!other.rowHeight || own.rowHeight === other.rowHeight) continue;
        own.rowHeight = other.rowHeight;
        isChanged = true;
      }
      return isChanged;
    };
  }

  /** Rows whose looks are to be copied cell by cell, where they stand when all is done. */
  looksToCopy(): readonly LookPair[] {
    const pairs: LookPair[] = [];
    for (const { place, like, unlike } of this.newRows) {
      if (unlike.length === 0 || place.row === null || like.row === null) continue;
      const written = this.writes.filter((write) => write.place === place).map(({ column }) => column);
      const { sheet } = place.sheet;
      pairs.push({ sheet, row: place.row, like: like.row, columns: unlike, written, copiesFill: this.fills === null });
    }
    return pairs;
  }

  private fill(sheet: NamedSheet, change: RowInsertion, before: SheetContent): void {
    const { row } = change;
    const source = change.like < row ? change.like : change.like + 1;
    const place = this.follow(sheet, row);
    const areas = areasAfterInsertion(before.mergedAreas, row);
    const { copied, unlike } = this.copyFormats(sheet, change, lastColumnOf(before), areas);
    this.newRows.push({ place, like: this.follow(sheet, source), unlike });
    if (before.hiddenRows.indexOf(row - 1) >= 0) wholeRow(sheet, row).rowHidden = false;
    const present = this.abilities.knowsMergedAreas ? areas.concat(copied) : null;
    const { unmerged, merged } = planMerges(change, present);
    for (const area of unmerged) sheet.sheet.getRange(formatRange(area)).unmerge();
    for (const area of merged) sheet.sheet.getRange(formatRange(area)).merge();
    for (const { column, content } of change.cells) {
      if (!isCovered(change, column)) this.write(place, column, content);
    }
  }

  /** The row, as it stands afterwards, that a new one has its formats from. */
  private formatsFrom(change: RowChange): number {
    const isCopied = change.kind === 'insert' && change.like === change.row && this.abilities.copiesFormats;
    return isCopied ? change.row + 1 : change.row - 1;
  }

  /**
   * Excel itself gives a new row the formats of the row above. The merged areas that copying brings, and the columns where none could be
   * copied.
   */
  private copyFormats(
    sheet: NamedSheet,
    { row, like }: RowInsertion,
    lastColumn: number,
    areas: readonly CellRange[],
  ): { readonly copied: readonly CellRange[]; readonly unlike: readonly number[] } {
    const copied: CellRange[] = [];
    const unlike: number[] = [];
    if (like < row) return { copied, unlike };
    const source = like + 1;
    const runs = this.abilities.copiesFormats ? columnRuns(areas, [row, source], lastColumn) : [];
    for (const { left, right } of runs) {
      const from = sheet.sheet.getRange(formatRange({ top: source, bottom: source, left, right }));
      const to = sheet.sheet.getRange(formatRange({ top: row, bottom: row, left, right }));
      to.copyFrom(from, 'Formats');
      const within = areas.filter((area) => area.top === source && area.left >= left && area.right <= right);
      copied.push(...within.map((area) => ({ ...area, top: row, bottom: row })));
    }
    for (let column = 0; column <= lastColumn; column += 1) {
      const isWithin = ({ left, right }: CellRange): boolean => left <= column && column <= right;
      const isReached = areas.some((area) => isWithin(area) && area.top < row && area.bottom >= row);
      if (!isReached && !runs.some(isWithin)) unlike.push(column);
    }
    return { copied, unlike };
  }

  private write(place: FollowedRow, column: number, content: CellContent): void {
    const row = place.row as number;
    const before = { ...BLANK_CONTENT, numberFormat: UNKNOWN_FORMAT };
    const edit = { sheet: place.sheet.name, address: { row, column }, before, after: content };
    const plan = planWrite(edit, before, place.sheet, true);
    const range = place.sheet.sheet.getRange(formatAddress({ row, column }));
    if (plan.formatBefore !== null) range.numberFormat = [[plan.formatBefore]];
    if (plan.content !== null) range.values = [[plan.content]];
    if (plan.formatAfter !== null) range.numberFormat = [[plan.formatAfter]];
    this.writes.push({ place, column, eventRow: row, content, plan });
  }

  private follow(sheet: NamedSheet, row: number): FollowedRow {
    const followed = { sheet, row };
    this.followed.push(followed);
    return followed;
  }
}

function lastColumnOf({ cells, mergedAreas }: SheetContent): number {
  const lastCell = cells.reduce((last, { column }) => Math.max(last, column), 0);
  return mergedAreas.reduce((last, { right }) => Math.max(last, right), lastCell);
}

function wholeRow({ sheet }: NamedSheet, row: number): Excel.Range {
  return sheet.getRange(`${row + 1}:${row + 1}`);
}

function rowAfter(row: number, { kind, row: changed }: RowChange): number | null {
  if (kind === 'insert') return row >= changed ? row + 1 : row;
  return row === changed ? null : row > changed ? row - 1 : row;
}

function editOf({ place, column, content }: CellWrite): Edit | null {
  if (place.row === null) return null;
  return { sheet: place.sheet.name, address: { row: place.row, column }, before: BLANK_CONTENT, after: content };
}

function isCovered({ row, mergedAreas }: RowInsertion, column: number): boolean {
  return mergedAreas.some(({ top, left, right }) => column >= left && column <= right && (top < row || column > left));
}
