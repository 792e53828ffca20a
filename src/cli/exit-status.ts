import type { ReviewBatch } from '../core/reporting/report';
import type { Review } from '../core/review/run-review';

export const EXIT_CLEAN = 0;
export const EXIT_ERRORS_FOUND = 1;
/** Something could not be checked, or the command was not understood. */
export const EXIT_FAILED = 2;

/** 2 when a file, a workbook without any form, or a rule that broke down was not checked; else 1 when errors were found. */
export function exitStatusOf(batch: ReviewBatch): number {
  const reviews = batch.workbooks.map(({ review }) => review);
  if (batch.failures.length > 0 || !reviews.every(isChecked)) return EXIT_FAILED;
  const hasErrors = reviews.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  return hasErrors ? EXIT_ERRORS_FOUND : EXIT_CLEAN;
}

// A rule that declines (a secret project, no catalogue loaded) is no failure; one that broke down is.
function isChecked({ workbookForms, notChecked }: Review): boolean {
  return workbookForms.forms.length > 0 && !notChecked.some(({ reason }) => reason.startsWith('规则运行出错'));
}
