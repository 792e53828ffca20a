import { replaceCompatibilityForms } from '../../../src/core/values/compatibility-forms';
import { normalizeWidth } from '../../../src/core/values/normalize-text';

/** Blocks of characters that filings hold, first and last. */
const BLOCKS = [
  [' ', '~'],
  ['\u2000', '\u200a'],
  ['\u2018', '\u2032'],
  ['\u2070', '\u208e'],
  ['\u2150', '\u2188'],
  ['\u2460', '\u249b'],
  ['\u2500', '\u25ff'],
  ['\u2f00', '\u2fd5'],
  ['\u3000', '\u301c'],
  ['\u3220', '\u3229'],
  ['\u3280', '\u3289'],
  ['\u3371', '\u3379'],
  ['\u3380', '\u33dd'],
  ['\u4e00', '\u9fa5'],
  ['\ufe30', '\ufe48'],
  ['\ufe4d', '\ufe6b'],
  ['\uff01', '\uff5e'],
] as const;

test('without the browser’s help every character of the blocks in use becomes what Unicode says', () => {
  const wrong: string[] = [];
  for (const [first, last] of BLOCKS) {
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1) {
      const sign = String.fromCharCode(code);
      const found = replaceCompatibilityForms(sign);
      if (found !== sign.normalize('NFKC')) wrong.push(`${code.toString(16)} ${sign} ${found}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each(['①完成２０㎡“…”，￥３万元；½', '⽂化　℃㎏Ⅲ㈠⒈⑴', 'm²\u00a0№﹪½μg'])('%s', (text) => {
  expect(replaceCompatibilityForms(text)).toBe(text.normalize('NFKC'));
});

test('it stands in where a browser has no normalize', () => {
  const { normalize } = String.prototype;
  try {
    Object.defineProperty(String.prototype, 'normalize', { value: undefined, configurable: true, writable: true });
    expect(normalizeWidth('（１）…')).toBe('(1)...');
  } finally {
    Object.defineProperty(String.prototype, 'normalize', { value: normalize, configurable: true, writable: true });
  }
});
