import { stat } from 'node:fs/promises';
import path from 'node:path';
import { requireFreeOutput } from '../catalogue/output-file';
import { UsageError } from '../usage-error';

/** Where the copies of workbooks go. */
export interface CopyPlaces {
  /** Files that lie in the output folder: copies of an earlier run. */
  readonly skipped: readonly string[];
  /** The others, each with its copy. */
  readonly copies: readonly { readonly file: string; readonly copy: string }[];
}

/** Below the output folder, in folders as the originals have them below the one that holds them all: no two share a place. */
export function placeCopies(files: readonly string[], output: string, cwd: string): CopyPlaces {
  const folder = path.resolve(cwd, output);
  const isCopy = (file: string): boolean => isBelow(path.resolve(cwd, file), folder);
  const originals = files.filter((file) => !isCopy(file));
  // Only copies: whoever names them means them.
  const wanted = originals.length > 0 ? originals : files;
  const folders = wanted.map((file) => path.dirname(path.resolve(cwd, file)).split(path.sep));
  const depth = folders.reduce((common, parts) => sharedLength(folders[0].slice(0, common), parts), Infinity);
  const copies = wanted.map((file, index) => {
    const below = folders[index].slice(depth).map((part) => part.replace(/:$/, ''));
    return { file, copy: path.join(output, ...below, path.basename(file)) };
  });
  return { skipped: originals.length > 0 ? files.filter(isCopy) : [], copies };
}

/** Refuses a place where one of the originals stands, or, unless it may be replaced, any file. */
export class CopyGuard {
  private originals: Promise<ReadonlySet<string>> | null = null;

  constructor(
    private readonly files: readonly string[],
    private readonly cwd: string,
    private readonly mayReplace: boolean,
  ) {}

  /** @throws UsageError */
  async require(copy: string): Promise<void> {
    this.originals = this.originals ?? this.identify();
    const there = await identityOf(path.resolve(this.cwd, copy));
    if (there !== null && (await this.originals).has(there)) {
      throw new UsageError(`副本“${copy}”就是原文件，没有写入；请用 --output 另写一个文件夹。`);
    }
    await requireFreeOutput(copy, null, this.cwd, this.mayReplace);
  }

  private async identify(): Promise<ReadonlySet<string>> {
    const found = await Promise.all(this.files.map((file) => identityOf(path.resolve(this.cwd, file))));
    return new Set(found.filter((one): one is string => one !== null));
  }
}

async function identityOf(file: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(file, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return null;
  }
}

function isBelow(file: string, folder: string): boolean {
  const below = path.relative(folder, file);
  return below !== '' && !below.startsWith('..') && !path.isAbsolute(below);
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const differing = one.findIndex((part, index) => part !== other[index]);
  return differing < 0 ? Math.min(one.length, other.length) : differing;
}
