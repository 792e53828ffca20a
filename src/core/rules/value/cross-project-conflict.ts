import type { Form, FormCell, Indicator, Project } from '../../forms/form';
import { comparableName } from '../../values/name-likeness';
import type { Percentage } from '../../values/target-value';
import { codedNameOf } from '../active-catalogue';
import { defineWorkbookRule } from '../define-rule';
import { hasContent } from '../row-content';

interface Use {
  readonly project: Project;
  readonly indicator: Indicator;
  /** What the target asks for, written so that equal demands are equal. */
  readonly demand: string;
}

export default defineWorkbookRule({
  id: 'value/cross-project-conflict',
  severity: 'info',
  title: '同一指标在各项目中的比率目标应一致',
  why: '同名指标有的写95%、有的写≤100%，审核时看不出单位的统一要求。',
  basis: '填报惯例',
  example: { wrong: '甲项目成本控制率 95%，乙项目成本控制率 ≤100%', right: '两个项目的成本控制率都为 ≤100%' },
  forms: ['project-target', 'coded-indicators'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    conflict:
      '“{name}”的目标值为“{value}”，项目“{project}”（{place}）的同一指标为“{other}”；请统一，或在名称中写明两者的区别。',
  },
  *check(forms, problem) {
    const uses = usesOf(forms);
    const reported = new Set<Indicator>();
    for (const keyOf of [nameKey, codeKey]) {
      for (const group of groupBy(uses, keyOf)) {
        if (new Set(group.map(({ project }) => project.name)).size < 2) continue;
        const usual = mostUsed(group);
        for (const { project, indicator, demand } of group) {
          const isSame = demand === usual.demand || project.name === usual.project.name;
          if (isSame || reported.has(indicator)) continue;
          reported.add(indicator);
          const { value, plainName } = indicator;
          const other = usual.indicator.value;
          yield problem('conflict', value, {
            name: plainName,
            value: value.text.trim(),
            project: usual.project.name,
            place: placeOf(other, value),
            other: other.text.trim(),
          });
        }
      }
    }
  },
});

/** Shares only: counts, dates and growth differ from project to project by nature. */
function usesOf(forms: readonly Form[]): readonly Use[] {
  const uses: Use[] = [];
  for (const { projects } of forms) {
    for (const project of projects) {
      if (project.isSecret) continue;
      for (const indicator of project.indicators) {
        const { target, name } = indicator;
        if (!hasContent(name) || target.kind !== 'percentage' || target.isGrowth || target.leadingText !== '') continue;
        uses.push({ project, indicator, demand: demandOf(target) });
      }
    }
  }
  return uses;
}

/** ≥ and > differ in style only (value/operator-style), and 100 % cannot be exceeded. */
function demandOf({ comparison, number }: Percentage): string {
  const isUpper = comparison === '≤' || comparison === '<';
  const isLower = (comparison === '≥' || comparison === '>') && Number(number) !== 100;
  return `${isUpper ? '≤' : isLower ? '≥' : ''}${number}`;
}

function nameKey({ indicator }: Use): string | null {
  return comparableName(indicator.plainName).bare || null;
}

function codeKey({ indicator }: Use): string | null {
  const coded = codedNameOf(indicator, null);
  return coded ? coded.code : null;
}

function groupBy(uses: readonly Use[], keyOf: (use: Use) => string | null): readonly (readonly Use[])[] {
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const key = keyOf(use);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(use);
    else groups.set(key, [use]);
  }
  return Array.from(groups.values());
}

/** The first use of the demand that most projects make; the earliest of those equally frequent. */
function mostUsed(group: readonly Use[]): Use {
  const counts = new Map<string, number>();
  for (const { demand } of group) counts.set(demand, (counts.get(demand) || 0) + 1);
  return group.reduce((best, use) => ((counts.get(use.demand) || 0) > (counts.get(best.demand) || 0) ? use : best));
}

function placeOf(other: FormCell, here: FormCell): string {
  const row = `第${other.address.row + 1}行`;
  return other.sheet === here.sheet ? row : `工作表“${other.sheet}”${row}`;
}
