import type { CellContent } from '../../core/changes/change-set';
import type { RowChange } from '../../core/changes/row-change';
import { formatAddress } from '../../core/workbook/cell-address';
import type { CellValue } from '../../core/workbook/workbook-snapshot';
import type { MadeRow, NormalizedWorkbook } from './normalize-workbook';

/** One cell that was written, as `--format json` has it. */
export interface MadeEdit {
  readonly ruleId: string;
  /** Only where several rules had a part in it. */
  readonly ruleIds?: readonly string[];
  readonly sheet: string;
  /** In the original; of a new row in the copy. */
  readonly cell: string;
  /** In the copy, where rows above it came or went. */
  readonly writtenTo?: string;
  readonly before: CellValue;
  readonly after: CellValue;
  /** The new number format, where it is another one. */
  readonly format?: string;
  readonly inserted?: true;
}

/** With what was done, for people. */
export interface LabelledEdit {
  readonly label: string;
  readonly edit: MadeEdit;
}

/** One row that came or went. */
export interface MadeRowChange {
  readonly ruleId: string;
  readonly sheet: string;
  /** One-based: of a new row in the copy, of a row that went in the original. */
  readonly row: number;
  readonly change: RowChange['kind'];
}

/** Every cell that differs between the original and its copy, once; rows that went are not among them. */
export function madeEditsOf({ written, rows }: Pick<NormalizedWorkbook, 'written' | 'rows'>): readonly LabelledEdit[] {
  const edits: LabelledEdit[] = [];
  for (const { label, ruleIds, edits: ofRepair } of written) {
    for (const { sheet, address, before, after } of ofRepair) {
      const row = rowAfter(address.row, sheet, rows);
      // What was mended in a row that then went is in no copy.
      if (row === null) continue;
      const place: Pick<MadeEdit, 'cell' | 'writtenTo'> = {
        cell: formatAddress(address),
        ...(row === address.row ? {} : { writtenTo: formatAddress({ ...address, row }) }),
      };
      edits.push({ label, edit: { ...rulesOf(ruleIds), sheet, ...place, ...contentsOf(before, after) } });
    }
  }
  for (const { repair, change, row } of placed(rows)) {
    if (change.kind === 'delete') continue;
    for (const { column, content } of change.cells) {
      const { value: after, numberFormat } = content;
      if (after === null) continue;
      const cell = formatAddress({ row, column });
      const format = numberFormat === 'General' ? {} : { format: numberFormat };
      const place = { sheet: change.sheet, cell };
      edits.push({
        label: repair.label,
        edit: { ...rulesOf(repair.ruleIds), ...place, before: null, after, ...format, inserted: true },
      });
    }
  }
  return edits;
}

/** The rows that came and went, from the first of a sheet to its last. */
export function madeRowsOf(rows: readonly MadeRow[]): readonly (MadeRowChange & { readonly label: string })[] {
  return placed(rows).map(({ repair, change, row }) => {
    const { kind, sheet } = change;
    return { label: repair.label, ruleId: repair.ruleIds[0], sheet, row: row + 1, change: kind };
  });
}

/** Each change with the row it is spoken of: of a new one in the copy, of one that went in the original. */
function placed(rows: readonly MadeRow[]): readonly (MadeRow & { readonly row: number })[] {
  const sheets = Array.from(new Set(rows.map(({ change }) => change.sheet)));
  return rows
    .map((made, index) => {
      const { change, repair } = made;
      const inCopy = rowAfter(change.row, change.sheet, rows.slice(index + 1));
      const planned = repair.row === null ? change.row : repair.row.row;
      return { ...made, row: change.kind === 'delete' || inCopy === null ? planned : inCopy };
    })
    .sort((a, b) => sheets.indexOf(a.change.sheet) - sheets.indexOf(b.change.sheet) || a.row - b.row);
}

function rulesOf(ruleIds: readonly string[]): Pick<MadeEdit, 'ruleId' | 'ruleIds'> {
  return { ruleId: ruleIds[0], ...(ruleIds.length > 1 ? { ruleIds } : {}) };
}

function contentsOf(before: CellContent, after: CellContent): Pick<MadeEdit, 'before' | 'after' | 'format'> {
  return {
    before: valueOf(before),
    after: valueOf(after),
    ...(before.numberFormat === after.numberFormat ? {} : { format: after.numberFormat }),
  };
}

function valueOf({ value }: CellContent): CellValue {
  return value === '' ? null : value;
}

/** Where a row stands after these changes; null for one that went. */
function rowAfter(row: number, sheet: string, rows: readonly MadeRow[]): number | null {
  let place = row;
  for (const { change } of rows) {
    if (change.sheet !== sheet) continue;
    if (change.kind === 'insert') place += change.row <= place ? 1 : 0;
    else if (change.row === place) return null;
    else place -= change.row < place ? 1 : 0;
  }
  return place;
}
