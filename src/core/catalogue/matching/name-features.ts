import { theLexicon } from './lexicon';
import { LATIN, segment, UNKNOWN } from './segment';
import type { WordClass } from './words/word-data';

/**
 * What names are found by: meanings of words, and pairs of characters of words that the lexicon does not hold. Meanings have the
 * numbers of their concepts, pairs the numbers behind them.
 */
export class FeatureReader {
  /** The features of the last name read; the first `count` of them. */
  readonly features = new Int32Array(MOST_FEATURES);
  count = 0;
  /** How many features there are. */
  size: number;
  private readonly grams = new Map<string, number>();
  private readonly conceptCount: number;
  private readonly weights: Float32Array;

  constructor() {
    const { concepts } = theLexicon();
    this.conceptCount = concepts.length;
    this.size = this.conceptCount;
    this.weights = new Float32Array(this.conceptCount);
    for (let id = 0; id < this.conceptCount; id += 1) this.weights[id] = CLASS_WEIGHTS[concepts[id].wordClass];
  }

  /** Weight of a feature before rarity; 0 for words that say nothing. */
  baseWeight(feature: number): number {
    return feature < this.conceptCount ? this.weights[feature] : GRAM_WEIGHT;
  }

  /** Reads a bare name into `features`. @param isNew True to give numbers to pairs not seen before, false to leave them out. */
  read(text: string, isNew: boolean): void {
    const { words, measuredThings } = theLexicon();
    const pieces = segment(text);
    this.count = 0;
    for (let index = 0; index < pieces.count; index += 1) {
      const word = pieces.word[index];
      if (word === UNKNOWN) this.addGrams(text, pieces.start[index], pieces.end[index], isNew);
      else if (word === LATIN) this.addGram(text.slice(pieces.start[index], pieces.end[index]), isNew);
      else {
        const { concept, measure } = words[word];
        const isClosing = index === pieces.count - 1;
        const thing = measure !== null && (isClosing || concept < 0) ? measuredThings[measure] : undefined;
        if (thing !== undefined) this.add(thing);
        else if (concept >= 0 && this.weights[concept] > 0) this.add(concept);
      }
    }
  }

  private addGrams(text: string, start: number, end: number, isNew: boolean): void {
    if (end - start === 1) this.addGram(text.charAt(start), isNew);
    for (let index = start; index + 2 <= end; index += 1) this.addGram(text.slice(index, index + 2), isNew);
  }

  private addGram(gram: string, isNew: boolean): void {
    let id = this.grams.get(gram);
    if (id === undefined) {
      if (!isNew) return;
      id = this.size;
      this.size += 1;
      this.grams.set(gram, id);
    }
    this.add(id);
  }

  private add(feature: number): void {
    for (let index = 0; index < this.count; index += 1) if (this.features[index] === feature) return;
    if (this.count === MOST_FEATURES) return;
    this.features[this.count] = feature;
    this.count += 1;
  }
}

const MOST_FEATURES = 160;

/** How much words of a class say about a name. */
export const CLASS_WEIGHTS: Readonly<Record<WordClass, number>> = {
  filler: 0,
  adverb: 0,
  generic: 0.12,
  light: 0,
  weak: 0.4,
  aspect: 0.7,
  action: 0.85,
  event: 0.9,
  person: 1,
  body: 0.9,
  thing: 1,
  negation: 1.2,
};

const GRAM_WEIGHT = 0.45;
