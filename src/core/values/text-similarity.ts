import { contentWords } from './content-words';

/** One place where two texts differ: a character replaced by another, or one that only one text has (the other is ""). */
export interface Difference {
  readonly left: string;
  readonly right: string;
}

/**
 * The fewest single-character differences between two texts, in order; null when more than `limit` are needed. Work grows
 * with length times limit.
 */
export function findDifferences(left: string, right: string, limit: number): readonly Difference[] | null {
  if (Math.abs(left.length - right.length) > limit) return null;
  const costs: number[][] = [];
  const costAt = (row: number, column: number): number => {
    const cost = costs[row][column - row + limit];
    return cost === undefined ? limit + 1 : cost;
  };
  // Band of the distance table: row i keeps columns i - limit to i + limit.
  for (let row = 0; row <= left.length; row += 1) {
    costs.push([]);
    let best = limit + 1;
    for (let offset = 0; offset <= 2 * limit; offset += 1) {
      const column = row + offset - limit;
      let cost = limit + 1;
      if (column >= 0 && column <= right.length) {
        if (row === 0) cost = column;
        else if (column === 0) cost = row;
        else {
          const replaced = costAt(row - 1, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
          const removed = offset < 2 * limit ? costAt(row - 1, column) + 1 : limit + 1;
          const added = offset > 0 ? costAt(row, column - 1) + 1 : limit + 1;
          cost = Math.min(replaced, removed, added, limit + 1);
        }
      }
      costs[row].push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return null;
  }
  if (costAt(left.length, right.length) > limit) return null;
  return traceBack(left, right, costAt, limit);
}

function traceBack(
  left: string,
  right: string,
  costAt: (row: number, column: number) => number,
  limit: number,
): readonly Difference[] {
  const differences: Difference[] = [];
  let row = left.length;
  let column = right.length;
  while (row > 0 || column > 0) {
    const cost = costAt(row, column);
    const isEqual = row > 0 && column > 0 && left[row - 1] === right[column - 1];
    if (row > 0 && column > 0 && costAt(row - 1, column - 1) + (isEqual ? 0 : 1) === cost) {
      if (!isEqual) differences.push({ left: left[row - 1], right: right[column - 1] });
      row -= 1;
      column -= 1;
    } else if (row > 0 && column - row < limit && costAt(row - 1, column) + 1 === cost) {
      differences.push({ left: left[row - 1], right: '' });
      row -= 1;
    } else {
      differences.push({ left: '', right: right[column - 1] });
      column -= 1;
    }
  }
  return differences.reverse();
}

/**
 * How much two short Chinese texts are about the same, 0 to 1: the share of character pairs within content words that both
 * have (Dice coefficient). 0 where one of them holds no content word.
 */
export function similarityOf(left: string, right: string): number {
  const pairs = contentPairs(left);
  const others = contentPairs(right);
  if (pairs.size === 0 || others.size === 0) return 0;
  let shared = 0;
  pairs.forEach((pair) => {
    if (others.has(pair)) shared += 1;
  });
  return (2 * shared) / (pairs.size + others.size);
}

/** True when the two texts have a content word, or two neighbouring characters of one, in common. */
export function sharesContent(left: string, right: string): boolean {
  return similarityOf(left, right) > 0;
}

function contentPairs(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const word of contentWords(text)) {
    for (let index = 0; index + 1 < word.length; index += 1) pairs.add(word.slice(index, index + 2));
  }
  return pairs;
}
