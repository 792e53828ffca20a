import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SCRIPTS = path.resolve('tools/package/deployment/server/certificate');
const testWithOpenssl = spawnSync('openssl', ['version']).status === 0 ? test : test.skip;

// Making keys takes its time on a busy machine.
jest.setTimeout(60000);

let scratch: string;
let folder: string;

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'certificate scripts '));
  folder = path.join(scratch, '证书');
  mkdirSync(folder);
  cpSync(SCRIPTS, folder, { recursive: true });
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

function sh(script: string, parameters: readonly string[], password = '') {
  const env = { ...process.env, AUTHORITY_PASSWORD: password };
  const { status, stderr } = spawnSync('sh', [script, ...parameters], { cwd: folder, env, encoding: 'utf8' });
  return { isDone: status === 0, problem: stderr };
}

function made(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.sh'))
    .sort();
}

const NO_NAME = '不是域名，也不是 IP 地址。只写名称，不写 https://、端口和目录；中文域名写 xn-- 开头的形式。\n';

testWithOpenssl.each(['10.1.2.256', '1.2.3', 'oa:443', 'oa..gov.cn', 'https://oa', '财政局.cn'])(
  'refuses the name %s and leaves nothing behind',
  (name) => {
    expect(sh('make-request.sh', [name])).toEqual({ isDone: false, problem: `“${name}”${NO_NAME}` });
    expect(made()).toEqual([]);
  },
);

testWithOpenssl('leaves nothing behind of what openssl refuses', () => {
  expect(sh('make-request.sh', ['fd00:::1']).isDone).toBe(false);
  expect(made()).toEqual([]);
});

testWithOpenssl('the name of an office is taken as it is written or refused', () => {
  for (const name of ['某局#1', '某"局"', '某局$1']) {
    expect(sh('make-authority.sh', [name], 'correct horse').problem).toBe(
      `单位名称“${name}”里不能有半角标点；括号请用全角。\n`,
    );
  }
  expect(made()).toEqual([]);
});

testWithOpenssl('a mistyped password can be typed again; a second time nothing is overwritten', () => {
  expect(sh('make-authority.sh', ['某局（本级）'], 'correct horse').isDone).toBe(true);
  expect(sh('make-request.sh', ['oa.example.gov.cn', 'oa', '10.1.2.3', 'fd00::1']).isDone).toBe(true);
  expect(sh('sign-request.sh', [], 'wrong horse').isDone).toBe(false);
  expect(sh('sign-request.sh', [], 'correct horse').isDone).toBe(true);
  expect(made()).toEqual(['authority.crt', 'authority.key', 'server.crt', 'server.csr', 'server.ext', 'server.key']);
  expect(sh('sign-request.sh', [], 'correct horse').problem).toBe(
    'server.crt 已经存在。续期时请先把旧的 server.* 移到别的文件夹。\n',
  );
});
