// Browser tests against the built product: node tools/e2e.mjs [name of a test file]. Last line: "e2e: N passed, N failed".
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../test/e2e/', import.meta.url));
const wanted = process.argv[2] ?? '';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.e2e.mjs') && name.includes(wanted));

const counts = { passed: 0, failed: 0, skipped: 0 };
const results = run({ files: files.map((name) => path.join(FOLDER, name)), concurrency: 1, timeout: 300_000 });
results.on('test:pass', ({ details, skip }) => {
  if (details.type === 'suite') return;
  counts[skip === undefined ? 'passed' : 'skipped'] += 1;
});
results.on('test:fail', () => {
  counts.failed += 1;
});
results.compose(spec).pipe(process.stdout);
results.on('end', () => {
  setImmediate(() => {
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    console.log(`e2e: ${counts.passed} passed, ${counts.failed} failed${skipped}`);
    process.exitCode = counts.failed > 0 ? 1 : 0;
  });
});
