import { isBudgetTableRow } from '../reconciliation/coded-rows';
import { defineFormRule, type Outcome } from '../define-rule';
import { levelOfCode, parentCode } from '../../values/subject-code';

export default defineFormRule({
  id: 'budget/subject-code',
  severity: 'error',
  title: '科目编码应完整、可查并有上级科目',
  why: '编码决定一笔钱归到哪里；位数不对或没有上级，汇总时会漏掉。',
  basis: '《政府收支分类科目》：功能分类编码 3、5、7 位，经济分类编码 3、5 位',
  example: { wrong: '201308 招商引资', right: '2011308 招商引资' },
  forms: ['budget-table'],
  messages: {
    length: '科目编码“{code}”有 {digits} 位，功能分类应为 3、5、7 位，经济分类应为 3、5 位，请核对。',
    parent: '科目“{code} {name}”的上级科目 {parent} 不在本表，其他科目都列有上级，请核对编码或补上该行。',
    unknown: {
      severity: 'warning',
      text: '科目编码“{code}”不在《{list}》的类级科目中，请核对；如属新增科目可不改。',
    },
    unlisted: {
      severity: 'info',
      text: '科目编码“{code}”不在《{list}》中，请核对；科目每年调整，如属新增科目可不改。',
    },
  },
  *check(form, problem, { subjects }): Iterable<Outcome> {
    if (form.type !== 'budget-table') return;
    for (const { rows } of form.sections) {
      const coded = rows.filter(isBudgetTableRow);
      const codes = new Set(coded.map(({ code }) => code));
      const below = coded.filter(({ code }) => code.length > 3 && levelOfCode(code) !== undefined);
      const orphans = below.filter(({ code }) => !codes.has(parentCode(code) as string));
      for (const { code, codeCell, name } of coded) {
        if (levelOfCode(code) === undefined) {
          yield problem('length', codeCell, { code, digits: code.length }, { quote: code });
          continue;
        }
        const parent = parentCode(code);
        const isOrphan = orphans.some((row) => row.codeCell === codeCell);
        // Where several subjects lack theirs, the table does not list parents throughout.
        if (
          isOrphan &&
          parent !== null &&
          orphans.every((row) => parentCode(row.code) === parent) &&
          below.length > orphans.length
        ) {
          yield problem('parent', codeCell, { code, name, parent }, { quote: code });
        } else if (subjects !== null && code.length <= 5 && !subjects.find(code)) {
          const isClass = code.length === 3;
          // Below an unknown 类 every code is unknown: said once.
          if (isClass) yield problem('unknown', codeCell, { code, list: subjects.name }, { quote: code });
          else if (subjects.find(code.slice(0, 3)))
            yield problem('unlisted', codeCell, { code, list: subjects.name }, { quote: code });
        }
      }
    }
  },
});
