import type { Form, UnreadArea } from '../../core/forms/form';
import type { Finding, NotChecked } from '../../core/review/finding';
import type { ReviewedProfile } from '../../core/review/run-review';

/** A finding with what a list shows around it. */
export interface ReportedFinding extends Finding {
  /** What stands in the cell: the label of the field or the name of the indicator; "" when neither is known. */
  readonly subject: string;
  /** The project, where the form holds several; "" otherwise. */
  readonly project: string;
  /** Everything a search looks at, as `searchable` writes it. */
  readonly searchText: string;
}

/** A form that was checked. */
export type ReviewedForm = Pick<Form, 'id' | 'type' | 'sheet' | 'caption'>;

/** What came of a review: plain data, without the forms, so that it crosses from one thread to another. */
export interface ReviewReport {
  /** Name of the file. */
  readonly workbook: string;
  readonly forms: readonly ReviewedForm[];
  /** Sheets or parts of sheets that were read as no form. */
  readonly unread: readonly UnreadArea[];
  /** In reading order: sheet, row, column; then severity. */
  readonly findings: readonly ReportedFinding[];
  readonly notChecked: readonly NotChecked[];
  readonly profile: ReviewedProfile;
  /** Rules that the profile leaves switched on. */
  readonly ruleCount: number;
}
