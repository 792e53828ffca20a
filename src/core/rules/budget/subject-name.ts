import { bareText } from '../../values/normalize-text';
import { bareSubjectName } from '../../values/subject-code';
import { isBudgetTableRow } from '../../reconciliation/coded-rows';
import { defineFormRule, unchecked, type Outcome } from '../define-rule';

export default defineFormRule({
  id: 'budget/subject-name',
  severity: 'warning',
  title: '科目名称应与编码对应',
  why: '名称和编码对不上时，不知道该信哪一个。',
  basis: '《政府收支分类科目》',
  example: { wrong: '20805 住房改革支出', right: '20805 行政事业单位养老支出' },
  forms: ['budget-table'],
  messages: {
    differs: '科目编码“{code}”对应的名称是“{expected}”，表中写为“{found}”，请核对编码和名称。',
  },
  *check(form, problem, { subjects }): Iterable<Outcome> {
    if (form.type !== 'budget-table') return;
    if (subjects === null) {
      yield unchecked('没有载入科目表，科目名称未核对。');
      return;
    }
    for (const { rows } of form.sections) {
      for (const row of rows.filter(isBudgetTableRow)) {
        const { code, nameCell, name } = row;
        const subject = subjects.find(code);
        if (nameCell === null || name === '' || !subject || !subject.isConfirmed) continue;
        if (isSameName(name, subject.name)) continue;
        const expected = subject.name;
        yield problem('differs', nameCell, { code, expected, found: name }, { expected, quote: name });
      }
    }
  },
});

/** Short forms (一般公共服务 for 一般公共服务支出), notes in brackets and names cut at the cell's edge count as the same. */
function isSameName(found: string, expected: string): boolean {
  const bare = (name: string): string =>
    bareText(bareSubjectName(name).replace(/\([^()]*\)/g, '')).replace(/支出$|经费$|事务$/, '');
  const [one, other] = [bare(found), bare(expected)];
  if (one === other) return true;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return (
    shorter.length >= 4 &&
    (longer.indexOf(shorter) === 0 || longer.lastIndexOf(shorter) === longer.length - shorter.length)
  );
}
