import type { Edit } from '../../changes/change-set';
import type { Form, FormCell, Indicator } from '../../forms/form';
import { oncePer } from '../../forms/once-per';
import type { Fix } from '../../review/finding';
import { readTypedComparison, type Comparison, type TypedComparison } from '../../values/comparison';
import { isMeasureUnit } from '../../values/indicator-name';
import { comparableName } from '../../values/name-likeness';
import { compactText } from '../../values/normalize-text';
import { parseTargetValue } from '../../values/target-value';
import { cellFix } from '../cell-fix';
import { defineRule, type RuleContext } from '../define-rule';

interface Flaw {
  readonly cell: FormCell;
  readonly kind: 'words' | 'open' | 'sign' | 'strict' | 'equals';
  readonly typed: TypedComparison;
  /** The sign to write; null where only the filer knows. */
  readonly sign: Comparison | null;
}

export default defineRule({
  id: 'value/operator-style',
  severity: 'info',
  title: '达标方向统一用符号 ≥、≤ 书写',
  why: '“大于等于”“＞＝”“>”和“≥”混用，同一张表里是否含本数就说不清。',
  basis: '填报惯例',
  example: { wrong: '不少于12场', right: '≥12场' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    words: '“{value}”用文字“{writing}”表示达标方向，请统一用符号，写为“{expected}”。',
    open: '“{value}”用文字“{writing}”表示达标方向，请改用符号“≥”或“≤”。',
    sign: '“{value}”中的“{writing}”不是通行的符号，请写为“{expected}”。',
    strict: '“{value}”用“{writing}”，而{where}用“≥”，是否含本数不一致；请统一写为“{expected}”。',
    equals: '“{name}”的目标值“{value}”以“=”开头，多完成了也不算达标；请去掉“=”，或改为“≥”。',
  },
  *check({ form, project }, problem, context) {
    for (const indicator of project.indicators) {
      const where = (): string | null => whereInclusive(indicator, form, context);
      const flaws = [indicator.value, indicator.periodValue]
        .map((cell) => cell && findFlaw(cell, () => where() !== null))
        .filter((flaw): flaw is Flaw => flaw !== null);
      if (flaws.length === 0) continue;
      const { cell, kind, typed, sign } = flaws[0];
      const expected = sign + typed.rest;
      const values = { value: cell.text.trim(), writing: typed.writing, expected };
      const details = sign === null ? {} : { expected, fix: fixOf(flaws.filter((flaw) => flaw.kind === kind)) };
      if (kind === 'strict') yield problem('strict', cell, { ...values, where: where() || '' }, details);
      else if (kind === 'equals') yield problem('equals', cell, { ...values, name: indicator.plainName });
      else yield problem(kind, cell, values, details);
    }
  },
});

function findFlaw(cell: FormCell, isInclusiveElsewhere: () => boolean): Flaw | null {
  const typed = readTypedComparison(cell.text);
  const target = typed && parseTargetValue(cell.text);
  if (!typed || !target) return null;
  if (target.kind !== 'quantity' && target.kind !== 'percentage' && target.kind !== 'duration') return null;
  const { comparison, isWord, writing } = typed;
  const isZero = Number(target.number) === 0;
  if (comparison === '=') {
    const isCount = target.kind === 'quantity' && !isZero && !isMeasureUnit(target.scale + target.unit);
    return isCount && !isMeasureUnit(target.unit) ? { cell, kind: 'equals', typed, sign: null } : null;
  }
  if (comparison === '>' && !isZero && isInclusiveElsewhere()) return { cell, kind: 'strict', typed, sign: '≥' };
  if (isWord) {
    const isOpen = comparison === '>' || comparison === '<';
    return { cell, kind: isOpen ? 'open' : 'words', typed, sign: isOpen ? null : comparison };
  }
  return writing === comparison ? null : { cell, kind: 'sign', typed, sign: comparison };
}

/** The annual value and the value for the whole term are mended together. */
function fixOf(flaws: readonly Flaw[]): Fix | undefined {
  const edits = flaws.reduce<readonly Edit[]>((all, { cell, sign, typed }) => {
    const fix = cellFix('', cell, `${sign}${typed.rest}`);
    return fix ? all.concat(fix.edits) : all;
  }, []);
  return edits.length < flaws.length ? undefined : { label: `改用符号“${flaws[0].sign}”`, edits };
}

/** Where ≥ is used beside this row: in another row of the form, or for the same indicator in another form. */
function whereInclusive(indicator: Indicator, form: Form, context: RuleContext): string | null {
  if (inclusiveTargetsOf(form).length > 0) return '本表其他行';
  const names = context.once('targets written with ≥', () => inclusiveTargets(context.workbookForms.forms));
  const place = names.get(comparableName(indicator.plainName).bare);
  return place ? `工作表“${place.sheet}”第${place.address.row + 1}行的同名指标` : null;
}

function inclusiveTargets(forms: readonly Form[]): ReadonlyMap<string, FormCell> {
  const names = new Map<string, FormCell>();
  for (const form of forms) for (const { bareName, value } of inclusiveTargetsOf(form)) names.set(bareName, value);
  return names;
}

/** The targets of a form that are written with ≥, each with its indicator's name for comparing. */
const inclusiveTargetsOf = oncePer((form: Form) => {
  const targets: { readonly bareName: string; readonly value: FormCell }[] = [];
  for (const { indicators } of form.projects) {
    for (const { value, nature, plainName } of indicators) {
      const typed = readTypedComparison(value.text);
      const isInNature = nature !== null && compactText(nature.text) === '≥';
      if (isInNature || (typed && typed.comparison === '≥'))
        targets.push({ bareName: comparableName(plainName).bare, value });
    }
  }
  return targets;
});
