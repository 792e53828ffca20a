import type { Field, FieldKey, Form } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { unitNameKey, unitNameKeyWithoutLevel } from '../../values/unit-name';
import { fieldFix } from '../cell-fix';
import { defineWorkbookRule, type Outcome, type ProblemMaker } from '../define-rule';

const UNIT_KEYS: readonly FieldKey[] = ['applicantUnit', 'primaryBudgetUnit', 'budgetUnit'];

const MESSAGES = {
  variant: '“{label}”写作“{found}”，与本工作簿其他{count}处的写法不同，应写为“{expected}”。',
  unsettled: '“{label}”写作“{found}”，本工作簿中同一单位另写作“{other}”，请统一写法。',
  level: '“{label}”写作“{found}”，本工作簿其他表同一栏写作“{other}”，请统一是否注明本级。',
} as const;

export default defineWorkbookRule({
  id: 'header/unit-name-variant',
  severity: 'info',
  title: '同一单位的名称在工作簿里应写法一致',
  why: '全角半角、空格或“（本级）”不一致，按单位汇总时会被当成不同的单位。',
  basis: '填报惯例',
  example: { wrong: '南湖区文化局 (本级)', right: '南湖区文化局（本级）' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  checksSecret: true,
  messages: MESSAGES,
  *check(forms, problem) {
    const fields = unitFields(forms);
    for (const group of groupsBy(fields, ({ value }) => unitNameKey(value.text))) {
      yield* compareWritings(group, problem);
    }
    // 文化局 as department and 文化局(本级) as applicant are two things: the note is compared within one field only.
    // A department as a whole (form O) is not its 本级 either.
    const ofProjects = unitFields(forms.filter(({ type }) => type !== 'overall-target'));
    for (const key of UNIT_KEYS) {
      const ofKey = ofProjects.filter((field) => field.key === key);
      for (const group of groupsBy(ofKey, ({ value }) => unitNameKeyWithoutLevel(value.text))) {
        yield* compareLevels(group, problem);
      }
    }
  },
});

/** Writings of one name, equal but for width and blanks. */
function* compareWritings(fields: readonly Field[], problem: ProblemMaker<typeof MESSAGES>): Iterable<Outcome> {
  const writings = groupsBy(fields, ({ value }) => value.text.trim());
  const [most, second] = writings;
  if (second === undefined) return;
  const main = most[0].value.text.trim();
  for (const writing of writings.slice(1)) {
    for (const field of writing) {
      const label = bareLabel(field.label.text);
      const found = field.value.text.trim();
      if (most.length > second.length) {
        const details = { expected: main, fix: fieldFix('改为多数写法', field, main) };
        yield problem('variant', field.value, { label, found, expected: main, count: most.length }, details);
      } else if (field === writing[0]) yield problem('unsettled', field.value, { label, found, other: main });
    }
  }
}

/** One field that names the unit with and without the note; only the rarer writing is reported. */
function* compareLevels(fields: readonly Field[], problem: ProblemMaker<typeof MESSAGES>): Iterable<Outcome> {
  const [most, ...others] = groupsBy(fields, ({ value }) => unitNameKey(value.text));
  for (const other of others) {
    if (other.length * 2 > most.length) continue;
    for (const field of other) {
      const values = { label: bareLabel(field.label.text), found: field.value.text.trim() };
      yield problem('level', field.value, { ...values, other: most[0].value.text.trim() });
    }
  }
}

function unitFields(forms: readonly Form[]): readonly Field[] {
  const found: Field[] = [];
  for (const form of forms) {
    for (const { fields } of form.projects) {
      for (const field of fields) {
        const { text } = field.value;
        const isUnit = field.key !== null && UNIT_KEYS.indexOf(field.key) >= 0;
        if (isUnit && /\S/.test(text) && !isNotApplicable(text) && !isSecretText(text)) found.push(field);
      }
    }
  }
  return found;
}

/** Groups of fields alike, the largest first, each in reading order. */
function groupsBy(fields: readonly Field[], keyOf: (field: Field) => string): readonly (readonly Field[])[] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const key = keyOf(field);
    const group = groups.get(key);
    if (group) group.push(field);
    else groups.set(key, [field]);
  }
  return Array.from(groups.values()).sort((a, b) => b.length - a.length);
}
