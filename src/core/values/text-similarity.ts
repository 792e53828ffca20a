import { contentRuns } from './content-words';
import { aspectAgreement, aspectsOf, type Aspect } from './measured-aspect';
import { bareText } from './normalize-text';
import { withCommonWords } from './subject-synonyms';

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

/** A text made ready for comparing with many others. */
export interface ComparableText {
  /** Characters and pairs of neighbouring characters of its content words, synonyms made one. */
  readonly features: ReadonlySet<string>;
  readonly weight: number;
  readonly aspects: ReadonlySet<Aspect>;
}

/** Longer texts are compared by their beginning: what a text is about is said there. */
const LONGEST_COMPARED = 2000;

/** A single character in common says little: 业 stands in 企业 and in 农业. */
const CHARACTER_WEIGHT = 0.25;
/** Two texts about one subject that measure different things of it (人数, 合格率). */
const OTHER_ASPECT = 0.6;
/** Texts that name no subject (完成及时率, 是否按时完工) can agree in what they measure at most. */
const ASPECT_ALONE = 0.5;

/** Prepares a text for compareTexts. */
export function comparableText(text: string): ComparableText {
  const features = new Set<string>();
  let weight = 0;
  const add = (feature: string): void => {
    if (features.has(feature)) return;
    features.add(feature);
    weight += weightOf(feature);
  };
  for (const run of contentRuns(withCommonWords(bareText(text.slice(0, LONGEST_COMPARED))))) {
    for (let index = 0; index < run.length; index += 1) {
      add(run.charAt(index));
      if (index + 1 < run.length) add(run.slice(index, index + 2));
    }
  }
  return { features, weight, aspects: aspectsOf(text.slice(0, LONGEST_COMPARED)) };
}

/**
 * How much two short Chinese texts are about the same, 0 to 1, without a model: the weighted share of characters and character
 * pairs of their content words that both have (mean of Dice coefficient and containment), lowered where they measure different
 * aspects of their subject. From about 0.5 on they mostly mean the same, below 0.1 they have nothing to do with each other.
 */
export function compareTexts(left: ComparableText, right: ComparableText): number {
  const agreement = aspectAgreement(left.aspects, right.aspects);
  if (left.weight === 0 || right.weight === 0) return agreement === 1 ? ASPECT_ALONE : 0;
  const [smaller, larger] = left.features.size <= right.features.size ? [left, right] : [right, left];
  let shared = 0;
  smaller.features.forEach((feature) => {
    if (larger.features.has(feature)) shared += weightOf(feature);
  });
  const dice = (2 * shared) / (left.weight + right.weight);
  const containment = shared / Math.min(left.weight, right.weight);
  return ((dice + containment) / 2) * (agreement === 0 ? OTHER_ASPECT : 1);
}

/** As compareTexts, for two texts that are compared once. */
export function similarityOf(left: string, right: string): number {
  return compareTexts(comparableText(left), comparableText(right));
}

/** True when the two texts have a content word, a synonym of one or two neighbouring characters of one in common. */
export function sharesContent(left: string, right: string): boolean {
  const others = comparableText(right).features;
  let isShared = false;
  comparableText(left).features.forEach((feature) => {
    if (feature.length > 1 && others.has(feature)) isShared = true;
  });
  return isShared;
}

function weightOf(feature: string): number {
  return feature.length === 1 ? CHARACTER_WEIGHT : 1;
}
