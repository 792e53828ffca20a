import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { explainFileError } from './file-error';
import { UsageError } from './usage-error';

/** Writes a file whole or not at all: a reader never sees half of it, and a failure leaves the former one in place. */
export async function writeFileAtomically(name: string, cwd: string, content: string | Uint8Array): Promise<void> {
  const file = path.resolve(cwd, name);
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(content, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    // What could not be opened cannot be removed either; only the first failure matters.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new UsageError(`不能写入“${name}”：${explainFileError(error)}`);
  }
}
