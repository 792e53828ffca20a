import type { Field, FieldKey, Form, Project } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { maskMarkup } from '../../values/markup';
import { bareText, compactText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { TextIndex } from '../../values/text-index';
import type { Difference } from '../../values/text-similarity';
import { formatAddress } from '../../workbook/cell-address';
import { defineWorkbookRule, unchecked } from '../define-rule';

const KEYS: readonly FieldKey[] = ['policyBasis', 'calculationBasis', 'annualGoal', 'longTermGoal', 'overallGoal'];
/** Projects may rest on one and the same document. */
const CITATION = /《|[〔[［(（]20[0-9]{2}[〕\]］)）]|[0-9]号/;
const REFERENCE = /^(?:详?见|同上|参见|另附)/;
const LONGEST_QUOTE = 24;

interface SharedText {
  readonly project: Project;
  readonly field: Field;
}

export default defineWorkbookRule({
  id: 'form/text-shared-by-projects',
  severity: 'warning',
  title: '不同项目的依据和目标应各自填写',
  why: '照搬别的项目的文字，看不出本项目做什么、凭什么、做到什么程度，评审时两个项目都会被质疑。',
  basis: '填报惯例',
  example: { wrong: '两个项目的年度目标文字完全相同', right: '各项目写明自己的工作内容、数量和效果' },
  forms: ['project-target', 'coded-indicators'],
  thresholds: {
    shortest: { value: 20, meaning: '多少字以上的文字才比较（字，不计标点和空格）' },
    difference: { value: 5, meaning: '相差不超过百分之几的字也算照搬（%）' },
  },
  messages: {
    equal: '“{label}”（{text}）与项目“{other}”（{cell}）的完全相同；请按本项目的内容填写。',
    alike: '“{label}”（{text}）与项目“{other}”（{cell}）的只差{count}个字；请按本项目的内容填写。',
  },
  *check(forms, problem, _context, { shortest, difference }) {
    const indexes = new Map<FieldKey, TextIndex<SharedText>>();
    const known = new Set<string>();
    for (const { key, project, field } of longTexts(forms)) {
      const text = bareText(maskMarkup(field.value.text));
      // A project that is listed again, or goes on in another block, has its text with it.
      const place = JSON.stringify([key, compactText(project.name), text]);
      if (text.length < shortest || known.has(place)) continue;
      known.add(place);
      const index = indexes.get(key) || new TextIndex<SharedText>(Math.min(difference, 50) / 100);
      indexes.set(key, index);
      const found = index.findLike(text);
      index.add(text, { project, field });
      if (!found || compactText(found.item.project.name) === compactText(project.name)) continue;
      if (found.differences.length > 0 && isAdapted(found.differences, project, found.item.project)) continue;
      const { value } = found.item.field;
      const cell = formatAddress(value.address);
      const values = {
        label: bareLabel(field.label.text),
        text: shortened(field.value.text),
        other: found.item.project.name,
        cell: value.sheet === field.value.sheet ? cell : `工作表“${value.sheet}”${cell}`,
      };
      if (found.differences.length === 0) yield problem('equal', field.value, values);
      else yield problem('alike', field.value, { ...values, count: found.differences.length });
    }
    if (Array.from(indexes.values()).some(({ isExhausted }) => isExhausted)) {
      yield unchecked('项目很多且文字相近，部分项目只比对了依据和目标是否完全相同。');
    }
  },
});

/** Bases and goals of open projects, each cell once. */
function* longTexts(forms: readonly Form[]): Iterable<SharedText & { readonly key: FieldKey }> {
  const seen = new Set<string>();
  for (const form of forms) {
    for (const project of form.projects) {
      if (project.isSecret) continue;
      for (const field of project.fields) {
        const { key, value } = field;
        const place = `${value.sheet}!${formatAddress(value.address)}`;
        if (key === null || KEYS.indexOf(key) < 0 || seen.has(place)) continue;
        seen.add(place);
        if (isNotApplicable(value.text) || isSecretText(value.text) || REFERENCE.test(value.text.trim())) continue;
        if (key === 'policyBasis' && CITATION.test(value.text)) continue;
        yield { key, project, field };
      }
    }
  }
}

/** Sister projects say the same of different things: where the texts differ in numbers or in the projects' names, each is its own. */
function isAdapted(differences: readonly Difference[], project: Project, other: Project): boolean {
  const own = differences.map(({ left }) => left).join('');
  const others = differences.map(({ right }) => right).join('');
  if (/[0-9]/.test(own) && /[0-9]/.test(others)) return true;
  const isOf = (signs: string, name: string): boolean => Array.from(signs).every((sign) => name.indexOf(sign) >= 0);
  return own !== '' && others !== '' && isOf(own, project.name) && isOf(others, other.name);
}

function shortened(text: string): string {
  const line = maskMarkup(text).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
