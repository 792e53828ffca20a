// npm run package [-- --base-url https://server/path] [--output FILE]
//
// Makes the one file that an administrator carries into a network without internet: dist/shenbao-<version>.zip.
// Builds first where dist/ is not of the sources as they are.
import path from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../package.json';
import { isThisMachine, ManifestProblem, parseBaseUrl } from './manifest/base-url';
import { packageFiles, PLACEHOLDER_SERVER } from './package/package-files';
import { PackageProblem } from './package/package-problem';
import { dateOfSources, prepareFolder, writeWhole, zipOf } from './package/write-zip';
import { buildAll } from './start/build-all.mjs';
import { readSourceStamp, sourceStamp } from './start/freshness.mjs';

const USAGE = '用法：npm run package -- [--base-url https://服务器/目录] [--output 文件]';
/** npm runs scripts in the folder of the project. */
const ROOT = process.cwd();
const { version } = packageJson;

try {
  const { baseUrl, output } = readOptions(process.argv.slice(2));
  prepareFolder(output);
  buildIfStale();
  const files = packageFiles({ root: ROOT, version, baseUrl });
  const zip = zipOf(files, dateOfSources(ROOT));
  writeWhole(output, zip);
  console.log(`部署包已生成：${output}（${files.size} 个文件，${(zip.length / 1e6).toFixed(1)} MB）`);
  console.log(
    baseUrl === undefined
      ? `清单里的服务器地址是占位地址 ${PLACEHOLDER_SERVER}。部署时运行包内的 manifest/set-server.ps1 或 set-server.sh 换成实际地址，或者用 --base-url 重新生成。`
      : `清单里的服务器地址：${baseUrl}`,
  );
} catch (error) {
  if (!(error instanceof PackageProblem || error instanceof ManifestProblem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function readOptions(parameters: readonly string[]): { readonly baseUrl?: string; readonly output: string } {
  const values = parseOptions(parameters);
  const given = values['base-url'];
  const output = path.resolve(values.output ?? path.join('dist', `shenbao-${version}.zip`));
  if (given === undefined) return { output };
  const baseUrl = parseBaseUrl(given);
  if (isThisMachine(baseUrl)) {
    throw new PackageProblem(`地址“${given}”只指向打开它的那台电脑，别的电脑连不上。请写服务器在内网的域名。`);
  }
  return { baseUrl, output };
}

function parseOptions(parameters: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...parameters], options: { 'base-url': text, output: text } }).values;
  } catch (error) {
    throw new PackageProblem(`参数不对：${(error as Error).message}\n${USAGE}`);
  }
}

function buildIfStale(): void {
  if (sourceStamp(ROOT) === readSourceStamp(ROOT)) return;
  console.log('正在构建，约一分钟…');
  if (!buildAll(ROOT)) throw new PackageProblem('构建失败，部署包没有生成。原因见上面的输出。');
}
