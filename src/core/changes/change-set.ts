import { formatAddress, type CellAddress } from '../workbook/cell-address';
import type { CellValue } from '../workbook/workbook-snapshot';

/** What an edit reads or writes in one cell. A formula wins over the value; `numberFormat` "General" when none is set. */
export interface CellContent {
  readonly value: CellValue;
  /** Without its leading "="; null when the cell holds a plain value. */
  readonly formula: string | null;
  readonly numberFormat: string;
}

/** One change of one cell, with what stood there when it was proposed. */
export interface Edit {
  readonly sheet: string;
  readonly address: CellAddress;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** Edits in the order they are written; no two edit the same cell. */
export interface ChangeSet {
  /** What the change does, for the preview and the undo button, e.g. "删除网页标记". */
  readonly label: string;
  readonly edits: readonly Edit[];
  /** True for a change that takes another one back: each cell gets exactly what it held, its number format included. */
  readonly isInverse?: true;
}

/** An edit that was refused because the cell no longer holds what the edit expects. */
export interface Conflict {
  readonly edit: Edit;
  readonly found: CellContent;
}

export const BLANK_CONTENT: CellContent = { value: null, formula: null, numberFormat: 'General' };

/** The same text for all edits of one cell, for maps and sets. */
export function cellKeyOf({ sheet, address }: Pick<Edit, 'sheet' | 'address'>): string {
  return `${formatAddress(address)}!${sheet}`;
}

/** True when a cell holds what an edit expects: same formula, or same value; the number format does not count. */
export function isSameContent(a: CellContent, b: CellContent): boolean {
  if (a.formula !== null || b.formula !== null) return a.formula === b.formula;
  return (a.value === '' ? null : a.value) === (b.value === '' ? null : b.value);
}

/** The change that takes this one back: before and after swapped, in reverse order. */
export function invertChangeSet(changes: ChangeSet): ChangeSet {
  return {
    label: `撤销：${changes.label}`,
    edits: changes.edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before })).reverse(),
    isInverse: true,
  };
}
