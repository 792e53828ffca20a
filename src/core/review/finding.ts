import type { Edit } from '../changes/change-set';

/** `error` must be corrected before the filing is accepted; a reviewer asks about a `warning`; `info` is style. */
export type Severity = 'error' | 'warning' | 'info';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** An edit that is safe to apply without asking a person what they meant. */
export interface Fix {
  /** What the button says, e.g. "删除网页标记". */
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** One number of a calculation, with the cell it stands in. */
export interface CalculationTerm {
  readonly label: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** As printed, thousands separated. */
  readonly number: string;
  readonly isSubtracted: boolean;
}

/** How a finding about a sum was reached, for the user to follow. */
export interface Calculation {
  /** What the sheet states. */
  readonly total: CalculationTerm;
  readonly terms: readonly CalculationTerm[];
  readonly sum: string;
  /** Stated less computed, with its sign. */
  readonly difference: string;
  /** What the rounding of printed numbers may explain. */
  readonly allowance: string;
  /** 元, 万元 …; "" when the sheet names none. */
  readonly unit: string;
}

/** One thing wrong at one place of the workbook. */
export interface Finding {
  /** Rule id, e.g. "value/unit-missing". */
  readonly ruleId: string;
  readonly severity: Severity;
  /** Id of the form it was found in; null when it stands outside every form. */
  readonly form: string | null;
  readonly sheet: string;
  /** A1 address; a merged area's top-left cell. */
  readonly cell: string;
  /** The offending text as it stands in the cell; "" when the flaw is that it is blank. */
  readonly quote: string;
  /** One Chinese sentence: what is wrong and what to do. */
  readonly message: string;
  /** What should stand there, where that is known. */
  readonly expected: string | null;
  readonly fix: Fix | null;
  /** Only for findings about sums and equalities. */
  readonly calculation?: Calculation;
}

/** A rule that could not decide on a form, with the reason. */
export interface NotChecked {
  readonly ruleId: string;
  readonly form: string | null;
  /** Chinese sentence. */
  readonly reason: string;
}
