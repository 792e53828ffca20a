import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { eventually } from './workbench-page.mjs';

const MIME_TYPES = '/etc/nginx/mime.types';

/** The program, or null where it is not installed. */
export function findNginx() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'];
  const found = folders.map((folder) => path.join(folder, 'nginx')).find((file) => existsSync(file));
  return found !== undefined && existsSync(MIME_TYPES) ? found : null;
}

/**
 * Runs nginx with a configuration of the package; of it only names, ports and paths are replaced.
 * @param {{ folder: string, configuration: string, host: string, root: string, certificates: string }} options
 */
export async function startNginx({ folder, configuration, host, root, certificates }) {
  const [port, plainPort] = [await freePort(), await freePort()];
  const replacements = [
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    ['server_name shenbao.example.invalid;', `server_name ${host};`],
    ['root /var/www/shenbao;', `root ${root};`],
    ['/etc/nginx/shenbao/', `${certificates}/`],
  ];
  let server = readFileSync(configuration, 'utf8');
  for (const [from, to] of replacements) {
    if (!server.includes(from)) throw new Error(`the configuration has no "${from}"`);
    server = server.replaceAll(from, to);
  }
  mkdirSync(folder, { recursive: true });
  const main = path.join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${folder}/${kind};`,
  );
  writeFileSync(path.join(folder, 'shenbao.conf'), server);
  writeFileSync(
    main,
    [
      'daemon off;',
      'master_process off;',
      `pid ${folder}/nginx.pid;`,
      'error_log stderr;',
      'events {}',
      'http {',
      `  include ${MIME_TYPES};`,
      '  access_log off;',
      ...temporary,
      `  include ${folder}/shenbao.conf;`,
      '}',
      '',
    ].join('\n'),
  );
  const program = spawn(findNginx(), ['-p', folder, '-c', main, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  program.stderr.on('data', (text) => {
    complaints += text;
  });
  await eventually(async () => {
    if (program.exitCode !== null) throw new Error(`nginx ended: ${complaints}`);
    return canConnect(port);
  }, 'nginx answers');
  return { port, plainPort, complaints: () => complaints, stop: () => program.kill() };
}

/** Asks as a machine does that trusts one authority and knows the server by name. */
export function ask(address, { authority, headers = {}, method = 'GET' }) {
  return new Promise((resolve, reject) => {
    const request = https.request(
      address,
      {
        method,
        headers,
        ca: authority,
        agent: false,
        lookup: (_name, options, answer) =>
          options.all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4),
      },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** What a client that knows no newer version of TLS agrees on with the server. Rejects when there is nothing. */
export function shakeHands({ port, host, authority, version }) {
  return new Promise((resolve, reject) => {
    const versions = { minVersion: version, maxVersion: version };
    const socket = tls.connect(
      { port, host: '127.0.0.1', servername: host, ca: authority, ALPNProtocols: ['h2', 'http/1.1'], ...versions },
      () => {
        resolve([socket.getProtocol(), socket.alpnProtocol]);
        socket.end();
      },
    );
    socket.on('error', reject);
  });
}

/** Runs a program to its end; answers what it printed, throws what it complained of. */
export function run(program, programArguments, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, programArguments, { encoding: 'utf8', ...options });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${programArguments.join(' ')}: ${status}\n${stdout}${stderr}`);
  return stdout;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function canConnect(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
