import { LEVEL2_KINDS, type Level2 } from '../../forms/indicator-levels';
import type { CatalogueEntry } from '../indicator-catalogue';
import { standardSpellings } from './clean-name';
import { theLexicon } from './lexicon';
import { Best } from '../best';
import { Numbers, startsOf } from './index-lists';
import { CLASS_WEIGHTS, FeatureReader } from './name-features';
import { readName, type Part, type Reading } from './reading';

/** A spelling of an entry that shares words with a name. */
export interface IndexHit {
  readonly entry: CatalogueEntry;
  /** The spelling understood: the entry's name, one of the choices in its brackets, an alias. */
  readonly reading: Reading;
}

/** Names with more spellings are cut off. */
const MOST_SPELLINGS = 60;
/** What a spelling says more counts twice as much against it as what the name says more. */
const NAME_OVER = 0.3;
const SPELLING_OVER = 0.6;

/** Finds the spellings that share the rarest words with a name. Posting lists in typed arrays. */
export class NameIndex {
  private readonly reader = new FeatureReader();
  /** Entry of each spelling, and which of its spellings it is. */
  private readonly entryOf: Int32Array;
  private readonly ordinalOf: Uint8Array;
  /** Sum of the weights of its features. */
  private readonly weightOf: Float32Array;
  private readonly starts: Int32Array;
  private readonly postings: Int32Array;
  private readonly rarity: Float32Array;
  private readonly rarest: number;
  private readonly shared: Float32Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  /** Features that more spellings have are common. */
  private readonly mostOfRare: number;
  /** Spellings all of whose features are common. */
  private readonly plain: Int32Array;
  /** Second level of each entry as a number. */
  private readonly levelOf: Uint8Array;
  private readings = new Map<number, Reading>();

  constructor(private readonly entries: readonly CatalogueEntry[]) {
    const { reader } = this;
    this.levelOf = new Uint8Array(entries.length);
    const entryOf = new Numbers();
    const ordinalOf = new Numbers();
    const ends = new Numbers();
    const flat = new Numbers();
    ends.push(0);
    for (let entry = 0; entry < entries.length; entry += 1) {
      const spellings = spellingsOf(entries[entry]);
      this.levelOf[entry] = levelNumber(entries[entry].level2);
      for (let ordinal = 0; ordinal < spellings.length; ordinal += 1) {
        reader.read(spellings[ordinal], true);
        for (let index = 0; index < reader.count; index += 1) flat.push(reader.features[index]);
        entryOf.push(entry);
        ordinalOf.push(ordinal);
        ends.push(flat.length);
      }
    }
    const spellingCount = entryOf.length;
    this.entryOf = entryOf.toArray();
    this.ordinalOf = new Uint8Array(ordinalOf.toArray());
    this.starts = startsOf(flat, reader.size);
    this.rarity = rarityOf(this.starts, spellingCount);
    this.rarest = 0.3 + Math.log(1 + 2 * spellingCount) / Math.log(2 + spellingCount);
    this.postings = new Int32Array(flat.length);
    this.weightOf = new Float32Array(spellingCount);
    this.mostOfRare = Math.max(FEWEST_COMMON, spellingCount * COMMON_SHARE);
    const plain = new Numbers();
    const next = new Int32Array(this.starts);
    for (let spelling = 0; spelling < spellingCount; spelling += 1) {
      let weight = 0;
      let isPlain = true;
      for (let index = ends.at(spelling); index < ends.at(spelling + 1); index += 1) {
        const feature = flat.at(index);
        this.postings[next[feature]] = spelling;
        next[feature] += 1;
        weight += reader.baseWeight(feature) * this.rarity[feature];
        isPlain = isPlain && this.isCommon(feature);
      }
      if (isPlain) plain.push(spelling);
      this.weightOf[spelling] = weight;
    }
    this.plain = plain.toArray();
    this.shared = new Float32Array(spellingCount);
    this.touched = new Int32Array(spellingCount);
  }

  /** How much a word says, by its class and by its rarity in the catalogue. */
  readonly weigh = ({ concept, wordClass, text }: Part): number => {
    const base = CLASS_WEIGHTS[wordClass];
    if (concept >= 0) return base * this.rarity[concept];
    return base * this.rarest * (text.length > 3 ? 1.3 : 0.9);
  };

  /**
   * The spellings that are likest to a bare name, best first: those of a second level (or of none), then those of others.
   * @param level2 Null where every level will do.
   */
  find(name: string, level2: Level2 | null, mostOwn: number, mostOther: number): readonly IndexHit[] {
    const { reader, shared, touched, weightOf, entryOf } = this;
    reader.read(name, false);
    const total = this.collectAll();
    const wanted = level2 === null ? ANY_LEVEL : levelNumber(level2);
    const own = new Best<number>(mostOwn);
    const other = new Best<number>(mostOther);
    const { touchedCount } = this;
    for (let index = 0; index < touchedCount; index += 1) {
      const spelling = touched[index];
      const weight = weightOf[spelling];
      const common = Math.min(shared[spelling], total, weight);
      shared[spelling] = 0;
      const score = common / (common + NAME_OVER * (total - common) + SPELLING_OVER * (weight - common) + 0.05);
      const level = this.levelOf[entryOf[spelling]];
      const isOwn = wanted === ANY_LEVEL || level === wanted || level === ANY_LEVEL;
      (isOwn ? own : other).offer(spelling, score);
    }
    return own.items.concat(other.items).map((spelling) => this.hitOf(spelling));
  }

  /** Adds up what each spelling shares with the name just read; returns what could be shared at most. */
  private collectAll(): number {
    const { reader, rarity } = this;
    const { concepts } = theLexicon();
    this.touchedCount = 0;
    let total = 0;
    const isTelling = this.holdsTelling();
    const common: number[] = [];
    const commonWeights: number[] = [];
    const add = (feature: number, weight: number): void => {
      if (this.isCommon(feature)) {
        common.push(feature);
        commonWeights.push(weight);
      } else this.collect(feature, weight);
    };
    for (let index = 0; index < reader.count; index += 1) {
      const feature = reader.features[index];
      const base = reader.baseWeight(feature);
      if (isTelling && base < TELLING) continue;
      const weight = base * rarity[feature];
      total += weight;
      add(feature, weight);
      if (feature < concepts.length) {
        concepts[feature].related.forEach((likeness, other) => {
          if (likeness >= LEAST_RELATED) add(other, weight * likeness);
        });
      }
    }
    this.touchPlain();
    for (let index = 0; index < common.length; index += 1) this.addTo(common[index], commonWeights[index]);
    return total;
  }

  /** Words that many names hold are counted for names that hold a rarer word of the query, and for those that hold no rarer word at all. */
  private isCommon(feature: number): boolean {
    return this.starts[feature + 1] - this.starts[feature] > this.mostOfRare;
  }

  private touchPlain(): void {
    const { plain, shared, touched } = this;
    for (let index = 0; index < plain.length; index += 1) {
      if (shared[plain[index]] > 0) continue;
      shared[plain[index]] = NEARLY_NOTHING;
      touched[this.touchedCount] = plain[index];
      this.touchedCount += 1;
    }
  }

  private collect(feature: number, weight: number): void {
    const { shared, touched, postings, starts } = this;
    const end = starts[feature + 1];
    let count = this.touchedCount;
    for (let index = starts[feature]; index < end; index += 1) {
      const spelling = postings[index];
      if (shared[spelling] === 0) {
        touched[count] = spelling;
        count += 1;
      }
      shared[spelling] += weight;
    }
    this.touchedCount = count;
  }

  private addTo(feature: number, weight: number): void {
    const { shared, postings, starts } = this;
    const end = starts[feature + 1];
    for (let index = starts[feature]; index < end; index += 1) {
      const spelling = postings[index];
      if (shared[spelling] > 0) shared[spelling] += weight;
    }
  }

  /** True when the name just read has more than words that stand for anything (项目, 工作). */
  private holdsTelling(): boolean {
    const { reader } = this;
    for (let index = 0; index < reader.count; index += 1) {
      if (reader.baseWeight(reader.features[index]) >= TELLING) return true;
    }
    return false;
  }

  private hitOf(spelling: number): IndexHit {
    const entry = this.entries[this.entryOf[spelling]];
    let reading = this.readings.get(spelling);
    if (reading === undefined) {
      if (this.readings.size >= MOST_READINGS) this.readings = new Map<number, Reading>();
      reading = readName(spellingsOf(entry)[this.ordinalOf[spelling]]);
      this.readings.set(spelling, reading);
    }
    return { entry, reading };
  }
}

/** Readings are kept while the names of a workbook are looked up one after another; more would cost memory. */
const MOST_READINGS = 4000;
const ANY_LEVEL = 255;

function levelNumber(level2: Level2 | null): number {
  return level2 === null ? ANY_LEVEL : LEVEL2_KINDS.indexOf(level2);
}

const FEWEST_COMMON = 1000;
const COMMON_SHARE = 0.02;
const NEARLY_NOTHING = 1e-9;
/** Half of all names hold a word below: looking through them all would take long and tell little. */
const TELLING = 0.2;
/** Weaker relations are looked at where both words are there, not searched by. */
const LEAST_RELATED = 0.45;

function spellingsOf({ name, aliases }: CatalogueEntry): readonly string[] {
  const own = standardSpellings(name);
  if (aliases.length === 0) return own;
  const all = own.slice();
  for (const alias of aliases) {
    for (const spelling of standardSpellings(alias)) if (all.indexOf(spelling) < 0) all.push(spelling);
  }
  return all.slice(0, MOST_SPELLINGS);
}

/** From about 0.3 for what every name holds to 1.3 for what one holds. */
function rarityOf(starts: Int32Array, spellingCount: number): Float32Array {
  const rarity = new Float32Array(starts.length - 1);
  const scale = Math.log(2 + spellingCount);
  for (let feature = 0; feature < rarity.length; feature += 1) {
    const count = starts[feature + 1] - starts[feature];
    rarity[feature] = 0.3 + Math.log(1 + spellingCount / Math.max(0.5, count)) / scale;
  }
  return rarity;
}
