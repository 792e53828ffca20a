/**
 * Processor time and memory of one contender, printed as JSON: node --expose-gc tools/run-ts.mjs tools/bench/matching/speed-of-one.ts NAME
 * SETTING ENTRIES. In a process of its own, so that nobody pays for what another left behind.
 */
import { parseCatalogue } from '../../../src/core/catalogue/indicator-catalogue';
import type { MatchQuery } from '../../../src/core/catalogue/matching';
import { libraries, ourMatcher } from './contenders';
import { generateCatalogue, generateQueries } from './generated-catalogue';
import { loadLabelledSets } from './labelled-rows';
import type { Speed } from './compare-speed';

const MOST_QUERIES = 1000;
const FEWEST_QUERIES = 30;
const WARM_UP = { queries: 100, ms: 1500 };
const MEASURING_MS = 4000;

const [name, setting, size] = process.argv.slice(2);
const contender = [ourMatcher, ...libraries.flat()].find((one) => one.name === name && one.setting === setting);
if (contender === undefined) throw new Error(`No contender ${name} (${setting}).`);
if (global.gc === undefined) throw new Error('Run with --expose-gc.');

const file = generateCatalogue(Number(size));
const queries = mixed([
  ...loadLabelledSets().flatMap(({ rows }) => rows.map(({ query }) => query)),
  ...generateQueries(file, MOST_QUERIES),
]).slice(0, MOST_QUERIES + WARM_UP.queries);
const catalogue = parseCatalogue(file);

const before = memoryInUse();
const start = cpuMs();
const search = contender.build(catalogue);
search(queries[0]);
const buildMs = cpuMs() - start;
timesOf(queries.slice(MOST_QUERIES), WARM_UP.ms, 1);
const times = timesOf(queries.slice(0, MOST_QUERIES), MEASURING_MS, FEWEST_QUERIES).sort((a, b) => a - b);
const memoryMb = (memoryInUse() - before) / 1e6;

const speed: Speed = {
  buildMs,
  memoryMb,
  queries: times.length,
  p50: times[Math.floor(times.length * 0.5)],
  p95: times[Math.floor(times.length * 0.95)],
  max: times[times.length - 1],
};
console.log(JSON.stringify(speed));
// The catalogue and the index must not be collected before their memory is measured.
search(queries[0]);

/** Times of queries one by one, until the time is up. */
function timesOf(all: readonly MatchQuery[], mostMs: number, fewest: number): number[] {
  const times: number[] = [];
  const end = cpuMs() + mostMs;
  for (const query of all) {
    if (times.length >= fewest && cpuMs() > end) break;
    const begin = cpuMs();
    search(query);
    times.push(cpuMs() - begin);
  }
  return times;
}

/** Time the process was given, in milliseconds: other work on the machine does not count, its own garbage collection does. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function memoryInUse(): number {
  global.gc?.();
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The same queries in an order in which any first part of them is like the whole. */
function mixed(all: readonly MatchQuery[]): MatchQuery[] {
  const step = 619;
  return all.map((_, index) => all[(index * step) % all.length]);
}
