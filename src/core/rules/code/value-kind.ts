import type { CatalogueEntry, EntryKind } from '../../catalogue/indicator-catalogue';
import type { FormCell, Indicator } from '../../forms/form';
import type { Profile } from '../../review/profile';
import { parseTargetValue, type TargetValue } from '../../values/target-value';
import { catalogueOf, entryOf, holdsCodes, openIndicators, uncheckedCodes } from '../active-catalogue';
import { defineFormRule, unchecked } from '../define-rule';

const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  count: '数量',
  rate: '比率',
  date: '日期',
  'yes-no': '是/否',
  text: '文字说明',
};

/** Values that say something else than the library asks for, whatever the indicator is about. */
const CONTRADICTIONS: Readonly<Record<EntryKind, readonly TargetValue['kind'][]>> = {
  count: ['date', 'yes-no'],
  rate: ['date', 'yes-no', 'schedule'],
  date: ['percentage', 'yes-no'],
  'yes-no': ['quantity', 'percentage', 'date', 'duration', 'range', 'qualitative'],
  text: [],
};

export default defineFormRule({
  id: 'code/value-kind',
  severity: 'warning',
  title: '指标值应符合编码指标的取值种类和单位',
  why: '同一编码的指标要汇总比较，取值种类或单位不同就无法汇总。',
  basis: '填报惯例：三级指标从指标库中选取',
  example: { wrong: '提升公众形象（是/否）：90%', right: '提升公众形象（是/否）：是' },
  forms: ['project-target', 'coded-indicators'],
  yieldsTo: [
    { rule: 'code/name-mismatch', within: 'row' },
    { rule: 'value/kind-mismatch', within: 'cell' },
    { rule: 'value/rate-under-quantity', within: 'cell' },
    { rule: 'value/percent-for-non-rate', within: 'cell' },
    { rule: 'value/unit-mismatch', within: 'cell' },
  ],
  messages: {
    kind: '编码指标“{name}”的取值应为{kind}，所填“{value}”不是；请改填{kind}，或另选指标。',
    unit: '编码指标“{name}”以“{unit}”计量，所填“{value}”的单位是“{found}”；请改用“{unit}”并核对数量，或另选指标。',
  },
  *check(form, problem, context) {
    const reason = uncheckedCodes(form, context);
    if (reason !== null) yield unchecked(reason);
    if (!holdsCodes(form) || catalogueOf(context) === null) return;
    for (const indicator of openIndicators(form)) {
      const entry = entryOf(indicator, context);
      if (entry === undefined) continue;
      for (const { cell, target } of targetsOf(indicator)) {
        const values = { name: entry.name, value: cell.text.trim() };
        const found = unitOf(target);
        if (entry.kind !== null && contradicts(target, entry.kind)) {
          yield problem('kind', cell, { ...values, kind: KIND_NAMES[entry.kind] });
        } else if (entry.unit !== null && found !== null && isOtherUnit(found, entry, context.profile)) {
          yield problem('unit', cell, { ...values, unit: entry.unit, found });
        } else continue;
        break;
      }
    }
  },
});

/** The annual value, then that of the whole term where it has a column of its own. */
function targetsOf(indicator: Indicator): readonly { readonly cell: FormCell; readonly target: TargetValue }[] {
  const { value, target, periodValue } = indicator;
  const annual = { cell: value, target };
  return periodValue === null ? [annual] : [annual, { cell: periodValue, target: parseTargetValue(periodValue.text) }];
}

function contradicts(target: TargetValue, kind: EntryKind): boolean {
  if (kind === 'yes-no' && target.kind === 'qualitative') return !ANSWER.test(target.text);
  if (target.kind === 'percentage' && kind === 'count') return !target.isGrowth;
  if (target.kind === 'quantity') {
    // A bare number may be a rate without its sign; a date may be told in words.
    if (kind === 'rate') return COUNTED.test(target.unit) && target.leadingText === '';
    if (kind === 'date') return COUNTED.test(target.unit);
    if (kind === 'yes-no') return target.unit !== '' || Number(target.number) > 1;
  }
  return CONTRADICTIONS[kind].indexOf(target.kind) >= 0;
}

/** 是 or 否 said at more length, or as 有, 达到. */
const ANSWER = /^(?:[是否](?:[(,;:/、].*|的)?|[有无能]|达到|未达到|符合|不符合|实现|未实现)[。.]?$/;

/** Classifiers that count things: nothing measured in them is a share or a date. */
const COUNTED = /^(?:[个家户人名位次场期项件宗套台部份册本篇条处座所辆批组起栋幢间盏株头]|人次|场次|家次|户次)/;

/** The classifier a quantity begins with ("家" in "1家事务所"), null for other values. */
function unitOf(target: TargetValue): string | null {
  if (target.kind !== 'quantity' || target.leadingText !== '') return null;
  const unit = /^(?:人次|场次|家次|户次|平方米|平方公里|公里|万?元)/.exec(target.unit) || COUNTED.exec(target.unit);
  return unit && unit[0];
}

/** 个 counts anything; of the others, two that no group of the profile holds together count different things. */
function isOtherUnit(found: string, { unit }: CatalogueEntry, { unitSynonyms }: Profile): boolean {
  if (unit === null || found === unit || found === '个' || unit === '个' || !isClassifier(unit)) return false;
  if (found.lastIndexOf(unit, 0) === 0 || unit.lastIndexOf(found, 0) === 0) return false;
  return !unitSynonyms.some((group) => group.indexOf(found) >= 0 && group.indexOf(unit) >= 0);
}

function isClassifier(unit: string): boolean {
  return COUNTED.test(unit) || /^(?:平方米|平方公里|公里|万?元)$/.test(unit);
}
