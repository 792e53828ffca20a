import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { HostError } from '../host/port/host-error';
import { DEFAULT_LIMITS, XlsxError } from '../host/xlsx';
import { explainFileError } from './file-error';

/** The bytes of a file. One beyond the limit is refused before it is taken into memory. */
export async function readBytes(name: string, cwd: string): Promise<Uint8Array> {
  const file = path.resolve(cwd, name);
  const { size } = await stat(file);
  if (size > DEFAULT_LIMITS.maxFileBytes) throw new XlsxError('too-big', { file: path.basename(file) });
  return readFile(file);
}

/** Why a file could not be read or written, as Chinese sentences. */
export function explainFailure(error: unknown): string {
  return error instanceof HostError ? error.message + error.advice : explainFileError(error);
}
