import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { HostError } from '../host/port/host-error';
import { DEFAULT_LIMITS, XlsxError } from '../host/xlsx';
import { explainFileError } from './file-error';

/** The bytes of a file. @param refuse Throws for a size that is too much, before any of it is taken into memory. */
export async function readBytes(
  name: string,
  cwd: string,
  refuse: (fileName: string, size: number) => void = refuseLargeWorkbook,
): Promise<Uint8Array> {
  const file = path.resolve(cwd, name);
  refuse(path.basename(file), (await stat(file)).size);
  return readFile(file);
}

function refuseLargeWorkbook(file: string, size: number): void {
  if (size > DEFAULT_LIMITS.maxFileBytes) throw new XlsxError('too-big', { file });
}

/** Why a file could not be read or written, as Chinese sentences. */
export function explainFailure(error: unknown): string {
  return error instanceof HostError ? error.message + error.advice : explainFileError(error);
}
