import { applyOperation } from '../../core/changes/apply-operation';
import type { Operation, Step } from '../../core/changes/operation';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import type { KeptOperation } from './history-document';
import type { Expectations } from './plan-transition';
import { printRows, printSheet, standingRows } from './row-prints';

/** Rows printed below the last one that is written to, so that it is recognised by what follows. */
const ROWS_BELOW = 30;

/** An operation as the history keeps it, with what tells later whether the workbook is still as `after`. */
export function keptOperation(
  named: Pick<KeptOperation, 'id' | 'label' | 'at'>,
  steps: readonly Step[],
  inverse: readonly Step[],
  after: WorkbookSnapshot,
): KeptOperation {
  return { ...named, ...countsOf(steps), ...switchedBy(named.label, inverse, after) };
}

/** @param steps What switches an operation, from now on. */
export function switchedBy(
  label: string,
  steps: readonly Step[],
  after: WorkbookSnapshot,
): Pick<KeptOperation, 'switch' | 'rowPrints' | 'sheetPrints'> {
  const rowPrints: Record<string, string> = {};
  lastRows(steps).forEach((row, name) => {
    const sheet = after.findSheet(name);
    if (sheet) rowPrints[name] = printRows(sheet, row + 1 + ROWS_BELOW);
  });
  const sheetPrints: Record<string, string> = {};
  for (const step of steps) {
    if (step.kind !== 'removeSheets') continue;
    for (const { name } of step.sheets) {
      const sheet = after.findSheet(name);
      if (sheet) sheetPrints[name] = printSheet(sheet);
    }
  }
  return { switch: { label, steps }, rowPrints, sheetPrints };
}

/** What the workbook must be like for the operation to be switched. */
export function expectationsOf({ rowPrints, sheetPrints }: KeptOperation, snapshot: WorkbookSnapshot): Expectations {
  const known = new Map<string, (row: number) => boolean>();
  const standing = (sheet: SheetSnapshot): ((row: number) => boolean) => {
    const prints = ownValue(rowPrints, sheet.name);
    const rows = known.get(sheet.name) || (prints === undefined ? () => true : standingRows(prints, sheet));
    known.set(sheet.name, rows);
    return rows;
  };
  return {
    stands(name, row) {
      const sheet = snapshot.findSheet(name);
      return sheet === undefined || standing(sheet)(row);
    },
    isAsAdded: (sheet) => ownValue(sheetPrints, sheet.name) === printSheet(sheet),
    isReturn: true,
  };
}

/** The workbook after steps that are in effect; sheets that came are not in it. */
export function afterSteps(before: WorkbookSnapshot, steps: readonly Step[]): WorkbookSnapshot {
  return applyOperation(before, { label: '', steps }).snapshot;
}

export function countsOf(steps: readonly Step[]): Pick<KeptOperation, 'cells' | 'rows' | 'sheets'> {
  let cells = 0;
  let rows = 0;
  const sheets: string[] = [];
  for (const step of steps) {
    if (step.kind === 'cells') cells += step.changes.edits.length;
    else if (step.kind === 'rows') rows += step.changes.length;
    else for (const { name } of step.sheets) sheets.push(name);
  }
  return { cells, rows, sheets };
}

export function hasStructure({ steps }: Operation): boolean {
  return steps.some(({ kind }) => kind !== 'cells');
}

/** The last row of each sheet that steps write to. */
function lastRows(steps: readonly Step[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const note = (sheet: string, row: number): void => void rows.set(sheet, Math.max(rows.get(sheet) || 0, row));
  for (const step of steps) {
    if (step.kind === 'cells') for (const { sheet, address } of step.changes.edits) note(sheet, address.row);
    else if (step.kind === 'rows') for (const { sheet, row } of step.changes) note(sheet, row);
  }
  return rows;
}

/** A sheet may be called "constructor". */
function ownValue(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}
