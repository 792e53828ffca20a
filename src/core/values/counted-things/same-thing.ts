import { similarityOf } from '../text-similarity';
import type { CountedThing } from './counted-thing';
import { unitAgreement } from './count-units';
import { shareRuns, subjectRuns } from './subject';

/**
 * How two counted things belong together: `equal`, one is a narrower kind of the other (馆员培训 of 培训), or neither can be told
 * from their words.
 */
export type Sameness = 'equal' | 'left-narrower' | 'right-narrower' | 'unlike';

export interface ThingMatch {
  readonly sameness: Sameness;
  /** 0 to 1; 1 for equal words and units. */
  readonly score: number;
}

const UNLIKE: ThingMatch = { sameness: 'unlike', score: 0 };

/** Rests of a word that make no other thing of it: 培训班, 推介会. */
const EMPTY_RESTS = /^(?:[班会类式型性者化册场馆点站处所员师力费款件])$/;
/** Adjectives and verbs that do not make another thing of it where the other side says none. */
const WEAK_RESTS =
  /^(?:聘请|采购|邀请|拍摄|出版|参加|受益|覆盖|带动|服务|业务|专题|专项|优质|大型|中小型|小型|各界|专业|常态|日常|集中|综合|常规|定期|统一|相应|线下|线上|现场|基层|区域|本地|省内|规范|老旧|合格|免费|公益|新|预算|单位|中心|机关|部门|体系|系统)$/;

/** Whether two counted things are the same one, by the words that tell them apart and by their units. */
export function areSameThing(
  left: CountedThing,
  right: CountedThing,
  unitSynonyms: readonly (readonly string[])[],
): ThingMatch {
  if (left.kind !== right.kind) return UNLIKE;
  const units = unitAgreement(left.unit, right.unit, unitSynonyms);
  if (units === 'other') return UNLIKE;
  const sameness = samenessOf(left, right);
  if (sameness === 'unlike') return UNLIKE;
  if (units === 'open' && !isCertainWithoutUnit(left, right, sameness)) return UNLIKE;
  if (sameness === 'equal') return { sameness, score: units === 'same' ? 1 : 0.8 };
  return { sameness, score: Math.min(0.7, 0.4 + similarityOf(left.what, right.what) / 2) };
}

/** How the words of two counted things go together, whatever their units. */
export function samenessOf(left: CountedThing, right: CountedThing): Sameness {
  const [leftRuns, rightRuns] = [runsOf(left), runsOf(right)];
  const [leftOnly, rightOnly] = [restOf(leftRuns, rightRuns), restOf(rightRuns, leftRuns)];
  if (leftRuns.join('').length < 2 || rightRuns.join('').length < 2) return 'unlike';
  if (leftRuns.join('').length - leftOnly.join('').length < 2) return 'unlike';
  const leftRest = isSaidInPassing(left, right, leftOnly) ? [] : leftOnly;
  const rightRest = isSaidInPassing(right, left, rightOnly) ? [] : rightOnly;
  const [leftHasMore, rightHasMore] = [holdsMore(leftRest), holdsMore(rightRest)];
  if (leftRest.length > 0 && rightRest.length > 0 && (leftHasMore || rightHasMore || bothSay(leftRest, rightRest))) {
    return 'unlike';
  }
  if (leftHasMore) return 'left-narrower';
  return rightHasMore ? 'right-narrower' : 'equal';
}

/** Each thing is compared with many others. */
const KNOWN_RUNS = new WeakMap<CountedThing, readonly string[]>();

function runsOf(thing: CountedThing): readonly string[] {
  const known = KNOWN_RUNS.get(thing);
  if (known) return known;
  const runs = thing.kind === 'percentage' ? shareRuns(thing.what) : subjectRuns(thing.what);
  KNOWN_RUNS.set(thing, runs);
  return runs;
}

/** Words taken over from the clause before set the scene; those of an item of cost (培训资料费) say what the number is for. */
function isSaidInPassing(thing: CountedThing, other: CountedThing, rests: readonly string[]): boolean {
  if (!thing.isInherited) return false;
  return (thing.noun !== '' && endsWith(other.what, thing.noun)) || !rests.some((rest) => /[费款金]/.test(rest));
}

function holdsMore(rests: readonly string[]): boolean {
  return rests.some((rest) => !EMPTY_RESTS.test(rest) && !WEAK_RESTS.test(rest));
}

/** 业务 against 专题: weak words, but other ones. */
function bothSay(leftRests: readonly string[], rightRests: readonly string[]): boolean {
  const says = (rests: readonly string[]): boolean => rests.some((rest) => !EMPTY_RESTS.test(rest));
  return says(leftRests) && says(rightRests);
}

/** Where a unit is missing or is 个, the words must be equal and name the thing themselves. */
function isCertainWithoutUnit(left: CountedThing, right: CountedThing, sameness: Sameness): boolean {
  if (sameness !== 'equal') return false;
  const names = (one: CountedThing, other: CountedThing): boolean => one.noun !== '' && endsWith(other.what, one.noun);
  return (!left.isInherited && !right.isInherited) || names(left, right) || names(right, left);
}

function endsWith(what: string, noun: string): boolean {
  const bare = what.replace(/(?:数量|个数|数)$/, '');
  const end = bare.length - noun.length;
  return end >= 0 && bare.indexOf(noun, end) === end;
}

/** The characters of some runs that no two neighbours of them share with the other runs, as they stand together. */
function restOf(runs: readonly string[], others: readonly string[]): readonly string[] {
  const pairs = new Set<string>();
  const characters = new Set<string>();
  for (const other of others) {
    for (let index = 0; index < other.length; index += 1) {
      characters.add(other.charAt(index));
      if (index + 1 < other.length) pairs.add(other.slice(index, index + 2));
    }
  }
  const rests: string[] = [];
  for (const run of runs) {
    let rest = '';
    for (let index = 0; index < run.length; index += 1) {
      const isShared =
        run.length === 1
          ? characters.has(run)
          : pairs.has(run.slice(index, index + 2)) || (index > 0 && pairs.has(run.slice(index - 1, index + 1)));
      if (isShared) {
        if (rest !== '') rests.push(rest);
        rest = '';
      } else rest += run.charAt(index);
    }
    if (rest !== '') rests.push(rest);
  }
  return rests;
}
