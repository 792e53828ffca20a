import type { Decimal } from 'decimal.js';
import type { ColumnRole } from '../forms/column-labels';
import type { CodedIndicatorTable, FieldKey, ProjectTargetForm } from '../forms/form';
import type { Level1, Level2 } from '../forms/indicator-levels';
import type { MoneyUnit } from '../values/amount';
import type { CellAddress } from '../workbook/cell-address';

/** Forms that hold projects. */
export type ProjectForm = ProjectTargetForm | CodedIndicatorTable;

/** Columns of indicators, in the order they are written. */
export const ROLES: readonly ColumnRole[] = [
  'level1',
  'level2',
  'name',
  'code',
  'value',
  'periodValue',
  'explanation',
  'nature',
  'unit',
  'weight',
];

/** A text of a form on its way into a template. */
export interface CarriedText {
  /** As shown. */
  readonly text: string;
  /** A plain number that shows as its digits; null for others. */
  readonly number: number | null;
  /** Where it stands in the source. */
  readonly sheet: string;
  readonly address: CellAddress;
}

export interface CarriedField extends CarriedText {
  /** Null for a field this program does not know. */
  readonly key: FieldKey | null;
  /** As printed, without colon. */
  readonly label: string;
  /** Of an amount; its unit is null where nothing names it. */
  readonly amount: { readonly number: Decimal; readonly unit: MoneyUnit | null } | null;
}

export interface CarriedRow {
  readonly level1Kind: Level1 | null;
  readonly level2Kind: Level2 | null;
  /** Columns that are not blank in this row. */
  readonly texts: ReadonlyMap<ColumnRole, CarriedText>;
  /** Nothing but 不适用, or nothing at all. */
  readonly isEmpty: boolean;
}

/** Something that belongs to no field and no column of a template. */
export interface CarriedRest extends CarriedText {
  readonly label: string;
  /** The row it stands beside; null for what belongs to the project. */
  readonly row: CarriedRow | null;
  /** What the list of unplaced texts called a row that is not there any more; else "". */
  readonly indicator: string;
}

/** A project with all that is written about it. */
export interface CarriedProject {
  readonly name: string;
  readonly fields: readonly CarriedField[];
  readonly rows: readonly CarriedRow[];
  readonly rest: readonly CarriedRest[];
  /** "2024"; "" where nothing names one. */
  readonly year: string;
}

/** True for a row in which nothing but 不适用 stands beside the levels. */
export function isEmptyRow(texts: CarriedRow['texts']): boolean {
  return ROLES.every((role) => {
    const written = role === 'level1' || role === 'level2' ? undefined : texts.get(role);
    return written === undefined || written.text.trim() === '不适用';
  });
}
