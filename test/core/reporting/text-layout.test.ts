import fc from 'fast-check';
import stringWidth from 'string-width';
import { padEnd, shorten, toPrintable, wrap } from '../../../src/core/reporting/text-layout';

test('a text in one line, without what drives a terminal or turns the reading direction', () => {
  expect(toPrintable('\u001b[2J甲\r\n乙\t丙\u202e丁\u0000')).toBe('[2J甲 乙 丙 丁');
});

test('a text cut to its width, a Chinese character taking two columns', () => {
  expect(shorten('绩效目标', 8, stringWidth)).toBe('绩效目标');
  expect(shorten('绩效目标申报表', 8, stringWidth)).toBe('绩效目…');
  expect(padEnd('绩效', 6, stringWidth)).toBe('绩效  ');
});

test('lines break between characters, never inside a word or before a closing mark', () => {
  expect(wrap('指标值“120%”超过100%，请核对。', 12, stringWidth)).toEqual(['指标值“120%”', '超过100%，请', '核对。']);
  expect(wrap('见第三条（节选）', 9, stringWidth)).toEqual(['见第三条', '（节选）']);
  expect(wrap('甲乙丙，丁', 6, stringWidth)).toEqual(['甲乙', '丙，丁']);
});

test('no line is wider than asked and no character is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('绩', '效', 'a', '9', '，', '。', '“', '”', '𠮷', ' ', '%') });
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 40 }), (source, columns) => {
      const lines = wrap(source, columns, stringWidth);
      expect(lines.join('').replace(/ /g, '')).toBe(source.replace(/ /g, ''));
      // Closing marks hang over rather than begin a line; an opening mark takes the next character along.
      for (const line of lines) expect(stringWidth(line.replace(/“*.?[，。”%]*$/u, ''))).toBeLessThanOrEqual(columns);
    }),
  );
});
