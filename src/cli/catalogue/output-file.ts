import { stat } from 'node:fs/promises';
import type { BigIntStats } from 'node:fs';
import path from 'node:path';
import { explainFileError } from '../file-error';
import { UsageError } from '../usage-error';

/**
 * Refuses a place for a result that would destroy something: the source itself under whatever name, or, unless it may be
 * replaced, a file that is there already. Looked at before any work is done.
 * @param source Null when the result comes from no file.
 * @throws UsageError
 */
export async function requireFreeOutput(
  output: string,
  source: string | null,
  cwd: string,
  mayReplace: boolean,
): Promise<void> {
  const there = await statOf(output, cwd);
  if (there === null) return;
  if (there.isDirectory()) throw new UsageError(`--output “${output}”是文件夹，请写明文件名。`);
  const former = source === null ? null : await statOf(source, cwd);
  if (former !== null && former.dev === there.dev && former.ino === there.ino) {
    throw new UsageError(`--output 不能是原文件“${source}”本身，请另写一个文件名。`);
  }
  if (!mayReplace) throw new UsageError(`“${output}”已经存在，没有改动；要替换它，请加 --force。`);
}

async function statOf(name: string, cwd: string): Promise<BigIntStats | null> {
  try {
    return await stat(path.resolve(cwd, name), { bigint: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UsageError(`不能写入“${name}”：${explainFileError(error)}`);
  }
}
