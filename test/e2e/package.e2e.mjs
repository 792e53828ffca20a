import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/chromium.mjs';
import { filesBelow, makePackage, packageTool, sha256 } from './built-package.mjs';
import { ask, findNginx, run, shakeHands, startNginx } from './intranet-server.mjs';
import { check, CHROMIUM_ARGUMENTS, RESULTS, ROOT } from './workbench-page.mjs';

const HOST = 'shenbao.test';
const DIRECTORY = 'tools/shenbao';
const SHARE_MANIFEST = 'manifest/shenbao.share.xml';
const PLAIN_MANIFEST = 'manifest/shenbao.share-without-functions.xml';
const SHAREPOINT_MANIFEST = 'manifest/shenbao.sharepoint.xml';
const withoutNginx = findNginx() === null && '没有安装 nginx（Debian：nginx-light）nginx is not installed';

const scratch = mkdtempSync(path.join(tmpdir(), 'shenbao-package-'));
const zip = path.join(scratch, 'shenbao.zip');
const unpacked = path.join(scratch, 'unpacked');
const inPackage = (name) => path.join(unpacked, name);
const read = (name) => readFileSync(inPackage(name), 'utf8');

let server;
let authority;

before(async () => {
  mkdirSync(RESULTS, { recursive: true });
  makePackage(zip);
  // Read by another program than the one that wrote it.
  run('/usr/bin/python3', ['-m', 'zipfile', '-e', zip, unpacked]);
  if (withoutNginx) return;

  const certificates = path.join(scratch, 'certificates');
  cpSync(inPackage('server/certificate'), certificates, { recursive: true });
  const inCertificates = { cwd: certificates, env: { ...process.env, AUTHORITY_PASSWORD: 'correct horse' } };
  run('sh', ['make-authority.sh', '南湖区财政局'], inCertificates);
  run('sh', ['make-request.sh', HOST, 'shenbao', '127.0.0.1'], inCertificates);
  run('sh', ['sign-request.sh'], inCertificates);
  authority = readFileSync(path.join(certificates, 'authority.crt'), 'utf8');

  const root = path.join(scratch, 'www');
  cpSync(inPackage('site'), path.join(root, DIRECTORY), { recursive: true });
  chmodSync(scratch, 0o755);
  server = await startNginx({
    folder: path.join(scratch, 'nginx'),
    configuration: inPackage('server/nginx/shenbao.conf'),
    host: HOST,
    root,
    certificates,
  });
  run('sh', [inPackage('manifest/set-server.sh'), site('')]);
});

after(() => {
  server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

test('部署包：两次生成逐字节相同，校验和相符，没有多余的文件', () => {
  const again = path.join(scratch, 'again.zip');
  makePackage(again);
  assert.equal(sha256(again), sha256(zip));

  const fresh = path.join(scratch, 'fresh');
  run('/usr/bin/python3', ['-m', 'zipfile', '-e', again, fresh]);
  run('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: fresh });
  const files = filesBelow(fresh);
  const listed = readFileSync(path.join(fresh, 'SHA256SUMS'), 'utf8').match(/(?<=^[0-9a-f]{64} {2}).*$/gm);
  assert.deepEqual([...listed, 'SHA256SUMS'].sort(), files);

  assert.deepEqual(
    readdirSync(fresh).sort(),
    [
      ...'cli client docs manifest server site templates'.split(' '),
      'LICENSE',
      'SHA256SUMS',
      'THIRD-PARTY.txt',
      '说明.md',
    ].sort(),
  );
  assert.deepEqual(
    files.filter((name) => /telemetry|oteljs|o15apptofile|packages\.json$/i.test(name)),
    [],
  );
  assert.deepEqual(
    files.filter((name) => name.startsWith('site/office/')),
    [
      'LICENSE.md',
      'custom-functions-runtime.js',
      'en-us/office_strings.js',
      'excel-mac-16.00.js',
      'excel-web-16.00-core.js',
      'excel-web-16.00.js',
      'excel-win32-16.01.js',
      'office.js',
      'zh-cn/office_strings.js',
    ].map((name) => `site/office/${name}`),
  );
  for (const name of files.filter((one) => /^site\/office\/.*\.js$/.test(one))) {
    const original = path.join(ROOT, 'node_modules/@microsoft/office-js/dist', name.slice('site/office/'.length));
    assert.equal(sha256(path.join(fresh, name)), sha256(original), name);
  }
});

test('许可列表写明每个用到的程序包和微软的条款', () => {
  const text = read('THIRD-PARTY.txt');
  for (const [name, part] of [
    ['react', '窗格、工作台'],
    ['office-ui-fabric-react', '窗格'],
    ['@univerjs/core', '工作台'],
    ['ot-json1', '工作台'],
    ['commander', '命令行'],
    ['zod', '窗格、按钮、单元格函数、工作台、命令行'],
  ]) {
    const { version, license } = JSON.parse(
      readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8'),
    );
    assert.ok(text.includes(`\r\n${name} ${version}  ${license}  （${part}）\r\n`), name);
  }
  assert.match(text, /Permission to use, copy, modify, and\/or distribute this software/);
  assert.match(text, /MICROSOFT OFFICE JAVASCRIPT \(OFFICE\.JS\) API LIBRARY/);
});

test('Windows 的文件带有各自的编码标记和换行', () => {
  const names = filesBelow(unpacked);
  const registry = names.filter((name) => name.endsWith('.reg'));
  assert.equal(registry.length, 2);
  for (const name of registry) {
    const bytes = readFileSync(inPackage(name));
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe], name);
    const text = bytes.subarray(2).toString('utf16le');
    assert.match(text, /^Windows Registry Editor Version 5\.00\r\n\r\n/);
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.match(
      text,
      /\[-?HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16\.0\\WEF\\TrustedCatalogs\\\{[-0-9a-f]{36}\}\]/,
    );
  }
  const scripts = names.filter((name) => name.endsWith('.ps1'));
  assert.equal(scripts.length, 2);
  for (const name of scripts) {
    const bytes = readFileSync(inPackage(name));
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], name);
    assert.doesNotMatch(bytes.toString('utf8'), /[^\r]\n/);
    // PowerShell takes Chinese quotation marks for its own.
    assert.doesNotMatch(bytes.toString('utf8'), /[“”‘’]/);
  }
});

test('IIS 的配置认得每个页面和每个带指纹的文件夹', () => {
  const places = [...read('server/iis/web.config').matchAll(/<location path="([^"]+)">/g)].map(([, place]) => place);
  const files = filesBelow(inPackage('site'));
  const hashed = files.filter((name) => /\.[0-9a-f]{8}\.(js|css)$/.test(name)).map((name) => path.posix.dirname(name));
  const wanted = [...files.filter((name) => /^[^/]+\.html$/.test(name)), ...hashed, 'icons'];
  for (const place of new Set(wanted)) assert.ok(places.includes(place), place);
});

test('地址不对时说明原因，不生成文件', () => {
  const output = path.join(scratch, 'refused.zip');
  for (const [parameters, message] of [
    [['--base-url', 'http://oa.example.gov.cn'], /Excel 只加载 https 页面/],
    [['--base-url', 'https://localhost:3000'], /只指向打开它的那台电脑/],
    [['--server', 'https://oa.example.gov.cn'], /参数不对.*\n用法：npm run package/],
    [['--output', scratch], /是文件夹。请在 --output 后写文件名/],
    [['--output', path.join(zip, 'deeper.zip')], /路径中有一段是文件/],
  ]) {
    const { status, stderr } = packageTool(['--output', output, ...parameters]);
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  }
  for (const address of ['http://oa.example.gov.cn', 'oa.example.gov.cn', 'https://oa.example.gov.cn/taskpane.html']) {
    const kept = read(SHARE_MANIFEST);
    const { status, stderr } = spawnSync('sh', [inPackage('manifest/set-server.sh'), address], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /^地址“.*”不能用/);
    assert.equal(read(SHARE_MANIFEST), kept);
  }
  assert.ok(!readdirSync(scratch).some((name) => name.startsWith('refused')));
});

test('证书：由包里的脚本签发，825 天，名称相符；TLS 1.2 和 1.3', { skip: withoutNginx }, async () => {
  const certificate = new X509Certificate(readFileSync(path.join(scratch, 'certificates/server.crt')));
  assert.equal(certificate.subjectAltName, `DNS:${HOST}, DNS:shenbao, IP Address:127.0.0.1`);
  assert.ok(certificate.verify(new X509Certificate(authority).publicKey));
  const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000;
  assert.equal(days, 825);

  const { port } = server;
  for (const version of ['TLSv1.2', 'TLSv1.3']) {
    assert.deepEqual(await shakeHands({ port, host: HOST, authority, version }), [version, 'h2']);
  }
  await assert.rejects(shakeHands({ port, host: HOST, authority, version: 'TLSv1.1' }));
});

test('清单里的网址都能打开；SharePoint 的清单没有功能区', { skip: withoutNginx }, async () => {
  const addresses = new Set();
  for (const name of [SHARE_MANIFEST, PLAIN_MANIFEST, SHAREPOINT_MANIFEST]) {
    const text = read(name);
    assert.doesNotMatch(text, /localhost|example/);
    for (const [, address] of text.matchAll(/"(https:\/\/[^"]+)"/g)) addresses.add(address);
  }
  assert.ok(addresses.has(site('taskpane.html')));
  assert.ok(addresses.has(site('functions/functions.js')));
  for (const address of addresses) {
    assert.ok(address.startsWith(site('')), address);
    const { status } = await ask(address, { authority });
    assert.equal(status, 200, address);
  }
  assert.match(read(SHARE_MANIFEST), /<VersionOverrides[^]*<AllFormFactors/);
  assert.match(read(PLAIN_MANIFEST), /<VersionOverrides/);
  assert.doesNotMatch(read(PLAIN_MANIFEST), /AllFormFactors|functions[./]/i);
  assert.doesNotMatch(read(SHAREPOINT_MANIFEST), /<VersionOverrides/);
});

test('https 的响应：类型、缓存、压缩、安全标头', { skip: withoutNginx }, async () => {
  const page = await ask(site('taskpane.html'), { authority });
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(page.headers['cache-control'], 'no-store');
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  assert.equal(page.headers['referrer-policy'], 'no-referrer');
  assert.equal(page.headers['x-frame-options'], undefined);
  assert.match(page.headers['content-security-policy'], /^frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com /);

  const script = /src="?(taskpane\/[^" >]+\.js)/.exec(page.body.toString('utf8'))[1];
  const hashed = await ask(site(script), { authority, headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(hashed.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(hashed.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(hashed.body), readFileSync(inPackage(`site/${script}`)));

  const expected = {
    'office/office.js': ['application/javascript; charset=utf-8', 'no-cache'],
    'functions.html': ['text/html; charset=utf-8', 'no-store'],
    'functions/functions.js': ['application/javascript; charset=utf-8', 'no-cache'],
    'functions/functions.json': ['application/json', 'no-cache'],
    'icons/icon-32.png': ['image/png', 'public, max-age=86400'],
    'icons/ribbon/check-32.png': ['image/png', 'public, max-age=86400'],
    'samples/index.json': ['application/json', 'no-cache'],
    'samples/futian-qifu-2024.xlsx': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'no-cache'],
  };
  for (const [name, [type, cache]] of Object.entries(expected)) {
    const { status, headers } = await ask(site(name), { authority });
    assert.deepEqual([status, headers['content-type'], headers['cache-control']], [200, type, cache], name);
    assert.equal(headers['x-content-type-options'], 'nosniff', name);
    // Read by Excel on the web from a site of its own.
    const isForAll = name === 'functions/functions.json';
    assert.equal(headers['access-control-allow-origin'], isForAll ? '*' : undefined, name);
  }
  assert.equal((await ask(site(''), { authority })).body.toString('utf8'), read('site/workbench.html'));
  assert.equal((await ask(site('telemetry/oteljs_agave.js'), { authority })).status, 404);
  assert.equal((await ask(site('taskpane.html'), { authority, method: 'POST' })).status, 403);
  await assert.rejects(ask(site('taskpane.html'), { authority: undefined }), /unable to verify|self-signed/);
  const plain = await fetch(`http://127.0.0.1:${server.plainPort}/${DIRECTORY}/`, { redirect: 'manual' });
  assert.deepEqual([plain.status, plain.headers.get('location')], [301, `https://127.0.0.1/${DIRECTORY}/`]);
});

test('浏览器里：工作台校验样表，窗格说明在哪里打开，不取别处的文件', { skip: withoutNginx }, async () => {
  const { publicKey } = new X509Certificate(readFileSync(path.join(scratch, 'certificates/server.crt')));
  const key = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      ...CHROMIUM_ARGUMENTS,
      `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${key}`,
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 840 }, locale: 'zh-CN' });
    const requests = [];
    const troubles = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    await page.goto(site('workbench.html?open=zhuhai-gaoxin-2024'));
    await page.waitForFunction(() => Boolean(window.workbench?.activeSelection()), null, { timeout: 60_000 });
    await page.locator('#curtain').waitFor({ state: 'hidden' });
    assert.equal(await page.locator('#file-name').innerText(), 'zhuhai-gaoxin-2024.xlsx');
    const counts = await check(page.frameLocator('#pane-frame'));
    assert.ok(counts.error + counts.warning + counts.info > 0);
    assert.equal(await page.evaluate(() => window.isSecureContext), true);
    await page.screenshot({ path: path.join(RESULTS, 'package-workbench.png') });

    await page.goto(site('taskpane.html'));
    await page.getByText('这个页面是申报表助手的窗格，需要在 Excel 或申报表助手工作台中打开。').waitFor();
    await page.screenshot({ path: path.join(RESULTS, 'package-taskpane.png') });

    assert.deepEqual(troubles, []);
    const elsewhere = requests.filter((address) => !address.startsWith(site('')) && !/^(?:data|blob):/.test(address));
    assert.deepEqual(elsewhere, []);
    // Microsoft's code is for pages inside Excel only.
    assert.deepEqual(
      requests.filter((address) => address.startsWith(site('office/'))),
      [],
    );
  } finally {
    await browser.close();
  }
});

function site(name) {
  return `https://${HOST}:${server.port}/${DIRECTORY}/${name}`;
}
