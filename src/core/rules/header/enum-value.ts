import { findField, type Field, type FieldKey, type Form } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import type { Profile } from '../../review/profile';
import { bareText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { fieldFix } from '../cell-fix';
import { defineWorkbookRule } from '../define-rule';

const CHOICES: readonly (keyof Profile['enumerations'] & FieldKey)[] = [
  'projectType',
  'allocationMethod',
  'isNewProject',
];

export default defineWorkbookRule({
  id: 'header/enum-value',
  severity: 'warning',
  title: '项目类型、分配方式、是否新增项目应取规定的选项和写法',
  why: '写法不一，汇总时会被分成不同的类别。',
  basis: '填报惯例',
  example: { wrong: '31.履职类项目', right: '31 履职类项目' },
  forms: ['project-target', 'coded-indicators'],
  checksSecret: true,
  thresholds: { ownList: { value: 3, meaning: '多少处写法一致即视为本单位自己的写法，不再按方案的写法纠正（处）' } },
  messages: {
    writing: '“{label}”写作“{found}”，与规定的写法不同，应写为“{expected}”。',
    outlier: '“{label}”写作“{found}”，与本工作簿其他{count}处的写法不同，应写为“{expected}”。',
    unknown: '“{label}”填为“{found}”，不在规定的选项“{choices}”之内，请改选。',
  },
  *check(forms, problem, { profile }, { ownList }) {
    for (const key of CHOICES) {
      const { values, isComplete } = profile.enumerations[key];
      const fields = filledFields(forms, key);
      const counts = countWritings(fields);
      for (const field of fields) {
        const found = field.value.text.trim();
        if (values.indexOf(found) >= 0) continue;
        const label = bareLabel(field.label.text);
        const listed = values.find((value) => bareText(value) === bareText(found));
        const majority = majorityWriting(counts.get(bareText(found)));
        if (listed !== undefined && (isComplete || !isOwnWriting(majority, values, ownList))) {
          const details = { expected: listed, fix: fieldFix('改为规定的写法', field, listed) };
          yield problem('writing', field.value, { label, found, expected: listed }, details);
        } else if (majority !== null && majority.text !== found) {
          const { text: expected, count } = majority;
          const details = { expected, fix: fieldFix('改为多数写法', field, expected) };
          yield problem('outlier', field.value, { label, found, expected, count }, details);
        } else if (listed === undefined && isComplete && values.length > 0) {
          yield problem('unknown', field.value, { label, found, choices: values.join('、') });
        }
      }
    }
  },
});

/** What is filled in; boxes to tick (□是 ☑否) are no text to compare. */
function filledFields(forms: readonly Form[], key: FieldKey): readonly Field[] {
  const found: Field[] = [];
  for (const form of forms) {
    for (const project of form.projects) {
      const field = findField(project, key);
      const text = field ? field.value.text.trim() : '';
      if (field && text !== '' && !/[□☐☑☒■√✓✔]/.test(text) && !isNotApplicable(text) && !isSecretText(text))
        found.push(field);
    }
  }
  return found;
}

interface Writing {
  readonly text: string;
  readonly count: number;
}

/** How often each writing occurs, by what it says once blanks and marks are left out. */
function countWritings(fields: readonly Field[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { value } of fields) {
    const text = value.text.trim();
    const writings = counts.get(bareText(text)) || new Map<string, number>();
    counts.set(bareText(text), writings.set(text, (writings.get(text) || 0) + 1));
  }
  return counts;
}

/** The writing that more than half of the fields have, at least two of them; null when there is none. */
function majorityWriting(writings: ReadonlyMap<string, number> = new Map<string, number>()): Writing | null {
  let all = 0;
  writings.forEach((count) => (all += count));
  let majority: Writing | null = null;
  writings.forEach((count, text) => {
    if (count >= 2 && count * 2 > all) majority = { text, count };
  });
  return majority;
}

/** An incomplete list knows one office's writing: a workbook that agrees on another one follows its own office. */
function isOwnWriting(majority: Writing | null, values: readonly string[], ownList: number): boolean {
  return majority !== null && majority.count >= ownList && values.indexOf(majority.text) < 0;
}
