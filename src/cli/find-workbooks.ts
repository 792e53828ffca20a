import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { FileFailure } from '../core/reporting/report';
import { explainFileError } from './file-error';

export interface FoundWorkbooks {
  /** As the user would type them: below the working folder relative to it, otherwise as given. */
  readonly files: readonly string[];
  readonly failures: readonly FileFailure[];
  /** Lock files (`~$…`) that Excel keeps beside an open workbook. */
  readonly skipped: readonly string[];
}

const WORKBOOK_NAME = /\.xls[xm]$/i;

// Chinese by pinyin, and 第2批 before 第10批.
const naturalOrder = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The workbooks that files, folders and patterns name, each once; those of a folder or pattern in natural order. */
export async function findWorkbooks(patterns: readonly string[], cwd: string): Promise<FoundWorkbooks> {
  const files = new Set<string>();
  const skipped = new Set<string>();
  const failures: FileFailure[] = [];
  for (const pattern of patterns) {
    const found = await expand(pattern, cwd, failures);
    found.sort(compareByFolder);
    for (const file of found) (isLockFile(file) ? skipped : files).add(path.normalize(file));
  }
  if (files.size === 0 && failures.length === 0)
    failures.push({ file: patterns.join(' '), reason: '没有可以校验的工作簿。' });
  return { files: [...files], failures, skipped: [...skipped] };
}

async function expand(pattern: string, cwd: string, failures: FileFailure[]): Promise<string[]> {
  if (pattern === '') {
    // An unset variable of a script, not the folder one is in.
    failures.push({ file: '“”', reason: '文件名是空的。' });
    return [];
  }
  try {
    if (!(await stat(path.resolve(cwd, pattern))).isDirectory()) return [pattern];
    const before = failures.length;
    const inFolder = await listFolder(pattern, cwd, failures);
    if (inFolder.every(isLockFile) && failures.length === before) {
      failures.push({ file: pattern, reason: '文件夹里没有 .xlsx 或 .xlsm 工作簿。' });
    }
    return inFolder;
  } catch (error) {
    if (isDynamicPattern(pattern)) return expandGlob(pattern, cwd, failures);
    failures.push({ file: pattern, reason: explainFileError(error) });
    return [];
  }
}

async function expandGlob(pattern: string, cwd: string, failures: FileFailure[]): Promise<string[]> {
  // On Windows the shell leaves both the pattern and its backslashes to us.
  const posixPattern = path.sep === '\\' ? pattern.replace(/\\/g, '/') : pattern;
  const found = await glob(posixPattern, { cwd, dot: true, onlyFiles: true, expandDirectories: false });
  if (found.length === 0) failures.push({ file: pattern, reason: '没有与此匹配的文件。' });
  return found;
}

/** Folders below are read too; links to folders are not, they may lead in circles. */
async function listFolder(folder: string, cwd: string, failures: FileFailure[]): Promise<string[]> {
  try {
    const found: string[] = [];
    for (const entry of await readdir(path.resolve(cwd, folder), { withFileTypes: true })) {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) found.push(...(await listFolder(name, cwd, failures)));
      else if (WORKBOOK_NAME.test(entry.name)) found.push(name);
    }
    return found;
  } catch (error) {
    failures.push({ file: folder, reason: explainFileError(error) });
    return [];
  }
}

function isLockFile(file: string): boolean {
  return path.basename(file).startsWith('~$');
}

function compareByFolder(a: string, b: string): number {
  const [left, right] = [path.normalize(a).split(path.sep), path.normalize(b).split(path.sep)];
  for (let level = 0; level < Math.min(left.length, right.length); level += 1) {
    const order = naturalOrder.compare(left[level], right[level]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
