import type { RowChange } from '../../../../core/changes/row-change';
import type { XmlNode } from '../../xml/xml-tree';
import type { PartEdits } from '../part-edits';
import { FormulaFollower, TextSlot } from './range-followers';
import { refuseRows, type RowFollower } from './row-follower';

/** Attributes in drawings that hold formulas: a shape's text, a picture of cells. */
const FORMULA_ATTRIBUTES = ['textlink', 'cellRange'];

/** A corner of a picture: a row, and how far below its top, in English Metric Units. */
interface Corner {
  readonly rowNode: XmlNode;
  readonly offsetNode: XmlNode | null;
  row: number;
  offset: number;
}

/** Heights of the rows of a sheet in English Metric Units (12 700 to the point). */
export interface RowHeights {
  heightOf(row: number): number;
}

function cornerOf(anchor: XmlNode, name: 'from' | 'to'): Corner | null {
  const node = anchor.child(name);
  const rowNode = node?.child('row');
  const offsetNode = node?.child('rowOff') ?? null;
  const row = Number(rowNode?.text.trim());
  if (!rowNode || !Number.isInteger(row)) return null;
  return { rowNode, offsetNode, row, offset: Number(offsetNode?.text.trim() ?? 0) || 0 };
}

/** A picture, shape or chart on a sheet: it moves with its cells, and grows with them where it is set to. */
class AnchorFollower implements RowFollower {
  private readonly from: Corner | null;
  private readonly to: Corner | null;
  private readonly grows: boolean;
  private isMeasured = false;
  /** Height, where it is to stay while rows within change; distance from the top of the sheet, where that is to stay. */
  private readonly height: number;
  private readonly top: number;
  private readonly isFixed: boolean;

  constructor(
    anchor: XmlNode,
    private readonly sheet: string,
    private readonly before: RowHeights,
    private readonly after: () => RowHeights,
  ) {
    const placement = anchor.name === 'twoCellAnchor' ? (anchor.attribute('editAs') ?? 'twoCell') : 'oneCell';
    this.from = cornerOf(anchor, 'from');
    this.to = cornerOf(anchor, 'to');
    this.grows = placement === 'twoCell';
    this.isFixed = placement === 'absolute';
    this.top = this.from && this.isFixed ? distance(this.before, 0, this.from.row) + this.from.offset : 0;
    this.height =
      this.from && this.to && !this.grows
        ? distance(this.before, this.from.row, this.to.row) + this.to.offset - this.from.offset
        : 0;
  }

  follow({ sheet, kind, row }: RowChange): void {
    const { from, to } = this;
    if (sheet !== this.sheet || !from) return;
    const step = kind === 'insert' ? 1 : -1;
    const isWithin = to !== null && row > from.row && row <= to.row;
    if (kind === 'delete' && this.grows && to && from.row === row && to.row === row) {
      refuseRows(sheet, `第 ${row + 1} 行有图片或图形，删除后无法恢复`);
    }
    const isWhole = row < from.row || (row === from.row && kind === 'insert');
    if (to && isWhole) to.row += step;
    else if (to && this.grows) this.stretch(to, kind, row);
    if (isWhole) from.row += step;
    else if (kind === 'delete' && row === from.row) from.offset = 0;
    if (!this.grows && (isWithin || (kind === 'delete' && row === from.row))) this.isMeasured = true;
  }

  write(edits: PartEdits): void {
    const { from, to } = this;
    if (!from) return;
    if (this.isFixed) this.place(from, 0, this.top);
    if (to && (this.isFixed || this.isMeasured)) this.place(to, from.row, from.offset + this.height);
    for (const corner of [from, to]) {
      if (!corner) continue;
      if (String(corner.row) !== corner.rowNode.text.trim()) edits.setText(corner.rowNode, String(corner.row));
      const { offsetNode, offset } = corner;
      if (offsetNode && !offsetNode.isEmpty && offset !== (Number(offsetNode.text.trim()) || 0)) {
        edits.setText(offsetNode, String(offset));
      }
    }
  }

  private stretch(to: Corner, kind: RowChange['kind'], row: number): void {
    // An edge that lies on the line where the row comes belongs to what is above.
    if (kind === 'insert' ? to.row > row || (to.row === row && to.offset > 0) : to.row > row) {
      to.row += kind === 'insert' ? 1 : -1;
    } else if (kind === 'delete' && to.row === row) to.offset = 0;
  }

  /** Sets a corner so far below the top of a row. */
  private place(corner: Corner, start: number, distanceBelow: number): void {
    const heights = this.after();
    let row = start;
    let left = Math.max(0, distanceBelow);
    for (let height = heights.heightOf(row); left >= height && row < start + 100000; height = heights.heightOf(row)) {
      left -= height;
      row += 1;
    }
    corner.row = row;
    corner.offset = Math.round(left);
  }
}

function distance(heights: RowHeights, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row < last; row += 1) sum += heights.heightOf(row);
  return sum;
}

/** What in a drawing of a sheet refers to rows; only formulas where no heights are given. */
export function drawingFollowers(
  root: XmlNode,
  sheet: string,
  heights: { readonly before: RowHeights; readonly after: () => RowHeights } | null,
): RowFollower[] {
  const followers: RowFollower[] = [];
  for (const node of root.descendants()) {
    if (heights && (node.name === 'twoCellAnchor' || node.name === 'oneCellAnchor')) {
      followers.push(new AnchorFollower(node, sheet, heights.before, heights.after));
    }
    for (const attribute of FORMULA_ATTRIBUTES) {
      const slot = node.prefix === 'a:' ? null : TextSlot.ofAttribute(node, attribute);
      if (slot && slot.value !== '') followers.push(new FormulaFollower(slot, sheet));
    }
  }
  return followers;
}
