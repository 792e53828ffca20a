import type { RowChange } from '../../../../core/changes/row-change';
import { formulaAfterRow, rangeAfterRow } from '../../../../core/changes/shift-references';
import { formatRange, type CellRange } from '../../../../core/workbook/cell-address';
import { MAX_FORMULA_LENGTH } from '../../limits';
import { readArea } from '../../reading/defined-names';
import type { XmlNode } from '../../xml/xml-tree';
import type { PartEdits } from '../part-edits';
import { refuseRows, rowAfter, type RowFollower } from './row-follower';

/** A text in a part: the value of an attribute, or what stands within an element. */
export class TextSlot {
  private written: string;

  /** True for what no program wrote as a formula: work on formulas grows faster than their length. */
  get isTooLong(): boolean {
    return this.written.length > MAX_FORMULA_LENGTH;
  }

  constructor(
    private readonly node: XmlNode,
    private readonly attribute: string | null,
    public value: string,
  ) {
    this.written = value;
  }

  static ofAttribute(node: XmlNode, attribute: string): TextSlot | null {
    const value = node.attribute(attribute);
    return value === undefined ? null : new TextSlot(node, attribute, value);
  }

  static ofText(node: XmlNode): TextSlot {
    return new TextSlot(node, null, node.text);
  }

  write(edits: PartEdits): void {
    if (this.value === this.written) return;
    if (this.attribute === null) edits.setText(this.node, this.value);
    else edits.setAttribute(this.node, this.attribute, this.value);
    this.written = this.value;
  }
}

/** Reads ranges between blanks; refuses what is none. */
export function readRanges(text: string, sheet: string): CellRange[] {
  return text
    .split(/\s+/)
    .filter((piece) => piece !== '')
    .map((piece) => readArea(piece) ?? refuseRows(sheet, `无法识别区域“${piece.slice(0, 20)}”`));
}

/** A formula that stands on a sheet; "" for one that stands on none. */
export class FormulaFollower implements RowFollower {
  constructor(
    private readonly slot: TextSlot,
    private readonly sheet: string,
  ) {
    if (slot.isTooLong) refuseRows(sheet, '有过长的公式');
  }

  follow(change: RowChange): void {
    this.slot.value = formulaAfterRow(this.slot.value, this.sheet, change);
  }

  write(edits: PartEdits): void {
    this.slot.write(edits);
  }
}

/** What becomes of an element when the last of its cells goes. */
export type Loss = { readonly remove: XmlNode } | { readonly obstacle: (row: number) => string };

/** Ranges of a sheet, between blanks. */
export class RangesFollower implements RowFollower {
  private ranges: readonly CellRange[];
  private isLost = false;

  constructor(
    private readonly slot: TextSlot,
    private readonly sheet: string,
    private readonly loss: Loss,
  ) {
    this.ranges = readRanges(slot.value, sheet);
  }

  follow(change: RowChange): void {
    if (change.sheet !== this.sheet || this.isLost) return;
    const ranges = this.ranges
      .map((range) => rangeAfterRow(range, change))
      .filter((range): range is CellRange => range !== null);
    if (this.ranges.length > 0 && ranges.length === 0) {
      if ('obstacle' in this.loss) refuseRows(this.sheet, this.loss.obstacle(change.row));
      this.isLost = true;
    }
    this.slot.value = rewritten(this.slot.value, this.ranges, ranges);
    this.ranges = ranges;
  }

  write(edits: PartEdits): void {
    if (!this.isLost) this.slot.write(edits);
    else if ('remove' in this.loss) edits.remove(this.loss.remove);
  }
}

/** Cells that are shown or selected: they stay where they are when theirs goes. */
export class ViewFollower implements RowFollower {
  private ranges: readonly CellRange[];

  constructor(
    private readonly slot: TextSlot,
    private readonly sheet: string,
  ) {
    this.ranges = readRanges(slot.value, sheet);
  }

  follow(change: RowChange): void {
    if (change.sheet !== this.sheet) return;
    const ranges = this.ranges.map(
      (range) => rangeAfterRow(range, change) ?? { ...range, bottom: rowAfter(change, range.top), top: range.top },
    );
    this.slot.value = rewritten(this.slot.value, this.ranges, ranges);
    this.ranges = ranges;
  }

  write(edits: PartEdits): void {
    this.slot.write(edits);
  }
}

/** The text as it stands where no range changed: it may be written otherwise than we do. */
export function rewritten(text: string, before: readonly CellRange[], after: readonly CellRange[]): string {
  const isSame = before.length === after.length && before.every((range, index) => isSameRange(range, after[index]));
  return isSame ? text : after.map(formatRange).join(' ');
}

export function isSameRange(a: CellRange, b: CellRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
