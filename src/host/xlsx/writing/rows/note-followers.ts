import type { RowChange } from '../../../../core/changes/row-change';
import type { XmlNode } from '../../xml/xml-tree';
import type { PartEdits } from '../part-edits';
import { RangesFollower, TextSlot } from './range-followers';
import { refuseRows, rowAfter, type RowFollower } from './row-follower';

/** What in a part with comments, threaded or not, refers to rows. */
export function commentFollowers(root: XmlNode, sheet: string): RowFollower[] {
  const followers: RowFollower[] = [];
  for (const node of root.descendants()) {
    const slot = /^(?:comment|threadedComment)$/.test(node.name) ? TextSlot.ofAttribute(node, 'ref') : null;
    const obstacle = (row: number): string => `第 ${row + 1} 行有批注，删除后无法恢复`;
    if (slot) followers.push(new RangesFollower(slot, sheet, { obstacle }));
  }
  return followers;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  row: number;
}

/** The box of a note: its cell, and the rows of its edges. */
interface NoteBox {
  readonly owner: Place;
  readonly edges: readonly Place[];
}

const CLIENT_DATA = /<(?:\w+:)?ClientData\b([^>]*)>/g;
const CLIENT_DATA_END = /<\/(?:\w+:)?ClientData\s*>/g;

/** Boxes of notes in a VML drawing, which need not be well-formed XML; other objects are refused. */
export class NoteBoxFollower implements RowFollower {
  private readonly boxes: NoteBox[] = [];

  constructor(
    text: string,
    private readonly sheet: string,
  ) {
    CLIENT_DATA.lastIndex = 0;
    for (let match = CLIENT_DATA.exec(text); match !== null; match = CLIENT_DATA.exec(text)) {
      const start = CLIENT_DATA.lastIndex;
      CLIENT_DATA_END.lastIndex = start;
      const end = CLIENT_DATA_END.exec(text);
      const type = /ObjectType\s*=\s*["'](\w+)/.exec(match[1])?.[1];
      if (type !== 'Note' || end === null) refuseRows(sheet, '有窗体控件或嵌入的对象');
      this.addBox(text.slice(start, end.index), start);
    }
  }

  follow(change: RowChange): void {
    if (change.sheet !== this.sheet) return;
    for (const { owner, edges } of this.boxes) {
      const moved = rowAfter(change, owner.row);
      for (const edge of edges) edge.row = Math.max(0, edge.row + moved - owner.row);
      owner.row = moved;
    }
  }

  write(edits: PartEdits): void {
    for (const { owner, edges } of this.boxes) {
      for (const { start, end, before, row } of [owner, ...edges]) {
        if (row !== before) edits.replace(start, end, String(row));
      }
    }
  }

  private addBox(data: string, offset: number): void {
    const row = /<(?:\w+:)?Row>\s*(\d+)\s*</.exec(data);
    if (!row) refuseRows(this.sheet, '批注的位置不明');
    const owner = placeOf(row[1], offset + row.index + row[0].indexOf(row[1]));
    const anchor = /<(?:\w+:)?Anchor>([^<]*)</.exec(data);
    const edges: Place[] = [];
    if (anchor) {
      // Column, offset, row, offset of the upper left corner, then of the lower right one.
      let at = offset + anchor.index + anchor[0].indexOf('>') + 1;
      anchor[1].split(',').forEach((piece, index) => {
        const digits = /\d+/.exec(piece);
        if (digits && (index === 2 || index === 6)) edges.push(placeOf(digits[0], at + digits.index));
        at += piece.length + 1;
      });
    }
    this.boxes.push({ owner, edges });
  }
}

function placeOf(digits: string, start: number): Place {
  return { start, end: start + digits.length, before: Number(digits), row: Number(digits) };
}
