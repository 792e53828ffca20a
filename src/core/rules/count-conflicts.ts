import type { CountedThing } from '../values/counted-things/counted-thing';
import { areCountAndTimes, unitAgreement } from '../values/counted-things/count-units';
import { findCountedThings } from '../values/counted-things/find-counted-things';
import { areSameThing, samenessOf, type Sameness } from '../values/counted-things/same-thing';
import { saysSomething } from '../values/counted-things/subject';
import { maskMarkup } from '../values/markup';
import { areEqualAmounts, canBothHold, exceeds, sumsUpTo } from './count-agreement';
import { isComparable, type PlacedTarget, type PlacedThing } from './project-counts';

/** Units that mean the same in the office. */
type UnitSynonyms = readonly (readonly string[])[];

interface Match<Placed extends PlacedThing> {
  readonly other: Placed;
  readonly sameness: Sameness;
}

/** A target whose number or unit contradicts a text. */
export interface TargetConflict {
  readonly target: PlacedTarget;
  readonly messageId: 'target' | 'unit';
}

/** The one target that says another number of the same thing, or the same number in a unit of another meaning; null when unsure. */
export function findTargetConflict(
  text: PlacedThing,
  siblings: readonly PlacedThing[],
  targets: readonly PlacedTarget[],
  unitSynonyms: UnitSynonyms,
): TargetConflict | null {
  const matches = matchesOf(text.thing, targets, unitSynonyms);
  if (matches.length === 0) return findUnitConflict(text.thing, targets, unitSynonyms);
  // Some target holds the number already, or several of them do together.
  if (matches.some(({ other }) => canBothHold(text.thing, other.thing))) return null;
  if (
    sumsUpTo(
      matches.map(({ other }) => other.thing),
      text.thing,
    )
  )
    return null;
  const equal = matches.filter(({ sameness }) => sameness === 'equal');
  const certain = equal.length > 0 ? equal : matches;
  if (certain.length !== 1) return null;
  const [{ other, sameness }] = certain;
  if (!contradicts(text.thing, other.thing, sameness)) return null;
  const ofSameTarget = siblings.filter((sibling) => matchesOf(sibling.thing, [other], unitSynonyms).length > 0);
  if (ofSameTarget.some((sibling) => sibling !== text && canBothHold(sibling.thing, other.thing))) return null;
  if (
    sumsUpTo(
      ofSameTarget.map(({ thing }) => thing),
      other.thing,
    )
  )
    return null;
  return { target: other, messageId: 'target' };
}

/** The same number of 人 in one place and of 人次 in the other. */
function findUnitConflict(
  thing: CountedThing,
  targets: readonly PlacedTarget[],
  synonyms: UnitSynonyms,
): TargetConflict | null {
  const equal = targets.filter((target) => areEqualAmounts(thing, target.thing));
  if (equal.some((target) => unitAgreement(thing.unit, target.thing.unit, synonyms) === 'same')) return null;
  const target = equal.find(
    (candidate) =>
      areCountAndTimes(thing.unit, candidate.thing.unit, synonyms) && samenessOf(thing, candidate.thing) !== 'unlike',
  );
  return target === undefined ? null : { target, messageId: 'unit' };
}

/** The one earlier text that says another number of the same thing; null when unsure. */
export function findTextConflict(
  text: PlacedThing,
  siblings: readonly PlacedThing[],
  others: readonly PlacedThing[],
  unitSynonyms: UnitSynonyms,
): PlacedThing | null {
  const { thing } = text;
  if (thing.kind !== 'count' || thing.isInherited) return null;
  const isSame = (one: PlacedThing, other: PlacedThing): boolean => {
    const { sameness, score } = areSameThing(one.thing, other.thing, unitSynonyms);
    return sameness === 'equal' && score === 1 && !other.thing.isInherited && !one.thing.isInherited;
  };
  const same = others.filter((other) => isSame(text, other));
  const own = siblings.filter((sibling) => isSame(sibling, text));
  if (same.length !== 1 || own.length !== 1) return null;
  const [other] = same;
  return canBothHold(other.thing, thing) || canBothHold(thing, other.thing) ? null : other;
}

/** What a row says of its own number in its name or explanation. */
export interface RowConflict {
  readonly label: '三级指标' | '指标解释';
  readonly phrase: string;
}

/** How points are given says numbers of its own: 每少1场扣2分. */
const SCORING = /得分|[得扣加减记计][0-9一二三四五六七八九十.]{0,4}分|满分|扣完|权重|分值/;

/** A number in a row's own name or explanation that contradicts its target value; null when unsure. */
export function findRowConflict(target: PlacedTarget, unitSynonyms: UnitSynonyms): RowConflict | null {
  const { name, explanation } = target.indicator;
  const texts: readonly (readonly [RowConflict['label'], string])[] = [
    ['三级指标', name.text],
    ['指标解释', explanation === null ? '' : explanation.text],
  ];
  if (target.thing.kind !== 'count' || target.thing.standing !== 'stated') return null;
  for (const [label, text] of texts) {
    if (SCORING.test(text)) continue;
    const things = findCountedThings(maskMarkup(text)).filter(
      ({ unit, kind }) => kind === 'count' && unitAgreement(unit, target.thing.unit, unitSynonyms) === 'same',
    );
    if (things.length !== 1 || !isComparable(things[0], null)) continue;
    const [thing] = things;
    const isAboutIt = !saysSomething(thing.what) || samenessOf(thing, target.thing) === 'equal';
    if (isAboutIt && !canBothHold(thing, target.thing)) return { label, phrase: thing.phrase };
  }
  return null;
}

function matchesOf<Placed extends PlacedThing>(
  thing: CountedThing,
  others: readonly Placed[],
  synonyms: UnitSynonyms,
): readonly Match<Placed>[] {
  return others
    .map((other) => ({ other, sameness: areSameThing(thing, other.thing, synonyms).sameness }))
    .filter(({ sameness }) => sameness !== 'unlike');
}

/** A part may be less than its whole; a whole may be told in a clause that the words of the number do not repeat. */
function contradicts(text: CountedThing, target: CountedThing, sameness: Sameness): boolean {
  if (sameness === 'equal') return true;
  // 道路、桥梁维修120处 is more than 道路维修 ≥80处, not a part of it.
  if (target.comparison !== null && /[、和及与]/.test(text.phrase)) return false;
  return sameness === 'left-narrower' && text.kind === 'count' && exceeds(text, target);
}
