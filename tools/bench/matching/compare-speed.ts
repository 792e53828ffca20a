import { execFileSync } from 'node:child_process';
import { printTable } from '../table';
import type { Contender } from './contender';
import { ourMatcher } from './contenders';

/** Of one contender; times in milliseconds of the processor. */
export interface Speed {
  readonly buildMs: number;
  /** What the index takes, in millions of bytes, beside the catalogue. */
  readonly memoryMb: number;
  readonly queries: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const ENTRIES = 100000;
const RUNS = 3;
const HEAD = ['matcher', 'build ms', 'memory MB', 'p50 ms', 'p95 ms', 'max ms', 'queries', 'setting'];

/** Prints how fast each is on a large generated catalogue, and how many times as much each library takes as our matcher. */
export function compareSpeed(others: readonly Contender[]): void {
  const ours = medianRun(ourMatcher);
  const rows = [
    [...cellsOf(ourMatcher, ours), ourMatcher.setting],
    ...others.map((other) => [...cellsOf(other, medianRun(other), ours), other.setting]),
  ];
  printTable(
    `${ENTRIES} entries: processor time and memory, median of ${RUNS} processes each (in brackets: times ours)`,
    [HEAD, ...rows],
  );
  console.log('Libraries hold one index per second level. Slow ones are asked fewer queries, as many as fit in 4 s.');
}

function cellsOf({ name }: Contender, speed: Speed, ours?: Speed): readonly string[] {
  const figure = (key: Exclude<keyof Speed, 'queries'>, digits: number): string =>
    `${speed[key].toFixed(digits)}${ours === undefined ? '' : ` (${(speed[key] / ours[key]).toFixed(1)})`}`;
  return [
    name,
    figure('buildMs', 0),
    figure('memoryMb', 1),
    figure('p50', 3),
    figure('p95', 3),
    figure('max', 2),
    String(speed.queries),
  ];
}

/** Each figure's median over several processes. */
function medianRun({ name, setting }: Contender): Speed {
  const runs = Array.from({ length: RUNS }, (): Speed => {
    const tool = ['tools/run-ts.mjs', 'tools/bench/matching/speed-of-one.ts'];
    const output = execFileSync(process.execPath, ['--expose-gc', ...tool, name, setting, String(ENTRIES)]);
    return JSON.parse(output.toString('utf8')) as Speed;
  });
  const median = (key: keyof Speed): number => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  return {
    ...{ buildMs: median('buildMs'), memoryMb: median('memoryMb'), queries: median('queries') },
    ...{ p50: median('p50'), p95: median('p95'), max: median('max') },
  };
}
