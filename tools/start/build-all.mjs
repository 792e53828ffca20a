import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { sourceStamp, writeSourceStamp } from './freshness.mjs';

/** Builds all bundles into an empty dist/ and notes from which sources; false when that failed, webpack has said why. */
export function buildAll(root) {
  // Before the build: what changes meanwhile asks for another one.
  const stamp = sourceStamp(root);
  fs.rmSync(path.join(root, 'dist', 'web'), { recursive: true, force: true });
  const webpack = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const { status, error } = spawnSync(process.execPath, [webpack], { cwd: root, stdio: 'inherit' });
  if (error !== undefined || status !== 0) return false;
  writeSourceStamp(root, stamp);
  return true;
}
