import { findStrayEdge } from '../../values/stray-edges';
import { defineTextRule } from '../define-text-rule';
import { textFix } from '../text-fix';

export default defineTextRule({
  id: 'text/stray-edge',
  severity: 'info',
  title: '文字首尾不应有多余的引号、数字和标点',
  why: '复制粘贴留下的痕迹会原样公开和打印，显得没有校对过。',
  basis: '填报惯例',
  example: { wrong: '完成设备巡检48次。。', right: '完成设备巡检48次。' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  roles: ['policyBasis', 'calculationBasis', 'goal', 'explanation', 'task', 'paragraph'],
  messages: {
    quotes: '整段文字套在一对引号里，请删去首尾的引号。',
    digit: '最后一句之后多出“{found}”，请删去。',
    marks: '末尾连用了“{found}”，请只留一个句号。',
  },
  *check(written, problem) {
    const { role, text } = written;
    const edge = findStrayEdge(text);
    if (edge === null) return;
    if (edge.kind === 'quotes') {
      // A basis may well be a quotation and nothing else.
      if (role === 'policyBasis' && text.charAt(edge.opening) !== '"') return;
      const { opening, closing } = edge;
      const pieces = [opening, closing].map((start) => ({ start, end: start + 1, by: '' }));
      yield problem('quotes', written.cellAt(opening), {}, { fix: textFix('删去首尾的引号', written, pieces) });
      return;
    }
    const { kind, found, start, end } = edge;
    const fix = textFix(`删去多余的“${text.slice(start, end).trim()}”`, written, [{ start, end, by: '' }]);
    yield problem(kind, written.cellAt(start), { found }, { quote: text.slice(Math.max(0, start - 10), end), fix });
  },
});
