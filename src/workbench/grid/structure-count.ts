import type { StructureChange } from './structure-change';

/** How many rows and sheets differ from the file that was opened: what came and went again does not count. */
export interface StructureCount {
  readonly rows: number;
  readonly sheets: number;
}

/** Rows of one sheet, by their places now. */
interface RowTally {
  /** Those that came. */
  inserted: readonly number[];
  /** Where one that went would stand. */
  deleted: readonly number[];
}

/** @param changes All since the file was opened, in their order. */
export function countStructure(changes: readonly StructureChange[]): StructureCount {
  const rows = new Map<string, RowTally>();
  const sheets = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'rows') {
      for (const { kind, sheet, row } of change.changes) {
        const tally = rows.get(sheet) ?? { inserted: [], deleted: [] };
        rows.set(sheet, kind === 'insert' ? afterInsertion(tally, row) : afterDeletion(tally, row));
      }
    } else {
      const names = change.kind === 'addSheets' ? change.sheets.map(({ name }) => name) : change.names;
      for (const name of names) {
        if (!sheets.delete(name)) sheets.add(name);
        rows.delete(name);
      }
    }
  }
  const count = [...rows.values()].reduce((sum, { inserted, deleted }) => sum + inserted.length + deleted.length, 0);
  return { rows: count, sheets: sheets.size };
}

function afterInsertion({ inserted, deleted }: RowTally, row: number): RowTally {
  const moved = (place: number): number => (place >= row ? place + 1 : place);
  const back = deleted.indexOf(row);
  if (back === -1) return { inserted: [...inserted.map(moved), row], deleted: deleted.map(moved) };
  return { inserted: inserted.map(moved), deleted: deleted.filter((_, index) => index !== back).map(moved) };
}

function afterDeletion({ inserted, deleted }: RowTally, row: number): RowTally {
  const moved = (place: number): number => (place > row ? place - 1 : place);
  const others = inserted.filter((place) => place !== row).map(moved);
  const places = deleted.map(moved);
  return { inserted: others, deleted: inserted.includes(row) ? places : [...places, row] };
}
