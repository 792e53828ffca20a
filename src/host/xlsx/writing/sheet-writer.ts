import { formatAddress, formatRange, parseRange } from '../../../core/workbook/cell-address';
import type { XlsxLimits } from '../limits';
import { type PlannedCell, type SheetPlan } from './edit-plan';
import { cellXml } from './cell-writer';
import { mapSheet, type CellPlace, type RowPlace, type SheetMap } from './sheet-map';
import { applySplices, type Splice } from './splice';
import type { StyleWriter } from './style-writer';
import { editTag, openTag } from './tag-text';
import { encodeXml } from '../xml/xml-text';
import { XlsxError } from '../xlsx-error';

/** Followers of shared formulas that lose their master and must carry their own text from now on. */
function findOrphans(plan: SheetPlan): Map<number, Map<number, string>> {
  const orphans = new Map<number, Map<number, string>>();
  for (const { row, column, content, hadFormula } of plan.cells) {
    if (content === null || !hadFormula) continue;
    for (const follower of plan.worksheet.sharedFormulas.followersOf(row, column)) {
      const ofRow = orphans.get(follower.row) ?? new Map<number, string>();
      orphans.set(follower.row, ofRow);
      ofRow.set(follower.column, follower.formula ?? '');
    }
  }
  return orphans;
}

function groupByRow(cells: readonly PlannedCell[]): Map<number, PlannedCell[]> {
  const rows = new Map<number, PlannedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

class SheetWriter {
  private readonly splices: Splice[] = [];

  constructor(
    private readonly text: string,
    private readonly prefix: string,
    private readonly map: SheetMap,
    private readonly styles: StyleWriter,
  ) {}

  build(
    planned: ReadonlyMap<number, PlannedCell[]>,
    orphans: ReadonlyMap<number, ReadonlyMap<number, string>>,
  ): string {
    let tail = '';
    for (const [row, cells] of planned) {
      const place = this.map.rows.get(row);
      if (place) this.editRow(place, cells);
      else {
        const xml = `<${this.prefix}row r="${row + 1}">${cells.map((cell) => this.newCell(cell)).join('')}</${this.prefix}row>`;
        const next = this.map.rowNumbers.findIndex((number) => number > row);
        if (next < 0) tail += xml;
        else this.insert(this.map.rowStarts[next], xml);
      }
    }
    for (const [row, formulas] of orphans) this.giveFormulas(row, formulas, planned.get(row) ?? []);
    if (tail !== '') this.appendRows(tail);
    this.growDimension([...planned.values()].flat());
    return applySplices(this.text, this.splices);
  }

  private editRow(place: RowPlace, cells: readonly PlannedCell[]): void {
    let appended = '';
    let hasNewCells = false;
    for (const planned of cells) {
      const existing = place.cells.find((cell) => cell.column === planned.column);
      if (existing) this.editCell(existing, planned);
      else {
        hasNewCells = true;
        const next = place.cells.find((cell) => cell.column > planned.column);
        if (next) this.insert(next.start, this.newCell(planned));
        else appended += this.newCell(planned);
      }
    }
    const tag = this.text.slice(place.start, place.openEnd);
    // `spans` is a hint that new cells may break.
    const newTag = hasNewCells ? editTag(tag, { spans: null }) : tag;
    if (place.isEmpty) {
      this.replace(place.start, place.end, `${openTag(newTag)}${appended}</${this.prefix}row>`);
      return;
    }
    if (newTag !== tag) this.replace(place.start, place.openEnd, newTag);
    if (appended !== '') this.insert(place.closeStart, appended);
  }

  private editCell(place: CellPlace, planned: PlannedCell): void {
    const style = this.styles.styleFor(planned);
    const tag = this.text.slice(place.start, place.openEnd);
    const styled = style === planned.style ? tag : editTag(tag, { s: String(style) });
    if (planned.content === null) {
      this.replace(place.start, place.openEnd, styled);
      return;
    }
    const kept = place.extensions.map(({ start, end }) => this.text.slice(start, end)).join('');
    this.replace(place.start, place.end, cellXml(this.prefix, styled, planned.content, kept));
  }

  private newCell(planned: PlannedCell): string {
    const style = this.styles.styleFor(planned);
    const tag = `<${this.prefix}c r="${formatAddress(planned)}"${style === 0 ? '' : ` s="${style}"`}>`;
    return cellXml(this.prefix, tag, planned.content ?? { value: null, formula: null, numberFormat: 'General' });
  }

  private giveFormulas(row: number, formulas: ReadonlyMap<number, string>, planned: readonly PlannedCell[]): void {
    for (const { column, formula } of this.map.rows.get(row)?.cells ?? []) {
      const text = formulas.get(column);
      const isReplaced = planned.some((cell) => cell.column === column && cell.content !== null);
      if (text === undefined || formula === null || isReplaced) continue;
      this.replace(formula.start, formula.end, `<${this.prefix}f>${encodeXml(text)}</${this.prefix}f>`);
    }
  }

  private appendRows(xml: string): void {
    const { sheetData } = this.map;
    if (!sheetData) throw new XlsxError('internal', { reason: 'no sheetData' });
    const { start, openEnd, closeStart } = sheetData;
    const tag = this.text.slice(start, openEnd);
    if (tag.endsWith('/>')) this.replace(start, openEnd, `${openTag(tag)}${xml}</${this.prefix}sheetData>`);
    else this.insert(closeStart, xml);
  }

  private growDimension(cells: readonly PlannedCell[]): void {
    const { dimension } = this.map;
    const range = dimension && parseRange(dimension.ref);
    if (!dimension || !range) return;
    const grown = cells.reduce(
      (area, { row, column }) => ({
        top: Math.min(area.top, row),
        left: Math.min(area.left, column),
        bottom: Math.max(area.bottom, row),
        right: Math.max(area.right, column),
      }),
      range,
    );
    if (formatRange(grown) === formatRange(range)) return;
    const tag = this.text.slice(dimension.start, dimension.end);
    this.replace(dimension.start, dimension.end, editTag(tag, { ref: formatRange(grown) }));
  }

  private insert(at: number, text: string): void {
    this.splices.push({ start: at, end: at, text });
  }

  private replace(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text });
  }
}

/** The text of a worksheet part with the plan's cells written. */
export function writeSheet(text: string, plan: SheetPlan, styles: StyleWriter, limits: XlsxLimits): string {
  const planned = groupByRow(plan.cells);
  const orphans = findOrphans(plan);
  const map = mapSheet(text, plan.worksheet.part, new Set([...planned.keys(), ...orphans.keys()]), limits);
  const prefix = /<([\w.-]+:)?worksheet[\s>]/.exec(text)?.[1] ?? '';
  return new SheetWriter(text, prefix, map, styles).build(planned, orphans);
}
