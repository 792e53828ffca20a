import { conceptTest, theLexicon } from './lexicon';
import type { Part, Reading } from './reading';
import type { WordClass } from './words/word-data';
import { aspectLikeness, measureLikeness } from './kinds-of-measure';

/** How two readings agree. */
export interface Comparison {
  /** From 0 to 1. */
  readonly score: number;
  /** True when nothing is said by one that the other does not say: words may differ by synonyms, order of deeds, fillers. */
  readonly isSame: boolean;
  /** Share of the words that are written alike, 0 to 1: of several that say the same, it tells the likelier. */
  readonly literalness: number;
  /** Pairs that mean the same or nearly the same and are written differently. */
  readonly pairs: readonly PartPair[];
  /** What only the first, only the second says. */
  readonly onlyLeft: readonly Part[];
  readonly onlyRight: readonly Part[];
  readonly measureLikeness: number;
  readonly aspectLikeness: number;
}

export interface PartPair {
  readonly left: Part;
  readonly right: Part;
  /** 1 for synonyms and equal words. */
  readonly likeness: number;
}

/** How rare a word is, about 0.3 to 1.3; see NameIndex. */
export type Weigh = (part: Part) => number;

/** What a written name says more is worth less than what a standard name says more: the latter would be claimed. */
const LEFT_OVER = 0.35;
const LADEN = 2;
const LADEN_MORE = 0.3;
const RIGHT_OVER = 0.7;
const SUBSTITUTED = 0.5;
const DOUBT = 1.5;
const CONTRADICTED = 0.75;
const HEAD_MISSING = 0.75;
const DEEDS: readonly WordClass[] = ['action', 'event'];
const THINGS: readonly WordClass[] = ['thing', 'person', 'body'];
/** A standard name that speaks of 项目 or 任务 only fits anything, but not well. */
const FITS_ANYTHING = 0.52;
/** 服务对象满意度 fits whoever is served. */
const FITS_ANYBODY = 0.32;
const MOVABLE: readonly WordClass[] = ['action', 'event', 'weak'];
const isAnybody = conceptTest(['人员']);
const isServed = conceptTest(['服务对象']);
const isContent = conceptTest(['满意']);
/** Who has an opinion may stand anywhere: 群众对政策知晓率, 政策群众知晓率. */
const isOpinionOf = conceptTest(['满意', '知晓']);
const GENERIC_WEIGHT = 0.12;
/** Compares the reading of a written name (left) with that of a standard one (right). */
export function compareReadings(left: Reading, right: Reading, weigh: Weigh): Comparison {
  const { pairs, onlyLeft, onlyRight } = alignParts(left.parts, right.parts);
  const measure = measureLikeness(left, right);
  const aspect = aspectLikeness(left, right);
  const generic = genericLikeness(left, right);
  const content = contentLikeness(left, right, { pairs, onlyLeft, onlyRight }, weigh, generic);
  const areAllSame = pairs.every(({ likeness }) => likeness === 1) && onlyLeft.length === 0 && onlyRight.length === 0;
  const isSame = areAllSame && measure === 1 && aspect === 1 && isGenericSame(left, right) && keepsOrder(left, right);
  return {
    score: Math.min(1, content * (0.25 + 0.75 * measure) * (0.2 + 0.8 * aspect)),
    isSame,
    literalness: literalnessOf(pairs, left, right),
    pairs,
    onlyLeft,
    onlyRight,
    measureLikeness: measure,
    aspectLikeness: aspect,
  };
}

interface Alignment {
  readonly pairs: readonly PartPair[];
  readonly onlyLeft: readonly Part[];
  readonly onlyRight: readonly Part[];
}

function alignParts(left: readonly Part[], right: readonly Part[]): Alignment {
  const pairs: PartPair[] = [];
  const leftOver = left.slice();
  const rightOver = right.slice();
  for (;;) {
    let best = 0;
    let bestLeft = -1;
    let bestRight = -1;
    for (let i = 0; i < leftOver.length; i += 1) {
      for (let j = 0; j < rightOver.length; j += 1) {
        const likeness = partLikeness(leftOver[i], rightOver[j]);
        if (likeness > best) {
          best = likeness;
          bestLeft = i;
          bestRight = j;
        }
      }
    }
    if (bestLeft < 0) break;
    pairs.push({ left: leftOver[bestLeft], right: rightOver[bestRight], likeness: best });
    leftOver.splice(bestLeft, 1);
    rightOver.splice(bestRight, 1);
  }
  return { pairs, onlyLeft: leftOver, onlyRight: rightOver };
}

function partLikeness(left: Part, right: Part): number {
  if (left.concept >= 0 && left.concept === right.concept) return 1;
  if (left.text === right.text) return 1;
  if (left.wordClass === 'negation' || right.wordClass === 'negation') return 0;
  if (left.concept >= 0 && right.concept >= 0) {
    return theLexicon().concepts[left.concept].related.get(right.concept) || 0;
  }
  return textLikeness(left.text, right.text);
}

/** How much of two unknown words is written alike, below 1. */
function textLikeness(left: string, right: string): number {
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  if (shorter.length < 2) return 0;
  if (longer.indexOf(shorter) >= 0) return 0.35 + (0.5 * shorter.length) / longer.length;
  let shared = 0;
  for (let index = 0; index + 2 <= shorter.length; index += 1) {
    if (longer.indexOf(shorter.slice(index, index + 2)) >= 0) shared += 1;
  }
  return (0.75 * 2 * shared) / (shorter.length + longer.length - 2);
}

function contentLikeness(
  left: Reading,
  right: Reading,
  { pairs, onlyLeft, onlyRight }: Alignment,
  weigh: Weigh,
  generic: number,
): number {
  let shared = 0;
  let missing = 0;
  for (const pair of pairs) {
    const weight = (weigh(pair.left) + weigh(pair.right)) / 2;
    const isPartly = pair.left.concept < 0 || pair.right.concept < 0;
    // What stands in the place of another word is doubtful twice: something is missing, and something else is claimed.
    const likeness = isPartly ? pair.likeness : Math.pow(pair.likeness, DOUBT);
    shared += weight * likeness;
    missing += weight * (1 - likeness) * SUBSTITUTED;
  }
  missing += LEFT_OVER * saturated(onlyLeft.reduce((sum, part) => sum + weigh(part), 0));
  for (const part of onlyRight) missing += weigh(part) * RIGHT_OVER;
  const last = left.parts.filter(({ wordClass }) => wordClass !== 'weak').pop();
  // The word before the measure says what is measured: 招商扶持数量 counts what is supported.
  const isHeadMissing = last !== undefined && onlyLeft.indexOf(last) >= 0 && right.parts.length > 0;
  const head = isHeadMissing ? HEAD_MISSING : 1;
  const doubt = head * contradiction(onlyLeft, onlyRight, DEEDS) * contradiction(onlyLeft, onlyRight, THINGS);
  const own = (doubt * shared + GENERIC_WEIGHT * generic) / (shared + GENERIC_WEIGHT + missing);
  if (right.parts.length === 1 && isServed(right.parts[0].concept) && right.aspects.some(isContent)) {
    return Math.max(own, FITS_ANYBODY);
  }
  if (right.parts.length > 0) return own;
  return left.parts.length === 0 ? 0.6 + 0.4 * generic : FITS_ANYTHING + 0.05 * generic;
}

/** Names in filings are laden with what they are for: two words more or six make little difference. */
function saturated(weight: number): number {
  return weight <= LADEN ? weight : LADEN + (weight - LADEN) * LADEN_MORE;
}

/** Less than 1 where each name has a deed (a thing) that the other has not: 走访企业, 扶持企业. */
function contradiction(left: readonly Part[], right: readonly Part[], classes: readonly WordClass[]): number {
  const holds = ({ wordClass }: Part): boolean => classes.indexOf(wordClass) >= 0;
  return left.some(holds) && right.some(holds) ? CONTRADICTED : 1;
}

/** 1 for the same generic words (or none), less for others. */
function genericLikeness(left: Reading, right: Reading): number {
  if (left.generics.length === 0 && right.generics.length === 0) return 1;
  if (left.generics.length === 0 || right.generics.length === 0) return 0.6;
  const isShared = left.generics.some(({ concept }) => right.generics.some((other) => other.concept === concept));
  return isShared ? 1 : 0.3;
}

/** 项目, 工作 and 任务 may be left out beside words that say what it is about. Where they are all there is, they must be the same. */
function isGenericSame(left: Reading, right: Reading): boolean {
  if (left.parts.length > 0 && right.parts.length > 0) return true;
  const meant = ({ generics }: Reading): string =>
    generics
      .map(({ concept }) => concept)
      .filter((concept, index, all) => all.indexOf(concept) === index)
      .sort((a, b) => a - b)
      .join();
  return meant(left) === meant(right);
}

/** Deeds may stand before or behind their object (扶持企业, 企业扶持); things keep their order (企业项目, 项目企业). */
function keepsOrder(left: Reading, right: Reading): boolean {
  const isOpinion = left.aspects.some(isOpinionOf);
  const isPerson = ({ wordClass }: Part): boolean => wordClass === 'person';
  const isThing = (part: Part): boolean => !(isOpinion && isPerson(part));
  return (
    orderOf(left.parts.filter(isThing)) === orderOf(right.parts.filter(isThing)) &&
    orderOf(left.parts.filter(isPerson)) === orderOf(right.parts.filter(isPerson))
  );
}

function orderOf(parts: readonly Part[]): string {
  return parts
    .filter(({ concept, wordClass }) => MOVABLE.indexOf(wordClass) < 0 && !isAnybody(concept))
    .map(({ concept, text }) => (concept >= 0 ? String(concept) : text))
    .join();
}

function literalnessOf(pairs: readonly PartPair[], left: Reading, right: Reading): number {
  const all = Math.max(1, left.parts.length, right.parts.length);
  const alike = pairs.filter((pair) => pair.left.text === pair.right.text).length;
  const generics = (reading: Reading): string => reading.generics.map(({ text }) => text).join();
  const isGenericAlike = generics(left) === generics(right);
  const isAspectAlike = left.aspectText === right.aspectText;
  const isMeasureAlike = left.measureText === right.measureText;
  const isOrderAlike = left.parts.map(({ text }) => text).join() === right.parts.map(({ text }) => text).join();
  return (
    0.6 * (alike / all) +
    0.15 * Number(isGenericAlike) +
    0.15 * Number(isAspectAlike) +
    0.05 * Number(isMeasureAlike) +
    0.05 * Number(isOrderAlike)
  );
}
