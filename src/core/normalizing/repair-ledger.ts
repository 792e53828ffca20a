import { BLANK_CONTENT, cellKeyOf, isSameContent, type CellContent, type Edit } from '../changes/change-set';
import type { RowChange, RowInsertion } from '../changes/row-change';
import { formatAddress, type CellAddress } from '../workbook/cell-address';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import type { PlannedRepair } from './normalization-plan';
import { OriginalRows } from './original-rows';

/** What one fix does, in a workbook that was repaired before. */
export interface Mending {
  readonly ruleId: string;
  readonly label: string;
  readonly project: string;
}

/** Cells that are written together. */
interface Group {
  /** The lower, the sooner it was made. */
  readonly order: number;
  readonly label: string;
  readonly project: string;
  readonly ruleIds: string[];
  readonly cells: RepairedCell[];
}

interface RepairedCell {
  readonly sheet: string;
  /** In the workbook as it stands. */
  readonly address: CellAddress;
  /** What the cell held, first as it stands, then after each repair. */
  readonly contents: CellContent[];
  /** True where two rules would write it to and fro for ever. */
  isSettled: boolean;
  group: Group;
}

interface RowRepair extends Mending {
  readonly ruleIds: string[];
  /** For the workbook as it stands. */
  readonly change: RowChange;
  /** Contents of a new row, by column; repairs may change them. */
  readonly cells: Map<number, CellContent>;
}

export type Refusal = 'formula' | 'locked' | 'quarrel' | 'changed';

/** What repairs, made one after the other, come to for the workbook as it stands. */
export class RepairLedger {
  readonly rows = new OriginalRows();
  private readonly cells = new Map<string, RepairedCell>();
  private readonly rowRepairs: RowRepair[] = [];
  private lastOrder = 0;

  /** @param locked Keys (cellKeyOf) of cells that are not to be written. */
  constructor(private readonly locked: ReadonlySet<string>) {}

  /** Why a fix is not to be made in the repaired workbook; null where it may be. */
  refusalOf(edits: readonly Edit[], current: WorkbookSnapshot): Refusal | null {
    for (const edit of edits) {
      if (edit.before.formula !== null || edit.after.formula !== null) return 'formula';
      const { row, column } = edit.address;
      const sheet = current.findSheet(edit.sheet);
      if (sheet === undefined || !isSameContent(sheet.cellAt(row, column) || BLANK_CONTENT, edit.before))
        return 'changed';
      const origin = this.rows.originOf(edit.sheet, row);
      if (origin.kind === 'new') continue;
      const key = cellKeyOf({ sheet: edit.sheet, address: { row: origin.row, column } });
      if (this.locked.has(key)) return 'locked';
      const known = this.cells.get(key);
      if (known !== undefined && known.isSettled) return 'quarrel';
    }
    return null;
  }

  /** Notes that a fix was made. @param edits What it wrote. @param shared What another fix has written for it. */
  note(edits: readonly Edit[], shared: readonly Edit[], { ruleId, label, project }: Mending): void {
    const cells: RepairedCell[] = [];
    this.lastOrder += 1;
    const own: Group = { order: this.lastOrder, label, project, ruleIds: [], cells: [] };
    for (const edit of edits.concat(shared)) {
      const { row, column } = edit.address;
      const origin = this.rows.originOf(edit.sheet, row);
      if (origin.kind === 'new') this.noteInNewRow(origin.change, column, edit.after, ruleId);
      else cells.push(this.cellOf({ ...edit, address: { row: origin.row, column } }, own, shared.indexOf(edit) < 0));
    }
    if (cells.length === 0) return;
    const group = cells.map((cell) => cell.group).reduce((first, one) => (one.order < first.order ? one : first));
    for (const cell of cells) if (cell.group !== group) this.join(group, cell.group);
    if (group.ruleIds.indexOf(ruleId) < 0) group.ruleIds.push(ruleId);
  }

  /** Notes that a row came or went. @param made As it was made. @param change The same for the workbook as it stands. */
  noteRow(made: RowChange, change: RowChange, mending: Mending): void {
    const cells = new Map<number, CellContent>();
    if (change.kind === 'insert') change.cells.forEach(({ column, content }) => cells.set(column, content));
    this.rowRepairs.push({ ...mending, ruleIds: [mending.ruleId], change, cells });
    this.rows.note(made, change);
  }

  /** What was noted, in the order of the workbook. */
  repairs(snapshot: WorkbookSnapshot): readonly PlannedRepair[] {
    const order = new Map(snapshot.sheets.map(({ name }, index) => [name, index] as const));
    const goneRows = new Set<string>();
    for (const { change } of this.rowRepairs)
      if (change.kind === 'delete') goneRows.add(`${change.row} ${change.sheet}`);
    const groups = new Set<Group>();
    this.cells.forEach(({ group }) => groups.add(group));
    const placed: { readonly repair: PlannedRepair; readonly place: readonly number[] }[] = [];
    groups.forEach((group) => {
      const edits = group.cells
        .filter(({ sheet, address }) => !goneRows.has(`${address.row} ${sheet}`))
        .map(netEdit)
        .filter((edit): edit is Edit => edit !== null)
        .sort((a, b) => placeOf(order, a) - placeOf(order, b) || inReadingOrder(a, b));
      if (edits.length === 0) return;
      const [{ sheet, address }] = edits;
      const { ruleIds, label, project } = group;
      const cell = formatAddress(address);
      const repair = { key: `${sheet}!${cell}`, ruleIds, label, sheet, cell, project, edits, row: null };
      placed.push({ repair, place: [placeOf(order, { sheet }), address.row, 1, address.column] });
    });
    for (const rowRepair of this.rowRepairs) {
      const { change, ruleIds, label, project, cells } = rowRepair;
      const { sheet, row, kind } = change;
      const cell = formatAddress({ row, column: 0 });
      const repaired = change.kind === 'insert' ? withCells(change, cells) : change;
      const key = [sheet, cell, kind, change.kind === 'insert' ? textsOf(change) : ''].join('!');
      const repair = { key, ruleIds, label, sheet, cell, project, edits: [], row: repaired };
      const rank = change.kind === 'insert' ? this.rows.placeOfNew(change) : 0;
      placed.push({ repair, place: [placeOf(order, { sheet }), row, kind === 'insert' ? 0 : 2, rank] });
    }
    return placed.sort((a, b) => compareNumbers(a.place, b.place)).map(({ repair }) => repair);
  }

  private noteInNewRow(change: RowChange, column: number, after: CellContent, ruleId: string): void {
    const repair = this.rowRepairs.find((one) => one.change === change);
    if (repair === undefined) return;
    repair.cells.set(column, after);
    if (repair.ruleIds.indexOf(ruleId) < 0) repair.ruleIds.push(ruleId);
  }

  /** @param group Of the cell where it was never repaired before. */
  private cellOf(edit: Edit, group: Group, isWritten: boolean): RepairedCell {
    const key = cellKeyOf(edit);
    const known = this.cells.get(key);
    if (known !== undefined) {
      if (!isWritten) return known;
      if (known.contents.some((content) => isSameWriting(content, edit.after))) known.isSettled = true;
      known.contents.push(edit.after);
      return known;
    }
    const { sheet, address, before, after } = edit;
    const cell: RepairedCell = { sheet, address, contents: [before, after], isSettled: false, group };
    group.cells.push(cell);
    this.cells.set(key, cell);
    return cell;
  }

  private join(group: Group, other: Group): void {
    for (const cell of other.cells) {
      cell.group = group;
      group.cells.push(cell);
    }
    for (const ruleId of other.ruleIds) if (group.ruleIds.indexOf(ruleId) < 0) group.ruleIds.push(ruleId);
  }

  /** A row change that was planned for the repaired workbook, for the workbook as it stands. */
  originalOf(change: RowChange): RowChange {
    const { sheet } = change;
    const row = this.rows.firstOwnFrom(sheet, change.row);
    if (change.kind === 'delete') return { ...change, row };
    const moved = (line: number): number => (line < change.row ? this.ownUpTo(sheet, line) : row);
    const mergedAreas = change.mergedAreas
      .filter(({ bottom }) => bottom === change.row)
      .map((area) => ({ ...area, top: moved(area.top), bottom: row }));
    return { ...change, row, like: change.like < change.row ? row - 1 : row, mergedAreas };
  }

  /** The row itself, or the nearest above it that is the workbook's own. */
  private ownUpTo(sheet: string, row: number): number {
    for (let line = row; line > 0; line -= 1) {
      const origin = this.rows.originOf(sheet, line);
      if (origin.kind === 'own') return origin.row;
    }
    return 0;
  }
}

function netEdit({ sheet, address, contents }: RepairedCell): Edit | null {
  const before = contents[0];
  const after = contents[contents.length - 1];
  return isSameWriting(before, after) ? null : { sheet, address, before, after };
}

function isSameWriting(a: CellContent, b: CellContent): boolean {
  return isSameContent(a, b) && a.numberFormat === b.numberFormat;
}

function withCells(change: RowInsertion, contents: ReadonlyMap<number, CellContent>): RowInsertion {
  const columns = Array.from(contents.keys()).sort((a, b) => a - b);
  return { ...change, cells: columns.map((column) => ({ column, content: contents.get(column) as CellContent })) };
}

function textsOf({ cells }: RowInsertion): string {
  return cells.map(({ content }) => String(content.value)).join(' ');
}

function placeOf(order: ReadonlyMap<string, number>, { sheet }: { readonly sheet: string }): number {
  return order.get(sheet) || 0;
}

function inReadingOrder({ address: a }: Edit, { address: b }: Edit): number {
  return a.row - b.row || a.column - b.column;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return a[index] - b[index];
  return 0;
}
