import type { Edit } from '../../changes/change-set';
import type { FormCell, Indicator } from '../../forms/form';
import { isMoneyName } from '../../values/indicator-name';
import { parseTargetValue } from '../../values/target-value';
import { cellFix } from '../cell-fix';
import { defineRule, type ProblemDetails } from '../define-rule';

export default defineRule({
  id: 'value/unit-incomplete',
  severity: 'warning',
  title: '金额的单位应写全为万元、亿元',
  why: '“10亿”没有写明是元，汇总时无法与其他金额相加。',
  basis: '填报惯例',
  example: { wrong: '新增税收 ≥3亿', right: '新增税收 ≥3亿元' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    incomplete: '“{name}”是金额，目标值“{value}”缺少“元”，应写为“{expected}”。',
    inColumn: '“{name}”是金额，计量单位“{unit}”缺少“元”，应写为“{expected}”。',
  },
  *check({ project }, problem) {
    for (const indicator of project.indicators) {
      const { plainName: name, value, unit } = indicator;
      if (unit !== null && /^\s*[千万亿]\s*$/.test(unit.text)) {
        if (!isMoneyName(name)) continue;
        const expected = withYuan(unit);
        const fix = cellFix('补上“元”', unit, expected);
        yield problem('inColumn', unit, { name, unit: unit.text.trim(), expected }, { expected, fix });
      } else if (lacksYuan(indicator, value)) {
        const expected = withYuan(value);
        yield problem('incomplete', value, { name, value: value.text.trim(), expected }, details(indicator, expected));
      }
    }
  },
});

function lacksYuan({ plainName, unit }: Indicator, cell: FormCell): boolean {
  const target = parseTargetValue(cell.text);
  const isOpen = (target.kind === 'quantity' || target.kind === 'range') && target.unit === '' && target.scale !== '';
  if (!isOpen || !/[千万亿]\s*$/.test(cell.text) || (unit !== null && unit.text.trim() !== '')) return false;
  const leadingText = target.kind === 'quantity' ? target.leadingText : '';
  return isMoneyName(plainName) || isMoneyName(leadingText);
}

function withYuan(cell: FormCell): string {
  return `${cell.text.trim()}元`;
}

/** 元 is added to the annual value, and to the value for the whole term where it lacks it too. */
function details(indicator: Indicator, expected: string): ProblemDetails {
  const cells = [indicator.value, indicator.periodValue].filter((cell): cell is FormCell => cell !== null);
  const fixes = cells.filter((cell) => lacksYuan(indicator, cell)).map((cell) => cellFix('', cell, withYuan(cell)));
  const edits = fixes.reduce<readonly Edit[]>((all, fix) => (fix ? all.concat(fix.edits) : all), []);
  return edits.length < fixes.length ? { expected } : { expected, fix: { label: '补上“元”', edits } };
}
