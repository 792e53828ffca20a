import { formatRange, type CellRange } from '../../../src/core/workbook/cell-address';
import { accessDenied, ApiCollection, ApiError, ApiObject, invalidArgument } from './api-object';
import { ConditionalFormatsApi } from './conditional-format-api';
import { copyFormats, mergeCells, unmergeCells } from './cell-formats';
import { RangeFormatApi } from './range-format-api';
import { deleteRow, insertRow } from './row-moves';
import { enteredValue, shownText } from './typed-entry';
import { cellAt, changeCell, type ModelCell, type ModelSheet } from './workbook-model';
import type { WorkbookApi } from './workbook-api';

/** The host's own limit of merged areas in one answer. */
const MAX_MERGED_AREAS = 512;

export const WHOLE_SHEET: CellRange = { top: 0, left: 0, bottom: 1048575, right: 16383 };

export class RangeApi extends ApiObject {
  readonly className = 'Range';
  override readonly isTracked = true;

  constructor(
    readonly workbook: WorkbookApi,
    readonly sheet: ModelSheet,
    readonly place: CellRange,
  ) {
    super();
  }

  override get isGone(): boolean {
    return !this.workbook.model.sheets.includes(this.sheet);
  }

  get address(): string {
    return addressOf(this.sheet, this.place);
  }

  get rowIndex(): number {
    return this.place.top;
  }

  get columnIndex(): number {
    return this.place.left;
  }

  get rowCount(): number {
    return this.place.bottom - this.place.top + 1;
  }

  get columnCount(): number {
    return this.place.right - this.place.left + 1;
  }

  get values(): unknown[][] | null {
    return this.grid(({ value }) => value);
  }

  /** As if typed, cell by cell. */
  set values(rows: unknown) {
    this.spread(rows, (raw, row, column) => {
      changeCell(this.sheet, row, column, enteredValue(raw, cellAt(this.sheet, row, column).numberFormat));
    });
    this.workbook.tellChanged(this.sheet, this.place, 'ThisLocalAddin');
  }

  get formulas(): unknown[][] | null {
    return this.grid(({ formula, value }) => formula ?? value);
  }

  get numberFormat(): unknown[][] | null {
    return this.grid(({ numberFormat }) => numberFormat);
  }

  set numberFormat(rows: unknown) {
    if (this.sheet.isProtected && !this.sheet.allowsFormats) throw accessDenied();
    this.spread(rows, (raw, row, column) => changeCell(this.sheet, row, column, { numberFormat: String(raw) }));
  }

  get text(): unknown[][] | null {
    return this.grid(shownText);
  }

  get valueTypes(): unknown[][] | null {
    return this.grid(({ value, isError }) => {
      if (isError) return 'Error';
      if (value === '') return 'Empty';
      return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
    });
  }

  get rowHidden(): boolean | null {
    return allOrNone(this.sheet.hiddenRows, this.place.top, this.place.bottom);
  }

  set rowHidden(isHidden: boolean | null) {
    if (this.sheet.isProtected) throw accessDenied();
    for (let row = this.place.top; row <= this.place.bottom; row += 1) {
      if (isHidden === true) this.sheet.hiddenRows.add(row);
      else this.sheet.hiddenRows.delete(row);
    }
  }

  get columnHidden(): boolean | null {
    return allOrNone(this.sheet.hiddenColumns, this.place.left, this.place.right);
  }

  set columnHidden(isHidden: boolean | null) {
    if (this.sheet.isProtected) throw accessDenied();
    for (let column = this.place.left; column <= this.place.right; column += 1) {
      if (isHidden === true) this.sheet.hiddenColumns.add(column);
      else this.sheet.hiddenColumns.delete(column);
    }
  }

  get format(): RangeFormatApi {
    return new RangeFormatApi(this);
  }

  get conditionalFormats(): ConditionalFormatsApi {
    return new ConditionalFormatsApi(this.workbook, this.sheet, [this.place]);
  }

  /** Names an area where its top-left cell lies in the range, and cuts it off at the range's end. */
  getMergedAreasOrNullObject(): RangeAreasApi | null {
    const { top, left, bottom, right } = this.place;
    const areas = this.sheet.mergedAreas
      .filter((area) => area.top >= top && area.top <= bottom && area.left >= left && area.left <= right)
      .map((area) => ({ ...area, bottom: Math.min(area.bottom, bottom), right: Math.min(area.right, right) }));
    if (areas.length > MAX_MERGED_AREAS) throw new ApiError('InvalidOperation', 'too many merged areas');
    return areas.length === 0 ? null : new RangeAreasApi(this.workbook, this.sheet, areas);
  }

  /**
   * Of the kinds of cells only the visible ones; on a single cell Excel would look at the whole sheet, on a protected
   * sheet it refuses.
   */
  getSpecialCellsOrNullObject(cellType: string): RangeAreasApi | null {
    if (this.sheet.isProtected) throw accessDenied();
    if (cellType !== 'Visible' || this.rowCount * this.columnCount === 1) throw invalidArgument(cellType);
    const { top, left, bottom, right } = this.place;
    const rows = visibleSpans(this.sheet.hiddenRows, top, bottom);
    const columns = visibleSpans(this.sheet.hiddenColumns, left, right);
    const areas = rows.flatMap(([first, last]) =>
      columns.map(([start, end]) => ({ top: first, bottom: last, left: start, right: end })),
    );
    return areas.length === 0 ? null : new RangeAreasApi(this.workbook, this.sheet, areas);
  }

  /** Whole rows only: cells alone are nothing that the adapter moves. */
  insert(shift: string): RangeApi {
    this.refuseParts(shift === 'Down');
    for (let row = this.place.top; row <= this.place.bottom; row += 1) {
      insertRow(this.workbook.model, this.sheet, this.place.top);
    }
    this.workbook.tellChanged(this.sheet, this.place, 'ThisLocalAddin', 'RowInserted');
    return new RangeApi(this.workbook, this.sheet, this.place);
  }

  delete(shift: string): void {
    this.refuseParts(shift === 'Up');
    for (let row = this.place.top; row <= this.place.bottom; row += 1) {
      deleteRow(this.workbook.model, this.sheet, this.place.top);
    }
    this.workbook.tellChanged(this.sheet, this.place, 'ThisLocalAddin', 'RowDeleted');
  }

  private refuseParts(isVertical: boolean): void {
    if (this.sheet.isProtected) throw accessDenied();
    const { left, right } = this.place;
    if (left !== WHOLE_SHEET.left || right !== WHOLE_SHEET.right || !isVertical)
      throw invalidArgument('whole rows only');
  }

  copyFrom(source: unknown, copyType?: string | null, skipBlanks?: boolean | null, transpose?: boolean | null): void {
    if (this.sheet.isProtected) throw accessDenied();
    if (!(source instanceof RangeApi) || copyType !== 'Formats' || skipBlanks === true || transpose === true) {
      throw invalidArgument('formats of a range of the same size only');
    }
    copyFormats(source.sheet, source.place, this.sheet, this.place);
    this.workbook.tellFormatted(this.sheet, this.place);
  }

  merge(across?: boolean | null): void {
    if (across === true) throw invalidArgument('across');
    if (this.sheet.isProtected) throw accessDenied();
    mergeCells(this.sheet, this.place);
    this.workbook.tellFormatted(this.sheet, this.place);
  }

  unmerge(): void {
    if (this.sheet.isProtected) throw accessDenied();
    unmergeCells(this.sheet, this.place);
    this.workbook.tellFormatted(this.sheet, this.place);
  }

  select(): void {
    if (this.workbook.model.activeSheet !== this.sheet.id) this.workbook.activate(this.sheet);
    this.workbook.model.selection = this.place;
  }

  isLocked(): boolean | null {
    const states = new Set((this.grid(({ isLocked }) => isLocked) ?? [[true]]).flat());
    return states.size === 1 ? states.has(true) : null;
  }

  /** What all cells have of a look; null when they differ. */
  lookOf(name: string, usual: unknown): unknown {
    const found = new Set((this.grid(({ look }) => look[name] ?? usual) ?? [[null]]).flat());
    return found.size === 1 ? [...found][0] : null;
  }

  /** What is undefined goes. */
  changeLook(change: Readonly<Record<string, unknown>>): void {
    this.changeFormats(({ look }) => {
      const all = Object.entries({ ...look, ...change }).filter(([, value]) => value !== undefined);
      return { look: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) };
    });
  }

  /** The borders of cells that an edge of the range, or all that lies within it, is made of. */
  bordersAt(edge: string): readonly { readonly range: RangeApi; readonly edge: string }[] {
    const { top, left, bottom, right } = this.place;
    const part = (place: Partial<CellRange>, side: string) => ({
      range: new RangeApi(this.workbook, this.sheet, { ...this.place, ...place }),
      edge: side,
    });
    const all: Readonly<Record<string, readonly { readonly range: RangeApi; readonly edge: string }[]>> = {
      EdgeTop: [part({ bottom: top }, edge)],
      EdgeBottom: [part({ top: bottom }, edge)],
      EdgeLeft: [part({ right: left }, edge)],
      EdgeRight: [part({ left: right }, edge)],
      InsideHorizontal: [part({ bottom: bottom - 1 }, 'EdgeBottom'), part({ top: top + 1 }, 'EdgeTop')],
      InsideVertical: [part({ right: right - 1 }, 'EdgeRight'), part({ left: left + 1 }, 'EdgeLeft')],
    };
    return all[edge];
  }

  changeLock(isLocked: boolean): void {
    this.changeFormats(() => ({ isLocked }));
  }

  fills(): (string | null)[] {
    return (this.grid(({ fill }) => fill) ?? []).flat();
  }

  fillWith(fill: string | null): void {
    this.changeFormats(() => ({ fill }));
  }

  private changeFormats(changeOf: (cell: Readonly<ModelCell>) => Partial<ModelCell>): void {
    if (this.sheet.isProtected && !this.sheet.allowsFormats) throw accessDenied();
    const { top, left, bottom, right } = this.place;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        changeCell(this.sheet, row, column, changeOf(cellAt(this.sheet, row, column)));
      }
    }
  }

  private grid<T>(pick: (cell: Readonly<ModelCell>) => T): T[][] | null {
    if (this.rowCount * this.columnCount > 5000000) return null;
    const { top, left } = this.place;
    return Array.from({ length: this.rowCount }, (_, row) =>
      Array.from({ length: this.columnCount }, (_unused, column) => pick(cellAt(this.sheet, top + row, left + column))),
    );
  }

  private spread(rows: unknown, put: (raw: unknown, row: number, column: number) => void): void {
    if (this.sheet.isProtected && this.isLocked() !== false) throw accessDenied();
    const isShaped =
      Array.isArray(rows) &&
      rows.length === this.rowCount &&
      rows.every((row) => Array.isArray(row) && row.length === this.columnCount);
    if (!isShaped) throw invalidArgument('not of the shape of the range');
    (rows as unknown[][]).forEach((row, down) =>
      row.forEach((raw, across) => {
        if (raw !== null) put(raw, this.place.top + down, this.place.left + across);
      }),
    );
  }
}

/** Several rectangles of one sheet. */
export class RangeAreasApi extends ApiObject {
  readonly className = 'RangeAreas';
  override readonly isTracked = true;

  constructor(
    private readonly workbook: WorkbookApi,
    private readonly sheet: ModelSheet,
    private readonly places: readonly CellRange[],
  ) {
    super();
  }

  override get isGone(): boolean {
    return !this.workbook.model.sheets.includes(this.sheet);
  }

  get address(): string {
    return this.places.map((place) => addressOf(this.sheet, place)).join(', ');
  }

  get areas(): RangesApi {
    return new RangesApi(this.places.map((place) => new RangeApi(this.workbook, this.sheet, place)));
  }

  get conditionalFormats(): ConditionalFormatsApi {
    return new ConditionalFormatsApi(this.workbook, this.sheet, this.places);
  }
}

class RangesApi extends ApiCollection<RangeApi> {
  readonly className = 'RangeCollection';

  constructor(readonly items: readonly RangeApi[]) {
    super();
  }
}

function allOrNone(hidden: ReadonlySet<number>, first: number, last: number): boolean | null {
  let count = 0;
  for (const line of hidden) if (line >= first && line <= last) count += 1;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

function visibleSpans(hidden: ReadonlySet<number>, first: number, last: number): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  let start = first;
  for (let line = first; line <= last + 1; line += 1) {
    if (line <= last && !hidden.has(line)) continue;
    if (line > start) spans.push([start, line - 1]);
    start = line + 1;
  }
  return spans;
}

function addressOf({ name }: ModelSheet, place: CellRange): string {
  const sheet = /^[\w\u4e00-\u9fff]+$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
  return `${sheet}!${placeText(place)}`;
}

/** "B2:C5", "5:5" of a whole row. */
export function placeText(place: CellRange): string {
  const isWholeRows = place.left === WHOLE_SHEET.left && place.right === WHOLE_SHEET.right;
  return isWholeRows ? `${place.top + 1}:${place.bottom + 1}` : formatRange(place);
}
