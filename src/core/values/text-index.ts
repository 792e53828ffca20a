import { findDifferences, type Difference } from './text-similarity';

interface Entry<Item> {
  readonly text: string;
  readonly item: Item;
  readonly order: number;
  readonly counts: readonly number[];
}

/** What was found for a text: an earlier item with the same text or one nearly the same. */
export interface LikeText<Item> {
  readonly item: Item;
  /** Empty for equal texts. */
  readonly differences: readonly Difference[];
}

/** Characters are counted in so many classes: texts that differ much there need not be compared sign by sign. */
const CLASSES = 128;
/** Longer texts are compared for equality only. */
const LONGEST_COMPARED = 1000;
/** Steps of work, some seconds: thousands of texts that are nearly the same, or of the same characters, end the search. */
const MOST_WORK = 20000000;
/** Texts are compared by pieces of that length first: each difference spoils one piece at most. */
const PIECE = 8;

/** Texts in the order they were added, to be asked for the first one that is like another text. */
export class TextIndex<Item> {
  private readonly byText = new Map<string, Entry<Item>>();
  private readonly byLength = new Map<number, Entry<Item>[]>();
  private work = 0;

  /** @param mostDifferent The share of characters, 0 to 1, in which two texts may differ and still be alike. */
  constructor(
    private readonly mostDifferent: number,
    private readonly mostWork = MOST_WORK,
  ) {}

  /** Adds a text; of equal texts the first is kept. */
  add(text: string, item: Item): void {
    if (this.byText.has(text)) return;
    const entry = { text, item, order: this.byText.size, counts: countsOf(text) };
    this.byText.set(text, entry);
    const others = this.byLength.get(text.length);
    if (others) others.push(entry);
    else this.byLength.set(text.length, [entry]);
  }

  /** True when texts were so many and so much alike that later ones were compared for equality only. */
  get isExhausted(): boolean {
    return this.work > this.mostWork;
  }

  /** The first text equal to this one, else the first that is alike; undefined for none. */
  findLike(text: string): LikeText<Item> | undefined {
    const equal = this.byText.get(text);
    if (equal) return { item: equal.item, differences: [] };
    if (text.length > LONGEST_COMPARED) return undefined;
    const counts = countsOf(text);
    let found: (LikeText<Item> & { readonly order: number }) | undefined;
    const shortest = Math.ceil(text.length * (1 - this.mostDifferent));
    const longest = Math.min(LONGEST_COMPARED, Math.floor(text.length / (1 - this.mostDifferent)));
    for (let length = shortest; length <= longest; length += 1) {
      const limit = Math.floor(Math.max(length, text.length) * this.mostDifferent);
      for (const entry of this.byLength.get(length) || []) {
        if (this.isExhausted || (found && found.order < entry.order)) break;
        if (!areNear(counts, entry.counts, 2 * limit) || !havePieces(text, entry.text, limit)) continue;
        this.work += text.length * (2 * limit + 1);
        const differences = findDifferences(text, entry.text, limit);
        if (differences !== null) found = { item: entry.item, differences, order: entry.order };
      }
    }
    return found;
  }
}

function countsOf(text: string): readonly number[] {
  const counts: number[] = [];
  for (let index = 0; index < CLASSES; index += 1) counts.push(0);
  for (let index = 0; index < text.length; index += 1) counts[text.charCodeAt(index) % CLASSES] += 1;
  return counts;
}

function areNear(left: readonly number[], right: readonly number[], limit: number): boolean {
  let apart = 0;
  for (let index = 0; index < CLASSES; index += 1) {
    apart += Math.abs(left[index] - right[index]);
    if (apart > limit) return false;
  }
  return true;
}

/** True where all but `limit` pieces of a text stand in the other one, moved by no more than `limit` characters. */
function havePieces(left: string, right: string, limit: number): boolean {
  let missing = 0;
  for (let start = 0; start + PIECE <= left.length; start += PIECE) {
    const near = right.slice(Math.max(0, start - limit), start + limit + PIECE);
    if (near.indexOf(left.slice(start, start + PIECE)) < 0) missing += 1;
    if (missing > limit) return false;
  }
  return true;
}
