import type { CatalogueEntry, CodeScheme } from '../catalogue/indicator-catalogue';
import type { MatchCandidate } from '../catalogue/matching';
import type { CellContent } from '../changes/change-set';
import type { Level2 } from '../forms/indicator-levels';
import type { CellAddress } from '../workbook/cell-address';

/** A cell that filling in codes may write, with what it held when it was read. */
export interface CodingCell {
  readonly sheet: string;
  readonly address: CellAddress;
  readonly before: CellContent;
}

/**
 * `certain`: one click fills it in. `choose`: a person has to choose from the candidates. `none`: nothing fits; candidates
 * are the nearest few, for reference.
 * `coded`: has a code already, which is checked and never overwritten. `left`: not to be coded (涉密, 不适用, a formula), `note` says why.
 */
export type CodingState = 'certain' | 'choose' | 'none' | 'coded' | 'left';

/** One third-level indicator of the workbook. */
export interface CodingRow {
  /** Of the name's cell; the same as `cellKeyOf` gives. */
  readonly key: string;
  readonly sheet: string;
  /** A1 address of the name. */
  readonly cell: string;
  /** Form id; see WorkbookForms. */
  readonly form: string;
  /** Name of the project, for groups in lists. */
  readonly project: string;
  /** The name without code. */
  readonly name: string;
  readonly level2: Level2 | null;
  /** Second level as printed, without code and marks; "" when there is none. */
  readonly level2Label: string;
  readonly state: CodingState;
  /** Chinese sentence or null: why a row is left, what is wrong with the code it has, or that the catalogue lists it elsewhere. */
  readonly note: string | null;
  /** Code that the row has; null for none. */
  readonly code: string | null;
  readonly candidates: readonly MatchCandidate[];
  /**
   * Cells that filling in or taking off may write; null where there is none or it must stay as it is (a formula, a level that is not known, a
   * protected sheet's label). `code`: only where the template has a column for it. What is written in the end stands in the change set.
   */
  readonly places: {
    readonly name: CodingCell | null;
    readonly code: CodingCell | null;
    readonly level1: CodingCell | null;
    readonly level2: CodingCell | null;
  };
}

/** What is to be coded in a workbook, in its order; plain data. */
export interface CodingPlan {
  readonly catalogue: { readonly id: string; readonly name: string; readonly isComplete: boolean };
  readonly codeScheme: CodeScheme | null;
  readonly rows: readonly CodingRow[];
}

/** Entries to be filled in, by `CodingRow.key`. */
export type CodingChoices = Readonly<Record<string, CatalogueEntry>>;
