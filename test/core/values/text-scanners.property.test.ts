import fc from 'fast-check';
import { findChineseBlanks } from '../../../src/core/values/chinese-blanks';
import { findBrokenEnd } from '../../../src/core/values/clauses';
import { findDoubledWords, findRepeatedItems } from '../../../src/core/values/doubled-words';
import { findForeignWords } from '../../../src/core/values/foreign-words';
import { findListMarkers, findOrderFlaw, writeMarker } from '../../../src/core/values/list-numbering';
import { findWidthMarks } from '../../../src/core/values/punctuation-width';
import { findStrayEdge } from '../../../src/core/values/stray-edges';

const PIECES =
  '中 文 项目 工作 人员 的 一 二 十 是 、 ， , 。 ； ; ： : （ ） ( ) “ ” " 《 》 1 2 3 10 . ． ① ② 一是 二是 and app 和 及 \n'.split(
    ' ',
  );
const texts = fc.array(fc.constantFrom(...PIECES, ' ', '　'), { maxLength: 60 }).map((pieces) => pieces.join(''));
const ITEMS = ['采购图书', '培训馆员', '维护设备', '评估绩效', '公开结果', '整改问题'];

test('重复的词在原文里确实连写两遍', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { word, start, end } of findDoubledWords(text)) expect(text.slice(start, end)).toBe(word + word);
      for (const { word, start, end } of findRepeatedItems(text)) {
        expect(text.slice(start, end)).toMatch(new RegExp(`^${word}[、，,][ \u3000]*${word}$`));
      }
    }),
  );
});

test('空格、英文词和标点的位置与原文一致', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, end } of findChineseBlanks(text)) expect(text.slice(start, end)).toMatch(/^[ \u3000]+$/);
      for (const { word, start, end } of findForeignWords(text)) expect(text.slice(start, end).trim()).toBe(word);
      for (const { mark, start, end } of findWidthMarks(text)) expect(text.slice(start, end).trim()).toBe(mark);
      for (const { text: marker, start, end } of findListMarkers(text)) expect(text.slice(start, end)).toBe(marker);
    }),
  );
});

test('删去首尾的多余标点之后不再有同样的问题', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const edge = findStrayEdge(text);
      if (edge === null || edge.kind === 'quotes') return;
      const rest = text.slice(0, edge.start) + text.slice(edge.end);
      expect(rest.length).toBeLessThan(text.length);
      expect(rest.trim()).not.toBe('');
    }),
  );
});

test('句子末尾有句号就没有中断', () => {
  fc.assert(fc.property(texts, (text) => expect(findBrokenEnd(`${text}。`)).toBeNull()));
});

const styles = fc.constantFrom(
  ['一、', '；'],
  ['（一）', '；'],
  ['1.', '；'],
  ['1、', '\n'],
  ['1)', '；'],
  ['（1）', '\n'],
  ['①', '；'],
  ['一是', '；'],
);

test('依次编号没有问题；改动任何一个编号就有问题', () => {
  fc.assert(
    fc.property(styles, fc.integer({ min: 3, max: 6 }), fc.nat(), ([first, separator], count, pick) => {
      const [head] = findListMarkers(`${first}甲`);
      const number = (from: number): string => writeMarker(head, from);
      const listOf = (numbers: readonly number[]): string =>
        numbers.map((value, index) => number(value) + ITEMS[index]).join(separator);
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      const right = listOf(numbers);
      expect(findOrderFlaw(right, findListMarkers(right))).toBeNull();
      const changed = 1 + (pick % (count - 1));
      const repeated = listOf(numbers.map((value, index) => (index >= changed ? value - 1 : value)));
      expect(findOrderFlaw(repeated, findListMarkers(repeated))).toMatchObject({
        kind: 'repeated',
        marker: { number: changed },
      });
      const skipped = listOf(numbers.map((value, index) => (index >= changed ? value + 1 : value)));
      expect(findOrderFlaw(skipped, findListMarkers(skipped))).toMatchObject({
        kind: 'skipped',
        missing: number(changed + 1),
      });
    }),
  );
});
