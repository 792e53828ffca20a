import type { RowChange } from '../../../../core/changes/row-change';
import { rangeAfterRow } from '../../../../core/changes/shift-references';
import { formatRange, parseRange, type CellRange } from '../../../../core/workbook/cell-address';
import type { XmlNode } from '../../xml/xml-tree';
import type { PartEdits } from '../part-edits';
import { isSameRange } from './range-followers';
import { refuseRows, type RowFollower } from './row-follower';

interface MergedArea {
  /** Null for one that comes. */
  readonly node: XmlNode | null;
  readonly before: CellRange | null;
  range: CellRange;
}

/** The merged areas of a sheet. */
export class MergeFollower implements RowFollower {
  private areas: readonly MergedArea[];
  private readonly lost: XmlNode[] = [];

  /**
   * @param list Null where the sheet has none.
   * @param insertList Puts a new list where it belongs.
   */
  constructor(
    private readonly list: XmlNode | null,
    private readonly sheet: string,
    private readonly prefix: string,
    private readonly insertList: (edits: PartEdits, xml: string) => void,
  ) {
    this.areas = (list ? list.children : []).map((node) => {
      const range = parseRange(node.attribute('ref') ?? '') ?? refuseRows(sheet, '有无效的合并单元格');
      return { node, before: range, range };
    });
  }

  follow(change: RowChange): void {
    if (change.sheet !== this.sheet) return;
    const wanted = change.kind === 'insert' ? change.mergedAreas.filter((area) => !isSingleCell(area)) : [];
    const kept: MergedArea[] = [];
    const met = new Set<CellRange>();
    for (const area of this.areas) {
      const moved = rangeAfterRow(area.range, change);
      // One that ends above the new row may grow by it.
      const same =
        moved &&
        wanted.find((other) => isSameRange(other, moved) || isSameRange(other, { ...moved, bottom: moved.bottom + 1 }));
      const range = same ?? moved;
      if (same) met.add(same);
      if (range && !isSingleCell(range) && (same || !wanted.some((other) => overlap(other, range)))) {
        kept.push({ ...area, range });
      } else if (area.node) this.lost.push(area.node);
    }
    const added = wanted.filter((area) => !met.has(area)).map((range) => ({ node: null, before: null, range }));
    this.areas = [...kept, ...added];
  }

  write(edits: PartEdits): void {
    let added = '';
    let count = 0;
    for (const { node, before, range } of this.areas) {
      if (!node) {
        added += `<${this.prefix}mergeCell ref="${formatRange(range)}"/>`;
        count += 1;
      } else if (before && !isSameRange(before, range)) edits.setAttribute(node, 'ref', formatRange(range));
    }
    for (const node of this.lost) edits.remove(node);
    const total = String(this.areas.length);
    if (!this.list) {
      if (count > 0) {
        this.insertList(edits, `<${this.prefix}mergeCells count="${total}">${added}</${this.prefix}mergeCells>`);
      }
      return;
    }
    if (this.areas.length === 0 && this.list.children.length > 0) edits.remove(this.list);
    else if (count > 0 || this.lost.length > 0) {
      if (this.list.attribute('count') !== undefined) edits.setAttribute(this.list, 'count', total);
      if (count > 0) edits.append(this.list, added);
    }
  }
}

function isSingleCell({ top, left, bottom, right }: CellRange): boolean {
  return top === bottom && left === right;
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
