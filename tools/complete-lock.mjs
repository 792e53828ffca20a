// node tools/complete-lock.mjs: adds what npm leaves out of package-lock.json when a registry lacks the builds for other systems.
// `npm ci` refuses a lock file in which an optional dependency is missing, on every system. The entries carry version, system and
// processor, which is all that npm ci compares, and no integrity, which only that registry could tell.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../package-lock.json', import.meta.url));

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const { packages } = lock;
let added = 0;
for (const [place, parent] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (packages[`${place}/node_modules/${name}`] || packages[`node_modules/${name}`]) continue;
    // "@swc/core-linux-ppc64-gnu", "@unrs/resolver-binding-darwin-x64": system, processor, C library.
    const [os, cpu, library] = name.replace(/^.*?-(?=android|darwin|freebsd|linux|openharmony|win32)/, '').split('-');
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(parent.dev ? { dev: true } : {}),
      ...(os === 'linux' ? { libc: [library.startsWith('musl') ? 'musl' : 'glibc'] } : {}),
      license: parent.license,
      optional: true,
      os: [os],
    };
    added += 1;
  }
}
const byPlace = ([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(Object.entries(packages).sort(byPlace));
if (added > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} packages of other systems added`);
