import { findBrokenEnd } from '../../values/clauses';
import { defineTextRule } from '../define-text-rule';

export default defineTextRule({
  id: 'text/truncated',
  severity: 'error',
  title: '长段文字应写到结尾，不应在句中断开',
  why: '断掉的一句往往是超出字数或复制不全，后面的内容没有人看得到。',
  basis: '填报惯例',
  example: { wrong: '……提高窗口服务质量，缩短办事时间，确保', right: '……提高窗口服务质量，缩短办事时间。' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  roles: ['policyBasis', 'calculationBasis', 'goal', 'explanation', 'task', 'paragraph'],
  thresholds: { minimumLength: { value: 60, meaning: '多少字以上的文字才检查（不计空格）' } },
  messages: {
    truncated: '文字在“{end}”处中断，最后一句没有写完，请补全。',
  },
  *check({ text, cellAt }, problem, _context, { minimumLength }) {
    const end = findBrokenEnd(text);
    if (end === null || text.replace(/\s/g, '').length < minimumLength) return;
    yield problem('truncated', cellAt(text.search(/\S/) + text.trim().length - 1), { end }, { quote: end });
  },
});
