import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './workbench-page.mjs';

/** Runs npm run package; throws what it complained of. */
export function makePackage(output) {
  const { status, stdout, stderr } = packageTool(['--output', output]);
  assert.equal(status, 0, stdout + stderr);
}

/** Runs npm run package as its user does; answers the exit status and what it printed. */
export function packageTool(parameters) {
  return spawnSync(process.execPath, ['tools/run-ts.mjs', 'tools/package.ts', ...parameters], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

export function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Paths from the folder on, in order. */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}
