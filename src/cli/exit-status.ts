import { listUncheckedFiles, type ReviewBatch } from '../core/reporting/report';

export const EXIT_CLEAN = 0;
export const EXIT_ERRORS_FOUND = 1;
/** Done, but something needs a person: rows without a code, codes or a column of codes to look into, rows of a list that were not taken over. */
export const EXIT_LEFT_TO_PERSON = 1;
/** Something could not be checked, or the command was not understood. */
export const EXIT_FAILED = 2;

/** 2 when a file was not checked as it should have been, else 1 when errors were found, else 0. */
export function exitStatusOf(batch: ReviewBatch): number {
  if (listUncheckedFiles(batch).length > 0) return EXIT_FAILED;
  const hasErrors = batch.workbooks.some(({ review }) => review.findings.some(({ severity }) => severity === 'error'));
  return hasErrors ? EXIT_ERRORS_FOUND : EXIT_CLEAN;
}
