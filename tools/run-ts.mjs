// Runs a TypeScript tool: node tools/run-ts.mjs tools/truth.ts [arguments]
// Bundled by esbuild into node_modules/.cache, from where its packages are found, and removed afterwards.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [entry, ...toolArguments] = process.argv.slice(2);
if (entry === undefined) {
  console.error('usage: node tools/run-ts.mjs FILE.ts [arguments]');
  process.exit(2);
}
const cache = path.join(root, 'node_modules', '.cache', 'run-ts');
const bundle = path.join(cache, `${path.basename(entry, '.ts')}-${process.pid}.mjs`);
mkdirSync(cache, { recursive: true });
// On exit rather than afterwards: a tool may end the process itself.
process.on('exit', () => rmSync(bundle, { force: true }));
await build({
  entryPoints: [path.resolve(entry)],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  loader: { '.xlsx': 'base64' },
  logLevel: 'error',
});
process.argv = [process.argv[0], entry, ...toolArguments];
await import(pathToFileURL(bundle).href);
