import type { CellContent } from '../../../../core/changes/change-set';
import type { RowChange, RowInsertion } from '../../../../core/changes/row-change';
import { formulaAfterRow } from '../../../../core/changes/shift-references';
import { MAX_ROWS, formatAddress } from '../../../../core/workbook/cell-address';
import type { Worksheet } from '../../reading/workbook-reader';
import type { PartEdits } from '../part-edits';
import { editTag } from '../tag-text';
import { contentsOf, type NewRow, type NewRowWriter } from './new-row';
import { refuseRows, type RowFollower } from './row-follower';
import type { RowElement, RowMap } from './row-map';
import { SheetFormulas } from './sheet-formulas';

/** A row as it stands by now. */
interface Row {
  number: number;
  /** Null for a new one. */
  readonly element: RowElement | null;
  readonly added: NewRow | null;
}

/** The rows and cells of one sheet. */
export class SheetRows implements RowFollower {
  private readonly rows: Row[];
  private readonly removed: RowElement[] = [];
  private readonly formulas: SheetFormulas;
  private hasLostFormulas = false;

  /**
   * @param hidesText Whether merged areas hide a text in a row of the file: it must not go unseen.
   * @param appendRows Puts rows behind all others.
   */
  constructor(
    private readonly source: string,
    private readonly sheet: string,
    private readonly map: RowMap,
    private readonly worksheet: Worksheet,
    private readonly writer: NewRowWriter,
    private readonly hidesText: (line: number) => boolean,
    private readonly appendRows: (edits: PartEdits, xml: string) => void,
  ) {
    this.rows = map.rows.map((element) => ({ number: element.number, element, added: null }));
    this.formulas = new SheetFormulas(source, sheet, map, worksheet);
  }

  /** True where a formula moved, changed, came or went. */
  get changesFormulas(): boolean {
    const hasNew = this.rows.some(({ added }) => added && [...added.contents.values()].some(hasFormula));
    const moved = this.movedFormulas();
    return hasNew || this.hasLostFormulas || moved.size > 0 || this.formulas.changedPlaces(moved).length > 0;
  }

  /** Opening tags of the rows as they stand by now. */
  tags(): { readonly number: number; readonly tag: string }[] {
    return this.rows.map(({ number, element, added }) => {
      if (element) return { number, tag: this.source.slice(element.start, element.openEnd) };
      return { number, tag: added?.tag ? editTag(added.tag, { hidden: null }) : '' };
    });
  }

  follow(change: RowChange): void {
    this.formulas.follow(change);
    for (const { added } of this.rows) {
      added?.contents.forEach((content, column) => {
        if (content.formula === null) return;
        const formula = formulaAfterRow(content.formula, this.sheet, change);
        added.contents.set(column, { ...content, formula });
      });
    }
    if (change.sheet !== this.sheet) return;
    if (change.kind === 'insert') this.insert(change);
    else this.delete(change.row);
  }

  write(edits: PartEdits): void {
    for (const { start, end } of this.removed) edits.replace(start, end, '');
    const formulas = new Map<number, string>();
    for (const place of this.formulas.changedPlaces(this.movedFormulas())) {
      const text = this.formulas.replacement(place);
      if (text !== null) formulas.set(place, text);
    }
    let former = -1;
    let pending = '';
    for (const { number, element, added } of this.rows) {
      const xml = added ? this.writer.write(number, added) : '';
      pending += xml;
      if (element && pending !== '') {
        edits.replace(element.start, element.start, pending);
        pending = '';
      }
      if (element) this.writeElement(edits, element, number, number === former + 1, formulas);
      if (element || xml !== '') former = number;
    }
    if (pending !== '') this.appendRows(edits, pending);
  }

  private insert(change: RowInsertion): void {
    const like = this.rows.find(({ number }) => number === change.like);
    const last = this.rows[this.rows.length - 1];
    if (last && last.number === MAX_ROWS - 1) this.dropLast(last);
    const added: NewRow = { ...this.lookOf(like), contents: contentsOf(change) };
    const found = this.rows.findIndex(({ number }) => number >= change.row);
    const at = found < 0 ? this.rows.length : found;
    for (let index = at; index < this.rows.length; index += 1) this.rows[index].number += 1;
    this.rows.splice(at, 0, { number: change.row, element: null, added });
  }

  private lookOf(like: Row | undefined): Omit<NewRow, 'contents'> {
    if (like?.added) return like.added;
    if (!like?.element) return { tag: null, styles: new Map<number, number>(), style: undefined };
    const { start, openEnd, firstCell, lastCell, number } = like.element;
    const cells = this.worksheet.cells.slice(firstCell, lastCell);
    return {
      tag: this.source.slice(start, openEnd),
      styles: new Map(cells.map(({ column, style }) => [column, style] as const)),
      style: this.worksheet.rowStyles.get(number),
    };
  }

  private delete(row: number): void {
    const at = this.rows.findIndex(({ number }) => number >= row);
    if (at < 0) return;
    const found = this.rows[at];
    if (found.element && found.number === row && this.hidesText(found.element.number)) {
      refuseRows(this.sheet, `第 ${row + 1} 行有被合并单元格遮住的内容，删除后无法恢复`);
    }
    if (found.number === row) this.forget(this.rows.splice(at, 1)[0]);
    for (let index = at; index < this.rows.length; index += 1) this.rows[index].number -= 1;
  }

  private dropLast(row: Row): void {
    const cells = row.element ? this.worksheet.cells.slice(row.element.firstCell, row.element.lastCell) : [];
    if (row.added?.contents.size || cells.some((cell) => cell.hasContent)) {
      refuseRows(this.sheet, '工作表已写到最后一行，没有空位');
    }
    this.forget(row);
    this.rows.pop();
  }

  private forget({ element, added }: Row): void {
    if (added && [...added.contents.values()].some(hasFormula)) this.hasLostFormulas = true;
    if (!element) return;
    this.removed.push(element);
    for (let place = element.firstCell; place < element.lastCell; place += 1) {
      if (this.map.formulas.has(place)) this.hasLostFormulas = true;
      this.formulas.remove(place);
    }
  }

  private movedFormulas(): Set<number> {
    const moved = new Set<number>();
    for (const { number, element } of this.rows) {
      if (!element || element.number === number) continue;
      for (let place = element.firstCell; place < element.lastCell; place += 1) {
        if (this.map.formulas.has(place)) moved.add(place);
      }
    }
    return moved;
  }

  private writeElement(
    edits: PartEdits,
    element: RowElement,
    number: number,
    isImplied: boolean,
    formulas: ReadonlyMap<number, string>,
  ): void {
    const isMoved = element.number !== number;
    if (isMoved ? element.isNumbered || !isImplied : !element.isNumbered && !isImplied) {
      const tag = this.source.slice(element.start, element.openEnd);
      edits.replace(element.start, element.openEnd, editTag(tag, { r: String(number + 1) }));
    }
    for (let place = element.firstCell; place < element.lastCell; place += 1) {
      const start = this.map.cellStarts[place];
      const openEnd = this.map.cellOpenEnds[place];
      const tag = isMoved ? this.source.slice(start, openEnd) : '';
      if (/\sr\s*=/.test(tag)) {
        const address = formatAddress({ row: number, column: this.worksheet.cells[place].column });
        edits.replace(start, openEnd, editTag(tag, { r: address }));
      }
      const formula = formulas.get(place);
      const written = this.map.formulas.get(place);
      if (formula !== undefined && written) edits.replace(written.start, written.end, formula);
    }
  }
}

function hasFormula({ formula }: CellContent): boolean {
  return formula !== null;
}
