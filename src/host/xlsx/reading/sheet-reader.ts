import {
  MAX_COLUMNS,
  MAX_ROWS,
  formatAddress,
  parseRange,
  type CellAddress,
  type CellRange,
} from '../../../core/workbook/cell-address';
import type { SheetVisibility } from '../../../core/workbook/workbook-snapshot';
import { readValue } from './cell-value';
import type { XlsxLimits } from '../limits';
import { SharedFormulas } from './shared-formulas';
import { StoredCell } from './stored-cell';
import type { StyleTable } from './style-table';
import { XlsxError } from '../xlsx-error';
import { scanBytes, withoutPrefix, type XmlHandler, type XmlTag } from '../xml/xml-scanner';
import { isTrue } from '../xml/xml-text';

/** What the sheets of a workbook share while they are read. */
export interface ReadingContext {
  readonly limits: XlsxLimits;
  readonly strings: readonly string[];
  readonly styles: StyleTable;
  readonly isDate1904: boolean;
  /** Cells that may still be read, counted down over all sheets. */
  cellsLeft: number;
}

/** A worksheet part as it was read, before merged areas are applied. */
export interface RawSheet {
  /** Every cell element, blank ones included, sorted by row, then column. */
  readonly cells: readonly StoredCell[];
  /** False when rows or cells stand out of order or twice; such sheets are not written to. */
  readonly isOrdered: boolean;
  readonly mergeTexts: readonly string[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly isProtected: boolean;
  /** Areas of array formulas and data tables; their cells change only together. */
  readonly arrayAreas: readonly CellRange[];
  readonly hasDataTables: boolean;
  readonly sharedFormulas: SharedFormulas;
  /** Formats of rows that have one; new cells take theirs from here, else from their column. */
  readonly rowStyles: ReadonlyMap<number, number>;
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: number }[];
}

/** "A1" in capitals or not, without "$"; the common case, hence not through a regular expression. */
export function parseCellReference(text: string): CellAddress | undefined {
  let column = 0;
  let at = 0;
  for (; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90 || text.charCodeAt(at) < 65) break;
    column = column * 26 + letter - 64;
  }
  if (at === 0 || at > 3 || at === text.length || text.length - at > 7) return undefined;
  let row = 0;
  for (; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  return row < 1 || row > MAX_ROWS || column > MAX_COLUMNS ? undefined : { row: row - 1, column: column - 1 };
}

/** Reads one worksheet part in a single pass. */
class SheetReader implements XmlHandler {
  private readonly cells: StoredCell[] = [];
  private readonly mergeTexts: string[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns = new Set<number>();
  private readonly arrayAreas: CellRange[] = [];
  private readonly sharedFormulas: SharedFormulas;
  private readonly rowStyles = new Map<number, number>();
  private readonly columnStyles: { first: number; last: number; style: number }[] = [];
  private hasDataTables = false;
  private isOrdered = true;
  private isProtected = false;
  private row = -1;
  private lastRow = -1;
  private column = -1;

  private inCell = false;
  private type = 'n';
  private style = 0;
  private value: string | null = null;
  private inline: string | null = null;
  private formula: string | null = null;
  private formulaType: string | undefined;
  private formulaArea: string | undefined;
  private sharedIndex: string | undefined;
  private target: 'v' | 'f' | 't' | null = null;
  private phoneticDepth = 0;

  constructor(
    private readonly sheet: string,
    private readonly context: ReadingContext,
  ) {
    this.sharedFormulas = new SharedFormulas(context.limits);
  }

  open(name: string, tag: XmlTag, isEmpty: boolean): void {
    switch (name) {
      case 'c':
        return this.openCell(tag);
      case 'v':
        if (this.inCell) this.value = '';
        if (this.inCell && !isEmpty) this.target = 'v';
        return;
      case 'f':
        return this.openFormula(tag, isEmpty);
      case 't':
        if (!this.inCell || this.phoneticDepth > 0) return;
        this.inline = this.inline ?? '';
        if (!isEmpty) this.target = 't';
        return;
      case 'rPh':
        if (!isEmpty) this.phoneticDepth += 1;
        return;
      case 'row':
        return this.openRow(tag);
      case 'col':
        return this.openColumns(tag);
      case 'mergeCell':
        return this.openMergedArea(tag);
      case 'sheetProtection':
        this.isProtected = isTrue(tag.rawAttribute('sheet'));
        return;
      default:
    }
  }

  text(text: string): void {
    if (this.target === 'v') this.value += text;
    else if (this.target === 't') this.inline += text;
    else if (this.target === 'f') this.formula += text;
  }

  close(name: string, start: number, end: number): void {
    if (name === 'v' || name === 't' || name === 'f') this.target = null;
    else if (name === 'c' && this.inCell) this.finishCell();
    else if (name === 'rPh' && start !== end) this.phoneticDepth -= 1;
  }

  finish(): RawSheet {
    this.sharedFormulas.expand();
    if (!this.isOrdered) this.sortCells();
    return {
      cells: this.cells,
      isOrdered: this.isOrdered,
      mergeTexts: this.mergeTexts,
      hiddenRows: [...new Set(this.hiddenRows)].sort((a, b) => a - b),
      hiddenColumns: [...this.hiddenColumns].sort((a, b) => a - b),
      isProtected: this.isProtected,
      arrayAreas: this.arrayAreas,
      hasDataTables: this.hasDataTables,
      sharedFormulas: this.sharedFormulas,
      rowStyles: this.rowStyles,
      columnStyles: this.columnStyles,
    };
  }

  private openRow(tag: XmlTag): void {
    const number = tag.rawAttribute('r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= MAX_ROWS) this.fail('bad-ref', `row ${number}`);
    if (this.row <= this.lastRow) this.isOrdered = false;
    this.lastRow = this.row;
    this.column = -1;
    if (isTrue(tag.rawAttribute('hidden'))) this.hiddenRows.push(this.row);
    if (isTrue(tag.rawAttribute('customFormat'))) this.rowStyles.set(this.row, Number(tag.rawAttribute('s') ?? 0));
  }

  private openColumns(tag: XmlTag): void {
    const first = Number(tag.rawAttribute('min')) - 1;
    const last = Math.min(Number(tag.rawAttribute('max')), MAX_COLUMNS) - 1;
    const style = tag.rawAttribute('style');
    if (style !== undefined) this.columnStyles.push({ first, last, style: Number(style) });
    if (!isTrue(tag.rawAttribute('hidden')) && tag.rawAttribute('width') !== '0') return;
    for (let column = Math.max(0, first); column <= last; column += 1) this.hiddenColumns.add(column);
  }

  private openMergedArea(tag: XmlTag): void {
    this.mergeTexts.push(tag.rawAttribute('ref') ?? '');
    if (this.mergeTexts.length > this.context.limits.maxMergedAreas) this.fail('too-many-merges', 'merged areas');
  }

  private openCell(tag: XmlTag): void {
    this.context.cellsLeft -= 1;
    if (this.context.cellsLeft < 0) throw new XlsxError('too-many-cells');
    const reference = tag.rawAttribute('r');
    if (reference === undefined) this.column += 1;
    else {
      const address = parseCellReference(reference);
      if (!address) this.fail('bad-ref', reference.slice(0, 20));
      if (address.row !== this.row || address.column <= this.column) this.isOrdered = false;
      this.row = address.row;
      this.column = address.column;
    }
    if (this.row < 0 || this.column >= MAX_COLUMNS) this.fail('bad-ref', `column ${this.column}`);
    this.type = tag.rawAttribute('t') ?? 'n';
    this.style = Number(tag.rawAttribute('s') ?? 0);
    this.inCell = true;
    this.value = null;
    this.inline = null;
    this.formula = null;
    this.formulaType = undefined;
    if (!Number.isInteger(this.style) || this.style < 0) this.fail('bad-value', 'style');
  }

  private openFormula(tag: XmlTag, isEmpty: boolean): void {
    if (!this.inCell) return;
    this.formula = '';
    this.formulaType = tag.rawAttribute('t');
    this.formulaArea = tag.rawAttribute('ref');
    this.sharedIndex = tag.rawAttribute('si');
    if (!isEmpty) this.target = 'f';
  }

  private finishCell(): void {
    this.inCell = false;
    const { type, value, inline, style, context } = this;
    const read = readValue({ type, value, inline }, context.strings, context.isDate1904);
    if (!read) this.fail('bad-value', `${type}: ${(value ?? '').slice(0, 40)}`);
    const numberFormat = context.styles.numberFormatOf(style);
    const { row, column } = this;
    const cell = new StoredCell(
      row,
      column,
      read.value,
      numberFormat,
      read.rawNumber,
      read.isError,
      style,
      context.isDate1904,
    );
    // `<f/>` of its own says nothing; under a type it stands for a shared text or a data table.
    cell.formula = this.formula === '' && this.formulaType === undefined ? null : this.formula;
    this.cells.push(cell);
    if (this.formulaType !== undefined) this.noteFormula(cell);
  }

  private noteFormula(cell: StoredCell): void {
    if (this.formulaType === 'shared') this.sharedFormulas.add(this.sharedIndex ?? '', cell);
    else if (this.formulaType === 'array' || this.formulaType === 'dataTable') {
      const area = parseRange(this.formulaArea ?? formatAddress(cell));
      if (!area) this.fail('bad-ref', `array ${this.formulaArea}`);
      this.arrayAreas.push(area);
      if (this.formulaType === 'dataTable') this.hasDataTables = true;
    }
  }

  private sortCells(): void {
    this.cells.sort((a, b) => a.row - b.row || a.column - b.column);
    const isRepeated = (cell: StoredCell, index: number): boolean => {
      const former = this.cells[index - 1];
      return former !== undefined && former.row === cell.row && former.column === cell.column;
    };
    const repeated = this.cells.find(isRepeated);
    if (repeated) this.failAt(repeated, 'bad-value', 'cell twice');
  }

  private fail(detail: 'bad-ref' | 'bad-value' | 'too-many-merges', reason: string): never {
    return this.failAt({ row: Math.max(0, this.row), column: Math.max(0, this.column) }, detail, reason);
  }

  private failAt(address: CellAddress, detail: 'bad-ref' | 'bad-value' | 'too-many-merges', reason: string): never {
    const cell = detail === 'bad-value' ? formatAddress(address) : undefined;
    throw new XlsxError(detail, { sheet: this.sheet, cell, reason });
  }
}

/** Reads one worksheet part. */
export function readSheet(bytes: Uint8Array, part: string, sheet: string, context: ReadingContext): RawSheet {
  const reader = new SheetReader(sheet, context);
  scanBytes(bytes, part, context.limits, withoutPrefix(reader));
  return reader.finish();
}

/** Reads the attribute `state` of a sheet. */
export function readVisibility(state: string | undefined): SheetVisibility {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}
