import { below, type Random } from './random';
import { ECONOMIC, FUNCTIONAL, type Subject } from './subjects';

/** 支出总计, 基本支出, 项目支出 in the smallest unit that the book prints. */
export type Amounts = readonly [total: number, basic: number, project: number];

export interface CodedAmounts {
  readonly code: string;
  readonly name: string;
  /** 1 for 类, 2 for 款, 3 for 项. */
  readonly level: number;
  readonly amounts: Amounts;
}

/** What a department spends, broken down so that everything adds up to the smallest unit printed. */
export interface Budget {
  readonly byFunction: readonly CodedAmounts[];
  readonly byEconomy: readonly CodedAmounts[];
  readonly whole: Amounts;
  /** Money left from last year, part of the whole. */
  readonly carried: number;
}

/** @param largest Amount that no item reaches. */
export function randomBudget(random: Random, largest: number, hasNegative: boolean): Budget {
  const leaves = randomLeaves(random, largest, hasNegative);
  const byFunction = rollUp(FUNCTIONAL, leaves);
  const whole = sumOf(Array.from(leaves.values()));
  const byEconomy = rollUp(ECONOMIC, splitOverItems(random, whole));
  return { byFunction, byEconomy, whole, carried: Math.floor(Math.max(0, whole[0]) * 0.1 * random()) };
}

type Leaves = ReadonlyMap<string, Amounts>;

function randomLeaves(random: Random, largest: number, hasNegative: boolean): Leaves {
  const leaves = new Map<string, Amounts>();
  const dropped = new Set<string>();
  for (const [code] of FUNCTIONAL) {
    if (code.length < 7) {
      if (random() < 0.3) dropped.add(code);
      continue;
    }
    if (dropped.has(code.slice(0, 3)) || dropped.has(code.slice(0, 5)) || random() < 0.25) continue;
    const basic = leaves.size === 1 || random() < 0.6 ? 1 + below(random, largest) : 0;
    const project = leaves.size === 1 || random() < 0.5 || basic === 0 ? 1 + below(random, largest) : 0;
    leaves.set(code, [basic + project, basic, project]);
  }
  if (leaves.size < 3) return randomLeaves(random, largest, hasNegative);
  if (hasNegative) {
    // Money taken back from one item.
    const [code] = Array.from(leaves.keys());
    const taken = -1 - below(random, Math.floor(largest / 4));
    leaves.set(code, [taken, 0, taken]);
  }
  return leaves;
}

function splitOverItems(random: Random, [, basic, project]: Amounts): Leaves {
  const items = ECONOMIC.filter(([code]) => code.length === 5).map(([code]) => code);
  const split = (amount: number): readonly number[] => {
    let left = amount;
    return items.map((_item, index) => {
      const share = index === items.length - 1 ? left : Math.trunc(left * random() * 0.5);
      left -= share;
      return share;
    });
  };
  const [basics, projects] = [split(basic), split(project)];
  const leaves = new Map<string, Amounts>();
  items.forEach((code, index) => {
    const amounts: Amounts = [basics[index] + projects[index], basics[index], projects[index]];
    if (amounts.some((amount) => amount !== 0)) leaves.set(code, amounts);
  });
  return leaves;
}

function rollUp(classification: readonly Subject[], leaves: Leaves): readonly CodedAmounts[] {
  const codes = Array.from(leaves.keys());
  return classification
    .map(([code, name]): CodedAmounts => {
      const inside = codes.filter((leaf) => leaf.startsWith(code)).map((leaf) => leaves.get(leaf) as Amounts);
      return { code, name, level: (code.length - 1) / 2, amounts: sumOf(inside) };
    })
    .filter(({ code }) => codes.some((leaf) => leaf.startsWith(code)));
}

function sumOf(all: readonly Amounts[]): Amounts {
  return all.reduce<Amounts>((sum, each) => [sum[0] + each[0], sum[1] + each[1], sum[2] + each[2]], [0, 0, 0]);
}
