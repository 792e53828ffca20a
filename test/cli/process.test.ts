import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const FILINGS = 'test/fixtures/filings';
const SHENBAO = ['tools/run-ts.mjs', 'src/cli/index.ts'];

test('the exit status of the process is that of the command', () => {
  const run = (...parameters: readonly string[]) =>
    spawnSync(process.execPath, [...SHENBAO, ...parameters], { cwd: ROOT, encoding: 'utf8' });
  const { status, stdout, stderr } = run('--version');
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' });
  expect(run('check').status).toBe(2);
});

test('a reader that leaves early ends the program without a word', async () => {
  const child = spawn(process.execPath, [...SHENBAO, 'check', FILINGS, '--format', 'json'], { cwd: ROOT });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  // Closed before the report is written: the first write already meets a broken pipe.
  child.stdout.destroy();
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(complaint).toBe('');
  // The check itself was done: the filings hold errors.
  expect(code).toBe(1);
}, 30000);

describe('match', () => {
  const start = () => spawn(process.execPath, [...SHENBAO, 'match'], { cwd: ROOT });
  const closing = (child: ReturnType<typeof start>) =>
    new Promise<number | null>((resolve) => child.on('close', resolve));

  test('answers each line as it comes, before the input ends', async () => {
    const child = start();
    const answered = new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
    );
    child.stdin.write('扶持企业数量\t数量指标\n');
    expect(JSON.parse(await answered).candidates[0].code).toBe('111002681');
    child.stdin.end();
    expect(await closing(child)).toBe(0);
  }, 30000);

  test('a reader that leaves early ends it without a word', async () => {
    const child = start();
    let complaint = '';
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('服务对象满意度\t满意度\n'.repeat(20000));
    expect(await closing(child)).toBe(0);
    expect(complaint).toBe('');
  }, 30000);

  test('a folder instead of a file', async () => {
    const folder = openSync(ROOT, 'r');
    const child = spawn(process.execPath, [...SHENBAO, 'match'], { cwd: ROOT, stdio: [folder, 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
    expect(await new Promise<number | null>((resolve) => child.on('close', resolve))).toBe(2);
    closeSync(folder);
    expect(complaint).toMatch(/^错误：(?:读不到送入的内容|送入的内容里没有指标名称)/);
  }, 30000);
});
