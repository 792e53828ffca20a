import { isBlank, type Indicator } from '../../forms/form';
import { parseLevel2 } from '../../forms/indicator-levels';
import { isNotApplicable } from '../../values/special-texts';
import { defineRule } from '../define-rule';
import { isFilledRow, isUntouched } from '../row-content';

export default defineRule({
  id: 'form/redundant-row',
  severity: 'info',
  title: '同类已填指标时，不必另留“不适用”行',
  why: '同一类指标既有内容又写“不适用”，读的人不知道这一类究竟适不适用。',
  basis: '填报惯例',
  example: { wrong: '数量指标 | 培训人数 | ≥200人，另一行：数量指标 | 不适用 | 不适用', right: '只留填写了的一行' },
  forms: ['project-target', 'overall-target'],
  messages: {
    redundant: '“{level2}”已填有“{other}”，本行又写“{text}”；请删去本行。',
  },
  *check({ project: { indicators } }, problem) {
    const filled = new Map<string, Indicator>();
    for (const indicator of indicators) {
      const type = typeOf(indicator);
      if (type !== null && isFilledRow(indicator) && !filled.has(type)) filled.set(type, indicator);
    }
    for (const indicator of indicators) {
      const type = typeOf(indicator);
      const other = type === null ? undefined : filled.get(type);
      if (!other || !saysNotApplicable(indicator)) continue;
      yield problem('redundant', indicator.name, {
        level2: indicator.level2.text.trim(),
        other: (isBlank(other.name) ? other.value : other.name).text.trim(),
        text: indicator.name.text.trim(),
      });
    }
  },
});

/** Whose satisfaction it is makes a type of its own, and so do labels this program does not know. */
function typeOf({ level1, level2, level1Kind, level2Kind }: Indicator): string | null {
  const { name } = parseLevel2(level2.text);
  if (name === '') return null;
  const isNamed = level2Kind === null || level2Kind === 'serviceSatisfaction';
  return JSON.stringify([level1Kind || level1.text, isNamed ? name.replace(/指标$/, '') : level2Kind]);
}

function saysNotApplicable({ name, value }: Indicator): boolean {
  return isNotApplicable(name.text) && (isUntouched(value) || isNotApplicable(value.text));
}
