import type { Edit } from '../../changes/change-set';
import type { FormCell, Indicator } from '../../forms/form';
import { isSatisfaction } from '../../forms/indicator-levels';
import {
  findImpliedUnit,
  isCountName,
  isIncidentName,
  isMoneyName,
  isRateName,
  isScoreName,
  namesItsUnit,
} from '../../values/indicator-name';
import { parseTargetValue, type TargetValue } from '../../values/target-value';
import { cellFix } from '../cell-fix';
import { defineRule, type ProblemDetails } from '../define-rule';

export default defineRule({
  id: 'value/unit-missing',
  severity: 'warning',
  title: '可计数的目标值应带计量单位',
  why: '没有单位的数读不出是人、次还是家，汇总和考核时会被误读。',
  basis: '填报惯例',
  example: { wrong: '培训人数 ≥120', right: '培训人数 ≥120人' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    missing: '“{name}”的目标值“{value}”没有计量单位，请补上单位。',
    implied: '“{name}”的目标值“{value}”没有计量单位，应写为“{expected}”。',
  },
  *check({ project }, problem) {
    for (const indicator of project.indicators) {
      if (!lacksUnit(indicator, indicator.target)) continue;
      const { value, plainName } = indicator;
      const values = { name: plainName, value: value.text.trim() };
      const unit = findImpliedUnit(plainName);
      if (unit === null) yield problem('missing', value, values);
      else {
        const expected = withUnit(value, unit);
        yield problem('implied', value, { ...values, expected }, details(indicator, unit, expected));
      }
    }
  },
});

function lacksUnit({ plainName, level2Kind }: Indicator, target: TargetValue): boolean {
  if (target.kind !== 'quantity' || target.unit !== '' || target.leadingText !== '') return false;
  // 3亿 of money lacks 元: value/unit-incomplete.
  if (target.scale !== '' && (isMoneyName(plainName) || !isCountName(plainName))) return false;
  if (isSatisfaction(level2Kind) || isRateName(plainName) || isScoreName(plainName)) return false;
  if (namesItsUnit(plainName)) return false;
  if (Number(target.number) === 0 && isIncidentName(plainName)) return false;
  return level2Kind === 'quantity' || isCountName(plainName);
}

function withUnit(cell: FormCell, unit: string): string {
  return cell.text.trim() + unit;
}

/** The unit is added to the annual value, and to the value for the whole term where it lacks it too. */
function details(indicator: Indicator, unit: string, expected: string): ProblemDetails {
  const cells = [indicator.value, indicator.periodValue].filter((cell): cell is FormCell => cell !== null);
  const lacking = cells.filter((cell) => lacksUnit(indicator, parseTargetValue(cell.text)));
  const fixes = lacking.map((cell) => cellFix('', cell, withUnit(cell, unit)));
  const edits = fixes.reduce<readonly Edit[]>((all, fix) => (fix ? all.concat(fix.edits) : all), []);
  const hasColumnForIt = indicator.unit !== null;
  if (hasColumnForIt || edits.length < lacking.length) return { expected };
  return { expected, fix: { label: `补上单位“${unit}”`, edits } };
}
