import type { XmlHandler, XmlTag } from '../../xml/xml-scanner';

/** A row element in the text of its part. */
export interface RowElement {
  /** Zero-based. */
  readonly number: number;
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  /** False where its number follows from the row before. */
  readonly isNumbered: boolean;
  /** Its cells in `RowMap`: the first, and the one behind the last. */
  readonly firstCell: number;
  lastCell: number;
}

export interface FormulaElement {
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

/** Finds rows, cells and formulas of a worksheet part while it is scanned. Cells count as they stand in the file. */
export class RowMap implements XmlHandler {
  readonly rows: RowElement[] = [];
  readonly cellStarts: number[] = [];
  readonly cellOpenEnds: number[] = [];
  /** By cell. */
  readonly formulas = new Map<number, FormulaElement>();
  /** True where something stands between the rows that is none. */
  hasOther = false;
  private depth = 0;

  open(name: string, tag: XmlTag, isEmpty: boolean, start: number, end: number): void {
    const local = name.slice(name.indexOf(':') + 1);
    if (this.depth === 0) {
      if (local !== 'row') this.hasOther = true;
      const cells = this.cellStarts.length;
      const stated = tag.rawAttribute('r');
      const isNumbered = stated !== undefined;
      const former = this.rows[this.rows.length - 1];
      const number = isNumbered ? Number(stated) - 1 : former ? former.number + 1 : 0;
      const place = { start, openEnd: end, closeStart: end, end };
      this.rows.push({ number, ...place, isNumbered, firstCell: cells, lastCell: cells });
    } else if (this.depth === 1 && local === 'c') {
      this.cellStarts.push(start);
      this.cellOpenEnds.push(end);
      this.rows[this.rows.length - 1].lastCell = this.cellStarts.length;
    } else if (this.depth === 1 && local !== 'extLst') this.hasOther = true;
    else if (this.depth === 2 && local === 'f') {
      this.formulas.set(this.cellStarts.length - 1, { start, openEnd: end, closeStart: end, end });
    }
    if (!isEmpty) this.depth += 1;
  }

  close(name: string, start: number, end: number): void {
    if (start === end) return;
    this.depth -= 1;
    if (this.depth === 0) Object.assign(this.rows[this.rows.length - 1], { closeStart: start, end });
    else if (this.depth === 2 && name.slice(name.indexOf(':') + 1) === 'f') {
      Object.assign(this.formulas.get(this.cellStarts.length - 1) ?? {}, { closeStart: start, end });
    }
  }
}
