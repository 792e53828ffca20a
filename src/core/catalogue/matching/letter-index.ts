import { bareText } from '../../values/normalize-text';
import { LEVEL2_KINDS, type Level2 } from '../../forms/indicator-levels';
import type { CatalogueEntry } from '../indicator-catalogue';
import { Best } from '../best';
import { Numbers, startsOf } from './index-lists';

/** So many places of lists are looked at for one name; the rarest letters come first. */
const MOST_LOOKED_AT = 1500;
/** So many entries are compared letter by letter for each one returned. */
const COMPARED = 2;
/** What two neighbouring letters count beside the letters themselves. */
const PAIR = 0.6;

/** A name, with what its letters and pairs of letters count. */
export interface LetterName {
  readonly text: string;
  readonly weights: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** Finds names by the letters they have in common, and tells how much that is: for words nobody has listed. */
export class LetterIndex {
  private readonly letters = new Map<string, number>();
  private readonly starts: Int32Array;
  private readonly postings: Int32Array;
  private readonly levelOf: Int8Array;
  private readonly shared: Float32Array;
  private readonly rarity: Float32Array;
  private readonly rarest: number;

  constructor(private readonly entries: readonly CatalogueEntry[]) {
    const { letters } = this;
    const flat = new Numbers();
    const owners = new Numbers();
    this.levelOf = new Int8Array(entries.length);
    for (let entry = 0; entry < entries.length; entry += 1) {
      const { level2, name } = entries[entry];
      const text = bareText(name);
      this.levelOf[entry] = level2 === null ? -1 : LEVEL2_KINDS.indexOf(level2);
      for (let index = 0; index < text.length; index += 1) {
        const letter = text.charAt(index);
        if (text.indexOf(letter) < index) continue;
        let number = letters.get(letter);
        if (number === undefined) {
          number = letters.size;
          letters.set(letter, number);
        }
        flat.push(number);
        owners.push(entry);
      }
    }
    this.starts = startsOf(flat, letters.size);
    const next = new Int32Array(this.starts);
    this.postings = new Int32Array(flat.length);
    for (let index = 0; index < flat.length; index += 1) {
      this.postings[next[flat.at(index)]] = owners.at(index);
      next[flat.at(index)] += 1;
    }
    this.shared = new Float32Array(entries.length);
    this.rarest = Math.log(1 + 2 * entries.length);
    this.rarity = new Float32Array(letters.size);
    for (let letter = 0; letter < letters.size; letter += 1) {
      this.rarity[letter] = Math.log(1 + entries.length / (this.countOf(letter) + 0.5));
    }
  }

  /** Entries of a second level (or of any, for null) with the rarest letters of a bare name, those most like it first. */
  find(name: LetterName, level2: Level2 | null, most: number): readonly CatalogueEntry[] {
    const { shared, postings, starts, levelOf, rarity } = this;
    const wanted = level2 === null ? -1 : LEVEL2_KINDS.indexOf(level2);
    const touched: number[] = [];
    let left = MOST_LOOKED_AT;
    for (const letter of this.numbersOf(name.text)) {
      const end = starts[letter + 1];
      left -= end - starts[letter];
      if (left < 0 && touched.length > 0) break;
      for (let index = starts[letter]; index < end; index += 1) {
        const entry = postings[index];
        if (wanted >= 0 && levelOf[entry] >= 0 && levelOf[entry] !== wanted) continue;
        if (shared[entry] === 0) touched.push(entry);
        shared[entry] += rarity[letter];
      }
    }
    const likely = new Best<number>(most * COMPARED);
    for (const entry of touched) {
      likely.offer(entry, shared[entry]);
      shared[entry] = 0;
    }
    const best = new Best<CatalogueEntry>(most);
    for (const number of likely.items) {
      const entry = this.entries[number];
      best.offer(entry, this.likeness(name, bareText(entry.name)));
    }
    return best.items;
  }

  /** A bare name made ready for being compared. */
  nameOf(text: string): LetterName {
    const weights = new Map<string, number>();
    let weight = 0;
    for (let index = 0; index < text.length; index += 1) {
      const own = this.weightOf(text.charAt(index), this.rarest);
      const pair =
        index + 1 < text.length ? PAIR * Math.max(own, this.weightOf(text.charAt(index + 1), this.rarest)) : 0;
      if (!weights.has(text.charAt(index))) {
        weights.set(text.charAt(index), own);
        weight += own;
      }
      if (pair > 0 && !weights.has(text.slice(index, index + 2))) {
        weights.set(text.slice(index, index + 2), pair);
        weight += pair;
      }
    }
    return { text, weights, weight };
  }

  /** From 0 to 1: letters and pairs of letters a name has in common with one of the catalogue, the rare ones counting more. */
  likeness({ weights, weight }: LetterName, text: string): number {
    let common = 0;
    let all = weight;
    let last = 0;
    for (let index = 0; index < text.length; index += 1) {
      const own = this.weightOf(text.charAt(index), 0);
      all += own;
      if (weights.has(text.charAt(index))) common += own;
      if (index > 0) {
        const pair = PAIR * Math.max(own, last);
        all += pair;
        if (weights.has(text.slice(index - 1, index + 1))) common += pair;
      }
      last = own;
    }
    return all === 0 ? 0 : Math.min(1, (2 * common) / all);
  }

  private weightOf(letter: string, unknown: number): number {
    const number = this.letters.get(letter);
    return number === undefined ? unknown : this.rarity[number];
  }

  /** Numbers of the letters of a name that the catalogue knows, the rarest first. */
  private numbersOf(name: string): readonly number[] {
    const found: number[] = [];
    for (let index = 0; index < name.length; index += 1) {
      const number = this.letters.get(name.charAt(index));
      if (number !== undefined && found.indexOf(number) < 0) found.push(number);
    }
    return found.sort((a, b) => this.countOf(a) - this.countOf(b));
  }

  private countOf(letter: number): number {
    return this.starts[letter + 1] - this.starts[letter];
  }
}
