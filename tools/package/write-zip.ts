import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { PackageFiles } from './package-files';
import { PackageProblem } from './package-problem';

const MADE_ON_UNIX = 3;
const REGULAR_FILE = 0o100000;

/** The same files make the same bytes, on whatever day. */
export function zipOf(files: PackageFiles, date: Date): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of files) {
    const mode = REGULAR_FILE | (/\.sh$|^cli\//.test(name) ? 0o755 : 0o644);
    entries[name] = [content, { level: 9, mtime: date, os: MADE_ON_UNIX, attrs: mode << 16 }];
  }
  return zipSync(entries);
}

/**
 * When the state of the sources was made: SOURCE_DATE_EPOCH, else the time of the last commit. Not a fixed one:
 * servers tell a new file from an old one of the same length by its time.
 */
export function dateOfSources(root: string): Date {
  const git = () => spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).stdout;
  const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? git());
  const utc = seconds > 0 ? new Date(seconds * 1000) : new Date(Date.UTC(2020, 0, 1));
  // A zip holds local times: the same numbers wherever it is made.
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
}

/**
 * Makes the folder of a file that is to be written.
 * @throws PackageProblem when it could not be written there
 */
export function prepareFolder(file: string): void {
  if (statOf(file)?.isDirectory()) {
    throw new PackageProblem(`“${file}”是文件夹。请在 --output 后写文件名，例如 shenbao.zip。`);
  }
  orProblem(file, () => {
    mkdirSync(path.dirname(file), { recursive: true });
    accessSync(path.dirname(file), constants.W_OK);
  });
}

/**
 * Writes a file whole or not at all.
 * @throws PackageProblem when the place cannot be written to
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.${process.pid}.part`;
  orProblem(file, () => {
    try {
      writeFileSync(unfinished, bytes);
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}

function orProblem(file: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new PackageProblem(`不能写入“${file}”：${reason(error)}`);
  }
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

function reason(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '没有写入权限。请换一个文件夹，或检查文件夹的权限。';
    case 'ENOSPC':
      return '磁盘空间不足。';
    case 'EEXIST':
    case 'ENOTDIR':
      return '路径中有一段是文件，不是文件夹。请检查 --output。';
    case 'EBUSY':
      return '文件正被另一个程序打开。请关闭后重试。';
    default:
      return `${(error as Error).message}。`;
  }
}
