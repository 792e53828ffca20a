import { namesDocument } from '../../values/policy-citations';
import { defineTextRule } from '../define-text-rule';

/** As much of a text as a message repeats. */
const LONGEST_QUOTE = 30;

export default defineTextRule({
  id: 'text/policy-uncited',
  severity: 'warning',
  title: '政策依据应写出所依据的文件',
  why: '没有文件名称或文号，就无从核对项目该不该立、标准从哪里来。',
  basis: '填报惯例',
  example: {
    wrong: '根据本单位部门职责，特设立此项目。',
    right: '《公共图书馆管理办法》（南府规〔2022〕8号）第十二条。',
  },
  forms: ['project-target', 'coded-indicators'],
  roles: ['policyBasis'],
  messages: {
    uncited: '{label}“{found}”没有写出任何文件，请写明所依据文件的名称和文号。',
  },
  *check({ text, label, cell }, problem) {
    if (!namesDocument(text)) yield problem('uncited', cell, { label, found: beginningOf(text) });
  },
});

function beginningOf(text: string): string {
  const line = text
    .slice(0, LONGEST_QUOTE * 20)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
