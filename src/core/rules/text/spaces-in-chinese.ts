import { findChineseBlanks, isInsideWord } from '../../values/chinese-blanks';
import { defineTextRule } from '../define-text-rule';
import { textFix } from '../text-fix';

export default defineTextRule({
  id: 'text/spaces-in-chinese',
  severity: 'info',
  title: '汉字之间不应有空格',
  why: '多余的空格把词和句子断开，排版和检索都会出错；该停顿的地方要用标点。',
  basis: '填报惯例',
  example: { wrong: '按季度拨付项目资 金', right: '按季度拨付项目资金' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  roles: ['policyBasis', 'calculationBasis', 'goal', 'name', 'explanation', 'task', 'paragraph'],
  messages: {
    one: '“{found}”中间有空格，请删去；需要停顿时改用标点。',
    several: '“{found}”等{count}处汉字之间有空格，请删去；需要停顿时改用标点。',
  },
  *check(written, problem) {
    const { role, text, shown, cellAt } = written;
    // A line of prose without any mark is a heading or the head of a column.
    if (role === 'paragraph' && !/[，。；：,;:]/.test(text)) return;
    const runs = findChineseBlanks(text).filter(({ start, end }) => text.slice(start, end) === shown.slice(start, end));
    if (runs.length === 0) return;
    const [{ start, end, before, after }] = runs;
    const found = before.slice(-4) + text.slice(start, end) + after.slice(0, 4);
    const fix = runs.every(isInsideWord)
      ? textFix(
          '删去汉字之间的空格',
          written,
          runs.map((run) => ({ start: run.start, end: run.end, by: '' })),
        )
      : undefined;
    if (runs.length === 1) yield problem('one', cellAt(start), { found }, { quote: found, fix });
    else yield problem('several', cellAt(start), { found, count: runs.length }, { quote: found, fix });
  },
});
