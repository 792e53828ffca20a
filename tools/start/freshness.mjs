import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What the build reads. */
const SOURCES = [
  'src',
  'assets',
  'tools/webpack',
  'webpack.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * True when node_modules holds every package of package-lock.json in its version. npm keeps a list of what it
 * installed; comparing lists costs nothing and is right however the packages came there.
 */
export function arePackagesInstalled(root) {
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([place, { version, optional, peer }]) => {
    // The root itself; packages for other systems; peers that npm may leave out.
    if (place === '' || optional || peer) return true;
    return installed[place]?.version === version;
  });
}

/** A fingerprint of all sources, by name and content. */
export function sourceStamp(root) {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    for (const file of filesUnder(path.join(root, source))) {
      hash.update(path.relative(root, file).replaceAll('\\', '/')).update('\0').update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** The fingerprint dist/ was built from; null when it was not built to the end. */
export function readSourceStamp(root) {
  const file = stampFile(root);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

export function writeSourceStamp(root, stamp) {
  fs.writeFileSync(stampFile(root), stamp);
}

function stampFile(root) {
  return path.join(root, 'dist', '.source-stamp');
}

function filesUnder(place) {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}

function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
