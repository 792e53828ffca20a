/**
 * npm start: from a fresh clone to the workbench in the browser.
 *
 *     npm start                      install and build what is missing or out of date, then serve
 *     npm start -- --port 4000       another port
 *     npm start -- --no-build        serve dist/ as it is
 *     npm start -- --rebuild         build even if nothing changed
 *
 * Imports nothing but Node itself until the packages are installed.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from './start/build-all.mjs';
import { arePackagesInstalled, readSourceStamp, sourceStamp } from './start/freshness.mjs';

const OLDEST_NODE = 20;
const DEFAULT_PORT = 3000;
const root = fileURLToPath(new URL('..', import.meta.url));

function say(chinese, english) {
  console.log(`${chinese}\n  ${english}`);
}

function fail(chinese, english) {
  console.error(`${chinese}\n  ${english}`);
  process.exit(1);
}

function run(command, parameters, options = {}) {
  const { status, error } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', ...options });
  return error === undefined && status === 0;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, 'no-build': { type: 'boolean' }, rebuild: { type: 'boolean' } },
    });
    const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--port ${values.port}`);
    return { port, builds: !values['no-build'], rebuilds: values.rebuild === true };
  } catch (error) {
    return fail(
      `参数不对：${error.message}。可用参数：--port 4000、--no-build、--rebuild。`,
      'Usage: npm start -- [--port 4000] [--no-build] [--rebuild]',
    );
  }
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    fail(
      `需要 Node.js ${OLDEST_NODE} 或更高版本，现在是 ${process.versions.node}。请从 https://nodejs.org 安装后重试。`,
      `Node.js ${OLDEST_NODE} or later is needed; this is ${process.versions.node}.`,
    );
  }
}

function install() {
  say('正在安装依赖，首次需要几分钟…', 'Installing packages; the first time takes some minutes…');
  // Started by npm, its own script is named in the environment; on Windows plain "npm" needs a shell.
  const npm = process.env.npm_execpath;
  const isDone = npm
    ? run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'])
    : run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  if (!isDone) {
    fail(
      '依赖没有装好。请检查网络或 npm 镜像设置，然后重试。',
      'npm ci failed: check the network or the registry setting.',
    );
  }
}

function build() {
  say('正在构建，首次约一分钟…', 'Building; the first time takes about a minute…');
  if (!buildAll(root)) fail('构建失败，原因见上面的输出。', 'The build failed, see above.');
}

checkNode();
const options = readOptions();
if (!arePackagesInstalled(root)) install();
if (options.builds) {
  if (options.rebuilds || sourceStamp(root) !== readSourceStamp(root)) build();
} else if (!fs.existsSync(path.join(root, 'dist', 'web', 'workbench.html'))) {
  fail('dist/ 里没有构建结果，请去掉 --no-build。', 'Nothing is built in dist/: start without --no-build.');
}

const { serveFolder } = await import('./start/server.mjs');
const { port, close } = await serveFolder(path.join(root, 'dist', 'web'), options.port).catch((error) =>
  fail(`服务没有启动：${error.message}`, 'The server did not start.'),
);
if (port !== options.port) {
  say(`端口 ${options.port} 已被占用，改用 ${port}。`, `Port ${options.port} is taken, using ${port}.`);
}
say(
  `申报表助手工作台已启动：http://localhost:${port}\n按 Ctrl+C 结束。文件只在浏览器中处理，不上传。`,
  `The workbench is running at http://localhost:${port} (Ctrl+C ends it).`,
);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    close();
    process.exit(0);
  });
}
