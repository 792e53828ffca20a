// npm test: everything. npm test -- --unit: types, lint and unit tests only.
// Installs what is missing and may be installed; says what it left out and why. Last line: "tests: N passed, N failed".
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';
import { arePackagesInstalled } from './start/freshness.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const isUnitOnly = process.argv.includes('--unit');
const counts = { passed: 0, failed: 0, skipped: 0 };
const scratch = mkdtempSync(path.join(tmpdir(), 'shenbao-test-'));

try {
  if (installPackages()) {
    const types = begin('npm', ['run', '--silent', 'typecheck']);
    const build = isUnitOnly ? null : begin('npm', ['run', '--silent', 'build']);
    stage('规范 lint', 'npm', ['run', '--silent', 'lint']);
    await finish('类型 types', types);
    const isBuilt = build !== null && (await finish('构建 build', build));
    runJest();
    if (isBuilt) runBrowserTests();
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`tests: ${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function installPackages() {
  if (arePackagesInstalled(ROOT)) return true;
  return stage('安装依赖 packages', 'npm', ['ci']);
}

/** Runs one command that counts as one test; true when it succeeded. */
function stage(title, command, commandArguments) {
  console.log(`\n== ${title}`);
  const { status } = run(command, commandArguments);
  counts[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) console.log(`== ${title}：失败 failed`);
  return status === 0;
}

/** Starts a command beside the stages after it: most machines have a second processor. */
function begin(command, commandArguments) {
  const started = spawn(command, commandArguments, { cwd: ROOT, shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    started.on('error', ({ message }) => resolve({ status: 1, output: `${command}: ${message}\n` }));
    started.on('close', (status) => resolve({ status, output }));
  });
}

/** True when it succeeded. */
async function finish(title, started) {
  console.log(`\n== ${title}`);
  const { status, output } = await started;
  process.stdout.write(output);
  counts[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) console.log(`== ${title}：失败 failed`);
  return status === 0;
}

function runJest() {
  console.log('\n== 单元、契约、场景 unit, contract and scenario tests');
  const results = path.join(scratch, 'jest.json');
  const { status } = run('npx', ['jest', '--json', `--outputFile=${results}`], { quietStdout: true });
  if (!existsSync(results)) {
    counts.failed += 1;
    return;
  }
  const found = JSON.parse(readFileSync(results, 'utf8'));
  counts.passed += found.numPassedTests;
  // A file that does not even load has no tests to fail; neither has a run that failed as a whole.
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
  counts.failed += status !== 0 && failed === 0 ? 1 : failed;
  leaveOut(found.numPendingTests + found.numTodoTests, 'jest', '测试中标为跳过 marked as skipped');
}

function runBrowserTests() {
  if (!existsSync(path.join(ROOT, 'tools', 'e2e.mjs'))) {
    leaveOut(1, '浏览器测试 browser tests', '还没有 tools/e2e.mjs is not there yet');
    return;
  }
  const chromium = findChromium();
  if (chromium === null) {
    leaveOut(
      1,
      '浏览器测试 browser tests',
      '没有找到 Chromium，可用环境变量 CHROMIUM_PATH 指明 no Chromium found, name it in CHROMIUM_PATH',
    );
    return;
  }
  console.log('\n== 浏览器 browser tests');
  const { status, stdout } = run('node', ['tools/e2e.mjs'], {
    env: { ...process.env, CHROMIUM_PATH: chromium },
    captureStdout: true,
  });
  const lines = stdout.match(/^(?:tests|e2e): \d+ passed, \d+ failed.*$/gm) ?? [];
  const [passed, failed, left] = ['passed', 'failed', 'skipped'].map((word) =>
    lines.reduce((sum, line) => sum + Number(line.match(`(\\d+) ${word}`)?.[1] ?? 0), 0),
  );
  counts.passed += passed;
  counts.failed += status !== 0 && failed === 0 ? 1 : failed;
  if (status === 0 && lines.length === 0) counts.passed += 1;
  leaveOut(left, '浏览器测试 browser tests', '原因见上 for the reason see above');
}

function leaveOut(count, what, why) {
  if (count === 0) return;
  counts.skipped += count;
  console.log(`跳过 skipped: ${what}（${count}）：${why}`);
}

function run(command, commandArguments, { env = process.env, quietStdout = false, captureStdout = false } = {}) {
  const result = spawnSync(command, commandArguments, {
    cwd: ROOT,
    env,
    stdio: ['ignore', quietStdout ? 'ignore' : captureStdout ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (result.error) console.log(`${command}: ${result.error.message}`);
  const stdout = result.stdout ?? '';
  // The last line of the whole run is ours alone.
  if (captureStdout) process.stdout.write(stdout.replace(/^(tests|e2e): (?=\d+ passed)/gm, 'browser $1: '));
  return { status: result.status ?? 1, stdout };
}
