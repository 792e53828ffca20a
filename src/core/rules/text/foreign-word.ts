import { findForeignWords } from '../../values/foreign-words';
import { defineTextRule } from '../define-text-rule';
import { textFix } from '../text-fix';

export default defineTextRule({
  id: 'text/foreign-word',
  severity: 'warning',
  title: '中文句子里不应夹杂普通的英文单词',
  why: '夹在中文里的 and 一类单词多是转换或翻译时留下的，正式公开的文字应当用中文。',
  basis: '填报惯例',
  example: { wrong: '举办政策宣讲会 and 招聘会', right: '举办政策宣讲会和招聘会' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  messages: {
    and: '“{found}”中夹有英文“and”，请改为“和”。',
    other: '“{found}”中夹有英文“{word}”，请改用中文。',
  },
  *check(written, problem) {
    const { text, cellAt } = written;
    const words = findForeignWords(text);
    if (words.length === 0) return;
    const { word, start, end } = words.filter((found) => found.word !== 'and')[0] || words[0];
    const found = text.slice(Math.max(0, start - 4), end + 4).trim();
    if (word !== 'and') yield problem('other', cellAt(start), { word, found }, { quote: found });
    else {
      const pieces = words.map((each) => ({ start: each.start, end: each.end, by: '和' }));
      yield problem('and', cellAt(start), { found }, { quote: found, fix: textFix('and 改为“和”', written, pieces) });
    }
  },
});
