import type { FieldKey } from '../../forms/form';
import { canBothHold, partsOf } from '../count-agreement';
import { findRowConflict, findTargetConflict, findTextConflict } from '../count-conflicts';
import { defineRule } from '../define-rule';
import { countedInField, countedInTargets, isComparable, type PlacedThing } from '../project-counts';

/** In which a number is searched, the most binding last: a conflict between two texts is named at the later one. */
const KEYS: readonly FieldKey[] = ['policyBasis', 'calculationBasis', 'annualGoal'];

export default defineRule({
  id: 'goal/number-conflict',
  severity: 'warning',
  title: '同一事项在依据、目标和指标中的数量和单位应一致',
  why: '依据按一个数要钱、目标承诺另一个数，评审时无法判断要做多少，验收时也没有标准。',
  basis: '填报惯例',
  example: { wrong: '测算依据“举办推介会6场”，指标值“4场”', right: '测算依据“举办推介会6场”，指标值“≥6场”' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  messages: {
    target: '{place}写“{found}”，而指标“{name}”的指标值（{cell}）为“{other}”，同一事项的数量不一致，请核对后统一。',
    unit: '{place}写“{found}”，而指标“{name}”的指标值（{cell}）为“{other}”，数相同而单位的含义不同，请核对后统一。',
    row: '指标“{name}”的指标值为“{value}”，而同一行的{label}写“{phrase}”，数量不一致，请核对后统一。',
    texts: '{place}写“{found}”，而{otherPlace}写“{other}”，同一事项的数量不一致，请核对后统一。',
  },
  *check({ form, project }, problem, context) {
    const { unitSynonyms } = context.profile;
    const year = context.filingYearOf(form);
    const isUsable = (placed: PlacedThing): boolean => isComparable(placed.thing, year && year.year);
    const targets = countedInTargets(project).filter(isUsable);
    const counted = KEYS.map((key) => countedInField(project, key));
    const texts = counted.map((things) => things.filter(isUsable));
    // Told once for each target and text, at the goal rather than at its basis.
    const reported = new Set<PlacedThing>();
    for (let index = KEYS.length - 1; index >= 0; index -= 1) {
      // Shares in a basis are rates to calculate with (管理费10%).
      const isGoal = KEYS[index] === 'annualGoal';
      const things = isGoal ? texts[index] : texts[index].filter(({ thing }) => thing.kind === 'count');
      for (const text of things) {
        const conflict = findTargetConflict(text, things, targets, unitSynonyms);
        if (conflict === null || isToldByPart(text, counted[index], conflict.target)) continue;
        const { target, messageId } = conflict;
        const isTold = reported.has(target);
        reported.add(text).add(target);
        if (isTold) continue;
        const place = form.type === 'coded-indicators' ? target.cell : text.cell;
        const values = {
          place: text.place,
          found: text.shown,
          name: target.indicator.plainName,
          cell: target.address,
          other: target.shown,
        };
        const quote = place === target.cell ? target.cell.text.trim() : text.shown;
        yield problem(messageId, place, values, { quote });
      }
    }
    for (const target of targets) {
      const conflict = reported.has(target) ? null : findRowConflict(target, unitSynonyms);
      if (conflict === null) continue;
      const { label, phrase } = conflict;
      yield problem('row', target.cell, { name: target.indicator.plainName, value: target.shown, label, phrase });
    }
    for (let later = 1; later < texts.length; later += 1) {
      for (const text of texts[later]) {
        const earlier = ([] as PlacedThing[]).concat(...texts.slice(0, later));
        const other = reported.has(text) ? null : findTextConflict(text, texts[later], earlier, unitSynonyms);
        if (other === null || reported.has(other)) continue;
        yield problem(
          'texts',
          text.cell,
          {
            place: text.place,
            found: text.shown,
            otherPlace: other.place,
            other: other.shown,
          },
          { quote: text.shown },
        );
      }
    }
  },
});

/** The indicator holds a part of the whole: 养护公路1090公里，其中县道576公里、村道514公里 beside 村道养护里程 514公里. */
function isToldByPart(whole: PlacedThing, things: readonly PlacedThing[], target: PlacedThing): boolean {
  const following = things.slice(things.indexOf(whole) + 1).map(({ thing }) => thing);
  return partsOf(whole.thing, following).some((part) => canBothHold(part, target.thing));
}
