import fc from 'fast-check';
import { findDocumentNumbers } from '../../../src/core/values/document-numbers';
import { LINEAR_WORK_MS } from '../../support/time-limits';

const summary = (text: string) =>
  findDocumentNumbers(text).map(({ sender, year, number, hasRightBrackets }) => [
    sender,
    year,
    number,
    hasRightBrackets,
  ]);

describe('findDocumentNumbers', () => {
  test.each([
    ['根据深府规〔2021〕5号', [['深府规', '2021', '5', true]]],
    ['财预[2021]101号', [['财预', '2021', '101', false]]],
    [
      '国发〔2015〕50 号和京财绩效〔2020〕2146号',
      [
        ['国发', '2015', '50', true],
        ['京财绩效', '2020', '2146', true],
      ],
    ],
    ['《通知》（深财教〔2021〕号）', [['深财教', '2021', '', true]]],
    ['教财﹝2020﹞３号', [['教财', '2020', '3', true]]],
    ['卫监（2021）12、13号', [['卫监', '2021', '12、13', false]]],
    ['人社部发〔2022〕23-1号', [['人社部发', '2022', '23-1', true]]],
    ['〔2021〕5号', [['', '2021', '5', true]]],
    ['主席令第22号，第12号令，（2021）粤03民初12号，2021年第3号', []],
    ['', []],
  ])('%s', (text, expected) => expect(summary(text)).toEqual(expected));

  test('位置与原文一致，任何文字都不出错', () => {
    const piece = fc.constantFrom(
      '深府规',
      '〔',
      '〕',
      '[',
      ']',
      '（',
      '）',
      '2021',
      '5',
      '号',
      ' ',
      '第',
      '、',
      '令',
      '字',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
        ),
        (text) => {
          let last = 0;
          for (const { text: found, start, end, brackets } of findDocumentNumbers(text)) {
            expect(text.slice(start, end)).toBe(found);
            expect(start).toBeGreaterThanOrEqual(last);
            expect(brackets[0]).toBeGreaterThanOrEqual(start);
            expect(brackets[1]).toBeGreaterThan(brackets[0]);
            expect(brackets[1]).toBeLessThan(end);
            last = end;
          }
        },
      ),
    );
  });

  test('很长的文字也很快', () => {
    const started = Date.now();
    for (const piece of ['〔2021〕', '（2021）', '〔', '号', '深', '深[2021]', '2021', ' ', '(2021)1、', '[2021] ×']) {
      findDocumentNumbers(`${piece.repeat(100000 / piece.length)}号`);
      findDocumentNumbers(`${piece}号`.repeat(20000));
    }
    expect(Date.now() - started).toBeLessThan(LINEAR_WORK_MS);
  });
});
