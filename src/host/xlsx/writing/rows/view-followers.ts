import type { RowChange } from '../../../../core/changes/row-change';
import { rangeAfterRow } from '../../../../core/changes/shift-references';
import { formatRange, parseAddress, parseRange, type CellRange } from '../../../../core/workbook/cell-address';
import type { XmlNode } from '../../xml/xml-tree';
import type { PartEdits } from '../part-edits';
import type { RowFollower } from './row-follower';

/** The range that holds all cells of the sheet. */
export class DimensionFollower implements RowFollower {
  private readonly before: CellRange | undefined;
  private range: CellRange | null;

  constructor(
    private readonly node: XmlNode,
    private readonly sheet: string,
  ) {
    this.before = parseRange(node.attribute('ref') ?? '');
    this.range = this.before ?? null;
  }

  follow(change: RowChange): void {
    if (change.sheet !== this.sheet || !this.range) return;
    this.range = rangeAfterRow(this.range, change);
    if (!this.range || change.kind === 'delete') return;
    const { row } = change;
    const { top, bottom, left, right } = this.range;
    const columns = change.cells.map(({ column }) => column);
    this.range = {
      top: Math.min(top, row),
      bottom: Math.max(bottom, row),
      left: Math.min(left, ...columns),
      right: Math.max(right, ...columns),
    };
  }

  write(edits: PartEdits): void {
    if (!this.before || (this.range && formatRange(this.range) === formatRange(this.before))) return;
    if (this.range) edits.setAttribute(this.node, 'ref', formatRange(this.range));
    else edits.remove(this.node);
  }
}

/** Frozen rows: a row that comes among them is frozen too. */
export class PaneFollower implements RowFollower {
  /** First row of all, and the first that scrolls. */
  private readonly top: number;
  private split: number;
  private readonly before: number;

  constructor(
    private readonly pane: XmlNode,
    view: XmlNode,
    private readonly sheet: string,
  ) {
    this.top = parseAddress(view.attribute('topLeftCell') ?? 'A1')?.row ?? 0;
    const rows = Number(pane.attribute('ySplit') ?? 0);
    this.before = /^frozen/.test(pane.attribute('state') ?? '') && rows > 0 ? this.top + Math.floor(rows) : 0;
    this.split = this.before;
  }

  follow({ sheet, kind, row }: RowChange): void {
    if (sheet !== this.sheet || row < this.top || row >= this.split) return;
    if (kind === 'insert') this.split += 1;
    else if (this.split > this.top + 1) this.split -= 1;
  }

  write(edits: PartEdits): void {
    if (this.split !== this.before) edits.setAttribute(this.pane, 'ySplit', String(this.split - this.top));
  }
}

/** Page breaks above rows. */
export class BreakFollower implements RowFollower {
  private breaks: { readonly node: XmlNode; readonly before: number; row: number }[];

  constructor(
    private readonly list: XmlNode,
    private readonly sheet: string,
  ) {
    this.breaks = list.children
      .filter(({ name }) => name === 'brk')
      .map((node) => ({ node, before: Number(node.attribute('id') ?? 0), row: Number(node.attribute('id') ?? 0) }));
  }

  follow({ sheet, kind, row }: RowChange): void {
    if (sheet !== this.sheet) return;
    for (const found of this.breaks) {
      if (kind === 'insert' ? found.row >= row : found.row > row) found.row += kind === 'insert' ? 1 : -1;
    }
  }

  write(edits: PartEdits): void {
    const seen = new Set<number>();
    let manual = 0;
    for (const { node, before, row } of this.breaks) {
      if (seen.has(row)) edits.remove(node);
      else {
        seen.add(row);
        if (/^(?:1|true)$/.test(node.attribute('man') ?? '')) manual += 1;
        if (row !== before) edits.setAttribute(node, 'id', String(row));
      }
    }
    if (seen.size === this.breaks.length) return;
    edits.settleList(this.list);
    if (this.list.attribute('manualBreakCount') !== undefined) {
      edits.setAttribute(this.list, 'manualBreakCount', String(manual));
    }
  }
}
