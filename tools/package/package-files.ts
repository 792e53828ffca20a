import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestFor } from '../manifest/manifest-for';
import { encodeForReaders } from './encode-for-readers';
import { thirdPartyList } from './third-party-list';

/** Where the manifests lead until an administrator says otherwise; `.invalid` never leads anywhere (RFC 2606). */
export const PLACEHOLDER_SERVER = 'https://shenbao.example.invalid';

/** Content of each file by its path in the package, in the order of the paths. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** What stands in the package as it is, but for the version. */
const DEPLOYMENT = 'tools/package/deployment';

/** Pages of docs/ that speak to those who install and use the add-in. */
const DOCUMENTS = [
  'deployment.zh-CN.md',
  'verify-in-excel.md',
  'normalizing.zh-CN.md',
  'repairs.md',
  'templates.zh-CN.md',
  'coding.zh-CN.md',
  'profiles.md',
  'rules.md',
];

/** Workbooks that an office can start from. */
const TEMPLATES = 'assets/templates';

/** Lists for this program only, see tools/webpack/bundled-packages.js. */
const PACKAGE_LISTS = {
  窗格: 'web/taskpane',
  按钮: 'web/commands',
  单元格函数: 'web/functions',
  工作台: 'web/workbench',
  命令行: 'cli',
};

interface PackageOptions {
  /** Folder of the project, with dist/ built. */
  readonly root: string;
  readonly version: string;
  /** The placeholder when left out. */
  readonly baseUrl?: string;
}

/**
 * All files of the deployment package.
 * @throws ManifestProblem for an address that Excel would refuse.
 */
export function packageFiles({ root, version, baseUrl = PLACEHOLDER_SERVER }: PackageOptions): PackageFiles {
  const dist = path.join(root, 'dist');
  const files = new Map<string, Uint8Array>();
  const add = (name: string, content: Uint8Array) => files.set(name, content);
  const addText = (name: string, text: string) => files.set(name, encodeForReaders(name, text));

  for (const name of filesBelow(path.join(dist, 'web'))) {
    if (path.posix.basename(name) !== 'packages.json') add(`site/${name}`, readFileSync(path.join(dist, 'web', name)));
  }
  add('cli/shenbao.js', readFileSync(path.join(dist, 'cli', 'shenbao.js')));
  addText('manifest/shenbao.share.xml', manifestFor({ baseUrl, version }));
  addText('manifest/shenbao.share-without-functions.xml', manifestFor({ baseUrl, hasFunctions: false, version }));
  addText('manifest/shenbao.sharepoint.xml', manifestFor({ baseUrl, catalog: 'sharepoint', version }));
  for (const name of filesBelow(path.join(root, DEPLOYMENT))) {
    addText(name, readFileSync(path.join(root, DEPLOYMENT, name), 'utf8').replace(/\{\{version\}\}/g, version));
  }
  for (const name of DOCUMENTS.filter((document) => existsSync(path.join(root, 'docs', document)))) {
    addText(`docs/${name}`, readFileSync(path.join(root, 'docs', name), 'utf8'));
  }
  for (const name of filesBelow(path.join(root, TEMPLATES))) {
    add(`templates/${name}`, readFileSync(path.join(root, TEMPLATES, name)));
  }
  add('LICENSE', readFileSync(path.join(root, 'LICENSE')));
  addText('THIRD-PARTY.txt', thirdPartyList(root, readPackageLists(dist)));
  add('SHA256SUMS', checksums(files));
  return inOrder(files);
}

/** Lines as `sha256sum --check` reads them. */
function checksums(files: PackageFiles): Uint8Array {
  const lines = [...inOrder(files)].map(
    ([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`,
  );
  return new TextEncoder().encode(lines.join(''));
}

function readPackageLists(dist: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(PACKAGE_LISTS).map(([part, folder]) => [
      part,
      JSON.parse(readFileSync(path.join(dist, folder, 'packages.json'), 'utf8')) as string[],
    ]),
  );
}

/** Paths from the folder on, with slashes. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(path.join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
      : [entry.name],
  );
}

function inOrder(files: PackageFiles): PackageFiles {
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}
