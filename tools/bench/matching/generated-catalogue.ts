import { LEVEL2_KINDS, type Level2 } from '../../../src/core/forms/indicator-levels';
import type { CatalogueFile } from '../../../src/core/catalogue/catalogue-file';
import type { MatchQuery } from '../../../src/core/catalogue/matching';
import { ACTIONS, MEASURES, QUALIFIERS, THINGS } from './name-parts';

const SHORTEST = 6;
const LONGEST = 16;

/** What people write otherwise than a library does. */
const OTHER_WORDS: readonly (readonly [string, string])[] = [
  ['数量', '数'],
  ['次数', '场次'],
  ['采购', '购买'],
  ['聘请', '聘用'],
  ['及时率', '及时性'],
  ['合格率', '通过率'],
  ['按期', '按时'],
  ['维修', '维护'],
  ['举办', '开展'],
  ['满意度', '满意率'],
  ['印制', '印刷'],
  ['发放', '拨付'],
];

/**
 * A catalogue with so many distinct names of 6 to 16 letters, made of the parts of real ones, the usual ones more often (Zipf). The
 * same for the same size.
 */
export function generateCatalogue(size: number): CatalogueFile {
  const random = seeded(20240601);
  const seen = new Set<string>();
  const entries: CatalogueFile['entries'] = [];
  while (entries.length < size) {
    const [level2, , measures] = pickLevel(random());
    const name = generateName(measures, random);
    if (name.length < SHORTEST || name.length > LONGEST || seen.has(name)) continue;
    seen.add(name);
    entries.push({
      ...{ code: codeOf(level2, entries.length), name, level1: null, level2, unit: null, kind: null, direction: null },
      ...{ explanation: null, aliases: [], year: null, source: null },
    });
  }
  return {
    ...{ version: 1, id: 'generated', name: '生成的指标库', source: 'tools/bench', isComplete: true, codeScheme: null },
    entries,
  };
}

/** Names of entries as people would write them: with a year, other words, a letter less. The same for the same catalogue. */
export function generateQueries({ entries }: CatalogueFile, count: number): readonly MatchQuery[] {
  const random = seeded(7);
  return Array.from({ length: count }, () => {
    const { name, level2 } = entries[Math.floor(random() * entries.length)];
    return { name: rewrite(name, random), level2 };
  });
}

function generateName(measures: readonly string[], random: () => number): string {
  const qualifier = random() < 0.6 ? zipf(QUALIFIERS, random) : '';
  const thing = zipf(THINGS, random);
  const action = random() < 0.85 ? zipf(ACTIONS, random) : '';
  return `${qualifier}${thing}${action}${zipf(measures, random)}`;
}

function rewrite(name: string, random: () => number): string {
  const kind = Math.floor(random() * 5);
  if (kind === 0) return `2024年${name}`;
  if (kind === 1) {
    const at = 1 + Math.floor(random() * (name.length - 2));
    return name.slice(0, at) + name.slice(at + 1);
  }
  if (kind === 2) return name;
  return OTHER_WORDS.reduce((text, [ours, theirs]) => text.replace(ours, theirs), name);
}

function pickLevel(part: number): (typeof MEASURES)[number] {
  let rest = part;
  for (const level of MEASURES) {
    rest -= level[1];
    if (rest < 0) return level;
  }
  return MEASURES[0];
}

function codeOf(level2: Level2, serial: number): string {
  return `1${10 + LEVEL2_KINDS.indexOf(level2)}${String(serial).padStart(6, '0')}`;
}

/** One of a list; the n-th about 1/√n as often as the first. */
function zipf(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() ** 2 * list.length)];
}

/** Numbers from 0 to below 1, always the same ones (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
