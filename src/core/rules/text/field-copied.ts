import { findField, type Field, type FieldKey, type Project } from '../../forms/form';
import { textOf } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { parseTermYears } from '../../values/implementation-term';
import { bareText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';

const GOALS: readonly FieldKey[] = ['annualGoal', 'longTermGoal', 'overallGoal'];
const KEYS: readonly FieldKey[] = ['policyBasis', 'calculationBasis', 'overallGoal', 'annualGoal', 'longTermGoal'];

const REFERENCE = /^(?:详?见|同|参见|参照)(?:上|前|下|附|后|另|年度|长期|本|《)/;

export default defineRule({
  id: 'text/field-copied',
  severity: 'warning',
  title: '政策依据、测算依据、年度目标和长期目标应分别填写',
  why: '依据回答为什么做、花多少，目标回答做成什么；照抄一段等于有几栏没有填。',
  basis: '填报惯例',
  example: { wrong: '政策依据与年度目标文字相同', right: '政策依据写文件名称和文号，年度目标写当年要完成的事' },
  forms: ['project-target', 'coded-indicators'],
  // Shorter texts (同上, 见附件) say the same everywhere without being a copy.
  thresholds: { shortestCopy: { value: 10, meaning: '多少字以上的相同文字才算照抄（字，不计标点和空格）' } },
  messages: {
    copied: '{labels}的文字完全相同，请按各栏的要求分别填写。',
    goals: { severity: 'info', text: '{labels}的文字完全相同，请分别写明当年和整个实施期要达到的目标。' },
  },
  *check({ project }, problem, _context, { shortestCopy }) {
    for (const group of copies(project, shortestCopy)) {
      const labels = group.map(({ label }) => `“${bareLabel(label.text)}”`).join('、');
      const isGoalsOnly = group.every(({ key }) => key !== null && GOALS.indexOf(key) >= 0);
      // The long-term goal of a project of one year is its annual goal.
      if (isGoalsOnly && parseTermYears(textOf(project, 'implementationTerm')) === 1) continue;
      yield problem(isGoalsOnly ? 'goals' : 'copied', group[0].value, { labels });
    }
  },
});

/** Groups of two or more fields with the same text, in the order of the form. */
function copies(project: Project, shortest: number): readonly (readonly Field[])[] {
  const groups = new Map<string, Field[]>();
  for (const key of KEYS) {
    const field = findField(project, key);
    const text = field ? bareText(field.value.text) : '';
    if (!field || text.length < shortest || isSecretText(field.value.text)) continue;
    // 2024年度总体绩效目标 speaks of the same year as 2024年度绩效目标.
    if (key === 'overallGoal' && /年度/.test(field.label.text)) continue;
    if (isNotApplicable(field.value.text) || (REFERENCE.test(text) && text.length < 30)) continue;
    const group = groups.get(text);
    if (group) group.push(field);
    else groups.set(text, [field]);
  }
  return Array.from(groups.values()).filter((group) => group.length > 1);
}
