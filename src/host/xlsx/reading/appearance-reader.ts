import { MAX_COLUMNS, type CellAddress } from '../../../core/workbook/cell-address';
import type { CellLook, SheetAppearance, StyledCell, WorkbookAppearance } from '../appearance';
import type { XlsxLimits } from '../limits';
import { scanBytes, withoutPrefix, type XmlHandler, type XmlTag } from '../xml/xml-scanner';
import { decodeEscapes, isTrue } from '../xml/xml-text';
import { ColorTable, readThemeColors } from './colors';
import { plainLooks, readLooks } from './look-table';
import { RichTextReader, type RichText } from './rich-text';
import { parseCellReference } from './sheet-reader';
import type { SheetRecord, WorkbookRecord } from './workbook-reader';

const PIXELS_PER_POINT = 96 / 72;

/** Pixels of the widest digit of the default font, in which Excel counts column widths. */
function digitWidth({ name, size }: CellLook['font']): number {
  const pixels = size * PIXELS_PER_POINT;
  const isLatin =
    /^[\x20-\x7e]+$/.test(name) && !/^(?:SimSun|NSimSun|SimHei|FangSong|KaiTi|DengXian|Microsoft YaHei)/i.test(name);
  return Math.max(1, isLatin ? Math.round(pixels * 0.507) : Math.ceil(pixels / 2));
}

function pixelsOfWidth(characters: number, digit: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / digit)) / 256) * digit);
}

interface Context {
  readonly limits: XlsxLimits;
  readonly colors: ColorTable;
  readonly richStrings: ReadonlyMap<number, RichText>;
  readonly digit: number;
}

class SheetLookReader implements XmlHandler {
  readonly cells: StyledCell[] = [];
  readonly rowStyles = new Map<number, number>();
  readonly columnStyles = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly columnWidths = new Map<number, number>();
  defaultRowHeight = 20;
  defaultColumnWidth: number;
  frozenRows = 0;
  frozenColumns = 0;
  tabColor: string | null = null;
  showsGridlines = true;
  private row = -1;
  private column = -1;
  private cell: { style: number; type: string; value: string } | null = null;
  private isInValue = false;
  private readonly inline: RichTextReader;

  constructor(private readonly context: Context) {
    this.inline = new RichTextReader(context.colors);
    // Eight digits and five pixels of margin, rounded up to a multiple of eight.
    this.defaultColumnWidth = Math.ceil((8 * context.digit + 5) / 8) * 8;
  }

  open(name: string, tag: XmlTag, isEmpty: boolean): void {
    if (name === 'c') this.openCell(tag);
    else if (this.cell) {
      if (name === 'v') this.isInValue = !isEmpty;
      else this.inline.open(name, tag, isEmpty);
    } else if (name === 'row') this.openRow(tag);
    else if (name === 'col') this.openColumns(tag);
    else if (name === 'sheetFormatPr') this.openDefaults(tag);
    else if (name === 'sheetView') this.showsGridlines = isTrue(tag.rawAttribute('showGridLines') ?? '1');
    else if (name === 'pane' && /^frozen/.test(tag.rawAttribute('state') ?? '')) {
      this.frozenRows = Math.max(0, Number(tag.rawAttribute('ySplit') ?? 0) || 0);
      this.frozenColumns = Math.max(0, Number(tag.rawAttribute('xSplit') ?? 0) || 0);
    } else if (name === 'tabColor') this.tabColor = this.context.colors.read(tag);
  }

  text(text: string): void {
    if (this.isInValue && this.cell) this.cell.value += text;
    else if (this.cell) this.inline.text(text);
  }

  close(name: string, start: number, end: number): void {
    if (name === 'v') this.isInValue = false;
    else if (name === 'c') this.closeCell();
    else if (this.cell) this.inline.close(name, start, end);
  }

  private openRow(tag: XmlTag): void {
    const number = tag.rawAttribute('r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    const height = Math.round(Number(tag.rawAttribute('ht')) * PIXELS_PER_POINT);
    if (height >= 0 && height !== this.defaultRowHeight) this.rowHeights.set(this.row, height);
    if (isTrue(tag.rawAttribute('customFormat'))) this.rowStyles.set(this.row, Number(tag.rawAttribute('s') ?? 0));
  }

  private openColumns(tag: XmlTag): void {
    const first = Math.max(0, Number(tag.rawAttribute('min')) - 1);
    const last = Math.min(Number(tag.rawAttribute('max')), MAX_COLUMNS) - 1;
    const width = pixelsOfWidth(Number(tag.rawAttribute('width')), this.context.digit);
    const style = Number(tag.rawAttribute('style') ?? 0);
    for (let column = first; column <= last; column += 1) {
      if (width >= 0 && width !== this.defaultColumnWidth) this.columnWidths.set(column, width);
      if (style > 0) this.columnStyles.set(column, style);
    }
  }

  private openDefaults(tag: XmlTag): void {
    const height = Number(tag.rawAttribute('defaultRowHeight'));
    const width = Number(tag.rawAttribute('defaultColWidth'));
    if (height > 0) this.defaultRowHeight = Math.round(height * PIXELS_PER_POINT);
    if (width > 0) this.defaultColumnWidth = pixelsOfWidth(width, this.context.digit);
  }

  private openCell(tag: XmlTag): void {
    const address = parseCellReference(tag.rawAttribute('r') ?? '');
    this.row = address ? address.row : this.row;
    this.column = address ? address.column : this.column + 1;
    this.cell = { style: Number(tag.rawAttribute('s') ?? 0), type: tag.rawAttribute('t') ?? 'n', value: '' };
  }

  private closeCell(): void {
    const { row, column, cell } = this;
    this.cell = null;
    if (!cell) return;
    const inline = this.inline.take();
    const richText = cell.type === 's' ? this.context.richStrings.get(Number(cell.value)) : inline;
    const inherited = this.rowStyles.get(row) ?? this.columnStyles.get(column) ?? 0;
    if (richText) this.cells.push({ row, column, style: cell.style, richText });
    else if (cell.style !== inherited) this.cells.push({ row, column, style: cell.style });
  }
}

function readNotes(record: WorkbookRecord, sheet: SheetRecord): SheetAppearance['notes'] {
  const notes: { address: CellAddress; text: string }[] = [];
  for (const { type, target } of sheet.worksheet?.relationships ?? []) {
    if (type !== 'comments' || !record.archive.has(target)) continue;
    let address: CellAddress | undefined;
    let text = '';
    let isInText = false;
    const handler: XmlHandler = {
      open(name, tag, isEmpty) {
        if (name === 'comment') {
          address = parseCellReference(tag.rawAttribute('ref') ?? '');
          text = '';
        } else if (name === 't') isInText = !isEmpty;
      },
      text(piece) {
        if (isInText) text += piece;
      },
      close(name) {
        if (name === 't') isInText = false;
        else if (name === 'comment' && address) notes.push({ address, text: decodeEscapes(text) });
      },
    };
    scanBytes(record.archive.read(target), target, record.limits, withoutPrefix(handler));
  }
  return notes;
}

function readRichStrings(record: WorkbookRecord, colors: ColorTable): Map<number, RichText> {
  const rich = new Map<number, RichText>();
  const link = record.relationships.find(({ type, target }) => type === 'sharedStrings' && record.archive.has(target));
  if (!link) return rich;
  const reader = new RichTextReader(colors);
  let index = 0;
  const handler: XmlHandler = {
    open: (name, tag, isEmpty) => reader.open(name, tag, isEmpty),
    text: (text) => reader.text(text),
    close(name, start, end) {
      reader.close(name, start, end);
      if (name !== 'si') return;
      const runs = reader.take();
      if (runs) rich.set(index, runs);
      index += 1;
    },
  };
  scanBytes(record.archive.read(link.target), link.target, record.limits, withoutPrefix(handler));
  return rich;
}

function readSheetAppearance(record: WorkbookRecord, sheet: SheetRecord, context: Context): SheetAppearance {
  const reader = new SheetLookReader(context);
  if (sheet.worksheet) {
    const { part } = sheet.worksheet;
    scanBytes(record.archive.read(part), part, record.limits, withoutPrefix(reader));
  }
  const { cells, rowStyles, columnStyles, rowHeights, columnWidths, defaultRowHeight, defaultColumnWidth } = reader;
  const { frozenRows, frozenColumns, tabColor, showsGridlines } = reader;
  return {
    name: sheet.content.name,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    rowStyles,
    columnStyles,
    rowHeights,
    columnWidths,
    defaultRowHeight,
    defaultColumnWidth,
    frozenRows,
    frozenColumns,
    tabColor,
    showsGridlines,
    notes: readNotes(record, sheet),
  };
}

/** Reads how a workbook looks: a second pass over its parts, for those who show it. */
export function readWorkbookAppearance(record: WorkbookRecord): WorkbookAppearance {
  const { archive, limits, relationships, styles } = record;
  const findPart = (wanted: string): string | undefined =>
    relationships.find(({ type, target }) => type === wanted && archive.has(target))?.target;
  const themePart = findPart('theme');
  const stylePart = findPart('styles');
  const theme = themePart === undefined ? undefined : readThemeColors(archive.read(themePart), themePart, limits);
  const colors = new ColorTable(theme);
  const looks =
    stylePart === undefined
      ? plainLooks(colors, styles)
      : readLooks(archive.read(stylePart), stylePart, limits, colors, styles);
  const richStrings = readRichStrings(record, colors);
  const context: Context = { limits, colors, richStrings, digit: digitWidth(looks[0].font) };
  return { styles: looks, sheets: record.sheets.map((sheet) => readSheetAppearance(record, sheet, context)) };
}
