import fc from 'fast-check';
import type { Edit } from '../../../src/core/changes/change-set';
import { sheetOf } from '../../support/build-form';
import { CONSTANT_ENTRIES, CONVERTED_ENTRIES, enteredValue } from '../../support/excel-host/typed-entry';
import { cellAt } from '../../support/excel-host/workbook-model';
import { openInExcel } from './open-in-excel';

const BLANK = { value: null, formula: null, numberFormat: 'General' };

/** Written one below the other in column B; what stands in the cells then, and how many round trips it took. */
async function write(texts: readonly string[], level: string) {
  const { host, excel, model } = openInExcel([sheetOf('表', {})], level);
  const edits = texts.map((value, row): Edit => ({
    sheet: '表',
    address: { row, column: 1 },
    before: BLANK,
    after: { ...BLANK, value },
  }));
  const result = await host.apply({ label: '试写', edits });
  const cells = texts.map((_, row) => cellAt(model.sheets[0], row, 1));
  return { result, cells, roundTrips: excel.roundTrips };
}

const toFullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** What a Chinese Excel converts, in any mixture of full and half width, with blanks around it. */
const converted = fc
  .tuple(
    fc.oneof(
      ...[...CONVERTED_ENTRIES, CONSTANT_ENTRIES].map((source) => fc.stringMatching(new RegExp(`^(?:${source})$`))),
    ),
    fc.infiniteStream(fc.boolean()),
    fc.constantFrom('', ' ', '\u3000', '\t'),
    fc.boolean(),
  )
  .map(([text, widths, blanks, isLower]) => {
    const mixed = text.replace(/[!-~]/g, (character) => (widths.next().value ? toFullWidth(character) : character));
    return `${blanks}${isLower ? mixed.toLowerCase() : mixed}${blanks}`;
  });

/** Anything put together of what numbers, dates and formulas are made of, and of what they are not. */
const assembled = fc
  .array(
    fc.constantFrom(
      ...'0 1 9 12 2024 ０ １２ - － / . ． , ， : ： % ％ ( ) + ＋ = ＝ @ ＠ # \' " $ ¥ ￥ e E 年 月 日 号 时 分 上午 一 二 〇 十 人 次 AM Jan TRUE \n \t'.split(
        ' ',
      ),
      ' ',
      '\u3000',
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((pieces) => pieces.join(''));

test.each(['1.4', '1.7', '1.9', '1.14', '1.15'])('any text stays the text it is, at level %s', async (level) => {
  const texts = fc.array(fc.oneof(converted, assembled, fc.string({ minLength: 1 })), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(texts, async (written) => {
      const { result, cells, roundTrips } = await write(written, level);
      expect(result).toMatchObject({ written: written.length, conflicts: [] });
      expect(result.interruption).toBeUndefined();
      expect(cells.map(({ value, formula, isError }) => [value, formula, isError])).toEqual(
        written.map((text) => [text, null, false]),
      );
      // Known beforehand, not only noticed afterwards.
      expect(roundTrips).toBe(3);
    }),
    { numRuns: 12 },
  );
});

describe('the simulated Excel is eager:', () => {
  test.each(
    '1e5 １２％ 1-2 1/2 3月5日 5月 一月 2024年 二〇二四年五月 ¥5 ￥5 (5) 上午9:00 9时30分 2024.5.1 +5 Jan-24 %5 12:30 2024-1-1\u300012:00'
      .split(' ')
      .map((text) => [text]),
  )('%s becomes a number', (text) => {
    expect(typeof enteredValue(text, 'General').value).toBe('number');
  });

  test.each([['+文字'], ['@x'], ['＝合计'], ['－无'], ['=1+']])('%s becomes a formula', (text) => {
    expect(enteredValue(text, 'General').formula).toMatch(/^=/);
  });

  test.each([['≥98%'], ['3500册'], ['不适用'], ['一、'], ['星期一'], ['2场次'], ['-'], ['第3期']])(
    '%s is a text',
    (text) => {
      expect(enteredValue(text, 'General')).toEqual({ value: text, formula: null, isError: false });
    },
  );
});

describe('what stays a text by itself keeps its number format', () => {
  test.each([
    ['≥98%'],
    ['3500册'],
    ['一、总体目标'],
    ['2025年采购图书8000册。'],
    ['全年'],
    ['每月'],
    ['及时'],
    ['甲\n乙 '],
  ])('%j', async (text) => {
    const { cells } = await write([text], '1.15');
    expect(cells[0]).toMatchObject({ value: text, numberFormat: 'General' });
  });
});

test('a text of 32 767 characters that looks like a formula', async () => {
  const text = `=${'长'.repeat(32766)}`;
  const { cells } = await write([text], '1.15');
  expect(cells[0]).toMatchObject({ value: text, formula: null, numberFormat: '@' });
});
