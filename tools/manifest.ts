// npm run manifest -- --base-url https://server/path [--catalog share|sharepoint] [--without-functions] [--id GUID]
// [--output FILE]
//
// Writes the manifest that Excel installs the add-in by, for the server it is served from. manifest.xml itself, the
// template, is the one for development (https://localhost:3000).
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../package.json';
import { isThisMachine, ManifestProblem, parseBaseUrl } from './manifest/base-url';
import { manifestFor, type ManifestCatalog } from './manifest/manifest-for';

const USAGE =
  '用法：npm run manifest -- --base-url https://服务器/目录 [--catalog share|sharepoint] [--without-functions] ' +
  '[--id GUID] [--output 文件]';

try {
  const { text, output } = readRequest(process.argv.slice(2));
  if (output === undefined) process.stdout.write(text);
  else {
    mkdirSync(path.dirname(path.resolve(output)), { recursive: true });
    writeFileSync(output, text);
    console.error(`已写入 ${output}。`);
  }
} catch (error) {
  if (!(error instanceof ManifestProblem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function readRequest(parameters: readonly string[]): { readonly text: string; readonly output: string | undefined } {
  const options = readOptions(parameters);
  const { catalog = 'share', id, output } = options;
  const baseUrl = options['base-url'];
  if (baseUrl === undefined) throw new ManifestProblem(`缺少服务器地址 --base-url。\n${USAGE}`);
  if (!isCatalog(catalog)) throw new ManifestProblem(`--catalog 只能是 share 或 sharepoint，不能是“${catalog}”。`);
  if (isThisMachine(parseBaseUrl(baseUrl))) {
    throw new ManifestProblem(
      `地址“${baseUrl}”只指向打开它的那台电脑，别的电脑连不上。开发用的清单就是 manifest.xml，不必另写。`,
    );
  }
  const hasFunctions = !options['without-functions'];
  return { text: manifestFor({ baseUrl, catalog, hasFunctions, id, version: packageJson.version }), output };
}

function readOptions(parameters: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...parameters],
      options: { 'base-url': text, catalog: text, 'without-functions': { type: 'boolean' }, id: text, output: text },
    }).values;
  } catch (error) {
    throw new ManifestProblem(`参数不对：${(error as Error).message}\n${USAGE}`);
  }
}

function isCatalog(text: string): text is ManifestCatalog {
  return text === 'share' || text === 'sharepoint';
}
