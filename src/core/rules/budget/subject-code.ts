import { isBudgetTableRow, type CodedRow } from '../../reconciliation/coded-rows';
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
      text: '科目编码“{code}”不属于《{list}》的任何一类，请核对；如属新增科目可不改。',
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
      const wellFormed = coded.filter(({ code }) => levelOfCode(code) !== undefined);
      const malformed = coded.filter(({ code }) => levelOfCode(code) === undefined && !INCOME_ITEM.test(code));
      // A list whose numbers are no subjects' codes at all says nothing of one of them.
      if (wellFormed.length >= malformed.length * 2) {
        for (const { code, codeCell } of malformed)
          yield problem('length', codeCell, { code, digits: code.length }, { quote: code });
      }
      const orphans = orphansOf(wellFormed);
      const isOrphan = new Set(orphans);
      for (const { code, codeCell, name } of orphans)
        yield problem('parent', codeCell, { code, name, parent: parentCode(code) as string }, { quote: code });
      if (subjects === null) continue;
      const seen = new Set<string>();
      for (const row of wellFormed) {
        const { code, codeCell } = row;
        const ofClass = code.slice(0, 3);
        // Income and the funds of later years are in no list of this program.
        if (!/^[235]/.test(code)) continue;
        if (!subjects.find(ofClass)) {
          // Below an unknown 类 every code is unknown: said once.
          if (!seen.has(ofClass) && !isOrphan.has(row))
            yield problem('unknown', codeCell, { code, list: subjects.name }, { quote: code });
        } else if (code.length === 5 && !seen.has(code) && !subjects.find(code))
          yield problem('unlisted', codeCell, { code, list: subjects.name }, { quote: code });
        seen.add(ofClass);
        seen.add(code);
      }
    }
  },
});

/** 目 of income, as in 103042750. */
const INCOME_ITEM = /^1[0-9]{8}$/;

/** Missing 上级 must be so much rarer than those that are listed to be an omission. */
const RARE = 3;

/** The first row of each missing parent; none where the table does not list parents throughout. */
function orphansOf(rows: readonly CodedRow[]): readonly CodedRow[] {
  const codes = new Set(rows.map(({ code }) => code));
  const missing = new Map<string, CodedRow>();
  const listed = new Set<string>();
  for (const row of rows) {
    const parent = parentCode(row.code);
    if (parent === null) continue;
    if (codes.has(parent)) listed.add(parent);
    else if (!missing.has(parent)) missing.set(parent, row);
  }
  const isOmission = missing.size === 1 ? listed.size > 0 : missing.size * RARE <= listed.size;
  return isOmission ? Array.from(missing.values()) : [];
}
