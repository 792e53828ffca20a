import { spawn, spawnSync } from 'node:child_process';
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
});
