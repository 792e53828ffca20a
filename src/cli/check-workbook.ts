import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileFailure, CheckedWorkbook } from '../core/reporting/report';
import { reviewInSteps, type ReviewOptions, type ReviewProgress } from '../core/review/run-review';
import { HostError } from '../host/port/host-error';
import { DEFAULT_LIMITS, openXlsx, XlsxError } from '../host/xlsx';
import { explainFileError } from './file-error';

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
    const { snapshot, warnings } = openXlsx(await readWorkbook(path.resolve(cwd, file)), { name: path.basename(file) });
    warnings.forEach((warning) => listener.onWarning(warning));
    const steps = reviewInSteps(snapshot, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return { file, review: step.value };
      listener.onProgress(step.value);
    }
  } catch (error) {
    return { file, reason: explain(error) };
  }
}

// A size beyond the limit is refused before the file is taken into memory.
async function readWorkbook(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > DEFAULT_LIMITS.maxFileBytes) throw new XlsxError('too-big', { file: path.basename(file) });
  return readFile(file);
}

function explain(error: unknown): string {
  if (error instanceof HostError) return error.message + error.advice;
  return explainFileError(error);
}
