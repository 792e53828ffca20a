import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine } from '../../src/cli/command-line';
import type { InputStream, OutputStream } from '../../src/cli/surroundings';
import { expectedText, parseScenario, showEscapes, type Scenario } from './scenario';
import { SCENARIO_FILES } from './scenario-files';

class Recorder implements OutputStream {
  text = '';

  constructor(
    readonly isTTY: boolean,
    readonly columns: number | undefined,
  ) {}

  write(text: string): void {
    this.text += text;
  }
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shenbao-scenario-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

for (const file of readdirSync(__dirname)
  .filter((name) => name.endsWith('.scenario'))
  .sort()) {
  const scenario = parseScenario(readFileSync(path.join(__dirname, file), 'utf8'));
  test(`${file}：${scenario.title}`, () => run(scenario), 30000);
}

async function run(scenario: Scenario): Promise<void> {
  for (const { path: name, word, text } of scenario.files) {
    const target = path.join(folder, name);
    mkdirSync(name.endsWith('/') ? target : path.dirname(target), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(target, word === null ? text : contentOf(word));
  }
  const stdout = new Recorder(scenario.columns !== null, scenario.columns ?? undefined);
  const stderr = new Recorder(false, undefined);
  const stdin = inputOf(scenario.stdin);
  const status = await runCommandLine(scenario.args, { stdin, stdout, stderr, env: scenario.env, cwd: () => folder });
  const printed = { stdout: showEscapes(stdout.text), stderr: showEscapes(stderr.text), status };
  expect(printed).toEqual({
    stdout: expectedText(scenario.stdout, printed.stdout),
    stderr: expectedText(scenario.stderr, printed.stderr),
    status: scenario.status,
  });
  if (scenario.written !== null) {
    const written = readFileSync(path.join(folder, scenario.written.path), 'utf8');
    expect(written).toBe(expectedText(scenario.written.text, written));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
}

function inputOf(text: string | null): InputStream {
  const pieces = text === null ? [] : [Buffer.from(text)];
  return {
    isTTY: text === null,
    async *[Symbol.asyncIterator]() {
      yield* pieces;
    },
  };
}

function contentOf(word: string): Uint8Array {
  const make = SCENARIO_FILES[word];
  if (make === undefined) throw new Error(`no such file content: ${word}`);
  return make();
}
