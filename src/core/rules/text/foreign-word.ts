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
    needless: '“{found}”中夹有多余的英文“and”，请删去。',
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
      const isNeedless = ({ start: from, end: to }: { readonly start: number; readonly end: number }): boolean =>
        /[和与及、]\s*$/.test(text.slice(Math.max(0, from - 4), from)) || /^\s*[和与及、]/.test(text.slice(to, to + 4));
      const pieces = words.map((each) => ({ start: each.start, end: each.end, by: isNeedless(each) ? '' : '和' }));
      const message = isNeedless(words[0]) ? 'needless' : 'and';
      const label = message === 'needless' ? '删去多余的 and' : 'and 改为“和”';
      yield problem(message, cellAt(start), { found }, { quote: found, fix: textFix(label, written, pieces) });
    }
  },
});
