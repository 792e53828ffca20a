import fc from 'fast-check';
import { parseTabSeparated } from '../../src/workbench/grid/tab-separated';

describe('text from the clipboard', () => {
  test.each([
    ['one cell', '12台', [['12台']]],
    [
      'cells and rows',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['blank cells', '\t\tc', [['', '', 'c']]],
    [
      'rows of different length',
      'a\tb\nc',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['a line break inside quotes', '"第一行\n第二行"\t2', [['第一行\n第二行', '2']]],
    ['doubled quotes', '"说""好""的"', [['说"好"的']]],
    ['a quote inside a text', '5" 屏\tx', [['5" 屏', 'x']]],
    ['a leading quote that nothing closes', '"引号', [['"引号']]],
    ['text after the closing quote', '"引号"里', [['"引号"里']]],
    ['nothing', '', [['']]],
    ['an empty quoted cell', '""\tx', [['', 'x']]],
  ])('%s', (_, text, cells) => {
    expect(parseTabSeparated(text)).toEqual(cells);
  });

  test('what Excel would write is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '值', '"', '\t', '\n', ' ', '1') });
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map(asExcelWrites).join('\t')).join('\r\n') + '\r\n';
        expect(parseTabSeparated(text)).toEqual(rows);
      }),
    );
  });
});

function asExcelWrites(text: string): string {
  return /["\t\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
