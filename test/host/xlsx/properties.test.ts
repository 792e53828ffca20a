import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openXlsx, PORTABLE_CODEC, XlsxError } from '../../../src/host/xlsx';
import { decodeEscapes, decodeXml, encodeEscapes, encodeXml } from '../../../src/host/xlsx/xml/xml-text';
import { buildXlsx } from '../../support/build-xlsx';
import { MAIN, pack, packRows, worksheet } from './package-parts';
import { edit, listCells } from './workbook-edits';

const awkward = fc.constantFrom(
  '_x0041_',
  '_x005F',
  '_',
  'x000D_',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#65;',
  '<',
  '"',
  "'",
  '\r',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\u0000',
  '\u0001',
  '\u000b',
  '\u001f',
  '\u007f',
  '\ud83d',
  '\ude00',
  '😀',
  '\ufffe',
  '\uffff',
  '\ufeff',
  '\u2028',
  '汉',
  '=1+1',
  "'",
);
const text = fc
  .array(
    fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 3 }), fc.string({ unit: 'grapheme', maxLength: 3 })),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

test('任何文字写入后读出不变', () => {
  fc.assert(
    fc.property(text, (value) => decodeEscapes(decodeXml(encodeXml(encodeEscapes(value)))) === value),
    { numRuns: 5000 },
  );
});

test('任何文字经过工作簿写入、再读出不变', () => {
  const workbook = openXlsx(buildXlsx({ sheets: [{ name: '表', cells: { B2: 1, D4: '旁边' } }] }));
  fc.assert(
    fc.property(fc.array(text, { minLength: 3, maxLength: 3 }), ([first, second, third]) => {
      const patched = openXlsx(
        workbook.patch([
          edit(workbook, '表', 'B2', { value: first }),
          edit(workbook, '表', 'A9', { value: second }),
          edit(workbook, '表', 'C2', { value: third, formula: 'B2' }),
        ]),
      );
      const sheet = patched.snapshot.sheets[0];
      expect(sheet.cellAt(1, 1)?.value ?? '').toBe(first);
      expect(sheet.cellAt(8, 0)?.value ?? '').toBe(second);
      expect([sheet.cellAt(1, 2)?.formula, sheet.cellAt(1, 2)?.value]).toEqual(['B2', third]);
      expect(sheet.cellAt(3, 3)?.value).toBe('旁边');
    }),
    { numRuns: 300 },
  );
});

test('任何数字写入后读出不变，原文不变', () => {
  const workbook = openXlsx(buildXlsx({ sheets: [{ name: '表', cells: { B2: 1 } }] }));
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const cell = openXlsx(workbook.patch([edit(workbook, '表', 'B2', { value })])).snapshot.sheets[0].cellAt(1, 1);
      // The file has no negative zero.
      expect([cell?.value, cell?.rawNumber]).toEqual([value + 0, String(value + 0)]);
    }),
    { numRuns: 300 },
  );
});

test('随意的多处修改：只有这些单元格变化，撤销后复原', () => {
  const cells = {
    A1: '题',
    B2: 1,
    C3: { value: 2, formula: 'B2*2' },
    D4: true,
    A5: { value: 0.5, numberFormat: '0.00%' },
  };
  const workbook = openXlsx(buildXlsx({ sheets: [{ name: '表', cells, merges: ['F1:G2'] }] }));
  const address = fc
    .tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.integer({ min: 1, max: 8 }))
    .map(([column, row]) => column + row);
  const content = fc.record({
    value: fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
    formula: fc.option(fc.constantFrom('A1&"x"', 'SUM(B1:B9)')),
    numberFormat: fc.constantFrom('General', '0.00', '@', '0"个"'),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(address, content), { selector: ([place]) => place, maxLength: 8 }),
      (changes) => {
        const edits = changes.map(([place, after]) => edit(workbook, '表', place, after));
        const once = openXlsx(workbook.patch(edits));
        const touched = new Set(changes.map(([place]) => place));
        const untouched = (lines: string[]): string[] =>
          lines.filter((line) => !touched.has(/!(\w+)/.exec(line)?.[1] ?? ''));
        expect(untouched(listCells(once))).toEqual(untouched(listCells(workbook)));
        const back = edits.map((change) => ({ ...change, before: change.after, after: change.before }));
        expect(listCells(openXlsx(once.patch(back)))).toEqual(listCells(workbook));
      },
    ),
    { numRuns: 150 },
  );
});

function onlyTypedErrors(open: () => unknown): void {
  try {
    open();
  } catch (error) {
    if (!(error instanceof XlsxError) || !error.message.endsWith('。') || !error.advice.endsWith('。')) throw error;
  }
}

test('任何字节作为文件打开，只会得到有说明的错误', () => {
  const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [60], [0xff, 0xfe]);
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      onlyTypedErrors(() => openXlsx(new Uint8Array([...head, ...rest]), { name: 'x' }));
    }),
    { numRuns: 2000 },
  );
});

test('任何内容作为工作表或样式，只会得到有说明的错误', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<row r="1">',
      '</row>',
      '<c r="A1" t="s">',
      '<c r="B1"',
      '</c>',
      '<v>',
      '</v>',
      '<f t="shared" si="0">',
      '<',
      '>',
      '/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '&',
      '&#x110000;',
      '&#xD800;',
      '="',
      '"',
      '<x:y/>',
      '1E999',
      '<mergeCell ref="A1:B2"/>',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const content = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(content, fc.uint8Array({ maxLength: 60 }), (xml, bytes) => {
      onlyTypedErrors(() => openXlsx(packRows(xml)).readAppearance());
      onlyTypedErrors(() => openXlsx(pack({ sheets: [{ name: 'S', xml: bytes }] })));
      const styles = `<styleSheet xmlns="${MAIN}">${xml}</styleSheet>`;
      onlyTypedErrors(() => openXlsx(pack({ sheets: [{ name: 'S', xml: worksheet('') }], styles })).readAppearance());
    }),
    { numRuns: 1500 },
  );
});

test('真实文件任意改动几个字节，只会得到有说明的错误', () => {
  const filing = new Uint8Array(
    readFileSync(join(__dirname, '../../fixtures/filings/futian-qifu-3forms-et-style.xlsx')),
  );
  const change = fc.tuple(fc.nat(filing.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), (changes, isPortable) => {
      const bytes = filing.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      onlyTypedErrors(() => openXlsx(bytes, isPortable ? { codec: PORTABLE_CODEC } : {}).readAppearance());
    }),
    { numRuns: 300 },
  );
});
