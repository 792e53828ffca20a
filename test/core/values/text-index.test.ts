import { TextIndex } from '../../../src/core/values/text-index';
import { LINEAR_WORK_MS } from '../../support/time-limits';

const TEXT = '全年清淤河道十二公里，清运淤泥八千方，河道水质稳定在四类以上，沿岸居民投诉明显减少。';

function indexOf(...texts: readonly string[]): TextIndex<number> {
  const index = new TextIndex<number>(0.05);
  texts.forEach((text, item) => index.add(text, item));
  return index;
}

test('相同的文字：找到最先加入的', () => {
  expect(indexOf('别的', TEXT, TEXT).findLike(TEXT)).toEqual({ item: 1, differences: [] });
});

test('相同的先于相近的', () => {
  expect(indexOf(TEXT.replace('十二', '十三'), TEXT).findLike(TEXT)?.item).toBe(1);
});

test('相近的文字：找到最先加入的，说出差别', () => {
  const longer = TEXT.replace('清运', '共清运');
  const other = TEXT.replace('十二', '十三');
  expect(indexOf('别的', longer, other).findLike(TEXT)).toMatchObject({
    item: 1,
    differences: [{ left: '', right: '共' }],
  });
  expect(indexOf('别的', other, longer).findLike(TEXT)).toMatchObject({
    item: 1,
    differences: [{ left: '二', right: '三' }],
  });
});

test('差别超过百分之五的不算相近', () => {
  expect(indexOf(TEXT.replace('十二', '二十').replace('八千', '九千')).findLike(TEXT)).toBeUndefined();
  expect(indexOf(TEXT.slice(0, 30)).findLike(TEXT)).toBeUndefined();
});

test('六百个项目、几千字的目标也很快比完', () => {
  let seed = 7;
  // mulberry32
  const next = (below: number): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const words = Array.from({ length: 400 }, () => String.fromCharCode(0x4e00 + next(3000), 0x4e00 + next(3000)));
  const texts = Array.from({ length: 600 }, () =>
    Array.from({ length: 900 }, () => words[next(words.length)]).join(''),
  );
  const index = new TextIndex<number>(0.05);
  const started = Date.now();
  const found = texts.map((text, item) => {
    const like = index.findLike(text);
    index.add(text, item);
    return like;
  });
  expect(found.every((like) => like === undefined)).toBe(true);
  expect(Date.now() - started).toBeLessThan(LINEAR_WORK_MS);
});

test('用字相同而次序不同的文字太多时，只比是否完全相同', () => {
  const sentences = Array.from({ length: 100 }, (_, item) => TEXT.slice(item % 20) + String(item * 7919));
  const index = new TextIndex<number>(0.05, 100000);
  for (let item = 0; item < 100; item += 1) {
    const turned = [...sentences.slice(item), ...sentences.slice(0, item)];
    const text = turned.join('').slice(0, 990);
    index.findLike(text);
    index.add(text, item);
  }
  expect(index.isExhausted).toBe(true);
  index.add(TEXT, 100);
  expect(index.findLike(TEXT)?.item).toBe(100);
  expect(index.findLike(TEXT.replace('十二', '十三'))).toBeUndefined();
});
