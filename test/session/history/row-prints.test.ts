import fc from 'fast-check';
import { SheetSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { printRows, standingRows } from '../../../src/session/history/row-prints';
import { sheetOf, type CellSpec } from '../../support/build-form';

/** Texts of columns A to C, row by row. */
function sheetOfRows(rows: readonly (readonly string[])[]): SheetSnapshot {
  const cells: Record<string, CellSpec> = {};
  rows.forEach((texts, row) =>
    texts.forEach((text, column) => {
      if (text !== '') cells[`${'ABCDE'.charAt(column)}${row + 1}`] = text;
    }),
  );
  return new SheetSnapshot(sheetOf('表', cells));
}

const NONE = ['', '不适用', '不适用'];
const ROWS = [
  ['绩效目标'],
  ['产出', '数量', '≥5人'],
  NONE,
  NONE,
  ['效益', '社会', '有所提高'],
  NONE,
  ['满意度', '读者', '≥90%'],
];

/** Zero-based rows that are said to stand where they stood. */
function standing(now: readonly (readonly string[])[], then: readonly (readonly string[])[] = ROWS): readonly number[] {
  const stands = standingRows(printRows(sheetOfRows(then), then.length + 1), sheetOfRows(now));
  return then.map((_, row) => row).filter(stands);
}

const replaced = (row: number, texts: readonly string[]): readonly (readonly string[])[] =>
  ROWS.map((known, place) => (place === row ? texts : known));
const inserted = (row: number, texts: readonly string[]): readonly (readonly string[])[] => [
  ...ROWS.slice(0, row),
  texts,
  ...ROWS.slice(row),
];

test('an untouched sheet, and one with rows below, stands', () => {
  expect(standing(ROWS)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(standing([...ROWS, ['备注']])).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('edited rows stand where they stood', () => {
  expect(standing(replaced(2, ['', '改过', '不适用']))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(standing(replaced(6, ['满意度', '读者', '≥95%']))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(standing(replaced(3, ['效益', '社会', '有所提高']))).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('behind a row that came or went nothing stands, although rows read the same', () => {
  expect(standing(inserted(2, NONE))).not.toContain(4);
  expect(standing(inserted(2, ['新']))).toEqual([0, 1]);
  expect(standing(ROWS.filter((_, row) => row !== 4))).toEqual([0, 1, 2, 3]);
});

test('where one of several rows that read the same went, none of them stands', () => {
  expect(standing(ROWS.filter((_, row) => row !== 3))).toEqual([0, 1]);
  expect(standing(replaced(2, ['', '不适用', '改过']))).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('rows that changed places do not stand', () => {
  const swapped = [ROWS[0], ROWS[4], ...ROWS.slice(2, 4), ROWS[1], ...ROWS.slice(5)];
  expect(standing(swapped)).not.toContain(1);
  expect(standing(swapped)).not.toContain(4);
});

test('where a column came, nothing but a row that reads the same stands', () => {
  expect(standing(ROWS.map(([first = '', ...others]) => [first, '', ...others]))).toEqual([0]);
});

test('rows of merged labels differ by their label', () => {
  const rows = { B1: '不适用', B2: '不适用', B3: '不适用', B4: '不适用', A1: '社会', A3: '生态' };
  const then = new SheetSnapshot(sheetOf('表', rows, ['A1:A2', 'A3:A4']));
  const prints = printRows(then, 4);
  expect(prints.slice(0, 8)).not.toBe(prints.slice(8));
});

test('one line comes at any place: what lies above stands, what lies below does not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '不适用'), { minLength: 2, maxLength: 12 }),
      fc.nat({ max: 11 }),
      (texts, nat) => {
        const then = texts.map((text, row) => [text, row % 3 === 0 ? `第${row}项` : '']);
        const row = nat % texts.length;
        const now = [...then.slice(0, row), ['新来的'], ...then.slice(row)];
        expect(standing(now, then)).toEqual(then.map((_, place) => place).slice(0, row));
      },
    ),
  );
});
