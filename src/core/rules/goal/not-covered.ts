import type { Decimal } from 'decimal.js';
import type { FormCell, Indicator } from '../../forms/form';
import type { CountedThing } from '../../values/counted-things/counted-thing';
import { measureTheSame, unitAgreement } from '../../values/counted-things/count-units';
import { areSameThing, samenessOf } from '../../values/counted-things/same-thing';
import { namesSomething } from '../../values/counted-things/subject';
import { foldWidth, maskNames } from '../../values/counted-things/mask-names';
import { similarityOf } from '../../values/text-similarity';
import { amountOf, canBothHold, partsOf, sumsUpTo } from '../count-agreement';
import { defineRule, unchecked } from '../define-rule';
import { countedInField, countedInTargets, isDated, type PlacedTarget, type PlacedThing } from '../project-counts';

/** A message names no more numbers than these. */
const MOST_NAMED = 5;

export default defineRule({
  id: 'goal/not-covered',
  severity: 'warning',
  title: '年度目标承诺的数量应有对应的绩效指标',
  why: '目标写了数而指标里没有，年底无从考核这个承诺是否兑现。',
  basis: '填报惯例',
  example: {
    wrong: '年度目标“新建公厕5座”，指标中没有公厕的数量',
    right: '年度目标“新建公厕5座”，数量指标“新建公厕数量 ≥5座”',
  },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  thresholds: {
    similarity: { value: 0.5, meaning: '目标与某项比率指标的文字相似度达到此值，即视为已有指标考核（0至1）' },
  },
  messages: {
    uncovered: '“{label}”写了{phrases}，但没有指标考核这{count}，请增设相应指标，或删去目标中不考核的数。',
  },
  *check({ form, project }, problem, context, { similarity }) {
    const promised = countedInField(project, 'annualGoal');
    if (promised.length === 0) return;
    if (project.indicators.length === 0) {
      yield unchecked('没有读到绩效指标，无法判断年度目标的数量是否有指标考核。');
      return;
    }
    const year = context.filingYearOf(form);
    const targets = countedInTargets(project);
    const rows = project.indicators.map(rowText);
    const holds = (promise: PlacedThing): boolean =>
      isHeldByTarget(promise, promised, targets, context.profile.unitSynonyms) ||
      isHeldByRow(promise.thing, rows) ||
      isHeldByShare(promise.thing, targets, similarity);
    const held = promised.map(holds);
    const heldParts = partsOfHeld(promised, held);
    // "培训班1期200人" tells one promise in two numbers: one of them is enough.
    const isHeld = (index: number): boolean =>
      held[index] ||
      heldParts.has(promised[index].thing) ||
      (held[index - 1] && promised[index].thing.isInherited) ||
      (held[index + 1] && promised[index + 1].thing.isInherited);
    const open = promised.filter(
      ({ thing }, index) => isPromise(thing) && isDated(thing, year && year.year) && !isHeld(index),
    );
    for (const group of byCell(open)) {
      const named = group.slice(0, MOST_NAMED).map(({ shown }) => `“${shown}”`);
      const phrases = named.join('、') + (group.length > MOST_NAMED ? '等' : '');
      const count = group.length === 1 ? '个数' : `${group.length}个数`;
      const quote = group[0].shown;
      yield problem('uncovered', group[0].cell, { label: group[0].label, phrases, count }, { quote });
    }
  },
});

/** A number that says what will be done: not a stock, not a size, not an amount of money. */
function isPromise(thing: CountedThing): boolean {
  if (thing.kind === 'money' || thing.standing !== 'stated' || thing.period === 'term' || !thing.isPlanned)
    return false;
  if (thing.kind === 'percentage' && !/率|度|比例|比重|占比|覆盖|合格|达标/.test(thing.what)) return false;
  return namesSomething(thing.what) && !amountOf(thing).isZero();
}

/** A whole that an indicator holds answers for its parts: 培训班6期，其中线上2期、线下4期. */
function partsOfHeld(promised: readonly PlacedThing[], held: readonly boolean[]): ReadonlySet<CountedThing> {
  const parts = new Set<CountedThing>();
  promised.forEach((whole, index) => {
    if (!held[index]) return;
    const following = promised.slice(index + 1).filter(({ cell }) => cell === whole.cell);
    partsOf(
      whole.thing,
      following.map(({ thing }) => thing),
    ).forEach((part) => parts.add(part));
  });
  return parts;
}

function isHeldByTarget(
  { thing }: PlacedThing,
  promised: readonly PlacedThing[],
  targets: readonly PlacedTarget[],
  synonyms: readonly (readonly string[])[],
): boolean {
  const sameKind = targets.filter((target) => target.thing.kind === thing.kind);
  // What a target has another number for is a conflict of numbers, and has a rule of its own.
  if (sameKind.some((target) => areSameThing(thing, target.thing, synonyms).sameness !== 'unlike')) return true;
  if (sameKind.some((target) => isSameExtent(thing, target.thing))) return true;
  const sameUnit = sameKind.filter((target) => unitAgreement(thing.unit, target.thing.unit, synonyms) === 'same');
  if (thing.isApproximate) return sameUnit.length > 0;
  const open = sameKind.filter((target) => unitAgreement(thing.unit, target.thing.unit, synonyms) !== 'other');
  if (open.some((target) => isSameNumber(thing, target.thing))) return true;
  if (sameUnit.some((target) => target.thing.high !== null && canBothHold(thing, target.thing))) return true;
  if (thing.high !== null && sameUnit.some((target) => canBothHold(thing, target.thing))) return true;
  if (
    sumsUpTo(
      sameUnit.map((target) => target.thing),
      thing,
    )
  )
    return true;
  const siblings = promised.filter((sibling) => unitAgreement(sibling.thing.unit, thing.unit, synonyms) === 'same');
  // Of "在编56人、聘用32人，共88人" the last is the sum, not one of its parts.
  return sameUnit.some((target) =>
    sumsUpTo(
      siblings.map((sibling) => sibling.thing).filter((sibling) => !amountOf(sibling).equals(amountOf(target.thing))),
      target.thing,
    ),
  );
}

function isSameNumber(thing: CountedThing, target: CountedThing): boolean {
  return (
    amountOf(thing).equals(amountOf(target)) ||
    (thing.period !== target.period && canBothHold(thing, { ...target, comparison: null }))
  );
}

/** 2公里 and 2000米: told in other units, and not converted here. */
function isSameExtent(thing: CountedThing, target: CountedThing): boolean {
  return (
    thing.unit !== target.unit && measureTheSame(thing.unit, target.unit) && samenessOf(thing, target) !== 'unlike'
  );
}

/** The number stands somewhere in a row of the table, in its name, its value or its explanation. */
function isHeldByRow(thing: CountedThing, rows: readonly string[]): boolean {
  const number = thing.number.replace(/\./g, '\\.');
  const whole: Decimal = amountOf(thing);
  const pattern = new RegExp(`(?:^|[^0-9.])(?:${number}|${whole.toFixed().replace(/\./g, '\\.')})(?![0-9.])`);
  return rows.some((row) => pattern.test(row));
}

/** A rate of completing the same thing (小区改造完成率) answers for its number. */
function isHeldByShare(thing: CountedThing, targets: readonly PlacedTarget[], least: number): boolean {
  return targets.some(
    (target) => target.thing.kind === 'percentage' && similarityOf(thing.what, target.thing.what) >= least,
  );
}

function rowText({ name, value, periodValue, unit, explanation }: Indicator): string {
  const cells: readonly (FormCell | null)[] = [name, value, periodValue, unit, explanation];
  const text = cells.map((cell) => (cell === null ? '' : cell.text)).join(' ');
  // Codes, dates and names hold digits that are no number of anything.
  return maskNames(foldWidth(text).replace(/[0-9]{6,}-|[0-9]{1,2}\s?月(?:\s?[0-9]{1,2}\s?[日号])?/g, ' ')).replace(
    /([0-9]),(?=[0-9]{3}(?![0-9]))/g,
    '$1',
  );
}

/** A goal may be spread over several cells. */
function byCell(things: readonly PlacedThing[]): readonly (readonly PlacedThing[])[] {
  const groups = new Map<FormCell, PlacedThing[]>();
  for (const thing of things) {
    const group = groups.get(thing.cell);
    if (group) group.push(thing);
    else groups.set(thing.cell, [thing]);
  }
  return Array.from(groups.values());
}
