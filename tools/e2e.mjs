// Browser tests against the built product: node tools/e2e.mjs [part of a test file's path]. Last line: "e2e: N passed, N failed".
// Tests in TypeScript are bundled by esbuild into node_modules/.cache, from where their packages are found.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { findChromium } from './chromium.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = path.join(ROOT, 'test', 'e2e');
const BUNDLES = path.join(ROOT, 'node_modules', '.cache', 'e2e', String(process.pid));

/** These say how fast the pane is: nothing else runs beside them. */
const MEASURING = /responsiveness|checking-worker/;

const wanted = process.argv[2] ?? '';
const names = readdirSync(FOLDER, { recursive: true })
  .filter((name) => /\.e2e\.(?:mjs|ts)$/.test(name) && name.includes(wanted))
  .sort();
const files = await Promise.all(names.map((name) => (name.endsWith('.ts') ? bundle(name) : path.join(FOLDER, name))));
process.on('exit', () => rmSync(BUNDLES, { recursive: true, force: true }));

// Bundles lie elsewhere: their tests find the project here, and errors their lines.
process.chdir(ROOT);
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim();
process.env.CHROMIUM_PATH = findChromium() ?? '';

const counts = { passed: 0, failed: 0, skipped: 0 };
const [measuring, others] = [true, false].map((isMeasuring) =>
  files.filter((file) => MEASURING.test(file) === isMeasuring),
);
// Tests wait more than they work: three at a time keep two processors busy.
await runFiles(others, 3);
await runFiles(measuring, 1);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`e2e: ${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function runFiles(chosen, concurrency) {
  if (chosen.length === 0) return undefined;
  return new Promise((resolve) => {
    const results = run({ files: chosen, concurrency, timeout: 300_000 });
    results.on('test:pass', ({ details, skip }) => {
      if (details.type === 'suite') return;
      counts[skip === undefined ? 'passed' : 'skipped'] += 1;
    });
    results.on('test:fail', () => {
      counts.failed += 1;
    });
    results.compose(spec).pipe(process.stdout, { end: false });
    results.on('end', () => setImmediate(resolve));
  });
}

async function bundle(name) {
  const outfile = path.join(BUNDLES, name.replace(/\.ts$/, '.mjs'));
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(FOLDER, name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}
