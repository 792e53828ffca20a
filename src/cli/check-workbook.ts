import path from 'node:path';
import type { FileFailure, CheckedWorkbook } from '../core/reporting/report';
import { reviewInSteps, type ReviewOptions, type ReviewProgress } from '../core/review/run-review';
import { openXlsx } from '../host/xlsx';
import { explainFailure, readBytes } from './read-file';

/** Hears how a check goes on, and what was odd but readable in the file. */
export interface CheckListener {
  onProgress(progress: ReviewProgress): void;
  /** @param warning Chinese sentence. */
  onWarning(warning: string): void;
}

/** Reads one workbook and reviews it. Never throws: one bad file must not stop the others. */
export async function checkWorkbook(
  file: string,
  cwd: string,
  options: ReviewOptions,
  listener: CheckListener,
): Promise<CheckedWorkbook | FileFailure> {
  try {
    const { snapshot, warnings } = openXlsx(await readBytes(file, cwd), { name: path.basename(file) });
    warnings.forEach((warning) => listener.onWarning(warning));
    const steps = reviewInSteps(snapshot, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return { file, review: step.value };
      listener.onProgress(step.value);
    }
  } catch (error) {
    return { file, reason: explainFailure(error) };
  }
}
