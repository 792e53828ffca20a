import { findDoubledWords, findRepeatedItems, type DoubledWord } from '../../values/doubled-words';
import { defineTextRule } from '../define-text-rule';

export default defineTextRule({
  id: 'text/doubled-words',
  severity: 'warning',
  title: '同一个词不应连写两遍',
  why: '重复的词多是修改或粘贴时留下的，读的人要猜哪一个才是原意。',
  basis: '填报惯例',
  example: { wrong: '推进老旧小区小区改造', right: '推进老旧小区改造' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  messages: {
    doubled: '“{word}”连写了两遍，请删去一个。',
    listed: '“{found}”中“{word}”列了两遍，请删去一个，或改成要写的另一项。',
  },
  *check({ text, cellAt }, problem) {
    const quoteOf = ({ start, end }: DoubledWord): string => text.slice(Math.max(0, start - 6), end + 6).trim();
    const [doubled] = findDoubledWords(text);
    if (doubled) {
      yield problem('doubled', cellAt(doubled.start), { word: doubled.word }, { quote: quoteOf(doubled) });
    }
    const [listed] = findRepeatedItems(text);
    if (listed) {
      const { word, start, end } = listed;
      yield problem('listed', cellAt(start), { word, found: text.slice(start, end) }, { quote: quoteOf(listed) });
    }
  },
});
