import type { CellContent } from '../../../../core/changes/change-set';
import type { RowInsertion } from '../../../../core/changes/row-change';
import { formatAddress } from '../../../../core/workbook/cell-address';
import type { StyleTable } from '../../reading/style-table';
import { cellXml } from '../cell-writer';
import type { StyleWriter } from '../style-writer';
import { editTag, openTag } from '../tag-text';

/** A row that comes: how it is written, and what it holds. */
export interface NewRow {
  /** Opening tag of the row it is like; null where that has none. */
  readonly tag: string | null;
  /** Formats by column, of blank cells too. */
  readonly styles: ReadonlyMap<number, number>;
  /** Format of the row itself. */
  readonly style: number | undefined;
  readonly contents: Map<number, CellContent>;
}

/** Contents of an insertion by column, without those that a merged area covers. */
export function contentsOf({ row, cells, mergedAreas }: RowInsertion): Map<number, CellContent> {
  const contents = new Map<number, CellContent>();
  for (const { column, content } of cells) {
    const isCovered = mergedAreas.some(
      ({ top, left, right }) => column >= left && column <= right && (top < row || column > left),
    );
    const isBlank = content.formula === null && (content.value === null || content.value === '');
    if (!isCovered && !isBlank) contents.set(column, content);
  }
  return contents;
}

/** Writes new rows. */
export class NewRowWriter {
  constructor(
    private readonly prefix: string,
    private readonly formats: StyleTable,
    private readonly styles: StyleWriter,
    /** Format of a cell that no row gives one. */
    private readonly styleOfColumn: (column: number) => number,
  ) {}

  /** Empty where nothing is to be written. */
  write(row: number, { tag, styles, style, contents }: NewRow): string {
    if (tag === null && contents.size === 0) return '';
    const columns = [...new Set([...styles.keys(), ...contents.keys()])].sort((a, b) => a - b);
    const start = editTag(tag ?? `<${this.prefix}row>`, {
      r: String(row + 1),
      spans: null,
      hidden: null,
      collapsed: null,
    });
    const cells = columns.map((column) => this.cell(row, column, styles.get(column) ?? style, contents.get(column)));
    return `${openTag(start)}${cells.join('')}</${this.prefix}row>`;
  }

  private cell(row: number, column: number, like: number | undefined, content: CellContent | undefined): string {
    const style = like ?? this.styleOfColumn(column);
    const after = content ?? { value: null, formula: null, numberFormat: this.formats.numberFormatOf(style) };
    const hasOtherFormat = after.numberFormat !== this.formats.numberFormatOf(style);
    const isText = after.formula === null && typeof after.value === 'string';
    const written = this.styles.styleFor({
      style,
      numberFormat: hasOtherFormat ? after.numberFormat : null,
      dropsQuotePrefix: content !== undefined && !isText && this.formats.hasQuotePrefix(style),
    });
    const address = formatAddress({ row, column });
    return cellXml(this.prefix, `<${this.prefix}c r="${address}"${written === 0 ? '' : ` s="${written}"`}>`, after);
  }
}
