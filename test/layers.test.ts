import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../src/core/rules';
import { makesFixes, renderRuleDocs } from '../tools/rules/rule-docs';
import { importNameOf } from '../tools/rules/rule-skeleton';

const ROOT = path.join(__dirname, '..');
const RULES_FOLDER = path.join(ROOT, 'src/core/rules');

interface Zone {
  readonly target: string;
  readonly from: string;
  readonly message: string;
  readonly except?: readonly string[];
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

describe('layers', () => {
  const script = "import('./tools/layers.mjs').then(({ layerZones }) => console.log(JSON.stringify(layerZones)))";
  const zones = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })) as Zone[];

  test('every path of a zone holds files: a dead zone passes in silence', () => {
    const paths = zones.flatMap(({ target, from, except = [] }) => [
      target,
      from,
      ...except.map((below) => path.join(from, below)),
    ]);
    expect([...new Set(paths)].filter((name) => !holdsFiles(path.join(ROOT, name)))).toEqual([]);
  });

  test('every layer is bounded by a zone, and every zone says why', () => {
    const bounded = new Set(zones.map(({ target }) => target));
    expect(foldersIn('src').filter((name) => !bounded.has(`src/${name}`))).toEqual([]);
    for (const { message } of zones) expect(message).toMatch(/^[A-Z].*\.$/);
  });
});

describe('rules', () => {
  const files = foldersIn('src/core/rules').flatMap((area) =>
    readdirSync(path.join(RULES_FOLDER, area))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${area}/${file.slice(0, -'.ts'.length)}`),
  );
  const ids = RULES.map(({ id }) => id);
  const sourceOf = (id: string): string => readFileSync(path.join(RULES_FOLDER, `${id}.ts`), 'utf8');

  test('each file is in rules/index.ts, under its id, in order', () => {
    expect(ids).toEqual([...files].sort());
    const index = readFileSync(path.join(RULES_FOLDER, 'index.ts'), 'utf8');
    for (const id of files) expect(index).toContain(`import ${importNameOf(id)} from './${id}';`);
  });

  test('each has a test of its own that runs the rule tester', () => {
    const isTested = (id: string): boolean => {
      const file = path.join(ROOT, 'test/core/rules', `${id}.test.ts`);
      return existsSync(file) && /testRule\(\s*(?:rule|\{ \.\.\.rule)\b/.test(readFileSync(file, 'utf8'));
    };
    expect(files.filter((id) => !isTested(id))).toEqual([]);
  });

  test('each says what, why, by which authority and with which example, in whole sentences', () => {
    const problems: string[] = [];
    for (const { id, title, why, basis, example, messages, forms } of RULES) {
      if (title === '' || title.endsWith('。')) problems.push(`${id}: title: ${title}`);
      if (!why.endsWith('。')) problems.push(`${id}: why: ${why}`);
      if (basis === '' || forms.length === 0) problems.push(`${id}: basis or forms missing`);
      if (example.wrong === '' || example.wrong === example.right) problems.push(`${id}: example`);
      for (const message of Object.values(messages)) {
        const text = typeof message === 'string' ? message : message.text;
        if (!text.endsWith('。')) problems.push(`${id}: message: ${text}`);
      }
    }
    expect(problems).toEqual([]);
  });

  test('rules that others yield to exist', () => {
    const named = RULES.flatMap(({ yieldsTo = [] }) => yieldsTo.map(({ rule }) => rule));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('docs/rules.md says what the rules say (npm run docs)', () => {
    const written = readFileSync(path.join(ROOT, 'docs/rules.md'), 'utf8');
    expect(written).toBe(renderRuleDocs(RULES, (id) => makesFixes(sourceOf(id))));
  });
});

describe('tree', () => {
  const NAMELESS = ['utils', 'util', 'helpers', 'helper', 'common', 'types', 'shared', 'misc'];

  test('every folder is named for what it knows', () => {
    const nameless = ['src', 'test', 'tools']
      .flatMap((top) => foldersBelow(path.join(ROOT, top)))
      .filter((folder) => NAMELESS.includes(path.basename(folder)));
    expect(nameless).toEqual([]);
  });

  const lockText = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');

  test('package-lock.json names no registry', () => expect(lockText).not.toContain('"resolved"'));

  test('package-lock.json holds the builds for other systems: npm ci refuses it otherwise', () => {
    const { packages } = JSON.parse(lockText) as Lock;
    const optional = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ name, inside: `${place}/node_modules/${name}` })),
    );
    const missing = optional.filter(({ name, inside }) => !packages[inside] && !packages[`node_modules/${name}`]);
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

function foldersIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && holdsFiles(path.join(ROOT, folder, entry.name)))
    .map(({ name }) => name);
}

function foldersBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name))
    .flatMap((below) => [below, ...foldersBelow(below)]);
}

// Folders without files are not in the repository, whatever stands on this disk.
function holdsFiles(name: string): boolean {
  if (!existsSync(name)) return false;
  return !statSync(name).isDirectory() || readdirSync(name).some((entry) => holdsFiles(path.join(name, entry)));
}
