// npm run build: all bundles into dist/, from nothing. One bundle only: npx webpack --config-name workbench
import { fileURLToPath } from 'node:url';
import { buildAll } from './start/build-all.mjs';

if (!buildAll(fileURLToPath(new URL('..', import.meta.url)))) process.exitCode = 1;
