import { MEASURED_THINGS, MEASURE_WORDS } from './words/measures';
import { WORD_RELATIONS } from './words/relations';
import { ALL_WORDS } from './words';
import type { MeasureKind, WordClass } from './words/word-data';

/** A meaning: one group of words. Concepts are numbers from 0; a word that is not in the lexicon has none. */
export interface Concept {
  readonly wordClass: WordClass;
  /** First word of the group. */
  readonly title: string;
  /** Concepts near to this one, with a likeness below 1. */
  readonly related: ReadonlyMap<number, number>;
}

/** A word of the lexicon: what it means within a name, and what it asks for at the end of one. */
export interface LexiconWord {
  /** -1 for a word of measuring that has no meaning of its own. */
  readonly concept: number;
  readonly measure: MeasureKind | null;
}

export interface Lexicon {
  readonly concepts: readonly Concept[];
  readonly words: readonly LexiconWord[];
  /** The concept a word of measuring counts (人数 counts 人员); undefined for most. */
  readonly measuredThings: Readonly<Partial<Record<MeasureKind, number>>>;
  /** The concept of a word; -1 where there is none. */
  conceptOf(word: string): number;
  /** The node of the tree of words after one more character; 0 where no word goes on so. The root is 0 as well. */
  step(node: number, character: number): number;
  /** The word that ends at a node; -1 where none does. */
  wordAt(node: number): number;
}

const NEAR = 0.7;
const BROADER = 0.72;
const NARROWER = 0.5;
/** Two kinds of one thing (手册 and 展板 are 宣传品). */
const SIBLING = 0.3;
/** A word that ends in another one is a kind of it: 技能培训, 培训. */
const ENDS_IN = 0.7;
const HOLDS = 0.3;
/** The other way round: who says 培训 does not say 技能培训. */
const LESS_SAID = 0.7;

let lexicon: Lexicon | null = null;

/** The lexicon of the program, put together when first asked for. */
export function theLexicon(): Lexicon {
  lexicon = lexicon || buildLexicon();
  return lexicon;
}

/** A list of words as a test for their concepts, quick to ask again and again. */
export function conceptTest(words: readonly string[]): (concept: number) => boolean {
  let concepts: readonly number[] | null = null;
  return (concept) => {
    concepts = concepts || words.map(theLexicon().conceptOf);
    return concepts.indexOf(concept) >= 0;
  };
}

interface GrowingConcept extends Concept {
  readonly related: Map<number, number>;
}

function buildLexicon(): Lexicon {
  const concepts: GrowingConcept[] = [];
  const wordIds = new Map<string, number>();
  const words: LexiconWord[] = [];
  const add = (text: string, concept: number, measure: MeasureKind | null): void => {
    const known = wordIds.get(text);
    if (known === undefined) {
      wordIds.set(text, words.length);
      words.push({ concept, measure });
    } else {
      const { concept: oldConcept, measure: oldMeasure } = words[known];
      words[known] = { concept: oldConcept >= 0 ? oldConcept : concept, measure: oldMeasure || measure };
    }
  };
  const conceptOf = (text: string): number => {
    const id = wordIds.get(text);
    return id === undefined ? -1 : words[id].concept;
  };
  for (const { wordClass, groups } of ALL_WORDS) {
    for (const group of groups) {
      const members = group.split(' ');
      const concept = concepts.length;
      concepts.push({ wordClass, title: members[0], related: new Map() });
      for (const member of members) add(member, concept, null);
    }
  }
  const needed = (text: string): number => {
    const known = conceptOf(text);
    if (known >= 0) return known;
    concepts.push({ wordClass: 'thing', title: text, related: new Map() });
    add(text, concepts.length - 1, null);
    return concepts.length - 1;
  };
  relate(concepts, needed);
  relateByEnding(concepts, wordIds, words);
  const measuredThings: Partial<Record<MeasureKind, number>> = {};
  for (const kind of Object.keys(MEASURE_WORDS) as MeasureKind[]) {
    for (const text of MEASURE_WORDS[kind].split(' ')) add(text, -1, kind);
    const thing = MEASURED_THINGS[kind];
    if (thing !== undefined) measuredThings[kind] = needed(thing);
  }
  return { concepts, words, measuredThings, conceptOf, ...treeOf(wordIds) };
}

function relate(concepts: readonly GrowingConcept[], conceptOf: (text: string) => number): void {
  const linkTwo = (from: number, to: number, likeness: number): void => {
    if (from !== to) link(concepts[from].related, to, likeness);
  };
  for (const line of WORD_RELATIONS.near) {
    const members = line.split(' ').map(conceptOf);
    for (const from of members) for (const to of members) linkTwo(from, to, NEAR);
  }
  for (const line of WORD_RELATIONS.kinds) {
    const [broader, narrower] = line.split(': ');
    const above = conceptOf(broader);
    const members = narrower.split(' ').map(conceptOf);
    for (const from of members) {
      linkTwo(from, above, BROADER);
      linkTwo(above, from, NARROWER);
      for (const to of members) linkTwo(from, to, SIBLING);
    }
  }
}

function relateByEnding(
  concepts: readonly GrowingConcept[],
  wordIds: ReadonlyMap<string, number>,
  words: readonly LexiconWord[],
): void {
  wordIds.forEach((id, text) => {
    for (let start = 0; start + 2 <= text.length; start += 1) {
      for (let end = text.length; end >= start + 2; end -= 1) {
        const part = end - start === text.length ? undefined : wordIds.get(text.slice(start, end));
        if (part === undefined) continue;
        const whole = words[id].concept;
        const within = words[part].concept;
        if (within < 0 || within === whole || !saysSomething(concepts[within])) continue;
        const likeness = end === text.length ? ENDS_IN : HOLDS;
        link(concepts[whole].related, within, likeness);
        link(concepts[within].related, whole, likeness * LESS_SAID);
      }
    }
  });
}

function link(related: Map<number, number>, to: number, likeness: number): void {
  related.set(to, Math.max(likeness, related.get(to) || 0));
}

function saysSomething({ wordClass }: Concept): boolean {
  return (
    wordClass !== 'filler' &&
    wordClass !== 'adverb' &&
    wordClass !== 'generic' &&
    wordClass !== 'light' &&
    wordClass !== 'negation' &&
    wordClass !== 'aspect'
  );
}

/** More characters than Unicode has in its first plane. */
const CHARACTERS = 0x10000;

function treeOf(wordIds: ReadonlyMap<string, number>): Pick<Lexicon, 'step' | 'wordAt'> {
  const nodes = new Map<number, number>();
  const ends: number[] = [-1];
  wordIds.forEach((id, text) => {
    let node = 0;
    for (let index = 0; index < text.length; index += 1) {
      const key = node * CHARACTERS + text.charCodeAt(index);
      let next = nodes.get(key);
      if (next === undefined) {
        next = ends.length;
        ends.push(-1);
        nodes.set(key, next);
      }
      node = next;
    }
    ends[node] = id;
  });
  return {
    step: (node, character) => nodes.get(node * CHARACTERS + character) || 0,
    wordAt: (node) => ends[node],
  };
}
