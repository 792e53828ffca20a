import type { FormCell, Indicator } from '../../forms/form';
import { isSatisfaction } from '../../forms/indicator-levels';
import type { Profile } from '../../review/profile';
import { countDifferentThings, findCountIn, findCountedKind, headUnit } from '../../values/counting-units';
import { parseTargetValue, scaledNumber, type TargetValue } from '../../values/target-value';
import { defineRule } from '../define-rule';
import { shownTarget } from '../shown-target';

export default defineRule({
  id: 'value/unit-mismatch',
  severity: 'warning',
  title: '目标值的单位应与指标名称所数的事物一致',
  why: '名称数的是家数、单位却是“家次”，同一个数就有了两种含义，年终无法核对。',
  basis: '填报惯例',
  example: { wrong: '参训人数 ≥60家', right: '参训人数 ≥60人' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    counted: '“{name}”数的是{counted}，目标值“{value}”的单位却是“{unit}”；请核对单位，或把名称改为与单位相符。',
    inName: '名称“{name}”写的是“{number}{named}”，目标值“{value}”的单位却是“{unit}”，两者含义不同；请统一单位。',
  },
  *check({ project }, problem, { profile }) {
    for (const indicator of project.indicators) {
      const { plainName, target, level2Kind } = indicator;
      const unit = unitOf(target);
      if (unit === null || isSatisfaction(level2Kind)) continue;
      const place = placeOfUnit(indicator);
      const values = { name: plainName, value: shownTarget(indicator), unit };
      const counted = findCountedKind(plainName);
      const named = findCountIn(plainName);
      if (counted && counted.contradicting.indexOf(unit) >= 0 && !areSynonyms(profile, counted.unit, unit)) {
        yield problem('counted', place, { ...values, counted: counted.title });
      } else if (named && isSameNumber(target, named.number) && contradict(profile, named.unit, unit)) {
        yield problem('inName', place, { ...values, number: named.number, named: named.unit });
      }
    }
  },
});

function unitOf(target: TargetValue): string | null {
  // Zero stands for "none of it" whatever the unit, and a leading text (新增) may change what is counted.
  if (target.kind === 'quantity') {
    return Number(target.number) === 0 || target.leadingText !== '' ? null : headUnit(target.unit);
  }
  return target.kind === 'duration' ? headUnit(target.unit) : null;
}

/** The column 计量单位 where the unit stands there, else the value. */
function placeOfUnit({ unit, value, target }: Indicator): FormCell {
  if (unit === null || target.kind !== 'quantity') return value;
  const typed = parseTargetValue(value.text);
  return typed.kind === 'quantity' && typed.unit === '' ? unit : value;
}

function isSameNumber(target: TargetValue, number: string): boolean {
  return target.kind === 'quantity' && scaledNumber(target).eq(number);
}

/** 人 and 人次 are often used alike for those who attend something. */
function contradict(profile: Profile, named: string, unit: string): boolean {
  const isAttendance = named.charAt(0) === '人' && unit.charAt(0) === '人';
  return !isAttendance && countDifferentThings(named, unit) && !areSynonyms(profile, named, unit);
}

function areSynonyms(profile: Profile, left: string, right: string): boolean {
  return profile.unitSynonyms.some((group) => group.indexOf(left) >= 0 && group.indexOf(right) >= 0);
}
