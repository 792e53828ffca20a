import type { RowChange } from '../../../../core/changes/row-change';
import { formulaAfterRow, rangeAfterRow } from '../../../../core/changes/shift-references';
import { formatRange, parseRange, type CellRange } from '../../../../core/workbook/cell-address';
import type { StoredCell } from '../../reading/stored-cell';
import type { Worksheet } from '../../reading/workbook-reader';
import { encodeXml } from '../../xml/xml-text';
import { editTag, openTag } from '../tag-text';
import { refuseRows } from './row-follower';
import type { RowMap } from './row-map';

interface Entry {
  readonly cell: StoredCell;
  readonly tag: string;
  /** Of an array formula. */
  area: CellRange | null;
  text: string;
  isChanged: boolean;
  /** Of a shared formula: all of one group are written out when one of them changes or moves. */
  readonly group: ReadonlySet<number> | null;
}

/** The formulas of one sheet, by the place of their cell in `RowMap`. */
export class SheetFormulas {
  private readonly entries = new Map<number, Entry>();
  private readonly brokenGroups = new Set<ReadonlySet<number>>();

  constructor(
    source: string,
    private readonly sheet: string,
    private readonly map: RowMap,
    { cells, sharedFormulas }: Worksheet,
  ) {
    const places = new Map<StoredCell, number>();
    const groups = new Map<StoredCell, Set<number>>();
    cells.forEach((cell, place) => {
      if (map.formulas.has(place)) places.set(cell, place);
    });
    for (const { master, followers } of sharedFormulas.all) {
      if (master === null) continue;
      const members = [master, ...followers];
      const group = new Set(members.map((cell) => places.get(cell) ?? -1));
      for (const cell of members) groups.set(cell, group);
    }
    for (const [place, { start, openEnd }] of map.formulas) {
      const cell = cells[place];
      const tag = source.slice(start, openEnd);
      const area = isArray(tag) ? (parseRange(/\sref\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '') ?? null) : null;
      if (cell.formula === null) continue;
      this.entries.set(place, {
        cell,
        tag,
        area,
        text: cell.formula,
        isChanged: false,
        group: groups.get(cell) ?? null,
      });
    }
  }

  follow(change: RowChange): void {
    const isOwn = change.sheet === this.sheet;
    for (const entry of this.entries.values()) {
      if (isOwn && entry.area) entry.area = this.moveArea(entry.area, change);
      const text = formulaAfterRow(entry.text, this.sheet, change);
      if (text === entry.text) continue;
      entry.text = text;
      entry.isChanged = true;
    }
  }

  /** The cell is gone. */
  remove(place: number): void {
    const group = this.entries.get(place)?.group;
    if (group) this.brokenGroups.add(group);
    this.entries.delete(place);
  }

  /** What is to be written in place of the formula element; null where it stays. */
  replacement(place: number): string | null {
    const entry = this.entries.get(place);
    const element = this.map.formulas.get(place);
    if (!entry || !element || !entry.isChanged) return null;
    const { tag, area, text, group } = entry;
    const plain = group === null ? tag : editTag(tag, { t: null, ref: null, si: null });
    const start = area === null ? plain : editTag(plain, { ref: formatRange(area) });
    const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'f';
    return text === '' ? start : `${openTag(start)}${encodeXml(text)}</${name}>`;
  }

  /**
   * Cells of which the formula is to be written.
   * @param moved Cells with a formula whose row has another number now.
   */
  changedPlaces(moved: ReadonlySet<number>): number[] {
    for (const [place, entry] of this.entries) {
      if (entry.group && (entry.isChanged || moved.has(place))) this.brokenGroups.add(entry.group);
      else if (entry.area && moved.has(place)) entry.isChanged = true;
    }
    for (const group of this.brokenGroups) {
      for (const place of group) Object.assign(this.entries.get(place) ?? {}, { isChanged: true });
    }
    return [...this.entries].filter(([, { isChanged }]) => isChanged).map(([place]) => place);
  }

  private moveArea(area: CellRange, change: RowChange): CellRange {
    const { kind, row } = change;
    const isSingle = area.top === area.bottom && area.left === area.right;
    const isInside = kind === 'insert' ? area.top < row && row <= area.bottom : area.top <= row && row <= area.bottom;
    if (isInside && !isSingle) refuseRows(this.sheet, `第 ${row + 1} 行在数组公式之中`);
    return rangeAfterRow(area, change) ?? area;
  }
}

function isArray(tag: string): boolean {
  return /\st\s*=\s*["']array["']/.test(tag);
}
